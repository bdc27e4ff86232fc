"""Files that an office really gets, and that can't be read."""

from __future__ import annotations

import io
import re
import struct
import zlib
from pathlib import Path

import docx
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

PLAN = """UBND XÃ AN LẠC ĐÔNG
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số: 36/KH-UBND
An Lạc Đông, ngày 12 tháng 3 năm 2024

KẾ HOẠCH
Dọn vệ sinh kênh mương năm 2024

I. NHIỆM VỤ
1. Văn phòng UBND xã
- Tổng hợp kết quả, báo cáo UBND xã trước ngày 30/6/2024.
2. Công an xã
- Phối hợp với Đoàn xã giữ gìn trật tự trong các ngày ra quân.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Lê Văn Thử
"""

SECRET_PLAN = PLAN.replace("KẾ HOẠCH\n", "MẬT\n\nKẾ HOẠCH\n", 1)


def text_file(path: Path, text: str = PLAN) -> Path:
    """A transcript."""
    path.write_text(text, encoding="utf-8")
    return path


def pdf(path: Path, *, pages: int = 1, password: str | None = None) -> Path:
    """A digital PDF whose pages hold a few lines each."""
    lock = StandardEncryption(password, canPrint=0) if password else None
    canvas = Canvas(str(path), pagesize=A4, encrypt=lock, pageCompression=0)
    for number in range(pages):
        for line in range(30):
            canvas.drawString(
                72, 770 - 20 * line, f"Trang {number + 1} dong {line + 1} ke hoach cong tac nam 2024"
            )
        canvas.showPage()
    canvas.save()
    return path


def truncated_pdf(path: Path) -> Path:
    """A download that broke off in the middle."""
    whole = pdf(path, pages=3).read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    return path


def truncated_docx(path: Path) -> Path:
    """A Word file of which a copy broke off."""
    docx.Document().save(str(path))
    path.write_bytes(path.read_bytes()[:2000])
    return path


def pdf_with_a_lost_page(path: Path) -> Path:
    """Three pages, the second of which is named and not there."""
    whole = pdf(path, pages=3).read_bytes()
    kids = re.search(rb"/Kids \[ \d+ 0 R (\d+) 0 R", whole)
    assert kids is not None
    start, end = kids.span(1)
    path.write_bytes(whole[:start] + b"9" * (end - start) + whole[end:])
    return path


def bomb(path: Path, *, side: int = 40_000) -> Path:
    """A PNG of a few kilobytes that unfolds to `side` x `side` white pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    squeezed, compressor = io.BytesIO(), zlib.compressobj(9)
    row = b"\0" + b"\xff" * (side // 8)
    for _ in range(side // 1000):
        squeezed.write(compressor.compress(row * 1000))
    squeezed.write(compressor.flush())
    header = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    parts = chunk(b"IHDR", header), chunk(b"IDAT", squeezed.getvalue()), chunk(b"IEND", b"")
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + b"".join(parts))
    return path


def wrong_encoding(path: Path) -> Path:
    """Vietnamese in the bytes of an old Windows code page."""
    path.write_bytes("KẾ HOẠCH công tác".encode("utf-16-le")[:-1] + b"\xff\xfe\xff")
    return path


def wrong_name(path: Path) -> Path:
    """A picture that calls itself something else."""
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    return path


def empty(path: Path) -> Path:
    """Nothing."""
    path.write_bytes(b"")
    return path
