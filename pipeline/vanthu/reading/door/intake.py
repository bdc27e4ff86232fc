"""The door: what can't be read is refused here, in one line, before anything costly begins."""

from __future__ import annotations

import hashlib
import stat
import zipfile
from pathlib import Path

from vanthu.document.page import Source
from vanthu.errors import InputError, why_unreadable
from vanthu.reading.door import sniff
from vanthu.reading.door.doorkeeping import check_docx, check_pdf, check_picture, check_text, is_docx
from vanthu.settings import LimitSettings, Settings

_CHUNK = 1 << 20


def open_source(path: Path | str, *, settings: Settings | None = None) -> Source:
    """Check a file and say what it is; the file is only read.

    Raises `InputError` for what is missing, empty, of an unknown kind, not what its name says, encrypted, damaged,
    in a wrong encoding, or larger than the settings allow.
    """
    path = Path(path)
    limits = (settings or Settings()).limits
    size = _size_of(path, limits)
    try:
        with path.open("rb") as file:
            head = file.read(sniff.HEAD_BYTES)
            kind = _kind(path, head)
            file.seek(0)
            digest = hashlib.sha256()
            while chunk := file.read(_CHUNK):
                digest.update(chunk)
    except OSError as error:
        raise InputError(why_unreadable(error), where=str(path)) from error
    _check(path, kind, limits)
    return Source(
        path=str(path), name=_shown(path.name), sha256=digest.hexdigest(), media_type=kind, size=size
    )


def _shown(name: str) -> str:
    """A file's name as text; bytes in it that are no letters become marks."""
    return name.encode(errors="surrogateescape").decode(errors="replace")


def _size_of(path: Path, limits: LimitSettings) -> int:
    where = str(path)
    try:
        status = path.stat()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise InputError("không có tệp này; hãy kiểm tra lại đường dẫn", where=where) from error
    except (OSError, ValueError) as error:
        raise InputError(
            "không mở được tệp; hãy kiểm tra đường dẫn và quyền truy cập", where=where
        ) from error
    if stat.S_ISDIR(status.st_mode):
        raise InputError("đây là thư mục, không phải tệp; hãy chỉ ra từng tệp trong đó", where=where)
    if not stat.S_ISREG(status.st_mode):
        raise InputError(
            "đây không phải tệp thường (ống dẫn hoặc thiết bị); hãy chép ra tệp rồi thử lại", where=where
        )
    if status.st_size == 0:
        raise InputError("tệp rỗng, không có nội dung; hãy lấy lại tệp gốc", where=where)
    if status.st_size > limits.file_bytes:
        raise InputError(
            f"tệp lớn quá {limits.file_bytes // 2**20} MB; hãy tách thành nhiều tệp nhỏ hơn", where=where
        )
    return status.st_size


def _kind(path: Path, head: bytes) -> str:
    """The media type, where content and name agree."""
    found, promised = sniff.sniff(head), sniff.expected(path.name)
    if found == sniff.ARCHIVE and is_docx(path):
        found = sniff.DOCX
    if promised in sniff.TRANSCRIPTS and found in {sniff.TEXT, None}:
        return promised or sniff.TEXT
    if found == sniff.ARCHIVE and promised == sniff.DOCX and not zipfile.is_zipfile(path):
        raise InputError("tệp DOCX bị hỏng hoặc chép chưa hết; hãy lấy lại tệp gốc", where=str(path))
    if promised is not None and found != promised:
        raise InputError(_mismatch(found, promised), where=str(path))
    if found in sniff.BY_SUFFIX.values() and (found != sniff.TEXT or not path.suffix):
        return found or sniff.TEXT
    raise InputError(_unknown(found), where=str(path))


def _mismatch(found: str | None, promised: str) -> str:
    seen = f"lại giống {sniff.LABELS[found]}" if found else "không đúng dạng ấy"
    return f"tên tệp ghi là {sniff.LABELS[promised]} nhưng nội dung {seen}; hãy kiểm tra lại hoặc đổi phần mở rộng"


def _unknown(found: str | None) -> str:
    seen = f" ({sniff.LABELS[found]})" if found else ""
    return f"không đọc được loại tệp này{seen}; hãy dùng PDF, PNG, JPEG, TIFF, DOCX, TXT hoặc MD"


def _check(path: Path, kind: str, limits: LimitSettings) -> None:
    if kind == sniff.PDF:
        check_pdf(path, limits)
    elif kind in sniff.PICTURES:
        check_picture(path, limits)
    elif kind == sniff.DOCX:
        check_docx(path, limits)
    else:
        check_text(path, limits)
