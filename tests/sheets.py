"""Sheets of paper for tests: drawn with Vietnamese letters, ruled, stamped, turned and skewed."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

DPI = 150
SIZE = (1240, 1754)  # A4 at DPI
FONTS = (
    "/usr/share/fonts/truetype/liberation2/LiberationSerif-Regular.ttf",
    "/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf",
)

LINES = (
    "ỦY BAN NHÂN DÂN XÃ SUỐI TRONG",
    "Số: 15/KH-UBND",
    "KẾ HOẠCH",
    "Tổng vệ sinh đường làng, ngõ xóm năm 2024",
    "Thực hiện Kế hoạch số 30/KH-UBND ngày 05/02/2024 của Ủy ban nhân dân",
    "huyện về bảo vệ môi trường nông thôn, Ủy ban nhân dân xã xây dựng kế hoạch",
    "tổ chức tổng vệ sinh trên địa bàn xã như sau:",
    "I. MỤC ĐÍCH, YÊU CẦU",
    "- Nâng cao ý thức của người dân trong việc giữ gìn cảnh quan, môi trường.",
    "- Các thôn tổ chức thực hiện nghiêm túc, tiết kiệm, đúng thời gian quy định.",
    "II. NHIỆM VỤ",
    "1. Công chức Văn hóa - Xã hội chủ trì tuyên truyền trước ngày 15/3/2024.",
    "2. Trưởng các thôn huy động nhân dân tham gia, báo cáo trước ngày 30/3/2024.",
)


def font_path() -> str:
    """A font with Vietnamese letters; the test is skipped where there is none."""
    found = next((f for f in FONTS if Path(f).is_file()), None)
    if found is None:
        pytest.skip("no font with Vietnamese letters on this machine")
    return found


def sheet(lines: tuple[str, ...] = LINES, *, left: int = 150, top: int = 150, size: int = 27) -> Image.Image:
    """A gray page with lines of print."""
    page = Image.new("L", SIZE, 250)
    pen, face = ImageDraw.Draw(page), ImageFont.truetype(font_path(), size)
    for number, line in enumerate(lines):
        pen.text((left, top + number * round(1.7 * size)), line, font=face, fill=20)
    return page


def table_sheet(
    rows: list[list[str]], widths: list[int], *, left: int = 120, top: int = 300, height: int = 80
) -> Image.Image:
    """A page with a ruled table and a line above and below it."""
    page = sheet(("Phụ lục kèm theo Kế hoạch của Ủy ban nhân dân xã",), top=200)
    pen, face = ImageDraw.Draw(page), ImageFont.truetype(font_path(), 26)
    edges = [left + sum(widths[:i]) for i in range(len(widths) + 1)]
    for number in range(len(rows) + 1):
        pen.line([(edges[0], top + number * height), (edges[-1], top + number * height)], fill=10, width=2)
    for edge in edges:
        pen.line([(edge, top), (edge, top + len(rows) * height)], fill=10, width=2)
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            pen.text((edges[column] + 14, top + number * height + 22), text, font=face, fill=20)
    pen.text(
        (150, top + len(rows) * height + 60),
        "Các thôn căn cứ lịch này để tổ chức thực hiện.",
        font=face,
        fill=20,
    )
    return page


def pixels(page: Image.Image) -> np.ndarray:
    """The page as an array."""
    return np.asarray(page, dtype=np.uint8)


def scan_pdf(path: Path, *pages: Image.Image, dpi: int = DPI) -> Path:
    """Pictures only, one a page."""
    first, *rest = pages
    first.save(path, format="PDF", resolution=dpi, save_all=True, append_images=rest)
    return path


def born_pdf(path: Path, *pages: tuple[str, ...]) -> Path:
    """A digital PDF: lines of text from the top, 20 points apart."""
    pdfmetrics.registerFont(TTFont("Serif", font_path()))
    canvas = Canvas(str(path), pagesize=A4)
    for lines in pages:
        canvas.setFont("Serif", 13)
        for number, line in enumerate(lines):
            canvas.drawString(85, 770 - 20 * number, line)
        canvas.showPage()
    canvas.save()
    return path
