from __future__ import annotations

import numpy as np
from PIL import Image

from sheets import LINES, pixels, sheet
from vanthu.reading.imaging.lone import lone_spot


def test_number_at_the_head_is_found_among_specks() -> None:
    page = pixels(sheet(("12",), left=600, top=90)).copy()
    rng = np.random.default_rng(3)
    page[rng.integers(100, 1700, 80), rng.integers(100, 1200, 80)] = 60
    box = lone_spot(page)
    assert box is not None
    x0, y0, x1, y1 = box
    assert (560 < x0 < 610, 60 < y0 < 100, 620 < x1 < 680, 105 < y1 < 160) == (True,) * 4


def test_empty_pages_and_pages_of_text_have_no_lone_number() -> None:
    assert lone_spot(pixels(Image.new("L", (1240, 1754), 250))) is None
    assert lone_spot(pixels(sheet(LINES))) is None


def test_a_spot_in_the_middle_of_the_page_is_no_number_of_it() -> None:
    assert lone_spot(pixels(sheet(("7",), left=600, top=800))) is None
