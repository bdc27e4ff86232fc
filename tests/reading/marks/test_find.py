from __future__ import annotations

from contextlib import nullcontext

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from lettered import stamped
from sheets import DPI, font_path, pixels, sheet
from vanthu.document.geometry import Box
from vanthu.document.page import Mark, MarkKind, Page, Reading, Word
from vanthu.errors import SecretError
from vanthu.reading.imaging import ink
from vanthu.reading.marks.fields import has_open_place
from vanthu.reading.marks.find import find_marks
from vanthu.reading.marks.sheet import Sheet
from vanthu.reading.marks.watch import Watch
from vanthu.reading.marks.wording import Marking
from vanthu.reading.result import PageRead
from vanthu.reading.secrecy import LABEL, Guard
from vanthu.rulebook import Rulebook, load_rulebook
from vanthu.settings import Settings

SCALE = DPI / 72
RED, BLUE = (205, 38, 48), (38, 62, 165)


@pytest.fixture(scope="module")
def rulebook() -> Rulebook:
    return load_rulebook()


def found(image: Image.Image, rulebook: Rulebook, words: tuple[Word, ...] = ()) -> tuple[Mark, ...]:
    settings = Settings()
    flat = pixels(image)
    page = Page(number=1, width=image.width / SCALE, height=image.height / SCALE, reading=Reading.OCR)
    inks = ink.separate(flat, settings.ink)
    return find_marks(
        Sheet(flat, inks, page, SCALE, settings.ink),
        PageRead(page, words),
        settings=settings,
        guard=Guard(rulebook[LABEL], "a.pdf", settings.ink.mark_zone),
        marking=Marking.of(rulebook),
    )


def test_clean_print_bears_no_marks(rulebook: Rulebook) -> None:
    assert found(sheet(()), rulebook) == ()


def test_seal_and_pen_are_told_by_colour(rulebook: Rulebook) -> None:
    page = sheet().convert("RGB")
    pen = ImageDraw.Draw(page)
    for inset in (0, 8, 45):
        pen.ellipse((700 + inset, 1100 + inset, 913 - inset, 1313 - inset), outline=RED, width=4)
    pen.line([(600 + 4 * n, 1250 + round(40 * np.sin(n / 4))) for n in range(80)], fill=BLUE, width=4)
    marks = found(page, rulebook)
    assert {(m.kind, m.colour) for m in marks} == {(MarkKind.SEAL, "red"), (MarkKind.SIGNATURE, "blue")}
    seal = next(m for m in marks if m.kind is MarkKind.SEAL)
    assert seal.box.contains((806 / SCALE, 1206 / SCALE))


def test_seal_of_a_gray_scan_claims_the_junk_over_it_and_no_print(rulebook: Rulebook) -> None:
    page = sheet(())
    pen = ImageDraw.Draw(page)
    for inset in (0, 8, 45):
        pen.ellipse((700 + inset, 1100 + inset, 913 - inset, 1313 - inset), outline=90, width=4)
    box = Box(*(v / SCALE for v in (780, 1190, 830, 1210)))
    words = (
        Word("Ỳ⁄T,", 1, box, 0.2, 0, "tesseract"),
        Word("Nguyễn", 1, box, 0.5, 1, "tesseract"),
    )
    (mark,) = found(page, rulebook, words)
    assert mark.kind is MarkKind.SEAL
    assert mark.words == (0,)


