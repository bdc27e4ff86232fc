"""How each page of a PDF is read: by its layer, by its picture, or by both; with the real engine where the picture is read."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4

from layers import LONG, canvas_of, lying_pdf, named_font, put, scanned
from layouts import rulebook
from old_code import TABLES, written
from sheets import SIZE, sheet
from vanthu.document.page import MarkKind, Reading
from vanthu.orthography import strip_accents
from vanthu.reading import Recognition, open_source, read
from vanthu.reading.marks.wording import Marking
from vanthu.settings import Settings

CLEAR = "Các thôn tổ chức thực hiện nghiêm túc, tiết kiệm, đúng thời gian quy định."


def read_pdf(path: Path) -> Recognition:
    return read(open_source(path), settings=Settings(), marking=Marking.of(rulebook()))


def lines(found: Recognition) -> list[str]:
    return [" ".join(w.text for w in g) for _, g in groupby(found.words, key=lambda w: w.line)]


def text(found: Recognition) -> str:
    return " ".join(w.text for w in found.words)


def western(stored: str) -> str:
    """Bytes as the western table of Windows shows them: Latin-1 has no letters for some."""
    return "".join(bytes([ord(c)]).decode("cp1252") for c in stored)


def shifted(letter: str) -> str:
    return chr((ord(letter) - 94) % 26 + 97) if "a" <= letter <= "z" else letter


def private(letter: str) -> str:
    return chr(0xE000 + ord(letter) % 0x1000) if letter.isalpha() else letter


def swapped(letter: str) -> str:
    """Vowels for vowels, consonants for consonants: it looks like words."""
    return (
        strip_accents(letter).translate(str.maketrans("aeiouhnctlmg", "uoaieinhlcgt"))
        if letter.isalpha()
        else letter
    )


@pytest.mark.ocr
@pytest.mark.parametrize(
    ("name", "reason"),
    [
        (strip_accents, "mất dấu"),
        (shifted, "hỏng bảng mã"),
        (private, "ký tự hỏng"),
        (lambda c: "a" if c.isalpha() else c, "hỏng bảng mã"),
        (swapped, "hỏng bảng mã"),
        (lambda c: "\N{REPLACEMENT CHARACTER}" if c in "ộếạ" else c, "ký tự hỏng"),
    ],
)
def test_a_layer_that_is_wrong_gives_way_to_the_picture(tmp_path: Path, name: object, reason: str) -> None:
    assert callable(name)
    found = read_pdf(lying_pdf(tmp_path / "a.pdf", name))
    (page,) = found.pages
    assert page.reading is Reading.OCR
    assert reason in page.reason
    assert CLEAR in text(found)


@pytest.mark.ocr
def test_a_page_written_without_marks_keeps_its_layer(tmp_path: Path) -> None:
    bare = [strip_accents(line) for line in LONG]
    canvas = canvas_of(tmp_path / "a.pdf")
    put(canvas, bare)
    canvas.save()
    found = read_pdf(tmp_path / "a.pdf")
    (page,) = found.pages
    assert (page.reading, page.rotation) == (Reading.TEXT_LAYER, 0)
    assert "mất dấu" in page.reason
    assert lines(found) == bare


@pytest.mark.ocr
def test_scan_under_the_text_of_a_digital_signature_alone(tmp_path: Path) -> None:
    canvas = canvas_of(tmp_path / "a.pdf")
    scanned(canvas, sheet(LONG), tmp_path, box=(0, 0, *A4))
    canvas.setFont("Layer", 8)
    for number, line in enumerate(
        (
            "Ký bởi: Ủy ban nhân dân xã Tân Lập",
            "Cơ quan: Tỉnh Lạc Sơn",
            "Thời gian ký: 12/03/2024 08:15:00 +07:00",
        )
    ):
        canvas.drawString(330, 90 - 10 * number, line)
    canvas.save()
    found = read_pdf(tmp_path / "a.pdf")
    assert found.pages[0].reading is Reading.OCR
    assert found.pages[0].reason == "lớp chữ chỉ có thông tin chữ ký số"
    assert CLEAR in text(found)
    (mark,) = [m for m in found.marks if m.kind is MarkKind.DIGITAL_SIGNATURE]
    assert mark.text.splitlines()[0] == "Ký bởi: Ủy ban nhân dân xã Tân Lập"
    assert "Thời gian ký: 12/03/2024" in mark.text
    said = {found.words[i].text for i in mark.words}
    assert "Lập" in said
    assert "thôn" not in said


@pytest.mark.ocr
def test_typed_head_over_a_scanned_body_is_read_both_ways(tmp_path: Path) -> None:
    canvas = canvas_of(tmp_path / "a.pdf")
    put(canvas, ("ỦY BAN NHÂN DÂN XÃ TÂN LẬP", "Số: 1057/KH-UBND"))
    body = sheet(LONG[6:], top=40).crop((0, 0, SIZE[0], 1000))
    scanned(canvas, body, tmp_path, box=(0, 60, 595, 480))
    canvas.save()
    found = read_pdf(tmp_path / "a.pdf")
    assert {w.engine for w in found.words} == {"text-layer", "tesseract"}
    assert "một phần" in found.pages[0].reason
    said = text(found)
    assert CLEAR in said
    assert said.count("1057/KH-UBND") == 1


@pytest.mark.ocr
def test_text_left_by_an_earlier_recognition_is_not_believed(tmp_path: Path) -> None:
    canvas = canvas_of(tmp_path / "a.pdf")
    scanned(canvas, sheet(LONG), tmp_path, box=(0, 0, *A4))
    hidden = canvas.beginText(72, 760)
    hidden.setTextRenderMode(3)
    hidden.setFont("Layer", 13)
    for line in LONG:
        hidden.textLine(line.replace("thôn", "thón"))
    canvas.drawText(hidden)
    canvas.save()
    found = read_pdf(tmp_path / "a.pdf")
    assert found.pages[0].reading is Reading.OCR
    assert "nhận dạng trước" in found.pages[0].reason
    assert CLEAR in text(found)


def test_seal_beside_the_words_does_not_cost_a_recognition(tmp_path: Path) -> None:
    canvas = canvas_of(tmp_path / "a.pdf")
    put(canvas, LONG)
    canvas.setStrokeColorRGB(0.8, 0, 0)
    canvas.setFillColorRGB(0.8, 0, 0)
    canvas.circle(430, 120, 45)
    canvas.setFont("Layer", 7)
    path = canvas.beginPath()
    for x in range(395, 465, 5):
        for y in range(90, 150, 8):
            path.rect(x, y, 3, 5)
    canvas.drawPath(path, fill=1)
    canvas.save()
    assert read_pdf(tmp_path / "a.pdf").pages[0].reading is Reading.TEXT_LAYER


@pytest.mark.parametrize(("font", "name"), [(".VnTime", "TCVN3"), ("VNI-Times", "VNI"), ("VPSTime", "VPS")])
def test_fonts_of_old_code_tables_are_converted(tmp_path: Path, font: str, name: str) -> None:
    meant = [line.lower() for line in LONG]
    canvas = canvas_of(tmp_path / "a.pdf")
    put(canvas, [western(written(line, TABLES[name])) for line in meant])
    canvas.save()
    named_font(tmp_path / "a.pdf", font)
    found = read_pdf(tmp_path / "a.pdf")
    assert lines(found) == meant
    assert found.pages[0].reading is Reading.TEXT_LAYER
    assert f"chuyển từ mã {name}" in found.pages[0].reason


def test_a_font_of_capitals_is_read_in_capitals(tmp_path: Path) -> None:
    canvas = canvas_of(tmp_path / "a.pdf")
    put(canvas, [written("kế hoạch phòng, chống thiên tai", TABLES["TCVN3"])])
    canvas.save()
    named_font(tmp_path / "a.pdf", ".VnTimeH")
    assert text(read_pdf(tmp_path / "a.pdf")) == "KẾ HOẠCH PHÒNG, CHỐNG THIÊN TAI"


def test_old_code_is_known_by_its_words_where_no_font_tells(tmp_path: Path) -> None:
    meant = [line.lower() for line in LONG]
    canvas = canvas_of(tmp_path / "a.pdf")
    put(canvas, [written(line, TABLES["TCVN3"]) for line in meant])
    canvas.save()
    found = read_pdf(tmp_path / "a.pdf")
    assert [w.text for w in found.words] == " ".join(meant).split()


def test_a_unicode_text_in_a_font_of_an_old_name_is_left_alone(tmp_path: Path) -> None:
    canvas = canvas_of(tmp_path / "a.pdf")
    put(canvas, LONG)
    canvas.save()
    named_font(tmp_path / "a.pdf", ".VnTime")
    assert lines(read_pdf(tmp_path / "a.pdf")) == list(LONG)


def test_letters_of_a_wrong_code_are_set_right(tmp_path: Path) -> None:
    canvas = canvas_of(tmp_path / "a.pdf")
    put(canvas, [*LONG, "PHÕNG TÀI CHÍNH ĐƢỜNG Ðông kế hoạсh"])
    canvas.save()
    found = read_pdf(tmp_path / "a.pdf")
    assert lines(found)[-1] == "PHÒNG TÀI CHÍNH ĐƯỜNG Đông kế hoạch"
    assert "sửa 3 từ" in found.pages[0].reason


def test_spoilt_utf8_is_undone(tmp_path: Path) -> None:
    canvas = canvas_of(tmp_path / "a.pdf")
    short = [" ".join(line.split()[:7]) for line in LONG]
    put(canvas, [line.encode().decode("mac_roman") for line in short])
    canvas.save()
    found = read_pdf(tmp_path / "a.pdf")
    assert lines(found) == short
    assert "khôi phục" in found.pages[0].reason


def test_number_and_day_printed_over_their_blanks_stand_in_their_place(tmp_path: Path) -> None:
    canvas = canvas_of(tmp_path / "a.pdf")
    put(canvas, LONG)
    canvas.drawString(85, 230, "Số:           /KH-UBND")
    canvas.drawString(330, 230, "Tân Lập, ngày .... tháng .... năm 2024")
    canvas.drawString(112, 231.5, "1057")
    canvas.drawString(330 + canvas.stringWidth("Tân Lập, ngày ", "Layer", 13), 228.8, "05")
    canvas.drawString(330 + canvas.stringWidth("Tân Lập, ngày .... tháng ", "Layer", 13), 231, "12")
    canvas.save()
    found = lines(read_pdf(tmp_path / "a.pdf"))
    joined = " ".join(" ".join(found[-2:]).split())
    assert "Số: 1057/KH-UBND" in joined
    assert "ngày 05 tháng 12 năm 2024" in joined


def test_letters_printed_twice_to_look_bold_are_read_once(tmp_path: Path) -> None:
    canvas = canvas_of(tmp_path / "a.pdf")
    put(canvas, LONG)
    put(canvas, LONG, x=85.3)
    canvas.save()
    assert lines(read_pdf(tmp_path / "a.pdf")) == list(LONG)


def test_text_outside_of_the_paper_is_not_read(tmp_path: Path) -> None:
    canvas = canvas_of(tmp_path / "a.pdf")
    put(canvas, LONG)
    canvas.drawString(700, 400, "ngoài trang")
    canvas.save()
    assert "ngoài" not in text(read_pdf(tmp_path / "a.pdf"))


@pytest.mark.ocr
def test_glyphs_on_top_of_each_other_are_not_believed(tmp_path: Path) -> None:
    canvas = canvas_of(tmp_path / "a.pdf")
    scanned(canvas, sheet(LONG), tmp_path, box=(0, 0, *A4))
    for number, line in enumerate(LONG):
        for at, letter in enumerate(line):
            canvas.drawString(85 + at, 770 - 20 * number, letter)
    canvas.save()
    assert "vô lý" in read_pdf(tmp_path / "a.pdf").pages[0].reason


def test_words_of_a_cropped_page_lie_where_they_are_seen(tmp_path: Path) -> None:
    canvas = canvas_of(tmp_path / "a.pdf")
    canvas.setCropBox((40, 100, 555, 800))
    put(canvas, LONG)
    canvas.save()
    found = read_pdf(tmp_path / "a.pdf")
    (page,), first = found.pages, found.words[0]
    assert (page.width, page.height) == (515, 700)
    assert page.reading is Reading.TEXT_LAYER
    assert first.box is not None
    assert first.box.x0 == pytest.approx(45, abs=1)
    assert first.box.y1 == pytest.approx(33, abs=4)


def test_text_inside_of_a_form_is_read(tmp_path: Path) -> None:
    canvas = canvas_of(tmp_path / "a.pdf")
    canvas.beginForm("mau")
    put(canvas, LONG)
    canvas.endForm()
    canvas.doForm("mau")
    canvas.save()
    assert lines(read_pdf(tmp_path / "a.pdf")) == list(LONG)
