from __future__ import annotations

from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

import bad_files
from sheets import LINES, born_pdf
from vanthu.errors import SecretError
from vanthu.reading import open_source, read
from vanthu.reading.secrecy import LABEL
from vanthu.rulebook import RuleSet, load_rulebook
from vanthu.settings import Settings


@pytest.fixture(scope="module")
def marks() -> RuleSet:
    return load_rulebook()[LABEL]


def read_marked(path: Path, marks: RuleSet) -> None:
    read(open_source(path), settings=Settings(), secrecy=marks)


@pytest.mark.parametrize("mark", ["MẬT", "TỐI MẬT", "TUYỆT MẬT", "**MẬT**", "[TỐI MẬT]"])
def test_marked_transcript_stops_and_tells_only_the_fact(tmp_path: Path, mark: str, marks: RuleSet) -> None:
    path = bad_files.text_file(tmp_path / "a.txt", bad_files.SECRET_PLAN.replace("MẬT", mark, 1))
    with pytest.raises(SecretError) as caught:
        read_marked(path, marks)
    assert "An Lạc Đông" not in str(caught.value)
    assert "kênh mương" not in str(caught.value)


def test_a_later_page_counts_too(tmp_path: Path, marks: RuleSet) -> None:
    path = bad_files.text_file(tmp_path / "a.txt", bad_files.PLAN + "\fPHỤ LỤC\nMẬT\nDanh sách\n")
    with pytest.raises(SecretError):
        read_marked(path, marks)


@pytest.mark.parametrize(
    "text",
    [
        bad_files.PLAN,
        "KẾ HOẠCH\nTriển khai công tác bảo mật năm 2024\n1. Bí mật nhà nước\n- Xác định độ mật của tài liệu.\n",
        "KẾ HOẠCH\nTĂNG CƯỜNG CÔNG TÁC BẢO VỆ BÍ\nMẬT NHÀ NƯỚC\n",
        "KẾ HOẠCH\nCÔNG TÁC BẢO\nMẬT\n",
        "\n".join([*(f"- Dòng {n}" for n in range(30)), "MẬT"]),
    ],
)
def test_the_word_in_running_text_is_no_mark(tmp_path: Path, text: str, marks: RuleSet) -> None:
    read_marked(bad_files.text_file(tmp_path / "a.txt", text), marks)


def test_mark_in_a_text_layer_beside_other_print(tmp_path: Path, marks: RuleSet) -> None:
    with pytest.raises(SecretError):
        read_marked(born_pdf(tmp_path / "a.pdf", (LINES[0], "MẬT", *LINES)), marks)


@pytest.mark.parametrize(
    "line",
    [
        *(
            "Độ mật: MẬT",
            "ĐỘ MẬT: TUYỆT MẬT; ĐỘ KHẨN: HỎA TỐC",
            "Mức độ mật: Tối mật",
            "│ MẬT │",
            "M Ậ T",
            "MẬT (A)",
        ),
        *("HỎA TỐC - MẬT", "MẬT    Bản số: 02", "TÀI LIỆU TUYỆT MẬT", "(Đã đóng dấu: TỐI MẬT)"),
        *("Số: 03/KH-UBND MẬT", "MẬT   An Lạc, ngày 05 tháng 3 năm 2024"),
    ],
)
def test_a_mark_typed_in_any_form_stops_the_work(tmp_path: Path, line: str, marks: RuleSet) -> None:
    path = bad_files.text_file(tmp_path / "a.txt", f"UBND XÃ AN LẠC\nSố: 03/KH-UBND\n{line}\n\nKẾ HOẠCH\n")
    with pytest.raises(SecretError):
        read_marked(path, marks)


def test_words_of_titles_and_running_text_are_no_marks_in_any_file(tmp_path: Path, marks: RuleSet) -> None:
    lines = (
        *(
            "KẾ HOẠCH",
            "BẢO VỆ BÍ MẬT NHÀ NƯỚC NĂM 2024",
            "QUẢN LÝ TÀI LIỆU",
            "MẬT MÃ, THƯ MẬT, MẬT KHẨU",
            "BẢO MẬT",
        ),
        *(
            "BÍ MẬT",
            "MẬT ĐỘ DÂN SỐ",
            "KHẨN TRƯƠNG",
            "TÌNH HUỐNG KHẨN CẤP",
            "Danh mục bí mật nhà nước",
            "Độ mật: Không",
        ),
        *(
            "VỀ QUẢN LÝ",
            "TÀI LIỆU MẬT",
            "- Văn bản MẬT do văn thư quản lý",
            "NUÔI ONG LẤY",
            "MẬT",
            "Độ mật:",
            "thường",
        ),
    )
    read_marked(born_pdf(tmp_path / "a.pdf", lines), marks)
    read_marked(bad_files.text_file(tmp_path / "a.txt", "\n".join(lines[:14])), marks)
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    document.save(str(tmp_path / "a.docx"))
    read_marked(tmp_path / "a.docx", marks)


def test_a_mark_on_a_later_page_only_or_in_a_cell(tmp_path: Path, marks: RuleSet) -> None:
    with pytest.raises(SecretError, match="trang 2"):
        read_marked(born_pdf(tmp_path / "a.pdf", LINES, ("PHỤ LỤC", "TỐI MẬT", *LINES)), marks)
    document = docx.Document()
    document.add_table(rows=2, cols=2).cell(1, 0).text = "MẬT"
    document.save(str(tmp_path / "a.docx"))
    with pytest.raises(SecretError):
        read_marked(tmp_path / "a.docx", marks)
    document = docx.Document()
    for line in LINES:
        document.add_paragraph(line)
    document.add_page_break()
    document.add_paragraph("MẬT")
    document.save(str(tmp_path / "a.docx"))
    with pytest.raises(SecretError):
        read_marked(tmp_path / "a.docx", marks)


def test_mark_low_on_a_page_is_text(tmp_path: Path, marks: RuleSet) -> None:
    read_marked(born_pdf(tmp_path / "a.pdf", (*LINES, *LINES, "MẬT")), marks)


def _box(document: docx.document.Document, text: str) -> None:
    """A text box with one line, hung on a paragraph of its own."""
    document.add_paragraph()._p.append(
        parse_xml(
            f'<w:r {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"><w:pict><v:shape><v:textbox><w:txbxContent>'
            f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
        )
    )


def _word(folder: Path, *, header: str = "", box: str = "", lines: int = 30) -> Path:
    document = docx.Document()
    for n in range(lines):
        document.add_paragraph(f"- Dòng {n}")
    if header:
        document.sections[0].header.paragraphs[0].text = header
    if box:
        _box(document, box)
    document.save(str(folder / "a.docx"))
    return folder / "a.docx"


@pytest.mark.parametrize("mark", ["MẬT", "TỐI MẬT", "TUYỆT MẬT"])
def test_mark_in_the_header_or_a_box_of_a_word_file(tmp_path: Path, mark: str, marks: RuleSet) -> None:
    for path in (_word(tmp_path, header=f"\t{mark}\tTrang 1"), _word(tmp_path, box=mark)):
        with pytest.raises(SecretError):
            read_marked(path, marks)


def test_header_and_box_that_only_speak_of_secrets(tmp_path: Path, marks: RuleSet) -> None:
    read_marked(_word(tmp_path, header="BẢO MẬT THÔNG TIN", box="Mật độ dân số"), marks)
