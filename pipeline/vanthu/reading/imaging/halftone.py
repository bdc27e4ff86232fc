"""Gray that a scanner told by black dots: paper of such pages is full of them, and no line of print is found. Blurred to gray again."""

from __future__ import annotations

import cv2
import numpy as np

from vanthu.reading.imaging.raster import Pixels

_EVERY = 24  # rows
_DARK = 128
_LONE = 0.03  # share of pixels that are black between two white ones: ten times what specks of a fax make
_BLUR = 1.0  # pixels


def toned(pixels: Pixels) -> Pixels:
    """The page with gray in place of dots; the same array where it has none."""
    if pixels.ndim == 3 or min(pixels.shape) < _EVERY:
        return pixels
    black = pixels[::_EVERY] < _DARK
    lone = black[:, 1:-1] & ~black[:, :-2] & ~black[:, 2:]
    if lone.mean() < _LONE:
        return pixels
    return np.asarray(cv2.GaussianBlur(pixels, (0, 0), _BLUR), dtype=np.uint8)
