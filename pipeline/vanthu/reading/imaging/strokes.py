"""Strokes of a pen that are far larger than print, on the part of an upright page where somebody signs.

They are told by what is connected: letters are small pieces of ink, a signature is one or a few large and thin ones. A seal,
which lies under it, is paler than the pen on gray scans; in 1 bit its rims are pieces of their own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import cv2
import numpy as np
import numpy.typing as npt

from vanthu.reading.imaging.pieces import Pieces
from vanthu.reading.imaging.raster import Pixels

_DARKEST = 0.3  # per cent of a part of a page with little on it: print
# of the way from print to paper: darker is the pen; the second where a dark seal hangs on to it
_PEN = 0.45, 0.3
_BREAK = 0.35  # mm: a stroke goes on over so much
_LONG, _SHORT = 10.0, 4.5  # mm: least sides of a stroke; no print is as large
_MOST = 85.0, 50.0  # mm: nobody writes wider or higher
_BESIDE = 5.0  # mm: least length of what else belongs to a signature
_NEAR = 2.0  # mm around it
_THICK = 0.75  # mm: half the width of the widest stroke of a pen
_PRINTED = 0.35  # at most this share of a stroke lies on words that were surely read
_RIM = 12.0, 23.0  # mm: radius of a seal
_ROUND = 0.8  # mm: a seal's rim strays no farther from its circle
_OUTLINE = 0.7  # share of a frame's ink that lies at the sides of its box
_SIDE = 1.0  # mm

Cells = tuple[int, int, int, int]  # left, top, right, bottom


class Strokes(NamedTuple):
    """What one person wrote: its box in the part, where on the part its ink is (1), and where any ink as dark is."""

    box: Cells
    ink: Pixels
    dark: Pixels


class _Stroke(NamedTuple):
    """A piece of ink and where in its box it is."""

    box: Cells
    ink: npt.NDArray[np.bool_]


def tones(part: Pixels) -> tuple[float, float]:
    """How bright print is on a part of a page, and how bright paper."""
    return float(np.percentile(part[::2, ::2], _DARKEST)), float(np.median(part[::4, ::4]))


def pen_strokes(part: Pixels, dpi: float, printed: Pixels) -> list[Strokes]:
    """The signatures on a part of a page. `printed` is 1 where words were surely read."""
    mm = dpi / 25.4
    ink, paper = tones(part)
    for share in _PEN:
        dark = (part < ink + share * (paper - ink)).astype(np.uint8)
        found = [_together(own, dark) for own in _gathered(_strokes(dark, mm, printed), mm)]
        if all(_is_written(strokes.box, mm) for strokes in found):
            return found
    return [strokes for strokes in found if _is_written(strokes.box, mm)]


def _is_written(box: Cells, mm: float) -> bool:
    return box[2] - box[0] <= _MOST[0] * mm and box[3] - box[1] <= _MOST[1] * mm


def _strokes(dark: Pixels, mm: float, printed: Pixels) -> Iterator[_Stroke]:
    """Long thin pieces of ink that are no print, no frame and no rim of a seal."""
    side = max(3, round(_BREAK * mm) | 1)
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (side, side))
    pieces = Pieces.of(cv2.morphologyEx(dark, cv2.MORPH_CLOSE, kernel))
    thickness = np.asarray(cv2.distanceTransform(dark, cv2.DIST_L2, 3))
    for number, (x, y, wide, high, _) in enumerate(pieces.boxes.tolist()):
        if number and max(wide, high) >= _BESIDE * mm:
            part = np.s_[y : y + high, x : x + wide]
            own = pieces.labels[part] == number
            thin = np.percentile(thickness[part][own], 95) <= _THICK * mm
            if thin and printed[part][own].mean() < _PRINTED and not _is_rim(own, mm):
                yield _Stroke((x, y, x + wide, y + high), own)


def _is_rim(own: npt.NDArray[np.bool_], mm: float) -> bool:
    """Whether a piece is an arc of a seal's rim, or runs along its box as a frame does."""
    high, wide = own.shape
    side = round(_SIDE * mm)
    if min(high, wide) > 4 * side and own[side:-side, side:-side].sum() < (1 - _OUTLINE) * own.sum():
        return True
    y, x = (axis.astype(np.float64) for axis in np.nonzero(own))
    solved = np.linalg.lstsq(np.column_stack([2 * x, 2 * y, np.ones_like(x)]), x**2 + y**2, rcond=None)[0]
    radius = np.sqrt(max(0.0, solved[2] + solved[0] ** 2 + solved[1] ** 2))
    strays = np.std(np.hypot(x - solved[0], y - solved[1]))
    return bool(_RIM[0] * mm <= radius <= _RIM[1] * mm and strays < _ROUND * mm)


def _gathered(strokes: Iterable[_Stroke], mm: float) -> Iterator[list[_Stroke]]:
    """Large strokes, each with those near it."""
    rest = list(strokes)
    while large := next((s for s in rest if _is_large(s.box, mm)), None):
        rest.remove(large)
        own = [large]
        while near := next((s for s in rest if any(_are_near(s.box, o.box, mm) for o in own)), None):
            rest.remove(near)
            own.append(near)
        yield own


def _is_large(box: Cells, mm: float) -> bool:
    wide, high = box[2] - box[0], box[3] - box[1]
    return max(wide, high) >= _LONG * mm and min(wide, high) >= _SHORT * mm


def _are_near(a: Cells, b: Cells, mm: float) -> bool:
    return max(a[0] - b[2], b[0] - a[2], a[1] - b[3], b[1] - a[3]) <= _NEAR * mm


def _together(own: Sequence[_Stroke], dark: Pixels) -> Strokes:
    ink = np.zeros_like(dark)
    for (left, top, right, bottom), piece in own:
        ink[top:bottom, left:right] |= piece.astype(np.uint8)
    x0, y0, x1, y1 = (np.array([s.box for s in own])[:, n] for n in range(4))
    return Strokes((int(x0.min()), int(y0.min()), int(x1.max()), int(y1.max())), ink & dark, dark)