def test_what_may_be_a_mark_of_secrecy_in_a_seal_goes_to_a_person(
    rulebook: Rulebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = sheet(())
    pen = ImageDraw.Draw(page)
    for inset in (0, 8, 45):
        pen.ellipse((700 + inset, 1100 + inset, 913 - inset, 1313 - inset), outline=90, width=4)
    box = Box(*(v / SCALE for v in (760, 1180, 850, 1230)))
    seen = Mark(kind=MarkKind.POSSIBLE_SECRECY, page=1, box=box)
    told = iter([iter([seen])])
    monkeypatch.setattr(Watch, "over_letters", lambda *_, **__: next(told, iter(())))
    assert {m.kind for m in found(page, rulebook)} == {MarkKind.SEAL, MarkKind.POSSIBLE_SECRECY}


def test_digits_larger_than_print_are_handwriting(rulebook: Rulebook) -> None:
    page = sheet(("Số:        /KH-UBND",))
    face = ImageFont.truetype(font_path(), 40)
    ImageDraw.Draw(page).text((205, 135), "71", font=face, fill=20)
    places = [("Số:", 150, 195), ("7l", 205, 250), ("/KH-UBND", 262, 410)]
    words = tuple(
        Word(text, 1, Box(x0 / SCALE, 152 / SCALE, x1 / SCALE, 180 / SCALE), 0.8, 0, "tesseract")
        for text, x0, x1 in places
    )
    (mark,) = found(page, rulebook, words)
    assert mark.kind is MarkKind.HANDWRITING
    assert mark.words == (1,)


def test_strokes_that_were_taken_for_words_hide_no_figure_beside_them(rulebook: Rulebook) -> None:
    page = sheet(("Số:            -UBND",))
    face = ImageFont.truetype(font_path(), 52)
    ImageDraw.Draw(page).text((200, 125), "7 93", font=face, fill=20)
    words = tuple(
        Word(text, 1, Box(x0 / SCALE, y0 / SCALE, x1 / SCALE, 180 / SCALE), sure, 0, "tesseract")
        for text, x0, x1, y0, sure in [
            ("Số:", 150, 186, 152, 0.97),
            ("7", 200, 226, 130, 0.87),
            ("4Q3Đ-UBND", 238, 360, 130, 0.05),
        ]
    )
    marks = found(page, rulebook, words)
    assert {m.kind for m in marks} == {MarkKind.HANDWRITING}
    assert {n for m in marks for n in m.words} >= {1}


@pytest.mark.ocr
@pytest.mark.parametrize(("text", "angle"), [("MẬT", 12.0), ("TỐI MẬT", -16.0)])
@pytest.mark.parametrize("mode", ["RGB", "L"])
def test_turned_mark_of_secrecy_stops_the_work(
    rulebook: Rulebook, text: str, angle: float, mode: str
) -> None:
    page = stamped(sheet() if mode == "RGB" else sheet(()), text, (700, 900), angle, RED)
    with pytest.raises(SecretError):
        found(page.convert(mode), rulebook)


@pytest.mark.ocr
def test_black_mark_on_a_page_that_bears_colour_stops_the_work(rulebook: Rulebook) -> None:
    page = sheet().convert("RGB")
    ImageDraw.Draw(page).ellipse((700, 1100, 913, 1313), outline=RED, width=5)
    with pytest.raises(SecretError):
        found(stamped(page, "MẬT", (300, 900), 8.0, (25, 25, 28)), rulebook)


@pytest.mark.ocr
def test_mark_at_the_edge_of_a_gray_page_stops_the_work(rulebook: Rulebook) -> None:
    page = sheet(())
    with pytest.raises(SecretError):
        found(stamped(page, "TỐI MẬT", (700, page.height - 85), 0.0, RED).convert("L"), rulebook)


@pytest.mark.ocr
@pytest.mark.parametrize(("trust", "stops"), [(0.1, True), (0.5, True), (0.95, False)])
def test_a_word_of_secrecy_beside_what_nobody_believes_in_is_looked_at_again(
    rulebook: Rulebook, trust: float, stops: bool
) -> None:
    page = sheet(())
    ImageDraw.Draw(page).text((300, 200), "TUYỆT MẬT", font=ImageFont.truetype(font_path(), 32), fill=20)
    places = [("JYET", 300, 418, trust), ("MẬT", 428, 510, 0.95)]
    words = tuple(
        Word(text, 1, Box(x0 / SCALE, 204 / SCALE, x1 / SCALE, 240 / SCALE), sure, 0, "tesseract")
        for text, x0, x1, sure in places
    )
    with pytest.raises(SecretError) if stops else nullcontext():
        found(page, rulebook, words)


@pytest.mark.ocr
def test_turned_mark_of_urgency_is_read(rulebook: Rulebook) -> None:
    (mark,) = found(stamped(sheet(), "KHẨN", (700, 900), 9.0, RED), rulebook)
    assert (mark.kind, mark.text, mark.colour) == (MarkKind.URGENCY, "KHẨN", "red")


def _place(text: str, x0: float, x1: float) -> Word:
    return Word(text, 1, Box(x0, 90, x1, 103), None, 0, "textlayer")


def _dated(text: str, x0: float) -> list[Word]:
    """Words of the line with the place and the day."""
    place = [_place("Trong,", 300, 335)] if text == "ngày" else []
    return place + [_place(word, x0 + 30 * n, x0 + 30 * n + 24) for n, word in enumerate(text.split())]


@pytest.mark.parametrize(
    ("words", "is_open"),
    [
        ((_place("Số:", 75, 92), _place("/KH-UBND", 130, 190)), True),
        ((_place("Số:", 75, 92), _place("12/KH-UBND", 96, 170)), False),
        ((_place("Số:", 75, 92), _place("/KH-UBND", 96, 150)), False),
        ((*_dated("ngày", 338), *_dated("tháng 3 năm 2024", 400)), True),  # as much room as for three words
        ((*_dated("ngày", 338), *_dated("12 tháng 3 năm 2024", 365)), False),
    ],
)
def test_place_of_a_number_that_no_word_fills_is_open(
    rulebook: Rulebook, words: tuple[Word, ...], is_open: bool
) -> None:
    assert has_open_place(842, words, Marking.of(rulebook)) is is_open


def test_a_hole_of_a_punch_is_filled_and_a_letter_is_not() -> None:
    page = sheet()
    ImageDraw.Draw(page).ellipse((40, 400, 84, 444), fill=20)
    face = ImageFont.truetype(font_path(), 44)
    ImageDraw.Draw(page).text((30, 600), "®M", fill=20, font=face)
    flat = pixels(page)
    settings = Settings()
    bare = Page(number=1, width=page.width / SCALE, height=page.height / SCALE, reading=Reading.OCR)
    scan = Sheet(flat, ink.separate(flat, settings.ink), bare, SCALE, settings.ink)
    hole, letters = (Box(40, 400, 84, 444), Box(30, 605, 115, 650))
    assert [scan.is_solid(Box(*(v / SCALE for v in box))) for box in (hole, letters)] == [True, False]
