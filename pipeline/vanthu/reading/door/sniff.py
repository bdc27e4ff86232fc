"""What a file is, judged by its content; its name only says what it should be."""

from __future__ import annotations

from pathlib import PurePath

PDF = "application/pdf"
PNG = "image/png"
JPEG = "image/jpeg"
TIFF = "image/tiff"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
TEXT = "text/plain"
MARKDOWN = "text/markdown"

PICTURES = frozenset({PNG, JPEG, TIFF})
TRANSCRIPTS = frozenset({TEXT, MARKDOWN})

BY_SUFFIX = {
    ".pdf": PDF,
    ".png": PNG,
    ".jpg": JPEG,
    ".jpeg": JPEG,
    ".tif": TIFF,
    ".tiff": TIFF,
    ".docx": DOCX,
    ".txt": TEXT,
    ".md": MARKDOWN,
    ".markdown": MARKDOWN,
}

OLD_WORD = "application/msword"
RICH_TEXT = "application/rtf"
ARCHIVE = "application/zip"
WEB_PAGE = "text/html"
DATABASE = "application/vnd.sqlite3"

LABELS = {
    PDF: "PDF",
    PNG: "ảnh PNG",
    JPEG: "ảnh JPEG",
    TIFF: "ảnh TIFF",
    DOCX: "DOCX",
    TEXT: "văn bản thuần",
    MARKDOWN: "văn bản thuần",
    OLD_WORD: "Word kiểu cũ hoặc tệp Office có mật khẩu",
    RICH_TEXT: "RTF",
    ARCHIVE: "tệp nén",
    WEB_PAGE: "trang web",
    DATABASE: "sổ văn bản hoặc cơ sở dữ liệu; sổ thì viết sau --register",
}

HEAD_BYTES = 4096
_MAGIC = (
    (b"\x89PNG\r\n\x1a\n", PNG),
    (b"\xff\xd8\xff", JPEG),
    (b"II*\x00", TIFF),
    (b"MM\x00*", TIFF),
    (b"II+\x00", TIFF),
    (b"MM\x00+", TIFF),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", OLD_WORD),
    (b"{\\rtf", RICH_TEXT),
    (b"PK\x03\x04", ARCHIVE),
    (b"SQLite format 3\x00", DATABASE),
)
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def expected(name: str) -> str | None:
    """The media type that a file's name promises; `None` where it promises none."""
    return BY_SUFFIX.get(PurePath(name).suffix.lower())


def sniff(head: bytes) -> str | None:
    """The media type that the first bytes of a file show; text is `TEXT`; `None` where they are of no known kind."""
    if b"%PDF-" in head[:1024]:
        return PDF
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind
    if head.lstrip().lower().startswith((b"<!doctype html", b"<html")):
        return WEB_PAGE
    if head.startswith(_UTF16) or not _has_control(head):
        return TEXT
    return None


def _has_control(head: bytes) -> bool:
    return any(b < 0x20 and b not in b"\t\n\r\f\x0b\x1a" for b in head)
