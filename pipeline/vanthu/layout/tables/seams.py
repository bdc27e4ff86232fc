"""Where a table goes on after a page's end: borders compared, repeated heads dropped, cut rows and cells mended."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from vanthu.document.page import Grid, GridCell, Word
from vanthu.layout.lines.textline import begins_low
from vanthu.layout.roles import Roles

Row = list[GridCell]

_MOVED = 0.03  # of the table's width, that a border may lie elsewhere on the next page
_SAME = 0.85  # likeness of two readings of one head
_NUMBERED = 0.8  # share of rows that have a number in the first column
_LITTLE = (
    2  # filled cells that the rest of a cut row has at most, where no small letter shows that it goes on
)
_CLOSED = (".", ";", ":")


def continues(above: Grid, below: Grid) -> bool:
    """Whether a grid can be the rest of the one on the page before: as many columns, at about the same places."""
    if below.page <= above.page or below.columns != above.columns:
        return False
    one, other = _borders(above), _borders(below)
    return one is None or other is None or all(abs(a - b) <= _MOVED for a, b in zip(one, other, strict=True))


def _borders(grid: Grid) -> list[float] | None:
    """Left edges of the columns as shares of the width; `None` where they are not known."""
    lefts = {c.column: c.box.x0 for c in grid.cells if c.box is not None}
    if grid.box is None or grid.box.width <= 0 or len(lefts) < grid.columns:
        return None
    return [(lefts[n] - grid.box.x0) / grid.box.width for n in range(grid.columns)]


def without_head(rows: Sequence[Row], head: Sequence[Row], words: Sequence[Word]) -> list[Row]:
    """Rows without the head that stands over them once more, however it was read there."""
    again = len(rows) > len(head) and all(
        _likeness(row, known, words) >= _SAME for row, known in zip(rows, head, strict=False)
    )
    return list(rows[len(head) :]) if again else list(rows)


def _likeness(row: Row, known: Row, words: Sequence[Word]) -> float:
    one, other = ("|".join(cell_text(c, words) for c in r).casefold() for r in (row, known))
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def joined(above: list[Row], below: list[Row], head: int, words: Sequence[Word], roles: Roles) -> list[Row]:
    """The rows of both pages: a row that the page's end cut is one again, as is a cell over several rows."""
    if not above or not below:
        return [*above, *below]
    if _is_cut(above[head:], below[0], words, roles):
        return [*_mended(above, below[0]), *below[1:]]
    return _spanned(above, below)


def _is_cut(body: Sequence[Row], row: Row, words: Sequence[Word], roles: Roles) -> bool:
    """Whether a row is the lower half of the last one: it has no number where the rows above have one, and goes on with a text."""
    if not body or not row or row[0].column or row[0].words:
        return False
    numbered = sum(bool(r and not r[0].column and r[0].words) for r in body)
    texts = [text for c in row if (text := cell_text(c, words))]
    if not texts or numbered < _NUMBERED * len(body) or any(roles.starts(t, "sum") for t in texts):
        return False
    return any(map(begins_low, texts)) or (len(texts) <= _LITTLE and _is_open(body[-1], row, words))


def _is_open(above: Row, row: Row, words: Sequence[Word]) -> bool:
    """Whether the texts that a row would go on with have not ended."""
    columns = {c.column for c in row if c.words}
    ends = [cell_text(c, words) for c in above if c.column in columns]
    return bool(ends) and not any(text.endswith(_CLOSED) for text in ends)


def _mended(above: Sequence[Row], rest: Row) -> list[Row]:
    rows = [list(row) for row in above]
    for cell in rest:
        place = _covering(rows, cell.column)
        if place is None:
            rows[-1].append(cell)
        else:
            row, n = place
            rows[row][n] = rows[row][n].model_copy(update={"words": rows[row][n].words + cell.words})
    return rows


def _spanned(above: Sequence[Row], below: Sequence[Row]) -> list[Row]:
    """Both, with an empty cell over several rows at the top taken for the rest of one at the bottom."""
    rows, first = [list(row) for row in above], []
    for cell in below[0]:
        place = _covering(rows, cell.column)
        if place is not None and _goes_on(rows[place[0]][place[1]], cell):
            row, n = place
            span = rows[row][n].row_span + cell.row_span
            rows[row][n] = rows[row][n].model_copy(update={"row_span": span})
        else:
            first.append(cell)
    return [*rows, first, *below[1:]]


def _goes_on(above: GridCell, cell: GridCell) -> bool:
    several = max(above.row_span, cell.row_span) > 1
    return several and not cell.words and (above.column, above.column_span) == (cell.column, cell.column_span)


def _covering(rows: Sequence[Row], column: int) -> tuple[int, int] | None:
    """The cell that reaches down to the last row in a column, as row and place in it."""
    for number in range(len(rows) - 1, -1, -1):
        for n, cell in enumerate(rows[number]):
            if cell.column <= column < cell.column + cell.column_span:
                return (number, n) if number + cell.row_span >= len(rows) else None
    return None


def cell_text(cell: GridCell, words: Sequence[Word]) -> str:
    """A cell's words, joined by blanks."""
    return " ".join(words[i].text for i in cell.words)
