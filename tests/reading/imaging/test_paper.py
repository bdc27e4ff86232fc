from __future__ import annotations

import numpy as np
import pytest

from sheets import pixels, sheet
from vanthu.reading.imaging.paper import grain, is_poor
from vanthu.reading.imaging.raster import Pixels
from vanthu.settings import PoorSettings

SETTINGS = PoorSettings(language="Vietnamese", below_dpi=170, grain=3.3)


def noisy(sigma: float) -> Pixels:
    page = np.asarray(pixels(sheet()), dtype=np.float64) - 20
    return np.clip(page + np.random.default_rng(1).normal(0, sigma, page.shape), 0, 255).astype(np.uint8)


@pytest.mark.parametrize("sigma", [1.0, 4.0, 8.0])
def test_grain_is_the_noise_of_the_paper(sigma: float) -> None:
    assert grain(noisy(sigma)) == pytest.approx(sigma, rel=0.35)


def test_a_clean_page_is_not_poor() -> None:
    assert not is_poor(noisy(1.5), 200, SETTINGS)


def test_noise_few_dots_and_no_tones_make_a_poor_page() -> None:
    assert is_poor(noisy(8.0), 200, SETTINGS)
    assert is_poor(noisy(1.5), 150, SETTINGS)
    black_and_white = np.where(noisy(1.5) < 128, np.uint8(0), np.uint8(255))
    assert is_poor(black_and_white, 200, SETTINGS)


def test_an_empty_image_is_no_error() -> None:
    assert grain(np.zeros((0, 0), np.uint8)) == 0.0
