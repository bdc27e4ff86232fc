"""Makes the template of the assignment note that comes with the program: rules/office/phieu-giao-viec.docx."""

# ruff: noqa: SLF001  # python-docx has no other way to borders, fields and row marks
from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "pipeline"))

from vanthu.export.notes.package import write_package

PLACE = Path(__file__).resolve().parents[1] / "rules" / "office" / "phieu-giao-viec.docx"
COLUMNS = (
    ("TT", 9, "{{viec.stt}}", ALIGN.CENTER),
    ("Nội dung nhiệm vụ", 65, "{{viec.noi_dung}}", ALIGN.LEFT),
    ("Vai trò", 15, "{{viec.vai_tro}}", ALIGN.CENTER),
    ("Thời hạn", 22, "{{viec.thoi_han}}", ALIGN.LEFT),
    ("Đơn vị cùng thực hiện", 24, "{{viec.don_vi_khac}}", ALIGN.LEFT),
    ("Nguồn", 30, "{{viec.nguon}}", ALIGN.LEFT),
)


def element(name: str, **attributes: str) -> Any:
    made = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made


def put(paragraph: Any, text: str, *, size: float = 13, bold: bool = False, italic: bool = False) -> Any:
    run = paragraph.add_run(text)
    run.font.name, run.font.size, run.bold, run.italic = "Times New Roman", Pt(size), bold, italic
    run._element.get_or_add_rPr().rFonts.set(qn("w:eastAsia"), "Times New Roman")
    return run


def line(holder: Any, text: str, align: Any = ALIGN.CENTER, *, first: bool = False, **look: Any) -> Any:
    paragraph = holder.paragraphs[0] if first else holder.add_paragraph()
    paragraph.alignment = align
    paragraph.paragraph_format.space_after = paragraph.paragraph_format.space_before = Pt(0)
    put(paragraph, text, **look)
    return paragraph


def rule(holder: Any, length: int) -> None:
    """A line under the motto and the issuer: a border under an indented empty paragraph."""
    paragraph = holder.add_paragraph()
    form = paragraph.paragraph_format
    form.left_indent = form.right_indent = Mm(length)
    form.space_after, form.line_spacing = Pt(3), Pt(3)
    borders = element("pBdr")
    borders.append(element("top", val="single", sz="6", space="1", color="000000"))
    paragraph._element.get_or_add_pPr().append(borders)


def widths(table: Any, millimetres: tuple[float, ...]) -> None:
    table.autofit = False
    for row in table.rows:
        for cell, width in zip(row.cells, millimetres, strict=True):
            cell.width = Mm(width)
    for column, width in zip(table.columns, millimetres, strict=True):
        column.width = Mm(width)


def head(document: Any) -> None:
    table = document.add_table(rows=1, cols=2)
    left, right = table.rows[0].cells
    line(left, "………………………………", first=True, size=12)
    line(left, "………………………………", size=12, bold=True)
    rule(left, 22)
    line(left, "Số:        /PGV-………", size=13)
    line(right, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", first=True, size=12, bold=True)
    line(right, "Độc lập - Tự do - Hạnh phúc", size=13, bold=True)
    rule(right, 21)
    line(right, "……………, ngày …… tháng …… năm ………", size=13, italic=True)
    widths(table, (68, 97))


def body(document: Any) -> None:
    title = line(document, "PHIẾU GIAO VIỆC", size=14, bold=True)
    title.paragraph_format.space_before = Pt(18)
    to = line(document, "Kính gửi: ", size=13)
    put(to, "{{don_vi}}", bold=True)
    to.paragraph_format.space_before, to.paragraph_format.space_after = Pt(6), Pt(10)
    ground = line(document, "Căn cứ {{can_cu}};", ALIGN.JUSTIFY, size=13, italic=True)
    order = line(document, "Giao ", ALIGN.JUSTIFY, size=13)
    put(order, "{{don_vi}}", bold=True)
    put(order, " thực hiện {{so_viec}} nhiệm vụ sau đây (chủ trì {{so_chu_tri}}, phối hợp {{so_phoi_hop}}; ")
    put(order, "thời hạn gần nhất: {{han_gan_nhat}}):")
    for paragraph in (ground, order):
        paragraph.paragraph_format.first_line_indent = Mm(10)
        paragraph.paragraph_format.space_after = Pt(6)


def tasks(document: Any) -> None:
    table = document.add_table(rows=2, cols=len(COLUMNS))
    table.style = "Table Grid"
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    top, pattern = table.rows
    for cell, (name, _, _, _) in zip(top.cells, COLUMNS, strict=True):
        line(cell, name, first=True, size=11, bold=True)
        cell.vertical_alignment = 1
    for cell, (_, _, field, align) in zip(pattern.cells, COLUMNS, strict=True):
        line(cell, field, align, first=True, size=11)
    top._tr.get_or_add_trPr().append(element("tblHeader"))
    for row in (top, pattern):
        row._tr.get_or_add_trPr().append(element("cantSplit"))
    widths(table, tuple(width for _, width, _, _ in COLUMNS))


def foot(document: Any) -> None:
    asked = line(document, "", ALIGN.JUSTIFY)
    put(
        asked,
        "Đề nghị đơn vị tổ chức thực hiện, cập nhật tiến độ và báo cáo kết quả theo thời hạn nêu trên./.",
    )
    asked.paragraph_format.space_before, asked.paragraph_format.space_after = Pt(8), Pt(10)
    asked.paragraph_format.first_line_indent = Mm(10)
    asked.paragraph_format.keep_with_next = True
    table = document.add_table(rows=1, cols=2)
    left, right = table.rows[0].cells
    for cell, who in ((left, "NGƯỜI NHẬN VIỆC"), (right, "NGƯỜI GIAO VIỆC")):
        line(cell, who, first=True, size=13, bold=True)
        line(cell, "(Ký, ghi rõ họ tên, ngày)", size=12, italic=True)
        line(cell, "\n\n\n", size=13)
    table.rows[0]._tr.get_or_add_trPr().append(element("cantSplit"))
    widths(table, (82, 83))


def page(document: Any) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    section.header_distance = Mm(10)
    section.different_first_page_header_footer = True
    number = section.header.paragraphs[0]
    number.alignment = ALIGN.CENTER
    run = put(number, "")
    for kind, text in (("begin", None), (None, "PAGE"), ("end", None)):
        if kind:
            run._element.append(element("fldChar", fldCharType=kind))
        else:
            code = element("instrText")
            code.text = text
            run._element.append(code)


def main() -> None:
    document = Document()
    document.styles["Normal"].font.name = "Times New Roman"
    document.core_properties.author = ""
    document.core_properties.title = "Phiếu giao việc"
    page(document)
    head(document)
    body(document)
    tasks(document)
    foot(document)
    write_package(document, PLACE)


if __name__ == "__main__":
    main()
