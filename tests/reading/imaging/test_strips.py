from __future__ import annotations

import numpy as np
from PIL import Image

from sheets import LINES, pixels, sheet
from vanthu.reading.imaging.strips import fullest_lines


def test_a_few_lines_are_much_smaller_than_the_page_and_hold_ink() -> None:
    page = pixels(sheet())
    strip = fullest_lines(page)
    assert strip is not None
    assert 60 < strip.shape[0] < page.shape[0] / 5
    assert strip.shape[1] < page.shape[1]
    assert float(np.mean(strip < 128)) > 3 * float(np.mean(page < 128))


def test_a_single_line_is_enough() -> None:
    strip = fullest_lines(pixels(sheet(LINES[4:5])))
    assert strip is not None
    assert strip.shape[0] < 120


def test_a_page_without_lines_has_no_strip() -> None:
    assert fullest_lines(pixels(Image.new("L", (1240, 1754), 250))) is None
