from __future__ import annotations

import numpy as np

from sheets import LINES, pixels, sheet
from vanthu.reading.imaging.light import evened

PAGE = pixels(sheet(LINES * 2))
FALL = np.linspace(1, 0.45, PAGE.shape[1])[None, :]


def test_even_light_is_left_alone_and_costs_no_copy() -> None:
    assert evened(PAGE) is PAGE


def test_light_that_falls_off_is_divided_out() -> None:
    dim = (PAGE * FALL).astype(np.uint8)
    made = evened(dim).astype(int)
    paper = PAGE > 200
    assert np.ptp(np.percentile(made[paper], [5, 95])) < 15
    assert made[~paper].mean() < 110


def test_dark_borders_alone_are_no_uneven_light() -> None:
    bordered = PAGE.copy()
    bordered[:, :60] = 20
    bordered[:40] = 20
    assert evened(bordered) is bordered


def marked(*, height: int = 50, left: int = 140, right: int = 900) -> np.ndarray:
    """The page with a stroke of a marker, scanned without colour, over the lower half of a line."""
    page = PAGE.copy()
    page[345 : 345 + height, left:right] = page[345 : 345 + height, left:right] * 0.62
    return page


def test_bar_over_a_line_is_divided_out() -> None:
    made = evened(marked())
    paper = PAGE > 240
    bar = np.zeros(PAGE.shape, np.bool_)
    bar[340:400, 130:910] = True
    assert np.percentile(made[bar & paper], 2) > 215
    assert made[bar & (PAGE < 60)].mean() < 80
    assert np.array_equal(made[450:], PAGE[450:])


def test_square_of_gray_is_no_bar() -> None:
    square = marked(height=120, left=400, right=520)
    assert evened(square) is square
