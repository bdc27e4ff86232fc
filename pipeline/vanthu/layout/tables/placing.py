"""Tables that only place things side by side: a letterhead, or receivers and signer, as Word and Markdown have them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from vanthu.document.page import Grid, GridCell, Word
from vanthu.layout.lines.textline import Side, TextLine, make_line
from vanthu.layout.roles import Roles

_COLUMNS = 4  # more have columns of contents
_ROWS = 8


def is_placing(grid: Grid, words: Sequence[Word], roles: Roles) -> bool:
    """Whether a grid is the frame of a letterhead or of the end of a document."""
    if grid.columns > _COLUMNS or grid.rows > _ROWS:
        return False
    texts = [" ".join(words[i].text for i in cell.words) for cell in grid.cells]
    if any(roles.has(text, "motto") for text in texts):
        return True
    if any(roles.starts(text, "recipients", "recipients_line") for text in texts):
        return True
    numbered = any(roles.starts(text, "number", "number_line") for text in texts)
    return numbered and any(roles.whole(text, "place_date") for text in texts)


def placed_lines(grid: Grid, words: Sequence[Word]) -> Iterator[TextLine]:
    """The lines of such a grid, left column first; columns between the outer ones count to the right one."""
    filled = sorted({cell.column for cell in grid.cells if cell.words})
    for column in filled:
        side = Side.LEFT if column == filled[0] and len(filled) > 1 else Side.RIGHT
        for cell in (c for c in grid.cells if c.column == column):
            yield from (replace(line, side=side) for line in _cell_lines(cell, words))


def _cell_lines(cell: GridCell, words: Sequence[Word]) -> Iterator[TextLine]:
    for _, members in groupby(cell.words, key=lambda i: words[i].line):
        if line := make_line(words, list(members)):
            yield line
