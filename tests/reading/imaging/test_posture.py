from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from sheets import LINES, pixels, sheet
from vanthu.reading.imaging.posture import posture
from vanthu.reading.imaging.raster import straightened, turned
from vanthu.settings import ImageSettings

SETTINGS = ImageSettings()


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
@pytest.mark.parametrize("skew", [-2.0, 0.0, 1.2])
def test_what_was_done_to_a_page_is_found_and_undone(rotation: int, skew: float) -> None:
    lying = turned(straightened(pixels(sheet()), -skew), (360 - rotation) % 360)
    found = posture(lying, SETTINGS)
    assert found.rotation == rotation
    assert found.skew == pytest.approx(skew, abs=0.15)


def test_capitals_and_digits_alone_are_not_turned_over() -> None:
    assert (
        posture(
            pixels(sheet(("01 22/11/2021", "02 23/11/2021", "03 01/12/2021", "04 15/12/2021"))), SETTINGS
        ).rotation
        == 0
    )


def test_blank_page_with_dark_edges_and_specks_has_no_letters() -> None:
    page = pixels(Image.new("L", (1240, 1754), 245)).copy()
    page[:, :30] = 40
    rng = np.random.default_rng(7)
    page[rng.integers(100, 1700, 200), rng.integers(100, 1200, 200)] = 60
    assert posture(page, SETTINGS).marks < SETTINGS.blank_marks


def test_few_lines_are_more_than_a_blank_page() -> None:
    assert posture(pixels(sheet(LINES[:1])), SETTINGS).marks > SETTINGS.blank_marks


def test_running_text_tells_which_way_is_up_and_digits_do_not() -> None:
    page = pixels(sheet(LINES * 2))
    assert posture(page, SETTINGS).sure
    assert posture(turned(page, 180), SETTINGS) == posture(page, SETTINGS)._replace(rotation=180)
    assert not posture(pixels(sheet(("01 22 11 2021", "02 23 11 2021", "03 01 12 2021"))), SETTINGS).sure


@pytest.mark.parametrize("skew", [-4.6, -3.3, -0.7, 0.4, 2.1, 4.4])
def test_skew_is_measured_to_a_tenth_of_a_degree(skew: float) -> None:
    lying = straightened(pixels(sheet(LINES * 2)), -skew)
    assert posture(lying, SETTINGS).skew == pytest.approx(skew, abs=0.11)
