"""Shapes of ink that is not text, on a small mask of an upright page: rings, frames, and what else lies together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum
from typing import NamedTuple

import cv2
import numpy as np
import numpy.typing as npt

from vanthu.reading.imaging.pieces import Pieces
from vanthu.reading.imaging.raster import Pixels
from vanthu.reading.marks.lying import Turn, lie
from vanthu.reading.marks.rings import Ring, find_rings

DPI = 100  # of the masks that shapes are looked for on
MM = DPI / 25.4
_NEAR = 2.6 * MM  # ink that is closer belongs together
_LEAST = 2.2 * MM  # less than this both ways is a speck
_FRAME = (11 * MM, 5.5 * MM)  # least width and height of a frame
_SIDE = 0.55  # share of a frame's upper and lower side that is inked; worn stamps lose the rest
_UPRIGHT = 0.45  # and of its left and right side
_OVER = 1.3 * MM  # around a frame that goes with it
_DENSE = 3  # of nine pixels of the mask: fewer are specks

Cells = tuple[int, int, int, int]  # left, top, right, bottom


class Form(Enum):
    """What a shape looks like."""

    RING = "ring"
    FRAME = "frame"
    LOOSE = "loose"  # letters or strokes
    ROW = "row"  # several of these in a line: letters that lie far apart


class Shape(NamedTuple):
    """One shape, in pixels of the mask: its upright box, and its middle, size and angle (degrees, clockwise) as it lies.

    `usual` and `tallest` are the heights of its letter-sized spots of ink.
    """

    form: Form
    box: tuple[float, float, float, float]
    middle: tuple[float, float]
    size: tuple[float, float]
    angle: float
    pieces: int  # spots of ink in it that are large enough to be letters
    usual: float = 0.0
    tallest: float = 0.0

    def holds(self, other: Shape) -> bool:
        """Whether the middle of another shape lies in this one's box."""
        return self.box[0] <= other.middle[0] < self.box[2] and self.box[1] <= other.middle[1] < self.box[3]


def find_shapes(mask: Pixels, hidden: Pixels | None = None, *, is_bilevel: bool = False) -> list[Shape]:
    """All shapes on a mask (1: ink) of `DPI`. A seal or a frame covers what lies in it.

    `hidden` (1) is where print was taken out, so that nothing can be said of a ring there. Specks that are left then make no shape, but
    in black and white a worn seal is often nothing but specks in a ring.
    """
    rest = mask.copy() if hidden is None else _dense(mask)
    rings = find_rings(mask if is_bilevel else rest, DPI, hidden)
    for ring in rings:
        cv2.circle(rest, (round(ring.x), round(ring.y)), round(ring.radius + MM), (0,), -1)
    found = [_round(ring, mask.shape) for ring in rings]
    for box in _clusters(rest):
        found += _of_cluster(rest, box)
    return list(_outermost(found))


def _dense(mask: Pixels) -> Pixels:
    """Ink without lone specks, and with the strokes of worn letters put together."""
    near = cv2.boxFilter(mask, -1, (3, 3), normalize=False, borderType=cv2.BORDER_CONSTANT)
    thick = mask * (np.asarray(near) >= _DENSE).astype(np.uint8)
    return np.asarray(cv2.morphologyEx(thick, cv2.MORPH_CLOSE, np.ones((3, 3), np.uint8)), np.uint8)


def _outermost(shapes: Iterable[Shape]) -> Iterator[Shape]:
    every = list(shapes)
    frames = [s for s in every if s.form is Form.FRAME]
    for shape in every:
        inside = any(f is not shape and f.holds(shape) and _area(f.box) > _area(shape.box) for f in frames)
        if shape.form is Form.RING or not inside:
            yield shape


def _area(box: tuple[float, float, float, float]) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _round(ring: Ring, shape: tuple[int, ...]) -> Shape:
    height, width = shape[:2]
    r = ring.radius
    box = max(0.0, ring.x - r), max(0.0, ring.y - r), min(width, ring.x + r), min(height, ring.y + r)
    return Shape(Form.RING, box, (ring.x, ring.y), (2 * r, 2 * r), 0.0, 1)


