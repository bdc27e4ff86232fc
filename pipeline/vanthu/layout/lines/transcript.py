"""Lines of pages without geometry: as the reader numbered them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from itertools import groupby
from types import MappingProxyType

from vanthu.document.page import Grid, Word
from vanthu.layout.lines.textline import TextLine, make_line
from vanthu.layout.tables.placing import placed_lines

_APART = MappingProxyType(
    {"docx": 2}
)  # every paragraph of a word processor's file is followed by a blank line


def transcript_lines(
    words: Sequence[Word], indices: Sequence[int], grids: Sequence[tuple[int, Grid]], frames: Collection[int]
) -> list[TextLine]:
    """The lines of one page, each table at the place of its first word.

    `frames` are the numbers of grids that only place things side by side: their columns are read one after the other.
    """
    starts = {min((w for c in g.cells for w in c.words), default=-1): (n, g) for n, g in grids}
    taken = {w for _, g in grids for cell in g.cells for w in cell.words}
    lines: list[TextLine] = []
    before: int | None = None
    for number, group in groupby(indices, key=lambda i: words[i].line):
        members = list(group)
        usual = _APART.get(words[members[0]].engine, 1)
        gap = before is not None and number > before + usual
        for index in (i for i in members if i in starts):
            lines += _table_lines(*starts[index], words, frames)
        line = make_line(words, [i for i in members if i not in taken], gap=gap)
        if line:
            lines.append(line)
        before = number
    return lines


def _table_lines(
    number: int, grid: Grid, words: Sequence[Word], frames: Collection[int]
) -> Iterable[TextLine]:
    if number in frames:
        return placed_lines(grid, words)
    return [TextLine(page=grid.page, grid=number, gap=True)]
