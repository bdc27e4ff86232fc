"""Grids of single pages -> whole tables: joined over pages, cut rows mended, the head known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from vanthu.document.page import Grid, GridCell, Word
from vanthu.layout.roles import Roles


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
    head = _head_rows(first, words, roles)
    rows = _rows(first)
    for grid in grids[1:]:
        rows = _append(rows, _without_head(grid, rows[:head], words), head)
    return WholeTable(
        pages=tuple(dict.fromkeys(g.page for g in grids)),
        rows=len(rows),
        columns=first.columns,
        head_rows=head,
        cells=tuple(replaced for n, row in enumerate(rows) for replaced in _numbered(row, n)),
    )


def continues(above: Grid, below: Grid) -> bool:
    """Whether a grid can be the rest of the one on the page before."""
    return below.page > above.page and below.columns == above.columns


def cell_text(cell: GridCell, words: Sequence[Word]) -> str:
    """A cell's words, joined by blanks."""
    return " ".join(words[i].text for i in cell.words)


Row = list[GridCell]


def _rows(grid: Grid) -> list[Row]:
    rows: list[Row] = [[] for _ in range(grid.rows)]
    for cell in grid.cells:
        rows[cell.row].append(cell)
    return [sorted(row, key=lambda c: c.column) for row in rows]


def _numbered(row: Row, number: int) -> list[GridCell]:
    return [cell.model_copy(update={"row": number}) for cell in row]


def _head_rows(grid: Grid, words: Sequence[Word], roles: Roles) -> int:
    rows = _rows(grid)
    count = 0
    while count < min(len(rows) - 1, 3) and _is_head(rows[count], words, roles):
        count += max((c.row_span for c in rows[count]), default=1)
    if 0 < count < len(rows) and _is_counted(rows[count], words):
        count += 1
    return min(count, len(rows))


def _is_head(row: Row, words: Sequence[Word], roles: Roles) -> bool:
    texts = [t for c in row if (t := cell_text(c, words))]
    named = sum(roles.starts(text, "column") for text in texts)
    return len(texts) > 1 and named >= max(2, len(texts) / 2)


def _is_counted(row: Row, words: Sequence[Word]) -> bool:
    """Whether a row numbers the columns: (1) (2) (3)."""
    texts = [cell_text(c, words) for c in row]
    return len(texts) > 2 and [t.strip("()") for t in texts] == [str(n + 1) for n in range(len(texts))]


def _without_head(grid: Grid, head: Sequence[Row], words: Sequence[Word]) -> list[Row]:
    rows = _rows(grid)
    known = [_texts(row, words) for row in head]
    count = len(known)
    return rows[count:] if count and [_texts(row, words) for row in rows[:count]] == known else rows


def _texts(row: Row, words: Sequence[Word]) -> tuple[str, ...]:
    return tuple(cell_text(c, words).casefold() for c in row)


def _append(above: list[Row], below: list[Row], head: int) -> list[Row]:
    if above and below and _is_cut(above[head:], below[0]):
        return [*above[:-1], _mend(above[-1], below[0]), *below[1:]]
    return [*above, *below]


def _is_cut(body: Sequence[Row], row: Row) -> bool:
    """Whether a row is the lower half of the last one: it has no number where every row above has one."""
    if not body or not row or row[0].words or not any(cell.words for cell in row):
        return False
    return all(r and r[0].words for r in body)


def _mend(above: Row, below: Row) -> Row:
    rest = {cell.column: cell.words for cell in below}
    return [cell.model_copy(update={"words": cell.words + rest.get(cell.column, ())}) for cell in above]
