from __future__ import annotations

import pytest

from vanthu.document.geometry import Box
from vanthu.document.page import MarkKind, Word
from vanthu.reading.marks.plain import Found, is_junk, is_scribble, kind_of
from vanthu.reading.marks.shapes import MM, Form, Shape
from vanthu.reading.marks.wording import Marking
from vanthu.rulebook import load_rulebook

BOX = (100.0, 100.0, 140.0, 114.0)


def loose(*, tallest: float = 3.6, angle: float = 0.0, form: Form = Form.LOOSE) -> Shape:
    """A shape as large as a word of print, its tallest letter so high [mm]."""
    return Shape(form, BOX, (120.0, 107.0), (40.0, 14.0), angle, pieces=3, tallest=tallest * MM)


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


@pytest.mark.parametrize(("wide", "kind"), [(40.0, MarkKind.SIGNATURE), (160.0, None)])
def test_rules_as_wide_as_the_text_are_no_signature(wide: float, kind: MarkKind | None) -> None:
    box = (80.0, 700.0, 80.0 + wide * MM, 700.0 + 30 * MM)
    shape = Shape(Form.LOOSE, box, (120.0, 800.0), (wide * MM, 30 * MM), 0.0, pieces=3, tallest=9 * MM)
    assert kind_of(Found(shape, None, (), ()), signed_below=300.0) is kind
