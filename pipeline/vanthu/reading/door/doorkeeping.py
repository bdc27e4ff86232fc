"""What each kind of file must fulfil to be let in; every function raises `InputError`, or returns in peace."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

from PIL import Image, UnidentifiedImageError

from vanthu.errors import InputError
from vanthu.reading.digital.letters.encoding import decode
from vanthu.reading.imaging.pdf_page import open_pdf
from vanthu.reading.imaging.picture_page import open_picture
from vanthu.settings import LimitSettings

_TAIL = 1 << 16
_LOCKED = 1  # bit of a part of an archive that is encrypted
_LONGEST_WORD = 10_000  # letters without a blank: an address may have hundreds


def check_pdf(path: Path, limits: LimitSettings) -> None:
    """Refuse what is cut off, damaged, locked by a password, or has too many pages or none."""
    _check_end(path)
    with open_pdf(path) as pdf:
        pages = len(pdf)
    if pages == 0:
        raise InputError("tệp PDF không có trang nào đọc được; hãy lấy lại tệp gốc", where=str(path))
    if pages > limits.pages:
        raise InputError(f"tệp PDF có {pages} trang, quá {limits.pages}; hãy tách nhỏ", where=str(path))


def _check_end(path: Path) -> None:
    """A whole PDF ends with its last `%%EOF`; pdfium would mend a torn one silently, and lose pages."""
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - _TAIL))
        tail = file.read()
    after = tail.rpartition(b"%%EOF")
    if not after[1] or b" obj" in after[2]:
        raise InputError("tệp PDF bị cắt cụt hoặc hỏng; hãy tải hoặc chép lại tệp gốc", where=str(path))


def check_picture(path: Path, limits: LimitSettings) -> None:
    """Refuse what has no readable head, or more pixels than allowed; nothing is decoded."""
    try:
        with open_picture(path) as picture:
            for size in _frame_sizes(picture, limits, where=str(path)):
                check_pixels(*size, limits, where=str(path))
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise InputError("tệp ảnh bị hỏng, không mở được; hãy quét hoặc chép lại", where=str(path)) from error


def _frame_sizes(picture: Image.Image, limits: LimitSettings, *, where: str) -> Iterator[tuple[int, int]]:
    """Of one frame after the other: a file may have so many that counting them alone takes minutes."""
    for index in range(limits.pages + 1):
        try:
            picture.seek(index)
        except EOFError:
            return
        yield picture.size
    raise InputError(f"tệp ảnh có quá {limits.pages} trang; hãy tách nhỏ", where=where)


def check_pixels(width: int, height: int, limits: LimitSettings, *, where: str) -> None:
    """Refuse a picture of more pixels than allowed."""
    if width * height > limits.pixels:
        raise InputError(
            f"ảnh quá lớn ({width} × {height} điểm ảnh); hãy quét lại ở 200-300 dpi", where=where
        )


def is_docx(path: Path) -> bool:
    """Whether an archive has the main part of a DOCX."""
    try:
        with zipfile.ZipFile(path) as archive:
            return "word/document.xml" in archive.namelist()
    except (zipfile.BadZipFile, OSError, ValueError):
        return False


def check_docx(path: Path, limits: LimitSettings) -> None:
    """Refuse archives that unpack to too much, going by what they declare; unpacking is bounded by that."""
    with zipfile.ZipFile(path) as archive:
        parts = archive.infolist()
    if any(part.flag_bits & _LOCKED for part in parts):
        raise InputError("tệp DOCX có mật khẩu; hãy gỡ mật khẩu rồi thử lại", where=str(path))
    unpacked = sum(part.file_size for part in parts)
    packed = path.stat().st_size
    if unpacked > limits.unpacked_bytes or unpacked > packed * limits.unpack_ratio:
        raise InputError("tệp DOCX bung ra quá lớn, có thể là tệp phá hoại; không mở", where=str(path))


def check_text(path: Path, limits: LimitSettings) -> None:
    """Refuse what is no text, and encodings that can't be converted with certainty."""
    if path.stat().st_size > limits.text_bytes:
        raise InputError("văn bản quá lớn; hãy tách thành nhiều tệp nhỏ hơn", where=str(path))
    text = decode(path.read_bytes(), where=str(path)).text
    if not text.strip():
        raise InputError("tệp chỉ có khoảng trắng, không có nội dung; hãy lấy lại tệp gốc", where=str(path))
    if max(map(len, text.split())) > _LONGEST_WORD:
        raise InputError(
            "tệp có chuỗi chữ liền dài vô lý, không phải văn bản; hãy kiểm tra lại tệp", where=str(path)
        )
