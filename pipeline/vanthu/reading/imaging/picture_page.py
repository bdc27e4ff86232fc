"""Pages of picture files as images: the right way up as their tags say, with square points."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import cv2
import numpy as np
from PIL import Image, ImageOps

from vanthu.errors import InputError, PageError
from vanthu.reading.imaging.modes import dark_on_light, opaque
from vanthu.reading.imaging.raster import A4_LONG, FAX_RATIO, POINTS, Pixels, Raster, bounded, resized
from vanthu.settings import ImageSettings

_SANE_DPI = range(70, 1201)
_FLAT = {"1", "L"}


@contextmanager
def open_picture(path: Path) -> Iterator[Image.Image]:
    """A picture file with only its head read. Raises `InputError` for sizes that Pillow takes for an attack."""
    try:
        with warnings.catch_warnings():
            # our own limit decides
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            picture = Image.open(path)
            with picture:
                yield picture
    except Image.DecompressionBombError as error:
        raise InputError("ảnh quá lớn; hãy quét lại ở 200-300 dpi", where=str(path)) from error


def frame(picture: Image.Image, index: int, settings: ImageSettings) -> Raster:
    """A page of a picture file, the right way up as its tags say. Raises `PageError` where it can't be decoded."""
    try:
        picture.seek(index)
        across, down = _dpi_of(picture)
        flat = opaque(ImageOps.exif_transpose(picture))
        pixels = np.asarray(flat.convert("L" if flat.mode in _FLAT else "RGB"))
    except (OSError, SyntaxError, ValueError, EOFError) as error:
        raise PageError("không giải mã được ảnh của trang này; hãy quét lại") from error
    if across != down:
        pixels = _squared(pixels, across, down)
    scale = max(across, down) / POINTS
    return resized(Raster(dark_on_light(pixels), scale), bounded(scale, settings))


def _squared(pixels: Pixels, across: float, down: float) -> Pixels:
    """The picture of a fax, whose points are not square, at its finer resolution in both directions."""
    finer = max(across, down)
    how = cv2.INTER_CUBIC
    return np.asarray(
        cv2.resize(pixels, None, fx=finer / across, fy=finer / down, interpolation=how), dtype=np.uint8
    )


def _dpi_of(picture: Image.Image) -> tuple[float, float]:
    """Across and down, as the file says; where it says none, or what no scanner does, as if the paper were A4."""
    said = picture.info.get("dpi", (0, 0))
    across, down = (float(n) for n in said) if isinstance(said, tuple) else (0.0, 0.0)
    guess = max(picture.size) / A4_LONG
    if FAX_RATIO[0] < across / max(1.0, down) < FAX_RATIO[1] and round(down) in _SANE_DPI:
        return across, down
    if round(across) in _SANE_DPI and 0.6 < across / guess < 2.2:
        return across, across
    return guess, guess
