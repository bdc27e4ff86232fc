from __future__ import annotations

import numpy as np
import pytest

from lettered import pressed, told
from vanthu.reading.imaging.raster import Pixels
from vanthu.reading.marks.lettering import pieces
from vanthu.reading.marks.rows import rows, with_rows
from vanthu.reading.marks.shapes import MM, Form, Shape, find_shapes


def letter(x: float, y: float, *, high: float = 7.0, wide: float = 6.0, form: Form = Form.LOOSE) -> Shape:
    """A letter's shape; all in mm."""
    box = x * MM, y * MM, (x + wide) * MM, (y + high) * MM
    middle = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return Shape(form, box, middle, (wide * MM, high * MM), 0.0, 1, high * MM, high * MM)


def test_large_letters_that_lie_apart_are_one_word_as_it_lies() -> None:
    (word,) = rows([letter(10 + 12 * n, 20 + 2 * n) for n in (2, 0, 1)])
    assert (word.form, word.pieces) == (Form.ROW, 3)
    assert word.box == pytest.approx((10 * MM, 20 * MM, 40 * MM, 31 * MM))
    assert word.angle == pytest.approx(9.5, abs=0.5)
    assert word.size[1] < 11 * MM


def test_a_letter_that_was_taken_for_a_frame_belongs_to_its_word_and_a_box_of_lines_does_not() -> None:
    frame = letter(22, 20, form=Form.FRAME)
    (word,) = rows([letter(10, 20), frame])
    assert word.form is Form.ROW
    assert rows([letter(10, 20), frame._replace(tallest=0.0)]) == []


@pytest.mark.parametrize(
    "other",
    [
        letter(30, 20),  # too far
        letter(18, 27),  # below
        letter(18, 22, high=3.0),  # print
        letter(18, 20, form=Form.RING),
        letter(18, 14, high=11.9, wide=50),  # a signature
    ],
)
def test_what_is_no_letter_of_the_line_stays_by_itself(other: Shape) -> None:
    assert rows([letter(10, 20), other]) == []
    assert list(with_rows([letter(10, 20), other])) == [letter(10, 20), other]


def _apart(text: str) -> Pixels:
    """Letters 7 mm high that lie 3 mm and more apart."""
    return np.hstack([pressed(letter, cap=7.0)[:, 203:247] for letter in text])


@pytest.mark.parametrize(("text", "seen"), [("MẬT", True), ("KÝTÊN", False), ("LƯU", False), ("SAO", False)])
def test_a_word_of_secrecy_in_letters_that_lie_apart(text: str, seen: bool) -> None:
    dark = np.pad(_apart(text), 40)
    hidden = np.zeros_like(dark)
    shapes = find_shapes((dark > 60).astype(np.uint8))
    assert len(shapes) == len(text)
    assert told(pieces(dark, 160, hidden, with_rows(shapes))) is seen
