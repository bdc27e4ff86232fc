"""Light that falls off over a page (a spine's shadow, a lamp on one side), and bars of gray over its lines. Divided out where a page needs it."""

from __future__ import annotations

import cv2
import numpy as np

from vanthu.reading.imaging.pieces import Pieces
from vanthu.reading.imaging.raster import Pixels, reduced

_GLANCE = 300  # pixels of the long side
_LETTERS = 7  # of them: wider than any stroke of print
_EDGE = 0.06  # of the page: borders are no paper
_UNEVEN = 0.8  # darkest paper to lightest
_WHITE = 245
_FLOOR = 40  # darker is no paper at all: borders, the table a sheet lies on


# A marker's stroke on a page scanned without colour, the shaded head of a table.
_FINE = 800  # pixels of the long side: about 70 dpi for A4
_STROKE = 7  # of them: wider than strokes of print
_SHADED = 0.3, 0.85  # of the paper: darker is a hole or a border, lighter hides nothing
_BAR = range(9, 50)  # pixels that a bar is high
_LONG = 2.5  # times as long as high at least: no star of a seal is
_FILLED = 0.6  # of its box


def evened(gray: Pixels) -> Pixels:
    """The page as under even light; the same array where light is even enough already."""
    paper = _paper(gray)
    if _evenness(paper) < _UNEVEN:
        gray = _divided(gray, np.maximum(paper, _FLOOR))
        paper = np.full_like(paper, _WHITE)
    return _without_bars(gray, paper)


def _divided(gray: Pixels, level: Pixels) -> Pixels:
    height, width = gray.shape
    whole = cv2.resize(level, (width, height), interpolation=cv2.INTER_LINEAR)
    return np.asarray(cv2.divide(gray, whole, scale=_WHITE), dtype=np.uint8)


def _without_bars(gray: Pixels, paper: Pixels) -> Pixels:
    small, _ = reduced(gray, _FINE)
    stroke = np.ones((_STROKE, _STROKE), np.uint8)
    ground = np.asarray(cv2.morphologyEx(small, cv2.MORPH_CLOSE, stroke), np.uint8)
    share = ground / np.maximum(cv2.resize(paper, ground.shape[::-1]), 1)
    shaded = ((share > _SHADED[0]) & (share < _SHADED[1])).astype(np.uint8)
    found = Pieces.of(cv2.morphologyEx(shaded, cv2.MORPH_OPEN, np.ones((_BAR[0], _BAR[0]), np.uint8)))
    left, top, width, height, area = found.boxes.T
    short, long = np.minimum(width, height), np.maximum(width, height)
    bars = (short < _BAR[-1]) & (long >= _LONG * short) & (area >= _FILLED * width * height)
    down, across = (_EDGE * side for side in small.shape)
    bars &= (left > across) & (left + width < small.shape[1] - across)
    bars &= (top > down) & (top + height < small.shape[0] - down)
    bars[0] = False
    if not bars.any():
        return gray
    # the edges of a bar are lifted as much as its middle: what is left of them would cross letters as a line
    around = cv2.dilate(found.mask(bars), stroke)
    level = np.where(around > 0, cv2.erode(ground, stroke), np.uint8(_WHITE))
    return _divided(gray, np.asarray(level, np.uint8))


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
