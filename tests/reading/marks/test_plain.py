from __future__ import annotations

import numpy as np
import pytest

from vanthu.document.geometry import Box
from vanthu.document.page import Word
from vanthu.reading.marks.plain import Found, Unexplained, is_junk, is_scribble
from vanthu.reading.marks.shapes import MM, Form, Shape
from vanthu.reading.marks.wording import Marking
from vanthu.rulebook import load_rulebook

BOX = (100.0, 100.0, 140.0, 114.0)


def loose(*, tallest: float = 3.6, angle: float = 0.0, form: Form = Form.LOOSE) -> Shape:
    """A shape as large as a word of print, its tallest letter so high [mm]."""
    return Shape(form, BOX, (120.0, 107.0), (40.0, 14.0), angle, pieces=3, tallest=tallest * MM)


def looked_at(shape: Shape, *, in_line: bool) -> bool:
    """Whether words of secrecy are looked for in a shape, with words of print to its left and right or alone."""
    depth, hidden = np.zeros((300, 300), np.uint8), np.zeros((300, 300), np.uint8)
    if in_line:
        hidden[100:114, 20:96] = hidden[100:114, 144:280] = 1
    masks = Unexplained(depth, depth, depth, hidden, hidden)
    return bool(list(masks.pieces([Found(shape, None, (), ())])))


def test_a_doubtful_word_in_a_line_of_print_is_no_stamp() -> None:
    assert not looked_at(loose(), in_line=True)
    assert looked_at(loose(), in_line=False)


def test_print_beside_one_end_of_a_long_heading_is_enough() -> None:
    wide = loose()._replace(box=(100.0, 100.0, 180.0, 114.0), size=(80.0, 14.0))
    depth, hidden = np.zeros((300, 300), np.uint8), np.zeros((300, 300), np.uint8)
    hidden[102:112, 188:280] = 1
    masks = Unexplained(depth, depth, depth, hidden, hidden)
    assert not list(masks.pieces([Found(wide, None, (), ())]))


@pytest.mark.parametrize("shape", [loose(tallest=5.0), loose(angle=8.0), loose(form=Form.FRAME)])
def test_what_stands_out_of_its_line_may_be_one(shape: Shape) -> None:
    assert looked_at(shape, in_line=True)


@pytest.fixture(scope="module")
def marking() -> Marking:
    return Marking.of(load_rulebook())


@pytest.mark.parametrize(
    ("text", "trust", "junk"),
    [
        ("15)KH-UBND", 0.5, False),  # a number line under a seal goes to review, it does not vanish
        ("30/6/2024", 0.05, False),
        ("Số)", 0.4, False),
        ("Nguyễn", 0.5, False),
        ("Nguyễn", 0.05, True),
        ("l§", 0.3, True),
        ("14thộ", 0.5, True),
        ("14thộ", 0.7, False),
    ],
)
def test_a_seal_claims_what_nobody_could_have_printed(
    marking: Marking, text: str, trust: float, junk: bool
) -> None:
    assert is_junk(Word(text, 1, Box(0, 0, 20, 12), trust, 0, "tesseract"), marking) is junk


def scribbled(shape: Shape, *others: Word) -> bool:
    """Whether a word that nobody believes in is a pen's, beside others."""
    return is_scribble(shape, [0], [Word("4.Gần", 1, Box(20, 0, 60, 12), 0.05, 0, "tesseract"), *others])


def test_a_blurred_word_in_a_line_of_print_is_print() -> None:
    surely, elsewhere = (Word("với", 1, Box(66, 0, 82, 11), 0.99, line, "tesseract") for line in (0, 1))
    assert not scribbled(loose(), surely)
    assert scribbled(loose(), elsewhere)
    assert scribbled(loose())
    assert scribbled(loose(tallest=7.0), surely)  # no print is so high
