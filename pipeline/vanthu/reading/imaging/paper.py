"""How good a picture of print is, before it is read: grain of the paper, resolution, whether tones are left."""

from __future__ import annotations

import cv2
import numpy as np

from vanthu.reading.imaging.raster import Pixels
from vanthu.settings import PoorSettings

_EVERY = 4  # rows; those between tell the same
_SIGMA = 0.6745 * 6**0.5  # median of a second difference of noise, in its standard deviations
_BLACK, _WHITE = 64, 192
_TONELESS = 0.01  # share of pixels that are neither black nor white


def is_poor(gray: Pixels, dpi: int, settings: PoorSettings) -> bool:
    """Whether a page is noisy, coarse, or black and white only."""
    return dpi < settings.below_dpi or _is_toneless(gray) or grain(gray) > settings.grain


def grain(gray: Pixels) -> float:
    """Standard deviation of the paper's noise in gray levels; print takes little of a page and hardly changes it."""
    rows = _middle(gray).astype(np.int16)
    if rows.size == 0:
        return 0.0
    return float(np.median(np.abs(2 * rows[:, 1:-1] - rows[:, :-2] - rows[:, 2:]))) / _SIGMA


def _is_toneless(gray: Pixels) -> bool:
    rows = np.ascontiguousarray(_middle(gray))
    return rows.size > 0 and cv2.countNonZero(cv2.inRange(rows, _BLACK, _WHITE)) < _TONELESS * rows.size


def _middle(gray: Pixels) -> Pixels:
    height, width = gray.shape
    return gray[height // 4 : height - height // 4 : _EVERY, width // 4 : width - width // 4]


def usual_tone(gray: Pixels) -> float:
    """The middle of all tones; by counting them, which is many times quicker than by their order."""
    counts = np.cumsum(cv2.calcHist([gray], [0], None, [256], [0, 256]).ravel().astype(np.int64))
    low, high = np.searchsorted(counts, [(gray.size + 1) // 2, gray.size // 2 + 1])
    return float(low + high) / 2
