"""Tables of a digital PDF page: the lines that the file draws, and white space where it draws none."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from vanthu.document.geometry import Box
from vanthu.document.page import Grid, GridCell, Word
from vanthu.reading.lattice.build import build
from vanthu.reading.lattice.drawings import drawings
from vanthu.reading.lattice.model import Frame, Lattice, Rule, Scale, outside
from vanthu.reading.lattice.unruled import unruled
from vanthu.reading.lattice.whitespace import usual_height

_NEAR = 3.0  # points: less than the lowest row or the narrowest column
_EM = 12.0  # points, where a page has no words
_SHORT = 8.0  # points: a shorter line is part of a letter or a drawing
_MIN_WIDTH = 0.25  # of the page
_DRAWING = 4000  # lines: a page with more holds a map or a picture
_WHITE = ((1,), (1, 1, 1), (0, 0, 0, 0))  # gray, RGB, CMYK


def tables_of(plumbed: Any, words: Sequence[Word], number: int) -> tuple[Grid, ...]:
    """Tables of a pdfplumber page, from top to bottom."""
    edges = [e for e in plumbed.edges if _is_seen(e)]
    frames: list[Frame] = [(b.x0, b.y0, b.x1, b.y1) for w in words if (b := w.box) is not None]
    scale = Scale(_NEAR, usual_height(frames) or _EM, _NEAR)
    found = _ruled(edges, frames, scale, _MIN_WIDTH * float(plumbed.width))
    found += unruled(outside(frames, [f.box for f in found]), scale)
    return tuple(grid_of(lattice, words, number) for lattice in sorted(found, key=lambda f: f.box[1]))


def _ruled(
    edges: Sequence[Mapping[str, Any]], frames: Sequence[Frame], scale: Scale, least: float
) -> list[Lattice]:
    if len(edges) > _DRAWING:
        return []
    level, upright = _rules(edges, "h"), _rules(edges, "v")
    found = [build(rules, frames, scale) for rules in drawings(level, upright, scale)]
    return _outermost([f for f in found if f is not None and f.xs[-1] - f.xs[0] >= least])


def _is_seen(edge: Mapping[str, Any]) -> bool:
    """Whether an edge is drawn: stroked, or the border of a filled area that is not white."""
    if edge["object_type"] == "line" or edge.get("stroke"):
        return _colour(edge.get("stroking_color")) not in _WHITE
    return bool(edge.get("fill")) and _colour(edge.get("non_stroking_color")) not in _WHITE


def _colour(value: Any) -> tuple[Any, ...]:
    return tuple(value) if isinstance(value, list | tuple) else (value,)


def _rules(edges: Sequence[Mapping[str, Any]], orientation: str) -> Iterator[Rule]:
    place, start, end = ("top", "x0", "x1") if orientation == "h" else ("x0", "top", "bottom")
    for edge in edges:
        if edge["orientation"] == orientation and edge[end] - edge[start] >= _SHORT:
            yield Rule(float(edge[place]), float(edge[start]), float(edge[end]))


def _outermost(found: Sequence[Lattice]) -> list[Lattice]:
    """Without tables in the cells of others."""
    return [a for a in found if not any(a is not b and _holds(b.box, a.box) for b in found)]


def _holds(outer: Frame, inner: Frame) -> bool:
    return outer[0] <= inner[0] and outer[1] <= inner[1] and inner[2] <= outer[2] and inner[3] <= outer[3]


def grid_of(lattice: Lattice, words: Sequence[Word], number: int) -> Grid:
    """A lattice as a grid of a page; each word belongs to the one cell that its middle lies in."""
    held = defaultdict(list)
    for index, word in enumerate(words):
        if word.box is not None and (place := _place(lattice, word.box)) is not None:
            held[place].append(index)
    cells = []
    for spot in lattice.spots:
        row, column, row_span, column_span = spot
        places = ((r, c) for r in range(row, row + row_span) for c in range(column, column + column_span))
        own = sorted(index for place in places for index in held[place])
        box = Box(*(round(v, 2) for v in lattice.frame(spot)))
        cells.append(
            GridCell(
                row=row, column=column, row_span=row_span, column_span=column_span, words=tuple(own), box=box
            )
        )
    outer = Box(*(round(v, 2) for v in lattice.box))
    rows, columns = len(lattice.ys) - 1, len(lattice.xs) - 1
    return Grid(page=number, rows=rows, columns=columns, cells=tuple(cells), box=outer)


def _place(lattice: Lattice, box: Box) -> tuple[int, int] | None:
    x, y = box.centre
    row, column = bisect_right(lattice.ys, y) - 1, bisect_right(lattice.xs, x) - 1
    within = 0 <= row < len(lattice.ys) - 1 and 0 <= column < len(lattice.xs) - 1
    return (row, column) if within else None
