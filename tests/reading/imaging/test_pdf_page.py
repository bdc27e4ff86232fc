from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from sheets import DPI, born_pdf, pixels, scan_pdf, sheet
from vanthu.reading.imaging.pdf_page import open_pdf, render_page
from vanthu.reading.imaging.raster import Raster
from vanthu.settings import ImageSettings

SETTINGS = ImageSettings()


def rendered(path: Path) -> Raster:
    with open_pdf(path) as pdf:
        return render_page(pdf[0], SETTINGS)


def test_scan_in_a_pdf_is_taken_out_at_its_own_resolution(tmp_path: Path) -> None:
    raster = rendered(scan_pdf(tmp_path / "a.pdf", sheet()))
    assert (raster.pixels.shape, raster.dpi) == ((1754, 1240), DPI)
    assert np.abs(raster.pixels.astype(int) - pixels(sheet())).mean() < 2


@pytest.mark.parametrize(("dpi", "read_at"), [(100, 200), (150, 150), (600, 300)])
def test_resolutions_far_from_usual_are_brought_near(tmp_path: Path, dpi: int, read_at: int) -> None:
    picture = Image.new("L", (round(8.27 * dpi), round(11.69 * dpi)), 255)
    raster = rendered(scan_pdf(tmp_path / "a.pdf", picture, dpi=dpi))
    assert raster.dpi == pytest.approx(read_at, abs=1)


def test_digital_page_is_drawn_at_the_set_resolution(tmp_path: Path) -> None:
    assert rendered(born_pdf(tmp_path / "a.pdf", ("Kế hoạch",))).dpi == SETTINGS.render_dpi
