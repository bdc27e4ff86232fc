"""The cells of a table by their places: each is looked up once, however many rows ask for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import regex

from vanthu.document.geometry import Span
from vanthu.document.layout import Table, TableCell
from vanthu.document.text import Text

_NUMBER = regex.compile(r"\(?(?P<label>\d{1,3}(?:\.\d{1,3}){0,3}|[IVXLC]{1,6}|[A-Za-zđĐ])\s*[.)]?")


@dataclass(frozen=True)
class Places:
    """One table."""

    table: Table

    @cached_property
    def _cells(self) -> Mapping[tuple[int, int], TableCell]:
        return {
            (row, column): cell
            for cell in reversed(self.table.cells)  # of two over one place the first counts
            for row in range(cell.row, cell.row + cell.row_span)
            for column in range(cell.column, cell.column + cell.column_span)
        }

    def at(self, row: int, column: int) -> TableCell | None:
        """The cell that covers a place; `None` where the table has a hole."""
        return self._cells.get((row, column))

    @cached_property
    def _filled(self) -> Mapping[int, tuple[Span, ...]]:
        rows: dict[int, list[TableCell]] = defaultdict(list)
        for cell in self.table.cells:
            if cell.span.end > cell.span.start:
                rows[cell.row].append(cell)
        return {row: tuple(c.span for c in sorted(own, key=lambda c: c.column)) for row, own in rows.items()}

    def filled(self, row: int) -> tuple[Span, ...]:
        """The texts that begin in a row, from left to right, empty cells left out."""
        return self._filled.get(row, ())

    def label(self, row: int, text: Text) -> str:
        """The row's number as its first column writes it; its place among the rows, from 1, where there is none."""
        first = self.at(row, 0)
        found = _NUMBER.fullmatch(text[first.span].strip()) if first else None
        return found["label"] if found else str(row - self.table.head_rows + 1)

    @cached_property
    def spans_rows(self) -> bool:
        """Whether some cell lies over several rows: an empty one then says that there is nothing."""
        return any(cell.row_span > 1 for cell in self.table.cells)
