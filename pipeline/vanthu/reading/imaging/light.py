"""Light that falls off over a page: a spine's shadow, a lamp on one side. Divided out only where a page needs it."""

from __future__ import annotations

import cv2
import numpy as np

from vanthu.reading.imaging.raster import Pixels, reduced

_GLANCE = 300  # pixels of the long side
_LETTERS = 7  # of them: wider than any stroke of print
_EDGE = 0.06  # of the page: borders are no paper
_UNEVEN = 0.8  # darkest paper to lightest
_WHITE = 245
_FLOOR = 40  # darker is no paper at all: borders, the table a sheet lies on


def evened(gray: Pixels) -> Pixels:
    """The page as under even light; the same array where light is even enough already."""
    paper = _paper(gray)
    if _evenness(paper) >= _UNEVEN:
        return gray
    height, width = gray.shape
    level = cv2.resize(np.maximum(paper, _FLOOR), (width, height), interpolation=cv2.INTER_LINEAR)
    return np.asarray(cv2.divide(gray, level, scale=_WHITE), dtype=np.uint8)


def _paper(gray: Pixels) -> Pixels:
    """How light the paper is in every place, on a small copy: what is left when print is painted over."""
    small, _ = reduced(gray, _GLANCE)
    kernel = np.ones((_LETTERS, _LETTERS), np.uint8)
    return np.asarray(cv2.medianBlur(cv2.dilate(small, kernel), 2 * _LETTERS + 1), dtype=np.uint8)


def _evenness(paper: Pixels) -> float:
    """The darkest part of the paper as a share of the lightest; borders left out."""
    height, width = paper.shape
    top, left = int(_EDGE * height), int(_EDGE * width)
    inner = paper[top : height - top, left : width - left]
    dark, light = np.percentile(inner, [3, 97])
    return float(dark / max(1.0, light))
