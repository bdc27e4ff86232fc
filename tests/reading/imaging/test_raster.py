from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from sheets import DPI, born_pdf, pixels, scan_pdf, sheet
from vanthu.document.page import Page, Reading
from vanthu.errors import InputError
from vanthu.reading.imaging.raster import (
    POINTS,
    Raster,
    frame,
    open_pdf,
    open_picture,
    reduced,
    render_page,
    straightened,
    turned,
    upright,
)
from vanthu.settings import ImageSettings

SETTINGS = ImageSettings()


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


@pytest.mark.parametrize("info", [{}, {"dpi": (72, 72)}, {"dpi": (1, 1)}])
def test_picture_without_a_believable_resolution_is_taken_for_a4(
    tmp_path: Path, info: dict[str, object]
) -> None:
    sheet().save(tmp_path / "a.png", **info)
    with open_picture(tmp_path / "a.png") as picture:
        assert frame(picture, 0, SETTINGS).dpi == pytest.approx(DPI, abs=1)


def test_picture_lies_as_its_tag_says(tmp_path: Path) -> None:
    tags = Image.Exif()
    tags[0x0112] = 6  # turn clockwise to show
    sheet().save(tmp_path / "a.jpg", exif=tags)
    with open_picture(tmp_path / "a.jpg") as picture:
        assert frame(picture, 0, SETTINGS).pixels.shape == (1240, 1754)


def test_reducing_goes_by_whole_factors() -> None:
    small, factor = reduced(np.zeros((2339, 1654), np.uint8), 1150)
    assert (small.shape, factor) == ((1169, 827), 2)
