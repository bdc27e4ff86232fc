from __future__ import annotations

import numpy as np
import pytest

from vanthu.reading.marks.shapes import MM, Form, Shape
from vanthu.reading.marks.unexplained import Unexplained

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
    return bool(list(masks.pieces(masks.silent([shape]))))


def test_a_doubtful_word_in_a_line_of_print_is_no_stamp() -> None:
    assert not looked_at(loose(), in_line=True)
    assert looked_at(loose(), in_line=False)


def test_print_beside_one_end_of_a_long_heading_is_enough() -> None:
    wide = loose()._replace(box=(100.0, 100.0, 180.0, 114.0), size=(80.0, 14.0))
    depth, hidden = np.zeros((300, 300), np.uint8), np.zeros((300, 300), np.uint8)
    hidden[102:112, 188:280] = 1
    masks = Unexplained(depth, depth, depth, hidden, hidden)
    assert not list(masks.pieces(masks.silent([wide])))


@pytest.mark.parametrize("shape", [loose(tallest=5.0), loose(angle=8.0), loose(form=Form.FRAME)])
def test_what_stands_out_of_its_line_may_be_one(shape: Shape) -> None:
    assert looked_at(shape, in_line=True)


def test_ink_that_is_two_lines_high_is_looked_at_among_print_too() -> None:
    high = loose()._replace(box=(100.0, 95.0, 140.0, 119.0), size=(40.0, 24.0))
    assert looked_at(high, in_line=True)
