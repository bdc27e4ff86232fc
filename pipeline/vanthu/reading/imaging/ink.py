"""Coloured ink (seals, stamps, ballpoint): taken off the print before reading, or looked at alone."""

from __future__ import annotations

from typing import NamedTuple

import cv2
import numpy as np
import numpy.typing as npt

from vanthu.document.geometry import Box
from vanthu.reading.imaging.pieces import Pieces
from vanthu.reading.imaging.raster import Pixels, shrunk, straightened, turned
from vanthu.settings import InkSettings

_LEVELS = np.arange(256)
_DARK = 128
_BLACK = 60  # nothing darker is told apart from black
_FRINGE = 5  # pixels
_COARSE = 4  # places of ink are told in steps of so many pixels
_TOUCHED = 32  # share of a step, of 255, that must be ink
_LEAST_AREA = 12  # steps; less is a speck
_PRINTED = 115  # black print is darker than this in every channel
_INK_LEVELS = (0.25, 0.92)  # of the paper: stamps are black below and white above
_FLOOR, _SLOPE = 50, 4  # brightness of the strongest channel at which ink begins to be lifted, and how fast


class Inks(NamedTuple):
    """The page without its coloured ink, and where that ink was; `colour` is `None` where nothing was taken off."""

    gray: Pixels
    colour: npt.NDArray[np.bool_] | None


def separate(pixels: Pixels, settings: InkSettings) -> Inks:
    """Gray print of a page image. Colour that is next to nothing, or that is the print itself, is left in."""
    if pixels.ndim == 2:
        return Inks(pixels, None)
    gray = np.asarray(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY), dtype=np.uint8)
    brightest, coloured = _colour(pixels, settings)
    if cv2.countNonZero(coloured) < settings.min_share * gray.size or _is_print(coloured, gray, settings):
        return Inks(gray, None)
    # pictures are stored with colour blurred: the fringe of a stroke of the pen is as gray as print
    near = cv2.dilate(coloured, np.ones((_FRINGE, _FRINGE), np.uint8))
    paper = np.uint8(np.median(gray[::8, ::8]))
    # ink of one colour leaves its own channel bright; black print under it is dark in all
    lifted = cv2.LUT(brightest, np.clip(_SLOPE * (_LEVELS - _FLOOR), 0, paper).astype(np.uint8))
    print_only = cv2.copyTo(cv2.max(gray, lifted), near, gray.copy())
    return Inks(np.asarray(print_only, dtype=np.uint8), np.asarray(near, dtype=np.uint8) > 0)


def _colour(pixels: Pixels, settings: InkSettings) -> tuple[Pixels, Pixels]:
    """The strongest channel of each pixel, and a mask (1) of coloured ones."""
    red, green, blue = cv2.split(pixels)
    brightest = np.asarray(cv2.max(red, cv2.max(green, blue)), dtype=np.uint8)
    chroma = cv2.subtract(brightest, cv2.min(red, cv2.min(green, blue)))
    least = np.maximum(np.rint(_LEVELS * settings.saturation), settings.chroma)
    least[: _BLACK + 1] = _LEVELS[-1]  # more than that is no chroma
    coloured = np.asarray(chroma > cv2.LUT(brightest, least.astype(np.uint8)))
    return brightest, coloured.view(np.uint8)


def _is_print(coloured: Pixels, gray: Pixels, settings: InkSettings) -> bool:
    dark = (gray < _DARK).astype(np.uint8)
    return cv2.countNonZero(coloured & dark) > settings.print_share * cv2.countNonZero(dark)


def places(colour: npt.NDArray[np.bool_], *, rotation: int, skew: float, scale: float) -> tuple[Box, ...]:
    """Where coloured ink lies on the upright page, in points: one box for strokes that are close. `scale` is pixels a point."""
    small = shrunk(colour.view(np.uint8) * np.uint8(255), _COARSE)
    upright = straightened(turned(small, rotation), skew)
    joined = cv2.dilate((upright > _TOUCHED).astype(np.uint8), np.ones((3, 3), np.uint8))
    _, found = Pieces.of(joined)
    unit = _COARSE / scale
    return tuple(
        Box(*(round(float(v) * unit, 1) for v in (x, y, x + width, y + height)))
        for x, y, width, height, area in found[1:]
        if area >= _LEAST_AREA
    )


def by_colour(pixels: Pixels, settings: InkSettings) -> dict[str, Pixels]:
    """Masks (1: ink) of the strong ink of a colour image: red, and blue, which stands for all that is not red."""
    _, coloured = _colour(pixels, settings)
    red, _, blue = cv2.split(pixels)
    is_red = (np.asarray(red) > np.asarray(blue)).astype(np.uint8)
    return {"red": coloured & is_red, "blue": coloured & (1 - is_red)}


def tinted(pixels: Pixels, settings: InkSettings) -> Pixels:
    """Coloured ink of a colour image, faint letters of a worn stamp too, dark on white; black print is covered with paper."""
    brightest, coloured = _colour(pixels, settings)
    red, green, blue = cv2.split(pixels)
    darkest = np.asarray(cv2.min(red, cv2.min(green, blue)), dtype=np.uint8)
    paper = np.uint8(np.median(darkest[::16, ::16]))
    print_ = ((brightest < _PRINTED) & (coloured == 0)).astype(np.uint8)
    around = np.asarray(cv2.dilate(print_, np.ones((_FRINGE, _FRINGE), np.uint8)), dtype=np.uint8)
    covered = np.where((around > 0) & (coloured == 0), paper, darkest)
    return np.asarray(cv2.LUT(covered, _stretched(int(paper))), dtype=np.uint8)


def _stretched(paper: int) -> Pixels:
    """A table that makes paper white and strong ink black."""
    dark, light = _INK_LEVELS
    steps = (_LEVELS / max(1, paper) - dark) / (light - dark)
    return (255 * np.clip(steps, 0, 1)).astype(np.uint8)
