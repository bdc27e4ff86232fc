"""What is put on a page whose layer is believed: stamps that are pictures or notes, fields of digital signatures."""

from __future__ import annotations

from contextlib import nullcontext
from itertools import groupby
from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from layers import LONG, canvas_of, put, scanned
from layouts import rulebook
from sheets import font_path
from vanthu.document.page import MarkKind
from vanthu.errors import SecretError
from vanthu.reading import Recognition, open_source, read
from vanthu.reading.marks.wording import Marking
from vanthu.settings import Settings


def read_pdf(path: Path) -> Recognition:
    return read(open_source(path), settings=Settings(), marking=Marking.of(rulebook()))


def read_guarded(path: Path) -> Recognition:
    return read(open_source(path), settings=Settings(), secrecy=rulebook()["SECRECY"])


def signed(path: Path) -> Path:
    """Give a PDF written without compression, with one link, the field of a digital signature in the place of the link."""
    path.write_bytes(path.read_bytes().replace(b"/Subtype /Link", b"/Subtype /Widget /FT /Sig"))
    return path


def test_the_field_of_a_digital_signature_is_a_mark_with_its_own_lines_only(tmp_path: Path) -> None:
    canvas = canvas_of(tmp_path / "a.pdf")
    put(canvas, LONG)
    put(
        canvas,
        ("CHỦ TỊCH", "Ký bởi: Ủy ban nhân dân xã Tân Lập", "Phạm Thị Lan", "Cơ quan: Tỉnh Lạc Sơn"),
        x=300,
        y=200,
    )
    canvas.linkURL("https://example.org", (290, 120, 560, 220))
    canvas.save()
    found = read_pdf(signed(tmp_path / "a.pdf"))
    (mark,) = found.marks
    assert (mark.kind, mark.page) == (MarkKind.DIGITAL_SIGNATURE, 1)
    assert mark.text.splitlines() == ["Ký bởi: Ủy ban nhân dân xã Tân Lập", "Cơ quan: Tỉnh Lạc Sơn"]
    assert "Lan" not in {found.words[i].text for i in mark.words}


def stamp(colour: tuple[int, int, int]) -> Image.Image:
    picture = Image.new("RGB", (360, 150), "white")
    pen = ImageDraw.Draw(picture)
    pen.rectangle((6, 6, 353, 143), outline=colour, width=8)
    pen.text((75, 30), "TỐI MẬT", font=ImageFont.truetype(font_path(), 56), fill=colour)
    return picture


@pytest.mark.ocr
@pytest.mark.parametrize("colour", [(200, 20, 30), (25, 25, 28)])
def test_a_picture_of_a_secrecy_stamp_on_a_digital_page_stops_the_work(
    tmp_path: Path, colour: tuple[int, int, int]
) -> None:
    canvas = canvas_of(tmp_path / "a.pdf")
    put(canvas, LONG, y=700)
    scanned(canvas, stamp(colour), tmp_path, box=(90, 740, 110, 46))
    canvas.save()
    with pytest.raises(SecretError):
        read_guarded(tmp_path / "a.pdf")


@pytest.mark.ocr
@pytest.mark.parametrize("angle", [0, 9, -14])
def test_a_black_stamp_on_a_digital_page_stops_the_work_turned_or_beside_a_red_line(
    tmp_path: Path, angle: int
) -> None:
    picture = stamp((25, 25, 28)).rotate(
        angle, expand=True, fillcolor="white", resample=Image.Resampling.BICUBIC
    )
    ImageDraw.Draw(picture).line((2, 4, picture.width - 3, 4), fill=(200, 20, 30), width=4)
    canvas = canvas_of(tmp_path / "a.pdf")
    put(canvas, LONG, y=700)
    scanned(canvas, picture, tmp_path, box=(90, 730, 110, 110 * picture.height / picture.width))
    canvas.save()
    with pytest.raises(SecretError):
        read_guarded(tmp_path / "a.pdf")


def outlined(canvas: Canvas, picture: Image.Image, *, at: tuple[float, float], width: float) -> None:
    """Draw a picture's black ink as outlines that are filled."""
    scale = width / picture.width
    ink = (np.asarray(picture.convert("L")) < 128).astype(np.uint8)
    for outline in cv2.findContours(ink, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_TC89_L1)[0]:
        path = canvas.beginPath()
        for n, (x, y) in enumerate(outline[:, 0].tolist()):
            (path.lineTo if n else path.moveTo)(at[0] + x * scale, at[1] + (picture.height - y) * scale)
        path.close()
        canvas.drawPath(path, stroke=1, fill=0)


