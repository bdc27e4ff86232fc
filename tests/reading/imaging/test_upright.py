from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from sheets import DPI, scan_pdf, sheet
from vanthu.document.page import Page, Reading
from vanthu.errors import InputError
from vanthu.reading.imaging.pdf_page import open_pdf, render_page
from vanthu.reading.imaging.raster import POINTS, Raster, straightened, turned
from vanthu.reading.imaging.upright import upright
from vanthu.settings import ImageSettings


def page_of(raster: Raster, *, rotation: int = 0, skew: float = 0.0) -> Page:
    height, width = (n / raster.scale for n in raster.pixels.shape)
    return Page(
        number=1,
        width=width,
        height=height,
        dpi=raster.dpi,
        rotation=rotation,
        skew=skew,
        reading=Reading.OCR,
    )


def rendered(path: Path) -> Raster:
    with open_pdf(path) as pdf:
        return render_page(pdf[0], ImageSettings())


@pytest.mark.parametrize(("rotation", "skew"), [(0, 0.0), (90, 0.0), (180, 0.9), (270, -1.4)])
def test_upright_gives_the_very_image_that_was_recognised(tmp_path: Path, rotation: int, skew: float) -> None:
    path = scan_pdf(tmp_path / "a.pdf", sheet())
    raster = rendered(path)
    image = upright(path, page_of(raster, rotation=rotation, skew=skew))
    assert np.array_equal(np.asarray(image), straightened(turned(raster.pixels, rotation), skew))


def test_upright_at_another_resolution_keeps_points_true(tmp_path: Path) -> None:
    path = scan_pdf(tmp_path / "a.pdf", sheet())
    image = upright(path, page_of(rendered(path)), dpi=72)
    assert image.size == pytest.approx((1240 / DPI * POINTS, 1754 / DPI * POINTS), abs=1)


def test_transcripts_have_no_image(tmp_path: Path) -> None:
    page = Page(number=1, width=None, height=None, reading=Reading.TRANSCRIPT)
    with pytest.raises(InputError, match="không có hình"):
        upright(tmp_path / "a.txt", page)
