"""Tables of a DOCX: their cells by row and column, and whether they hold data or only place things side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from docx.oxml.ns import qn

from vanthu.reading.digital.docx.values import told_number

_NO_BORDER = {"none", "nil"}
_SIDES = ("w:top", "w:bottom", "w:insideH", "w:insideV", "w:left", "w:right")


class CellElement:
    """A cell's element and how far it reaches; `row_span` grows as covered cells under it are met."""

    def __init__(self, element: Any, column_span: int) -> None:
        self.element, self.column_span, self.row_span = element, column_span, 1


def rows_of(table: Any) -> list[list[CellElement | None]]:
    """Cells by row and column of the table's own grid; `None` where a cell to the left or above reaches in."""
    rows: list[list[CellElement | None]] = []
    for row_element in table.iter(qn("w:tr")):
        if next(row_element.iterancestors(qn("w:tbl"))) is not table:
            continue  # of a table in a cell
        if row_element.find(f"{qn('w:trPr')}/{qn('w:del')}") is not None:
            continue  # deleted, but the deletion is not accepted yet
        row: list[CellElement | None] = [None] * _number(
            row_element.find(f"{qn('w:trPr')}/{qn('w:gridBefore')}"), 0
        )
        for element in _cell_elements(row_element):
            span = _number(element.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}"), 1)
            above = _above(rows, len(row)) if _continues(element) else None
            if above is not None:
                above.row_span = len(rows) + 1 - next(i for i, r in enumerate(rows) if above in r)
            row += [None if above is not None else CellElement(element, span), *[None] * (span - 1)]
        rows.append(row)
    return rows


def _cell_elements(row: Any) -> Iterator[Any]:
    for child in row:
        if child.tag == qn("w:tc"):
            yield child
        elif child.tag in {qn("w:sdt"), qn("w:sdtContent")}:
            yield from _cell_elements(child)


def _number(element: Any, default: int) -> int:
    value = element.get(qn("w:val")) if element is not None else None
    return told_number(value, default)


def _continues(cell: Any) -> bool:
    merge = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
    return merge is not None and merge.get(qn("w:val")) in {None, "continue"}


def _above(rows: list[list[CellElement | None]], column: int) -> CellElement | None:
    for row in reversed(rows):
        if column < len(row) and row[column] is not None:
            return row[column]
    return None


def places_only(table: Any, rows: list[list[CellElement | None]], styles: dict[str, Any]) -> bool:
    """Letterheads and signature blocks are set in tables without lines, two or three columns wide."""
    width = max(len(r) for r in rows)
    return width <= 3 and not _has_borders(table, styles) and (width < 3 or len(rows) < 3)


def _has_borders(table: Any, styles: dict[str, Any]) -> bool:
    properties = table.find(qn("w:tblPr"))
    own = properties.find(qn("w:tblBorders")) if properties is not None else None
    cell_borders = list(table.iter(qn("w:tcBorders")))
    if own is not None:
        return _draws([own]) or _draws(cell_borders)
    name = properties.find(qn("w:tblStyle")) if properties is not None else None
    return _draws(cell_borders) or _style_draws(name, styles)


def _style_draws(name: Any, styles: dict[str, Any]) -> bool:
    seen: set[str] = set()
    while name is not None and (style_id := name.get(qn("w:val"))) in styles and style_id not in seen:
        seen.add(style_id)
        style = styles[style_id]
        if _draws(style.iter(qn("w:tblBorders"))):
            return True
        name = style.find(qn("w:basedOn"))
    return False


def _draws(borders: Iterable[Any]) -> bool:
    """Whether lines are drawn on at least two sides: one alone is an underline."""
    count = 0
    for element in borders:
        for side in _SIDES:
            line = element.find(qn(side))
            count += line is not None and line.get(qn("w:val")) not in _NO_BORDER
    return count >= 2
