"""What lies around a photographed sheet: the table, the floor. Its grain looks like letters; it is painted over with paper."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from vanthu.reading.imaging.raster import Pixels, gray_of, reduced

_EVERY = 8  # pixels along the border
_RIM = 0.015  # of the shorter side: what is looked at first
_DARKER = 0.7  # than paper, as a share: the surround along the border
_LEAST_RIM = 0.4  # share of the border that it takes; a scanner's dark edges lie on a side or two
_GLANCE = 400  # pixels of the long side
_LETTERS = 9  # of them: wider than any stroke of print
_BETWEEN = 0.35  # of the way from the surround to paper; a shadow that falls on the sheet is lighter
_LEAST, _MOST = 0.07, 0.7  # of the image; the edges of a scanner's glass take less
_OVER = 3  # pixels of the small copy: the blurred edge of the sheet goes with what is around it
_BESIDE = 8  # of them: how far both sides of that edge are looked at
_STEP = 0.4  # of the way from the surround to paper: less over the edge is light that falls off


def without_surround(pixels: Pixels) -> Pixels:
    """The image with paper in place of what is around the sheet; the same array where the sheet fills it."""
    rim = gray_of(_rim(pixels))
    paper = float(np.percentile(gray_of(np.ascontiguousarray(pixels[::_EVERY, ::_EVERY])), 75))
    dark = rim[rim < _DARKER * paper]
    if dark.size < _LEAST_RIM * rim.size:
        return pixels
    small = gray_of(reduced(pixels, _GLANCE)[0])
    outside = _outside(small, float(np.median(dark)), paper)
    return pixels if outside is None else _painted(pixels, outside)


def _rim(pixels: Pixels) -> Pixels:
    """The pixels along the border, as one row."""
    width = max(1, round(_RIM * min(pixels.shape[:2])))
    sides = (
        pixels[:width],
        pixels[-width:],
        pixels[:, :width].swapaxes(0, 1),
        pixels[:, -width:].swapaxes(0, 1),
    )
    rows = [side[:: max(1, width // 2), ::_EVERY].reshape(1, -1, *pixels.shape[2:]) for side in sides]
    return np.ascontiguousarray(np.concatenate(rows, axis=1))


def _outside(small: Pixels, around: float, paper: float) -> npt.NDArray[np.bool_] | None:
    """Where the surround lies: as dark as it, in one piece with the border, and with an edge to the sheet."""
    # a narrow strip goes on beyond the image, or the sheet would grow over it
    side = _LETTERS
    more = np.asarray(cv2.copyMakeBorder(small, side, side, side, side, cv2.BORDER_REPLICATE), np.uint8)
    ground = np.asarray(cv2.medianBlur(_widened(more, _LETTERS), 5), np.uint8)
    dark = (ground < around + _BETWEEN * (paper - around)).astype(np.uint8)
    dark = _widened(dark, _LETTERS)[side:-side, side:-side]  # as much as the sheet grew by
    framed = cv2.copyMakeBorder(dark, 1, 1, 1, 1, cv2.BORDER_CONSTANT, value=(1, 1, 1, 1))
    _, labels = cv2.connectedComponents(framed, connectivity=4)
    outside = ((labels == labels[0, 0])[1:-1, 1:-1] & (dark > 0)).astype(np.uint8)
    if not _LEAST <= outside.mean() <= _MOST:
        return None
    beyond = _widened(outside, 2 * _BESIDE + 1) - outside
    before = outside - (1 - _widened(1 - outside, 2 * _BESIDE + 1))
    step = float(np.median(small[beyond > 0])) - float(np.median(small[before > 0]))
    return _widened(outside, 2 * _OVER + 1) > 0 if step >= _STEP * (paper - around) else None


def _widened(image: Pixels, side: int) -> Pixels:
    return np.asarray(cv2.dilate(image, np.ones((side, side), np.uint8)), np.uint8)


def _painted(pixels: Pixels, outside: npt.NDArray[np.bool_]) -> Pixels:
    height, width = pixels.shape[:2]
    whole = cv2.resize(outside.view(np.uint8), (width, height), interpolation=cv2.INTER_NEAREST) > 0
    made = pixels.copy()
    made[whole] = np.median(pixels[::_EVERY, ::_EVERY][~whole[::_EVERY, ::_EVERY]], axis=0)
    return made
