"""What pens filled into a letterhead, read."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from sheets import DPI, LINES, sheet
from vanthu.document.geometry import Box
from vanthu.document.page import Mark, MarkKind, Page, Place, Reading, Word
from vanthu.reading.imaging import ink
from vanthu.reading.marks.digits import Spelt
from vanthu.reading.marks.handwritten import read_fields, said, worth
from vanthu.reading.marks.sheet import Sheet
from vanthu.reading.marks.wording import Marking
from vanthu.rulebook import load_rulebook
from vanthu.settings import InkSettings

SCALE = DPI / 72
BLUE, RED, BLACK = (40, 60, 180), (200, 40, 40), (20, 20, 20)


def filled(text: str, colour: tuple[int, int, int], *, ring: bool = False) -> tuple[Sheet, list[Word], Box]:
    """A letterhead with a number by pen, its printed words, and where the strokes are; `ring`: of a seal, across them."""
    page = np.array(sheet(("Số:            /KH-UBND", *LINES[2:])).convert("RGB"))
    cv2.putText(page, text, (196, 182), cv2.FONT_HERSHEY_SCRIPT_SIMPLEX, 1.3, colour, 3, cv2.LINE_AA)
    if ring:
        cv2.circle(page, (215, 338), 190, RED, 3, cv2.LINE_AA)
    width = cv2.getTextSize(text, cv2.FONT_HERSHEY_SCRIPT_SIMPLEX, 1.3, 3)[0][0]
    inks = ink.separate(page, InkSettings())
    told = Page(
        number=1, width=page.shape[1] / SCALE, height=page.shape[0] / SCALE, reading=Reading.OCR, dpi=DPI
    )
    words = [
        Word(said, 1, Box(x0 / SCALE, 152 / SCALE, x1 / SCALE, 180 / SCALE), 0.97, 0, "tesseract")
        for said, x0, x1 in (("Số:", 150, 190), ("/KH-UBND", 285, 400))
    ]
    strokes = Box(194 / SCALE, 146 / SCALE, (198 + width) / SCALE, 186 / SCALE)
    return Sheet(page, inks, told, SCALE, InkSettings()), words, strokes


@pytest.fixture(scope="module")
def marking() -> Marking:
    return Marking.of(load_rulebook())


@pytest.mark.parametrize(("ring", "colour"), [(False, BLUE), (True, BLUE), (False, BLACK)])
def test_strokes_in_the_place_of_the_number_are_read(
    ring: bool, colour: tuple[int, int, int], marking: Marking
) -> None:
    page, words, strokes = filled("26", colour, ring=ring)
    pen = Mark(kind=MarkKind.HANDWRITING, page=1, box=strokes, colour="blue" if colour == BLUE else None)
    (mark,) = read_fields([pen], page, words, marking)
    assert mark.place is Place.NUMBER
    assert mark.written[0].text == "26"


def test_strokes_of_one_place_are_one_mark(marking: Marking) -> None:
    page, words, box = filled("26", BLUE)
    middle = box.centre[0]
    pens = [
        Mark(kind=MarkKind.HANDWRITING, page=1, box=half, colour="blue", words=(n,))
        for n, half in enumerate((box._replace(x1=middle), box._replace(x0=middle)))
    ]
    (mark,) = read_fields(pens, page, words, marking)
    assert (mark.box, mark.words, mark.written[0].text) == (box, (0, 1), "26")


def test_strokes_elsewhere_and_other_marks_are_left_alone(marking: Marking) -> None:
    page, words, box = filled("26", BLUE)
    elsewhere = box._replace(y0=box.y0 + 100, y1=box.y1 + 100)
    marks = [
        Mark(kind=MarkKind.HANDWRITING, page=1, box=elsewhere, colour="blue"),
        Mark(kind=MarkKind.SEAL, page=1, box=box, colour="red"),
    ]
    assert read_fields(marks, page, words, marking) == marks


def texts(place: Place, *readings: tuple[str, float]) -> list[str]:
    return [w.text for w in said(place, [Spelt(*reading) for reading in readings])]


def test_a_place_holds_only_what_may_stand_in_it() -> None:
    assert texts(Place.DAY, ("47", 0.5), ("17", 0.4), ("x7", 0.1)) == ["17"]
    assert texts(Place.MONTH, ("16", 0.6), ("10", 0.3)) == ["10"]
    assert texts(Place.NUMBER, ("4x", 0.5), ("141/", 0.4), ("00", 0.1)) == ["141"]


def test_with_and_without_leading_zero_it_is_one_day_and_two_numbers() -> None:
    readings = Spelt("05", 0.5), Spelt("5", 0.45)
    assert said(Place.DAY, readings)[0].confidence == worth(0.95)
    assert [w.text for w in said(Place.NUMBER, readings)] == ["05", "5"]


def test_an_impossible_reading_makes_the_next_no_surer() -> None:
    (day,) = said(Place.DAY, [Spelt("91", 0.6), Spelt("21", 0.4)])
    assert day.confidence == worth(0.4)


def test_no_reading_is_called_certain() -> None:
    assert worth(1.0) < 0.99
    assert worth(0.3) < worth(0.6) < worth(0.9) <= worth(1.0)


def test_beside_a_word_that_may_hold_some_of_its_strokes_a_black_number_is_not_sure(marking: Marking) -> None:
    page, words, box = filled("26", BLACK)
    doubted = [words[0]._replace(confidence=0.3), words[1]]
    pen = Mark(kind=MarkKind.HANDWRITING, page=1, box=box)
    (mark,) = read_fields([pen], page, doubted, marking)
    assert mark.written  # the label's letters look like 5 and 0
    assert max(w.confidence for w in mark.written) <= 0.6
