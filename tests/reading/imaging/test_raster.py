from __future__ import annotations

import numpy as np
import pytest

from vanthu.reading.imaging.raster import reduced, shrunk


def test_reducing_goes_by_whole_factors() -> None:
    small, factor = reduced(np.zeros((2339, 1654), np.uint8), 1150)
    assert (small.shape, factor) == ((1169, 827), 2)


@pytest.mark.parametrize("factor", [2.0, 2.0004, 1.7, 0.8])
def test_places_stay_true_however_the_image_is_made_smaller(factor: float) -> None:
    page = np.full((2339, 1654), 255, np.uint8)
    page[2200:2300, 1500:1600] = 0
    rows, columns = np.nonzero(shrunk(page, factor) < 128)
    assert (rows.mean(), columns.mean()) == pytest.approx((2250 / factor, 1550 / factor), abs=1)
