"""Coloured ink (seals, stamps, ballpoint): taken off the print before reading, or looked at alone."""

from __future__ import annotations

from typing import NamedTuple

import cv2
import numpy as np
import numpy.typing as npt

from vanthu.reading.raster import Pixels
from vanthu.settings import InkSettings

_DARK = 128
_BLACK = 60  # nothing darker is told apart from black
_FRINGE = 5  # pixels
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
    brightest = pixels.max(axis=2)
    chroma = brightest - pixels.min(axis=2)
    coloured = (chroma > settings.chroma) & (chroma > settings.saturation * brightest) & (brightest > _BLACK)
    if float(coloured.mean()) < settings.min_share or _is_print(coloured, gray, settings):
        return Inks(gray, None)
    # pictures are stored with colour blurred: the fringe of a stroke of the pen is as gray as print
    near = cv2.dilate(coloured.astype(np.uint8), np.ones((_FRINGE, _FRINGE), np.uint8)) > 0
    paper = int(np.median(gray[::8, ::8]))
    # ink of one colour leaves its own channel bright; black print under it is dark in all
    lifted = np.clip((brightest.astype(np.int16) - _FLOOR) * _SLOPE, 0, paper).astype(np.uint8)
    return Inks(np.where(near, np.maximum(gray, lifted), gray), near)


def _is_print(coloured: npt.NDArray[np.bool_], gray: Pixels, settings: InkSettings) -> bool:
    dark = gray < _DARK
    return int(np.count_nonzero(coloured & dark)) > settings.print_share * int(np.count_nonzero(dark))


def alone(pixels: Pixels, colour: npt.NDArray[np.bool_]) -> Pixels:
    """Only the coloured ink of a colour image, dark on white."""
    return np.where(colour, pixels.min(axis=2), np.uint8(255))
