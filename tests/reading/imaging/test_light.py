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
