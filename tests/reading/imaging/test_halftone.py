from __future__ import annotations

import numpy as np
from PIL import Image

from sheets import LINES, pixels, sheet
from vanthu.reading.imaging.halftone import toned

PAGE = pixels(sheet(LINES * 2))


def test_pages_of_gray_and_of_black_and_white_are_left_alone() -> None:
    bilevel = np.where(PAGE < 140, 0, 255).astype(np.uint8)
    specks = bilevel.copy()
    specks[np.random.default_rng(1).random(PAGE.shape) < 0.004] = 0
    for page in (PAGE, bilevel, specks):
        assert toned(page) is page


def test_dots_become_gray_paper_and_print_stays_dark() -> None:
    gray = Image.fromarray((PAGE * 0.85).astype(np.uint8))
    dithered = np.asarray(gray.convert("1")).astype(np.uint8) * np.uint8(255)
    made = toned(dithered)
    paper = made[PAGE > 240]
    assert np.percentile(paper, 1) > 100
    assert made[PAGE < 60].mean() < 90
