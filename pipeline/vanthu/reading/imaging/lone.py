"""The one small spot of print on a page that is otherwise empty: where the number of the page stands, or nothing."""

from __future__ import annotations

import numpy as np

from vanthu.reading.imaging.pieces import Pieces
from vanthu.reading.imaging.posture import small_ink
from vanthu.reading.imaging.raster import Pixels

PixelBox = tuple[int, int, int, int]  # left, top, right, bottom

_LETTER = 7  # rows of the small copy, at least: specks are smaller
_SHARE = (0.1, 0.035)  # of width and height: a number is no larger
_MARGIN = 0.12  # of the height: where page numbers stand
_ROOM = 10  # pixels of the small copy around it


def lone_spot(gray: Pixels) -> PixelBox | None:
    """Its box with some paper around; `None` where there is none, or more than one, or it stands elsewhere."""
    ink = small_ink(gray)
    height, width = ink.shape
    _, boxes = Pieces.of(ink)
    spots = boxes[1:][boxes[1:, 3] >= _LETTER]
    if not len(spots):
        return None
    (left, top), (right, bottom) = spots[:, :2].min(axis=0), (spots[:, :2] + spots[:, 2:4]).max(axis=0)
    if right - left > _SHARE[0] * width or bottom - top > _SHARE[1] * height:
        return None
    if _MARGIN * height < (top + bottom) / 2 < (1 - _MARGIN) * height:
        return None
    factor = gray.shape[0] / height
    box = np.array([left - _ROOM, top - _ROOM, right + _ROOM, bottom + _ROOM]) * factor
    x0, y0, x1, y1 = (int(max(0, n)) for n in box)
    return x0, y0, x1, y1
