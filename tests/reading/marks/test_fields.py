"""The places of a letterhead that are filled by hand."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from sheets import DPI, font_path, sheet
from vanthu.document.geometry import Box
from vanthu.document.page import Mark, MarkKind, Page, Place, Reading, Word
from vanthu.reading.imaging import ink
from vanthu.reading.marks.fields import handwriting
from vanthu.reading.marks.sheet import Sheet
from vanthu.reading.marks.wording import Marking
from vanthu.rulebook import load_rulebook
from vanthu.settings import InkSettings

SCALE = DPI / 72


@pytest.fixture(scope="module")
def marking() -> Marking:
    return Marking.of(load_rulebook())


def number(
    written: str, read: str, sure: float, marking: Marking, *, size: int = 27, broken: bool = False
) -> list[Mark]:
    """The marks of a letterhead where something stands between *Số:* and the symbol, and was read so; `broken`: its bar hangs free."""
    page = sheet(("Số:        /KH-UBND",))
    ImageDraw.Draw(page).text(
        (194, 150 + 27 - size), written, font=ImageFont.truetype(font_path(), size), fill=20
    )
    if broken:
        ImageDraw.Draw(page).rectangle((192, 162, 220, 163), fill=250)
    places = [("Số:", 150, 186, 0.97), (read, 192, 236, sure), ("/KH-UBND", 240, 372, 0.97)]
    words = [
        Word(text, 1, Box(x0 / SCALE, 152 / SCALE, x1 / SCALE, 180 / SCALE), trust, 0, "tesseract")
        for text, x0, x1, trust in places
    ]
    return list(handwriting(sheet_of(page), words, marking, ()))


def sheet_of(page: Image.Image) -> Sheet:
    pixels = np.asarray(page)
    told = Page(number=1, width=page.width / SCALE, height=page.height / SCALE, reading=Reading.OCR)
    return Sheet(pixels, ink.separate(pixels, InkSettings()), told, SCALE, InkSettings())


@pytest.mark.parametrize(
    ("written", "read", "sure", "size", "by_hand"),
    [
        ("15", "15", 0.99, 27, False),
        ("15", "15", 0.8, 27, False),
        ("15", "1S", 0.4, 27, True),  # nobody believes it
        ("15", "15", 0.6, 27, False),
        ("71", "71", 0.8, 40, True),  # larger than print
        ("71", "71", 0.8, 20, True),  # smaller
        ("134", "13", 0.8, 27, True),  # a figure was passed over
        ("134", "134", 0.8, 27, False),
    ],
)
def test_a_number_is_by_hand_where_it_is_large_doubted_or_has_more_strokes_than_figures(
    marking: Marking, written: str, read: str, sure: float, size: int, by_hand: bool
) -> None:
    assert [m.kind for m in number(written, read, sure, marking, size=size)] == [
        MarkKind.HANDWRITING
    ] * by_hand


def test_what_was_read_of_a_number_by_hand_is_no_text(marking: Marking) -> None:
    (doubted,) = number("134", "13", 0.8, marking)
    (large,) = number("71", "71", 0.97, marking, size=40)
    assert (doubted.words, large.words) == ((1,), ())


def test_a_figure_of_print_that_broke_is_print(marking: Marking) -> None:
    assert not number("7", "7", 0.9, marking, broken=True)
    assert number("7", "7", 0.9, marking, size=40, broken=True)


def left_open(specks: Sequence[tuple[int, int]], marking: Marking, *, label: int = 186) -> list[Mark]:
    """The marks of a letterhead whose number no word tells, with specks of ink; the engine saw the label end at `label`."""
    page = sheet(("Số:        /KH-UBND",))
    for x, y in specks:
        ImageDraw.Draw(page).rectangle((x, y, x + 1, y + 1), fill=20)
    words = [
        Word(text, 1, Box(x0 / SCALE, 152 / SCALE, x1 / SCALE, 180 / SCALE), 0.97, 0, "tesseract")
        for text, x0, x1 in (("Số:", 150, label), ("/KH-UBND", 240, 372))
    ]
    return list(handwriting(sheet_of(page), words, marking, ()))


FAINT = tuple((212 + step % 8, 154 + step) for step in range(0, 24, 4))  # a stroke of which specks are left


def test_a_place_with_what_is_left_of_a_stroke_is_not_blank(marking: Marking) -> None:
    assert [m.place for m in left_open(FAINT, marking)] == [Place.NUMBER]


def test_a_place_is_blank_whose_ink_is_dirt_or_a_dotted_line(marking: Marking) -> None:
    assert not left_open((), marking)
    assert not left_open(((200, 160), (214, 173), (228, 155)), marking)
    assert not left_open([(x, 176) for x in range(196, 234, 4)], marking)


def test_ink_that_an_engine_took_into_the_label_is_in_the_place(marking: Marking) -> None:
    stroke = [(205, y) for y in range(154, 178)]
    (pen,) = left_open(stroke, marking, label=225)
    assert pen.place is Place.NUMBER
    assert not left_open((), marking, label=225)
