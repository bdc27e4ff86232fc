from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageOps
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from sheets import LINES, SIZE, pixels, scan_pdf, sheet
from vanthu.reading.imaging.modes import dark_on_light
from vanthu.reading.imaging.pdf_page import open_pdf, render_page
from vanthu.reading.imaging.picture_page import frame, open_picture
from vanthu.reading.imaging.raster import POINTS, Raster
from vanthu.settings import ImageSettings

SETTINGS = ImageSettings()
PAGE = sheet(LINES * 2)


def framed(path: Path) -> Raster:
    with open_picture(path) as picture:
        return frame(picture, 0, SETTINGS)


def seen(raster: Raster) -> np.ndarray:
    gray = raster.pixels if raster.pixels.ndim == 2 else raster.pixels.mean(axis=2)
    return gray.astype(int)


def see_through(mode: str) -> Image.Image:
    picture = Image.new(mode, PAGE.size)
    picture.putalpha(ImageOps.invert(PAGE))
    return picture


def sixteen_bits() -> Image.Image:
    return Image.fromarray(np.asarray(PAGE, dtype=np.uint16) * 257)


@pytest.mark.parametrize(
    ("name", "picture"),
    [
        ("a.png", see_through("RGBA")),
        ("a.png", see_through("LA")),
        ("a.png", sixteen_bits()),
        ("a.tif", sixteen_bits()),
        ("a.png", PAGE.convert("P")),
        ("a.tif", PAGE.convert("CMYK")),
        ("a.jpg", PAGE.convert("CMYK")),
        ("a.png", ImageOps.invert(PAGE)),
    ],
    ids=["transparent", "gray and transparent", "deep png", "deep tiff", "palette", "cmyk tiff", "cmyk jpeg", "white on black"],
)  # fmt: skip
def test_every_way_to_keep_a_page_shows_the_same_page(
    tmp_path: Path, name: str, picture: Image.Image
) -> None:
    picture.save(tmp_path / name)
    raster = framed(tmp_path / name)
    assert raster.pixels.dtype == np.uint8
    assert np.abs(seen(raster) - pixels(PAGE)).mean() < 6


def test_white_on_black_in_a_pdf_is_turned_dark_on_light(tmp_path: Path) -> None:
    path = scan_pdf(tmp_path / "a.pdf", ImageOps.invert(PAGE))
    with open_pdf(path) as pdf:
        raster = render_page(pdf[0], SETTINGS)
    assert np.abs(seen(raster) - pixels(PAGE)).mean() < 6


def test_a_small_sheet_on_dark_glass_keeps_its_levels() -> None:
    glass = np.full((SIZE[1] * 2, SIZE[0] * 2), 25, np.uint8)
    glass[200 : 200 + SIZE[1], 300 : 300 + SIZE[0]] = pixels(PAGE)
    assert np.array_equal(dark_on_light(glass), glass)


def test_coarse_fax_gets_square_points(tmp_path: Path) -> None:
    coarse = PAGE.resize((1728, 1145)).convert("1", dither=Image.Dither.NONE)
    coarse.save(tmp_path / "a.tif", compression="group4", dpi=(204, 98))
    raster = framed(tmp_path / "a.tif")
    height, width = raster.pixels.shape
    assert (width / raster.scale, height / raster.scale) == pytest.approx((610, 841), abs=2)
    assert raster.scale * POINTS == pytest.approx(204)


def test_coarse_fax_in_a_pdf_keeps_all_its_points(tmp_path: Path) -> None:

    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(595, 842))
    canvas.drawImage(ImageReader(PAGE.resize((1728, 1145))), 0, 0, 595, 842)
    canvas.save()
    with open_pdf(tmp_path / "a.pdf") as pdf:
        raster = render_page(pdf[0], SETTINGS)
    assert raster.pixels.shape[1] == pytest.approx(1728, abs=3)
    assert raster.pixels.shape[0] == pytest.approx(1728 * 842 / 595, abs=4)
