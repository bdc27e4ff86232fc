"""Frames of stamps among print, on a mask of all ink: long thin lines that close to a box, a little turned or not."""

from __future__ import annotations

from collections.abc import Iterator

import cv2
import numpy as np

from vanthu.reading.imaging.pieces import Pieces
from vanthu.reading.imaging.raster import Pixels
from vanthu.reading.marks.shapes import MM, Form, Shape

_LONG = 7 * MM  # least length of a piece of a line
_HIGH = 4.5 * MM  # and of an upright one
_NEAR = 5 * MM  # pieces of one frame lie no farther apart
_WIDTH, _HEIGHT = (13 * MM, 80 * MM), (5.5 * MM, 50 * MM)
_FILLED = 0.62  # share of the outline that is inked
_LEAST_SIDE = 0.35  # and of each side
_STEEP = 22.0  # degrees


def find_frames(ink: Pixels, hidden: Pixels) -> list[Shape]:
    """The frames on a mask (1: ink). `hidden` (1) are places of print and of tables, whose lines are none of a frame."""
    lines = _lines(ink) * (1 - hidden)
    thick = np.asarray(cv2.dilate(lines, np.ones((5, 5), np.uint8)), np.uint8)
    joined = cv2.dilate(lines, np.ones((round(_NEAR), round(_NEAR)), np.uint8))
    labels, boxes = Pieces.of(joined)
    found: list[Shape] = []
    for label, (x, y, width, height, _) in enumerate(boxes[1:].tolist(), start=1):
        if width < _WIDTH[0] or height < _HEIGHT[0]:  # of lines made thicker: a frame is smaller still
            continue
        # only where the cluster lies: a page has dozens of them
        part = np.s_[y : y + height, x : x + width]
        found += _frame(thick, lines[part] * (labels[part] == label), (x, y))
    return found


def is_outline(shape: Shape) -> bool:
    """Whether a shape is a box of lines that was found here; other frames may be two lines of print, as even and as long."""
    return shape.form is Form.FRAME and not shape.tallest  # letters are not looked at here


def _lines(ink: Pixels) -> Pixels:
    """Long runs of ink along the rows and the columns, thin ones only: black edges are no frames."""
    closed = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones((3, 3), np.uint8))
    runs = [
        cv2.morphologyEx(
            cv2.dilate(closed, np.ones(spread, np.uint8)), cv2.MORPH_OPEN, np.ones(along, np.uint8)
        )
        for spread, along in (((3, 1), (1, round(_LONG))), ((1, 3), (round(_HIGH), 1)))
    ]
    solid = cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones((round(1.5 * MM),) * 2, np.uint8))
    around = cv2.dilate(solid, np.ones((3, 3), np.uint8))
    return np.asarray(cv2.subtract(np.bitwise_or(*runs), around), np.uint8)


def _frame(thick: Pixels, own: np.ndarray, corner: tuple[int, int]) -> Iterator[Shape]:
    """The rectangle around the lines of one cluster (cut out at a corner), where lines, made thicker, run along its sides."""
    rows, columns = np.nonzero(own)
    if len(rows) < _LONG:
        return
    points = np.column_stack([columns + corner[0], rows + corner[1]]).astype(np.float32)
    middle, (width, height), angle = cv2.minAreaRect(points)
    if abs(angle) > 45:  # its sides are named either way around
        width, height, angle = height, width, angle - 90 if angle > 0 else angle + 90
    fits = _WIDTH[0] <= width <= _WIDTH[1] and _HEIGHT[0] <= height <= _HEIGHT[1] and abs(angle) <= _STEEP
    corners = np.asarray(cv2.boxPoints((middle, (width, height), angle)))
    if fits and width > height and _is_outlined(thick, corners):
        low, high = corners.min(axis=0), corners.max(axis=0)
        box = float(low[0]), float(low[1]), float(high[0]), float(high[1])
        yield Shape(Form.FRAME, box, (middle[0], middle[1]), (width, height), float(angle), 4)


def _is_outlined(thick: Pixels, corners: np.ndarray) -> bool:
    """Whether lines, made thicker, run along the sides between some corners."""
    shares = []
    lengths = []
    for start, end in zip(corners, np.roll(corners, -1, axis=0), strict=True):
        length = float(np.hypot(*(end - start)))
        steps = np.linspace(start, end, max(2, int(length)))
        x = np.clip(steps[:, 0].round().astype(int), 0, thick.shape[1] - 1)
        y = np.clip(steps[:, 1].round().astype(int), 0, thick.shape[0] - 1)
        shares.append(float((thick[y, x] > 0).mean()))
        lengths.append(length)
    return min(shares) >= _LEAST_SIDE and float(np.average(shares, weights=lengths)) >= _FILLED