def _clusters(mask: Pixels) -> Iterator[Cells]:
    """Boxes around ink that lies close together."""
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (round(_NEAR), round(_NEAR)))
    labels, boxes = Pieces.of(cv2.dilate(mask, kernel))
    for label, (x, y, width, height, _) in enumerate(boxes[1:].tolist(), 1):
        if max(width, height) < _LEAST:
            continue
        own = (labels[y : y + height, x : x + width] == label) & (mask[y : y + height, x : x + width] > 0)
        inner = _extent(own)
        if inner and max(inner[2] - inner[0], inner[3] - inner[1]) >= _LEAST:
            yield x + inner[0], y + inner[1], x + inner[2], y + inner[3]


def _extent(ink: npt.NDArray[np.bool_]) -> Cells | None:
    rows, columns = np.flatnonzero(ink.any(axis=1)), np.flatnonzero(ink.any(axis=0))
    return (int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1) if len(rows) else None


def _of_cluster(mask: Pixels, box: Cells) -> Iterator[Shape]:
    """A frame and what lies outside of it, or the cluster as one."""
    x0, y0, x1, y1 = box
    part = mask[y0:y1, x0:x1]
    turn = Turn.of(part.shape, lie(part) if max(part.shape) >= _FRAME[0] else 0.0)
    level = turn.apply(part)
    frame = _frame(level)
    if frame is None:
        yield from _loose(part, turn, level, (x0, y0))
        return
    yield _placed(Form.FRAME, turn, frame, level[frame[1] : frame[3], frame[0] : frame[2]], (x0, y0))
    outside = turn.undo(_without(level, frame), part.shape)
    for a, b, c, d in _clusters(outside):
        inner = outside[b:d, a:c]
        yield from _loose(inner, Turn.of(inner.shape, 0.0), inner, (x0 + a, y0 + b))


def _without(level: Pixels, frame: Cells) -> Pixels:
    rest = level.copy()
    rest[
        max(0, round(frame[1] - _OVER)) : round(frame[3] + _OVER),
        max(0, round(frame[0] - _OVER)) : round(frame[2] + _OVER),
    ] = 0
    return rest


def _loose(part: Pixels, turn: Turn, level: Pixels, corner: tuple[int, int]) -> Iterator[Shape]:
    inside = _extent(level > 0)
    if inside is not None:
        shape = _placed(Form.LOOSE, turn, inside, level, corner)
        height, width = part.shape
        yield shape._replace(box=(corner[0], corner[1], corner[0] + width, corner[1] + height))


def _placed(form: Form, turn: Turn, inside: Cells, level: Pixels, corner: tuple[int, int]) -> Shape:
    """A box of the levelled part as it lies on the page."""
    corners = turn.corners(inside) + corner
    low, high, middle = corners.min(axis=0), corners.max(axis=0), corners.mean(axis=0)
    _, _, stats, _ = cv2.connectedComponentsWithStats(level, connectivity=8)
    heights = stats[1:, cv2.CC_STAT_HEIGHT][stats[1:, cv2.CC_STAT_HEIGHT] >= MM]
    return Shape(
        form,
        (float(low[0]), float(low[1]), float(high[0]), float(high[1])),
        (float(middle[0]), float(middle[1])),
        (float(inside[2] - inside[0]), float(inside[3] - inside[1])),
        turn.angle,
        len(heights),
        float(np.median(heights)) if len(heights) else 0.0,
        float(max(heights, default=0)),
    )


def _frame(level: Pixels) -> Cells | None:
    """The outermost lines of ink on four sides; `None` where there are none, or they stand too close."""
    box = _extent(level > 0)
    if box is None:
        return None
    for _ in range(3):
        if box[2] - box[0] < _FRAME[0] or box[3] - box[1] < _FRAME[1]:
            return None
        rows = _inked(level[box[1] : box[3], box[0] : box[2]], across=True, least=_SIDE)
        if rows is None:
            return None
        box = box[0], box[1] + rows[0], box[2], box[1] + rows[1]
        columns = _inked(level[box[1] : box[3], box[0] : box[2]], across=False, least=_UPRIGHT)
        if columns is None:
            return None
        box = box[0] + columns[0], box[1], box[0] + columns[1], box[3]
    return box if box[2] - box[0] >= _FRAME[0] and box[3] - box[1] >= _FRAME[1] else None


def _inked(part: Pixels, *, across: bool, least: float) -> tuple[int, int] | None:
    """From the first to the last row (or column) that is inked over so large a share of its length."""
    thick = cv2.dilate(part, np.ones((5, 3) if across else (3, 5), np.uint8))
    share = thick.mean(axis=1 if across else 0)
    lines = np.flatnonzero(share >= least)
    return (int(lines[0]), int(lines[-1]) + 1) if len(lines) > 1 else None
