"""Large letters that lie too far apart to be one shape, put together: the word of a stamp whose frame was lost, cut off or never there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from vanthu.reading.marks.frames import is_outline
from vanthu.reading.marks.shapes import MM, Form, Shape

_HEIGHT = (3.6 * MM, 12 * MM)  # of a piece of such a word, accents and all; letters that are lower lie closer
_WIDEST = 45 * MM
_APART = 1.1  # heights between two pieces
_LEVEL = 0.45  # share of the lower one's height that lies beside the other
_ALIKE = 2.2  # times as high as the other at most
_WIDTH = (11 * MM, 90 * MM)  # of the word
_MOST = 4  # words of a page: those of the largest letters


def rows(shapes: Iterable[Shape]) -> list[Shape]:
    """Shapes that lie on one line, each line as one shape; the largest letters first."""
    letters = sorted((s for s in shapes if _is_letter(s)), key=lambda s: s.box[0])
    found: list[list[Shape]] = []
    for shape in letters:
        row = next((row for row in found if any(_goes_on(other, shape) for other in row[-3:])), None)
        if row is None:
            found.append([shape])
        else:
            row.append(shape)
    words = [_joined(row) for row in found if len(row) > 1]
    sized = [word for word in words if _WIDTH[0] <= word.size[0] <= _WIDTH[1]]
    return sorted(sized, key=lambda s: -s.tallest)[:_MOST]


def with_rows(shapes: Sequence[Shape]) -> Iterator[Shape]:
    """The shapes, behind the words that they make."""
    yield from rows(shapes)
    yield from shapes


def _is_letter(shape: Shape) -> bool:
    wide, high = (shape.box[n + 2] - shape.box[n] for n in (0, 1))
    lettered = shape.form is Form.LOOSE or (shape.form is Form.FRAME and not is_outline(shape))
    return lettered and _HEIGHT[0] <= high <= _HEIGHT[1] and wide <= _WIDEST


def _goes_on(left: Shape, right: Shape) -> bool:
    (a, top, b, low), (c, high, _, foot) = left.box, right.box
    heights = sorted((low - top, foot - high))
    beside = min(low, foot) - max(top, high)
    near = c - b <= _APART * heights[1] and c > a
    return near and beside >= _LEVEL * heights[0] and heights[1] <= _ALIKE * heights[0]


def _joined(row: Sequence[Shape]) -> Shape:
    """One shape, as its letters lie."""
    x, y = (np.array([s.middle[n] for s in row]) for n in (0, 1))
    wide = x[-1] - x[0] > 2 * max(s.tallest for s in row)
    angle = float(np.degrees(np.arctan(np.polyfit(x, y, 1)[0]))) if wide else 0.0
    boxes = np.array([s.box for s in row])
    corners = np.vstack([boxes[:, [0, 1]], boxes[:, [2, 1]], boxes[:, [0, 3]], boxes[:, [2, 3]]])
    turn = np.radians(angle)
    level = corners @ np.array([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]])
    (x0, y0), (x1, y1) = corners.min(axis=0), corners.max(axis=0)
    width, height = np.ptp(level, axis=0)
    return Shape(
        Form.ROW,
        (float(x0), float(y0), float(x1), float(y1)),
        (float(x0 + x1) / 2, float(y0 + y1) / 2),
        (float(width), float(height)),
        angle,
        sum(s.pieces for s in row),
        float(np.median([s.usual for s in row])),
        max(s.tallest for s in row),
    )
