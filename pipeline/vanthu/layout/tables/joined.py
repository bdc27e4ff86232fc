"""Grids of single pages -> whole tables: joined over pages, cut rows mended, the head known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import regex

from vanthu.document.page import Grid, GridCell, Word
from vanthu.layout.roles import Roles
from vanthu.layout.tables.seams import Row, cell_text, joined, without_head

_NAMED = 3  # columns at least, where the head is told by its place alone
_NAME_WORDS = 8
_FRONT = regex.compile(r"\d+\.?|(?:.*\s)?\d{1,2}/\d{1,2}\M.*", regex.DOTALL)
_COLUMNS = tuple(
    f"column.{told}" for told in ("number", "work", "time", "lead", "partner", "product", "note")
)  # not that of places: their names are what a body tells, too


@dataclass(frozen=True)
class WholeTable:
    """A table over one page or more. Cells are in row order; rows are counted over all pages."""

    pages: tuple[int, ...]
    rows: int
    columns: int
    head_rows: int
    cells: tuple[GridCell, ...]


def whole_table(grids: Sequence[Grid], words: Sequence[Word], roles: Roles) -> WholeTable:
    """One table of grids that follow each other."""
    first = grids[0]
    head = _head_rows(first, words, roles, goes_on=len(grids) > 1)
    rows = _rows(first)
    for grid in grids[1:]:
        below = without_head(_rows(grid), rows[:head], words) if head else _rows(grid)
        rows = joined(rows, below, head, words, roles)
    return WholeTable(
        pages=tuple(dict.fromkeys(g.page for g in grids)),
        rows=len(rows),
        columns=first.columns,
        head_rows=head,
        cells=tuple(replaced for n, row in enumerate(rows) for replaced in _numbered(row, n)),
    )


def _rows(grid: Grid) -> list[Row]:
    rows: list[Row] = [[] for _ in range(grid.rows)]
    for cell in grid.cells:
        rows[cell.row].append(cell)
    return [sorted(row, key=lambda c: c.column) for row in rows]


def _numbered(row: Row, number: int) -> list[GridCell]:
    return [cell.model_copy(update={"row": number}) for cell in row]


def _head_rows(grid: Grid, words: Sequence[Word], roles: Roles, *, goes_on: bool) -> int:
    """How many rows name the columns. All of them may, where the page ended behind the head and the table goes on."""
    rows = _rows(grid)
    count = 0
    while count < min(len(rows) - (not goes_on), 3) and _is_head(rows[count], words, roles):
        count += max((c.row_span for c in rows[count]), default=1)
    count = count or int(_stands_over_numbers(rows, words))
    if 0 < count < len(rows) and _is_counted(rows[count], words):
        count += 1
    return min(count, len(rows))


def _stands_over_numbers(rows: Sequence[Row], words: Sequence[Word]) -> bool:
    """Whether the first row names columns in words that no rule knows: short, without a figure, every row below it with one in front."""
    heads = [cell_text(c, words) for c in rows[0]]
    if len(heads) < _NAMED or not all(_is_name(t) for t in heads):
        return False
    firsts = [cell_text(c, words) for row in rows[1:] for c in row if c.column == 0 and c.words]
    return len(firsts) > 1 and all(t[0].isdigit() for t in firsts)


def _is_name(text: str) -> bool:
    return bool(text) and len(text.split()) <= _NAME_WORDS and not any(c.isdigit() for c in text)


def _is_head(row: Row, words: Sequence[Word], roles: Roles) -> bool:
    """Whether most cells name columns, be it without those of months and quarters, however many they are. A row with a number or a day in front
    tells something (*1 | Ngày 05/4 | Thôn Đông*), though its cells begin as names do.
    """
    texts = [t for c in row if (t := cell_text(c, words))]
    if texts and _FRONT.fullmatch(texts[0]):
        return False
    others = [t for t in texts if not roles.whole(t, "column_period")]
    return _most_name(texts, roles) or _most_name(others, roles)


def _most_name(texts: Sequence[str], roles: Roles) -> bool:
    named = sum(
        roles.starts(text, "column") or (_is_name(text) and roles.starts(text, *_COLUMNS)) for text in texts
    )
    return named >= max(2, len(texts) / 2)


def _is_counted(row: Row, words: Sequence[Word]) -> bool:
    """Whether a row numbers the columns: (1) (2) (3)."""
    texts = [cell_text(c, words) for c in row]
    return len(texts) > 2 and [t.strip("()") for t in texts] == [str(n + 1) for n in range(len(texts))]
