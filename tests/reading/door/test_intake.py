from __future__ import annotations

import hashlib
import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from PIL import Image

import bad_files
from vanthu.errors import InputError
from vanthu.reading import open_source
from vanthu.reading.door.sniff import DOCX, MARKDOWN, PDF, PNG, TEXT, TIFF
from vanthu.settings import LimitSettings, Settings


def refusal(path: Path, settings: Settings | None = None) -> str:
    with pytest.raises(InputError) as caught:
        open_source(path, settings=settings)
    assert caught.value.where == str(path)
    assert "\n" not in caught.value.message
    return caught.value.message


@pytest.mark.parametrize(
    ("name", "make", "says"),
    [
        ("a.pdf", bad_files.empty, "rỗng"),
        ("a.pdf", bad_files.truncated_pdf, "cắt cụt"),
        ("a.pdf", bad_files.wrong_name, "tên tệp ghi là PDF nhưng nội dung lại giống ảnh PNG"),
        ("a.docx", bad_files.truncated_docx, "chép chưa hết"),
        ("a.txt", bad_files.wrong_encoding, "UTF-8"),
        ("a.png", bad_files.bomb, "ảnh quá lớn"),
        ("a.xyz", bad_files.wrong_encoding, "không đọc được loại tệp này"),
    ],
)
def test_each_bad_file_is_refused_in_its_own_words(
    tmp_path: Path, name: str, make: Callable[[Path], Path], says: str
) -> None:
    assert says in refusal(make(tmp_path / name))


def test_a_register_named_as_a_document_is_told(tmp_path: Path) -> None:
    (tmp_path / "so.db").write_bytes(b"SQLite format 3\x00" + bytes(100))
    assert "viết sau --register" in refusal(tmp_path / "so.db")


def test_missing_file(tmp_path: Path) -> None:
    assert "không có tệp này" in refusal(tmp_path / "khong-co.pdf")


def test_folder(tmp_path: Path) -> None:
    assert "thư mục" in refusal(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_named_pipe_is_refused_and_never_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.pdf")
    assert "ống dẫn" in refusal(tmp_path / "a.pdf")


def test_pdf_with_a_password(tmp_path: Path) -> None:
    assert "mật khẩu" in refusal(bad_files.pdf(tmp_path / "a.pdf", password="mo-cua"))  # noqa: S106 - of a test file


def test_pdf_that_is_only_a_head(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7\nrubbish\n%%EOF\n")
    assert "hỏng" in refusal(tmp_path / "a.pdf")


def test_pdf_torn_in_its_second_part(tmp_path: Path) -> None:
    path = bad_files.pdf(tmp_path / "a.pdf")
    path.write_bytes(path.read_bytes() + b"\n9 0 obj\n<< /Type /Page")
    assert "cắt cụt" in refusal(path)


def test_too_many_pages(tmp_path: Path) -> None:
    path = bad_files.pdf(tmp_path / "a.pdf", pages=3)
    assert "3 trang" in refusal(path, Settings(limits=LimitSettings(pages=2)))


def test_docx_that_unpacks_to_far_more_than_it_is(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.docx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 5_000_000)
    assert "bung ra quá lớn" in refusal(tmp_path / "a.docx")


def test_archive_that_is_no_docx(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.docx", "w") as archive:
        archive.writestr("thu.txt", "abc")
    assert "tệp nén" in refusal(tmp_path / "a.docx")


def test_old_word_file(tmp_path: Path) -> None:
    (tmp_path / "a.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500))
    assert "Word kiểu cũ" in refusal(tmp_path / "a.doc")


def test_text_of_an_old_code_table_that_lost_its_letters(tmp_path: Path) -> None:
    words = "KÕ ho¿ch c¿ng t¿c n¿m cÿa x¿ vÒ ph¿ng chèng d¿ch b¿nh tr¿n ®¿a b¿n huy¿n "
    bad_files.text_file(tmp_path / "a.txt", words * 4)
    assert "sai bảng mã" in refusal(tmp_path / "a.txt")


def test_blank_text(tmp_path: Path) -> None:
    assert "khoảng trắng" in refusal(bad_files.text_file(tmp_path / "a.txt", " \n\n"))


def test_damaged_picture(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(50))
    assert "ảnh bị hỏng" in refusal(tmp_path / "a.png")


def _docx(path: Path) -> Path:
    docx.Document().save(str(path))
    return path


def _picture(path: Path) -> Path:
    Image.new("L", (20, 20)).save(path)
    return path


@pytest.mark.parametrize(
    ("name", "make", "kind"),
    [
        ("a.pdf", bad_files.pdf, PDF),
        ("a.PDF", bad_files.pdf, PDF),
        ("quet", bad_files.pdf, PDF),
        ("a.txt", bad_files.text_file, TEXT),
        ("a.md", bad_files.text_file, MARKDOWN),
        ("a.docx", _docx, DOCX),
        ("a.png", _picture, PNG),
        ("a.tif", _picture, TIFF),
    ],
)
def test_good_files_are_let_in_as_what_they_are(
    tmp_path: Path, name: str, make: Callable[[Path], Path], kind: str
) -> None:
    path = make(tmp_path / name)
    source = open_source(path)
    assert (source.media_type, source.name) == (kind, name)
    assert source.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert source.size == path.stat().st_size


def test_utf16_with_its_mark_is_let_in(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("Kế hoạch của xã".encode("utf-16"))
    assert open_source(tmp_path / "a.txt").media_type == TEXT
