"""Page images as arrays: their resolution, parts and turns. They are 8 bit, gray (H, W) or colour (H, W, 3: R, G, B)."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

import cv2
import numpy as np
import numpy.typing as npt

from vanthu.document.geometry import Box
from vanthu.settings import ImageSettings

Pixels: TypeAlias = npt.NDArray[np.uint8]

POINTS = 72.0  # an inch
A4_LONG = 11.69  # inches
FAX_RATIO = (1.5, 2.6)  # points across to lines down: 204 to 98 in the coarse mode
_QUARTERS = {90: cv2.ROTATE_90_CLOCKWISE, 180: cv2.ROTATE_180, 270: cv2.ROTATE_90_COUNTERCLOCKWISE}


class Raster(NamedTuple):
    """A page image as it lies in the file; `scale` is pixels a point."""

    pixels: Pixels
    scale: float

    @property
    def dpi(self) -> int:
        """Whole dots an inch."""
        return round(self.scale * POINTS)


def bounded(scale: float, settings: ImageSettings) -> float:
    """The scale to read at: twice that of a coarse picture, and no finer than pays."""
    if scale * POINTS < settings.min_dpi - 1:
        return 2 * scale
    return min(scale, settings.max_dpi / POINTS)


def resized(raster: Raster, scale: float) -> Raster:
    """The image at another scale."""
    if abs(scale / raster.scale - 1) < 0.01:
        return raster
    ratio = scale / raster.scale
    if ratio < 1:
        return Raster(shrunk(raster.pixels, 1 / ratio), scale)
    larger = cv2.resize(raster.pixels, None, fx=ratio, fy=ratio, interpolation=cv2.INTER_CUBIC)
    return Raster(np.asarray(larger, dtype=np.uint8), scale)


def shrunk(pixels: Pixels, factor: float) -> Pixels:
    """The image made smaller so many times; by a whole factor, or as good as that, far more quickly than by a broken one."""
    whole = max(1, round(factor))
    if max(pixels.shape[:2]) * abs(1 / whole - 1 / factor) >= 1:
        size = round(pixels.shape[1] / factor), round(pixels.shape[0] / factor)
    else:
        size = pixels.shape[1] // whole, pixels.shape[0] // whole
        pixels = pixels[: size[1] * whole, : size[0] * whole]
    return np.asarray(cv2.resize(pixels, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)


def gray_of(pixels: Pixels) -> Pixels:
    """The image without its colours."""
    return (
        pixels if pixels.ndim == 2 else np.asarray(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY), dtype=np.uint8)
    )


def cut(raster: Raster, part: Box | None) -> Raster:
    """A part [points] of the image, or all of it."""
    if part is None:
        return raster
    x0, y0, x1, y1 = (round(n * raster.scale) for n in part)
    return Raster(np.ascontiguousarray(raster.pixels[y0:y1, x0:x1]), raster.scale)


def reduced(pixels: Pixels, long_side: int) -> tuple[Pixels, int]:
    """The image made smaller by a whole factor, to about `long_side`; the factor."""
    factor = max(1, round(max(pixels.shape[:2]) / long_side))
    return (shrunk(pixels, factor) if factor > 1 else pixels), factor


def turned(pixels: Pixels, rotation: int) -> Pixels:
    """The image turned clockwise by 0, 90, 180 or 270 degrees."""
    if rotation == 0:
        return pixels
    return np.asarray(cv2.rotate(pixels, _QUARTERS[rotation]), dtype=np.uint8)


def straightened(pixels: Pixels, skew: float) -> Pixels:
    """The image turned clockwise by a few degrees around its middle; same size, new corners like paper."""
    if skew == 0:
        return pixels
    height, width = pixels.shape[:2]
    matrix = cv2.getRotationMatrix2D(((width - 1) / 2, (height - 1) / 2), -skew, 1.0)
    paper = np.median(pixels[::16, ::16], axis=(0, 1))
    return np.asarray(
        cv2.warpAffine(
            pixels, matrix, (width, height), flags=cv2.INTER_CUBIC, borderValue=np.atleast_1d(paper).tolist()
        ),
        dtype=np.uint8,
    )