@pytest.mark.ocr
def test_a_secrecy_stamp_of_drawn_outlines_stops_the_work(tmp_path: Path) -> None:
    canvas = canvas_of(tmp_path / "a.pdf")
    put(canvas, LONG, y=700)
    outlined(canvas, stamp((25, 25, 28)), at=(90, 740), width=110)
    canvas.save()
    with pytest.raises(SecretError):
        read_guarded(tmp_path / "a.pdf")


@pytest.mark.ocr
def test_a_drawing_that_is_no_stamp_changes_nothing(tmp_path: Path) -> None:
    canvas = canvas_of(tmp_path / "a.pdf")
    put(canvas, LONG, y=700)
    for n in range(6):
        canvas.circle(120 + 30 * n, 760, 11, stroke=1, fill=0)
    canvas.save()
    assert read_guarded(tmp_path / "a.pdf").marks == ()


@pytest.mark.ocr
@pytest.mark.parametrize("height", [740, 470])
def test_a_picture_of_a_secrecy_stamp_is_found_behind_many_others(tmp_path: Path, height: int) -> None:
    logo = Image.new("RGB", (120, 120), "white")
    ImageDraw.Draw(logo).ellipse((10, 10, 109, 109), outline=(25, 25, 28), width=12)
    canvas = canvas_of(tmp_path / "a.pdf")
    put(canvas, LONG, y=430)
    for n in range(12):
        scanned(canvas, logo, tmp_path, box=(40 + 40 * n, 660, 34, 34))
    scanned(canvas, stamp((25, 25, 28)), tmp_path, box=(90, height, 110, 46))
    canvas.save()
    with pytest.raises(SecretError):
        read_guarded(tmp_path / "a.pdf")


@pytest.mark.ocr
def test_a_picture_of_a_secrecy_stamp_is_found_where_a_form_puts_it(tmp_path: Path) -> None:
    canvas = canvas_of(tmp_path / "a.pdf")
    put(canvas, LONG, y=700)
    canvas.beginForm("dau")
    scanned(canvas, stamp((25, 25, 28)), tmp_path, box=(0, 0, 110, 46))
    canvas.endForm()
    canvas.translate(90, 740)
    canvas.doForm("dau")
    canvas.save()
    with pytest.raises(SecretError):
        read_guarded(tmp_path / "a.pdf")


@pytest.mark.ocr
@pytest.mark.parametrize("shown", [90, 0, 180])
def test_a_picture_of_a_secrecy_stamp_is_found_on_a_page_whose_sheet_lies(tmp_path: Path, shown: int) -> None:
    canvas = canvas_of(tmp_path / "a.pdf")
    canvas.setPageSize((A4[1], A4[1]))
    canvas.setPageRotation(shown)
    canvas.translate(A4[1], 0)
    canvas.rotate(90)
    put(canvas, LONG, y=700)
    scanned(canvas, stamp((25, 25, 28)), tmp_path, box=(90, 740, 110, 46))
    canvas.save()
    with pytest.raises(SecretError):
        read_guarded(tmp_path / "a.pdf")


def test_a_note_with_half_a_letter_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    canvas = canvas_of(tmp_path / "a.pdf")
    put(canvas, LONG, y=700)
    canvas.freeTextAnnotation("NOTE", "/Helv 12 Tf", Rect=(90, 740, 200, 780))
    canvas.save()
    stored = (tmp_path / "a.pdf").read_bytes()
    half = stored.replace(b"/Contents (NOTE)", b"/Contents <FEFFD8000041>")
    assert half != stored
    (tmp_path / "a.pdf").write_bytes(half)
    found = read_pdf(tmp_path / "a.pdf")
    assert [" ".join(w.text for w in g) for _, g in groupby(found.words, key=lambda w: w.line)] == list(LONG)


@pytest.mark.parametrize(("text", "stops"), [("MẬT", True), ("Bảo mật", False)])
def test_a_note_on_a_digital_page_can_be_a_mark_of_secrecy(tmp_path: Path, text: str, stops: bool) -> None:
    canvas = canvas_of(tmp_path / "a.pdf")
    put(canvas, LONG, y=700)
    canvas.freeTextAnnotation(text, "/Helv 12 Tf", Rect=(90, 740, 200, 780))
    canvas.save()
    with pytest.raises(SecretError) if stops else nullcontext():
        read_guarded(tmp_path / "a.pdf")


def test_the_field_of_a_signature_without_words_is_a_mark_in_its_place(tmp_path: Path) -> None:
    canvas = canvas_of(tmp_path / "a.pdf")
    put(canvas, LONG)
    put(canvas, ("CHỦ TỊCH", "Phạm Thị Lan"), x=300, y=200)
    canvas.linkURL("https://example.org", (290, 120, 560, 220))
    canvas.save()
    (mark,) = read_pdf(signed(tmp_path / "a.pdf")).marks
    assert mark.box == pytest.approx((290, 621.89, 560, 721.89), abs=0.1)
    assert (mark.text, mark.words) == ("", ())
