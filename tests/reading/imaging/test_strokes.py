from __future__ import annotations

import cv2
import numpy as np
import pytest

from vanthu.reading.imaging.raster import Pixels
from vanthu.reading.imaging.strokes import pen_strokes

DPI = 200
MM = DPI / 25.4
BLACK, PEN, SEAL = 20, 50, 130


def corner() -> Pixels:
    """The corner of a page, 110 by 70 mm, with a line of print."""
    paper = np.full((round(70 * MM), round(110 * MM)), 245, np.uint8)
    for n in range(14):
        x, y = round((20 + 4 * n) * MM), round(12 * MM)
        cv2.rectangle(paper, (x, y), (x + round(2 * MM), y + round(3 * MM)), (BLACK,), 2)
    return paper


def signed(paper: Pixels, *, left: float, right: float, ink: int = PEN, low: float = 35.0) -> Pixels:
    """A zigzag of a pen [mm]."""
    x = np.linspace(left, right, 15)
    y = low + np.where(np.arange(15) % 2, 7.0, -7.0) * np.linspace(1, 0.4, 15)
    points = np.round(np.column_stack([x, y]) * MM).astype(np.int32)
    cv2.polylines(paper, [points], isClosed=False, color=(ink,), thickness=4)
    return paper


def boxes(paper: Pixels, printed: Pixels | None = None) -> list[tuple[float, ...]]:
    """Where signatures are found [mm]."""
    none = np.zeros_like(paper)
    found = pen_strokes(paper, DPI, none if printed is None else printed)
    return [tuple(round(v / MM) for v in strokes.box) for strokes in found]


def test_a_signature_is_told_from_print() -> None:
    assert boxes(corner()) == []
    assert boxes(signed(corner(), left=30, right=80)) == [(30, 28, 80, 42)]


def test_a_paler_seal_under_it_is_none_of_it() -> None:
    paper = corner()
    cv2.circle(paper, (round(30 * MM), round(35 * MM)), round(17 * MM), (SEAL,), 4)
    assert boxes(signed(paper, left=30, right=80)) == [(30, 28, 80, 42)]


@pytest.mark.parametrize("side", [17, 15])
def test_the_rim_of_a_seal_and_a_frame_are_no_signatures(side: int) -> None:
    ring, frame = corner(), corner()
    cv2.circle(ring, (round(50 * MM), round(40 * MM)), round(side * MM), (BLACK,), 3)
    low, high = (round((50 - side) * MM), round(25 * MM)), (round((50 + side) * MM), round(45 * MM))
    cv2.rectangle(frame, low, high, (BLACK,), 3)
    assert boxes(ring) == []
    assert boxes(frame) == []


def test_two_people_sign_each_for_themselves() -> None:
    paper = signed(signed(corner(), left=10, right=40), left=60, right=95)
    assert sorted(boxes(paper)) == [(10, 28, 40, 42), (60, 28, 95, 42)]


def test_what_lies_on_words_that_were_surely_read_is_print() -> None:
    paper = signed(corner(), left=30, right=80)
    assert boxes(paper, np.ones_like(paper)) == []


def test_the_shadow_of_a_lid_is_no_stroke() -> None:
    paper = corner()
    paper[:, -round(6 * MM) :] = 40
    assert boxes(paper) == []
