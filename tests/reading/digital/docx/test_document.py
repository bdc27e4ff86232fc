from __future__ import annotations

from itertools import groupby
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.enum.text import WD_BREAK
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from sheets import sheet
from vanthu.errors import InputError
from vanthu.reading import Recognition, open_source, read
from vanthu.settings import Settings


def read_docx(folder: Path, document: Any) -> Recognition:
    document.save(str(folder / "a.docx"))
    return read(open_source(folder / "a.docx"), settings=Settings())


def lines(found: Recognition) -> list[str]:
    grouped = groupby(found.words, key=lambda w: (w.page, w.line))
    return [" ".join(w.text for w in group) for _, group in grouped]


def test_paragraphs_are_lines_that_stay_apart(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("KẾ HOẠCH")
    document.add_paragraph("Dòng một\nDòng hai")
    found = read_docx(tmp_path, document)
    assert lines(found) == ["KẾ HOẠCH", "Dòng một", "Dòng hai"]
    assert [w.line for w in found.words] == [0, 0, 2, 2, 3, 3]


def test_list_marks_are_counted_as_word_prints_them(tmp_path: Path) -> None:
    document = docx.Document()
    for style, text in [("List Number", "một"), ("List Bullet", "gạch"), ("List Number", "hai")]:
        document.add_paragraph(text, style=style)
    assert lines(read_docx(tmp_path, document)) == ["1. một", "- gạch", "2. hai"]


def _numbered(document: Any, levels: list[tuple[str, str]]) -> str:
    """A list with levels of (format, text); gives its id."""
    body = "".join(
        f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{f}"/><w:lvlText w:val="{t}"/></w:lvl>'
        for i, (f, t) in enumerate(levels)
    )
    root = document.part.numbering_part.element
    # abstract lists stand before the lists that use them
    root.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90">{body}</w:abstractNum>'))
    root.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="91"><w:abstractNumId w:val="90"/></w:num>'))
    return "91"


def _item(document: Any, text: str, number: str, level: int) -> None:
    properties = document.add_paragraph(text)._p.get_or_add_pPr()
    properties.append(
        parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')
    )


def test_levels_have_their_own_form_and_begin_anew_under_the_next_heading(tmp_path: Path) -> None:
    document = docx.Document()
    number = _numbered(
        document, [("upperRoman", "%1."), ("decimal", "%2."), ("lowerLetter", "%3)"), ("bullet", "+")]
    )
    for level in (0, 1, 1, 2, 3, 0, 1):
        _item(document, "mục", number, level)
    marks = [line.split()[0] for line in lines(read_docx(tmp_path, document))]
    assert marks == ["I.", "1.", "2.", "a)", "+", "II.", "1."]


def test_page_breaks_make_pages(tmp_path: Path) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Trước")
    paragraph.add_run().add_break(WD_BREAK.PAGE)
    paragraph.add_run("Sau")
    found = read_docx(tmp_path, document)
    assert [(w.text, w.page) for w in found.words] == [("Trước", 1), ("Sau", 2)]
    assert len(found.pages) == 2


def test_table_without_lines_is_read_column_by_column(tmp_path: Path) -> None:
    document = docx.Document()
    table = document.add_table(rows=2, cols=2)
    for (row, column), text in {
        (0, 0): "UBND XÃ",
        (0, 1): "QUỐC HIỆU",
        (1, 0): "Số: 1",
        (1, 1): "ngày 2",
    }.items():
        table.cell(row, column).text = text
    found = read_docx(tmp_path, document)
    assert lines(found) == ["UBND XÃ", "Số: 1", "QUỐC HIỆU", "ngày 2"]
    assert found.grids == ()


def test_table_with_lines_is_a_grid_with_spans(tmp_path: Path) -> None:
    document = docx.Document()
    table = document.add_table(rows=3, cols=3, style="Table Grid")
    table.cell(0, 0).text = "Tên"
    table.cell(2, 2).text = "Cuối"
    table.cell(0, 1).merge(table.cell(0, 2))
    table.cell(1, 0).merge(table.cell(2, 0))
    (grid,) = read_docx(tmp_path, document).grids
    spans = {(c.row, c.column): (c.row_span, c.column_span) for c in grid.cells}
    assert (grid.rows, grid.columns) == (3, 3)
    assert spans[0, 1] == (1, 2)
    assert spans[1, 0] == (2, 1)
    assert (2, 0) not in spans


def test_deleted_text_and_field_codes_are_not_read(tmp_path: Path) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Giữ")._p
    paragraph.append(parse_xml(f"<w:del {nsdecls('w')}><w:r><w:delText>bỏ</w:delText></w:r></w:del>"))
    paragraph.append(parse_xml(f"<w:r {nsdecls('w')}><w:instrText>PAGE</w:instrText></w:r>"))
    paragraph.append(
        parse_xml(f'<w:ins {nsdecls("w")}><w:r><w:t xml:space="preserve"> thêm</w:t></w:r></w:ins>')
    )
    assert lines(read_docx(tmp_path, document)) == ["Giữ thêm"]


def test_footnotes_stand_at_the_foot_of_the_page_that_calls_them(tmp_path: Path) -> None:
    document = docx.Document()
    notes = f'<w:footnotes {nsdecls("w")}><w:footnote w:id="5"><w:p><w:r><w:t>Theo báo cáo.</w:t></w:r></w:p></w:footnote></w:footnotes>'
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    part = Part(PackURI("/word/footnotes.xml"), kind, notes.encode(), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    call = parse_xml(f'<w:r {nsdecls("w")}><w:footnoteReference w:id="5"/></w:r>')
    document.add_paragraph("Thực hiện")._p.append(call)
    document.add_page_break()
    document.add_paragraph("Trang sau")
    assert lines(read_docx(tmp_path, document)) == ["Thực hiện¹", "¹ Theo báo cáo.", "Trang sau"]


_BOX = (
    '<w:r {ns} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml">'
    '<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>{content}</w:txbxContent>'
    "</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>{content}</w:txbxContent>"
    "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)


def _box(text: str) -> Any:
    return parse_xml(_BOX.format(ns=nsdecls("w"), content=f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"))


def test_text_boxes_are_read_once_behind_their_paragraph(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Trước")._p.append(_box("Số: 12/KH-UBND"))
    document.add_paragraph("Sau")
    table = document.add_table(rows=2, cols=2, style="Table Grid")
    table.cell(0, 0).paragraphs[0]._p.append(_box("trong ô"))
    found = read_docx(tmp_path, document)
    assert lines(found)[:3] == ["Trước", "Số: 12/KH-UBND", "Sau"]
    first = found.grids[0].cells[0]
    assert " ".join(found.words[i].text for i in first.words) == "trong ô"


def test_changes_that_are_tracked_are_read_as_if_accepted(tmp_path: Path) -> None:
    document = docx.Document()
    table = document.add_table(rows=3, cols=2, style="Table Grid")
    for n in range(3):
        table.cell(n, 0).text = f"dòng {n}"
    table.rows[1]._tr.get_or_add_trPr().append(parse_xml(f"<w:del {nsdecls('w')}/>"))
    paragraph = document.add_paragraph("còn")._p
    paragraph.append(parse_xml(f"<w:moveFrom {nsdecls('w')}><w:r><w:t> chỗ cũ</w:t></w:r></w:moveFrom>"))
    paragraph.append(
        parse_xml(f'<w:moveTo {nsdecls("w")}><w:r><w:t xml:space="preserve"> chỗ mới</w:t></w:r></w:moveTo>')
    )
    found = read_docx(tmp_path, document)
    assert lines(found) == ["dòng 0", "dòng 2", "còn chỗ mới"]


def test_hidden_text_headers_and_footers_are_no_part_of_the_text(tmp_path: Path) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("thấy")
    paragraph.add_run(" ẩn").font.hidden = True
    document.sections[0].header.paragraphs[0].text = "đầu trang"
    document.sections[0].footer.paragraphs[0].text = "chân trang"
    assert lines(read_docx(tmp_path, document)) == ["thấy"]


def test_a_field_is_read_as_its_result(tmp_path: Path) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Trang ")._p
    paragraph.append(
        parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr=" PAGE "><w:r><w:t>3</w:t></w:r></w:fldSimple>')
    )
    assert lines(read_docx(tmp_path, document)) == ["Trang 3"]


def test_signs_of_symbol_fonts_are_bullets(tmp_path: Path) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph()
    paragraph.add_run()._r.append(parse_xml(f'<w:sym {nsdecls("w")} w:font="Wingdings" w:char="F0FC"/>'))
    paragraph.add_run(" Công an xã")
    document.add_paragraph("\uf0b7 Trạm y tế")
    assert lines(read_docx(tmp_path, document)) == ["- Công an xã", "- Trạm y tế"]


def _in_font(run: Any, name: str) -> None:
    run._r.get_or_add_rPr().append(parse_xml(f'<w:rFonts {nsdecls("w")} w:ascii="{name}" w:hAnsi="{name}"/>'))


def test_runs_in_fonts_of_old_code_tables_are_converted(tmp_path: Path) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph()
    for text, name in (("kÕ ho¹ch ", ".VnTimeH"), ("c«ng t¸c ", ".VnTime"), ("coâng taùc ", "VNI-Times")):
        _in_font(paragraph.add_run(text), name)
    paragraph.add_run("công tác")
    found = read_docx(tmp_path, document)
    assert lines(found) == ["KẾ HOẠCH công tác công tác công tác"]
    assert "chuyển từ mã TCVN3, VNI" in found.pages[0].reason


def test_the_font_of_a_style_counts_too(tmp_path: Path) -> None:
    document = docx.Document()
    document.styles["Normal"].font.name = ".VnTime"
    document.add_paragraph("céng hoµ x· héi")
    assert lines(read_docx(tmp_path, document)) == ["cộng hoà xã hội"]


def test_text_that_is_nonsense_is_refused(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("KÕ ho¿ch c¿ng t¿c n¿m cÿa x¿ vÒ ph¿ng chèng d¿ch b¿nh tr¿n ®¿a b¿n huy¿n " * 4)
    with pytest.raises(InputError, match="sai bảng mã"):
        read_docx(tmp_path, document)


@pytest.mark.ocr
def test_a_scan_in_the_file_is_read_as_a_page(tmp_path: Path) -> None:
    from docx.shared import Cm

    sheet().save(tmp_path / "scan.png")
    document = docx.Document()
    document.add_paragraph("Trang đầu")
    document.add_picture(str(tmp_path / "scan.png"), width=Cm(16))
    document.add_paragraph("Trang sau")
    found = read_docx(tmp_path, document)
    assert [p.reading.value for p in found.pages] == ["transcript", "ocr", "transcript"]
    scanned = [w for w in found.words if w.page == 2]
    assert "15/KH-UBND" in [w.text for w in scanned]
    assert all(w.box is None for w in scanned)


def test_a_picture_that_can_not_be_opened_is_told(tmp_path: Path) -> None:
    from docx.shared import Cm

    sheet().save(tmp_path / "scan.png")
    document = docx.Document()
    document.add_paragraph("Trang đầu")
    document.add_picture(str(tmp_path / "scan.png"), width=Cm(16))
    part = next(p for p in document.part.package.iter_parts() if "image" in p.content_type)
    part._blob = b"\x01\x00\x00\x00 an old drawing of Windows"
    found = read_docx(tmp_path, document)
    assert [p.page for p in found.problems] == [2]
    assert "xuất tệp sang PDF" in found.problems[0].message


def test_small_pictures_are_no_pages(tmp_path: Path) -> None:
    from docx.shared import Cm

    sheet().save(tmp_path / "scan.png")
    document = docx.Document()
    document.add_paragraph("Trang đầu")
    document.add_picture(str(tmp_path / "scan.png"), width=Cm(3))
    assert len(read_docx(tmp_path, document).pages) == 1
