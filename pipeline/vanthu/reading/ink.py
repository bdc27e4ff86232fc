"""Coloured ink (seals, stamps, ballpoint): taken off the print before reading, or looked at alone."""

from __future__ import annotations

from typing import NamedTuple

import cv2
import numpy as np
import numpy.typing as npt

from vanthu.reading.raster import Pixels
from vanthu.settings import InkSettings

_DARK = 128


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
    colour = chroma > settings.chroma
    share = float(np.count_nonzero(colour)) / colour.size
    ink = np.count_nonzero(gray < _DARK)
    if share < settings.min_share or np.count_nonzero(colour & (gray < _DARK)) > settings.print_share * ink:
        return Inks(gray, None)
    # ink of one colour leaves its own channel bright; black print under it stays dark in all
    lifted = cv2.add(brightest, chroma)
    near = cv2.dilate(colour.astype(np.uint8), np.ones((3, 3), np.uint8)) > 0
    return Inks(np.where(near, np.maximum(gray, lifted), gray), colour)


def alone(pixels: Pixels, colour: npt.NDArray[np.bool_]) -> Pixels:
    """Only the coloured ink, dark on white."""
    darkest = pixels.min(axis=2) if pixels.ndim == 3 else pixels
    return np.where(colour, darkest, np.uint8(255))
