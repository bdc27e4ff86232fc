"""Tables of a digital PDF page: cells between the lines that the file draws."""

from __future__ import annotations

from typing import Any

from vanthu.document.geometry import Box
from vanthu.document.page import Grid, GridCell, Word

_THICK = 5.0  # points: less than the lowest row or the narrowest column


def tables_of(plumbed: Any, words: tuple[Word, ...], number: int) -> tuple[Grid, ...]:
    """Ruled tables as pdfplumber finds them, of at least two rows and columns."""
    grids = []
    for table in plumbed.find_tables({"vertical_strategy": "lines", "horizontal_strategy": "lines"}):
        boxes = [Box(*(round(float(v), 2) for v in c)) for c in table.cells]
        rows, columns = _places(b.y0 for b in boxes), _places(b.x0 for b in boxes)
        if len(rows) >= 2 and len(columns) >= 2 and len(boxes) >= 4:
            grids.append(_grid(boxes, words, number))
    return tuple(grids)


def _grid(boxes: list[Box], words: tuple[Word, ...], number: int) -> Grid:
    rows, columns = _places(b.y0 for b in boxes), _places(b.x0 for b in boxes)
    cells = []
    for box in sorted(boxes, key=lambda b: (_at(rows, b.y0), _at(columns, b.x0))):
        row, column = _at(rows, box.y0), _at(columns, box.x0)
        cells.append(
            GridCell(
                row=row,
                column=column,
                row_span=max(1, _at(rows, box.y1 - _THICK) - row + 1),
                column_span=max(1, _at(columns, box.x1 - _THICK) - column + 1),
                words=tuple(
                    i for i, w in enumerate(words) if w.box is not None and box.contains(w.box.centre)
                ),
                box=box,
            )
        )
    outer = Box(
        min(b.x0 for b in boxes), min(b.y0 for b in boxes), max(b.x1 for b in boxes), max(b.y1 for b in boxes)
    )
    return Grid(page=number, rows=len(rows), columns=len(columns), cells=tuple(cells), box=outer)


def _places(values: Any) -> list[float]:
    """Different coordinates, in order; lines drawn double count once."""
    places: list[float] = []
    for value in sorted(values):
        if not places or value - places[-1] > 2:
            places.append(value)
    return places


def _at(places: list[float], value: float) -> int:
    return max(i for i, p in enumerate(places) if p <= value + 2)
