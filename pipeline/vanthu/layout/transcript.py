"""Lines of pages without geometry: as the reader numbered them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import groupby
from types import MappingProxyType

from vanthu.document.page import Grid, Word
from vanthu.layout.textline import TextLine, make_line

_APART = MappingProxyType(
    {"docx": 2}
)  # every paragraph of a word processor's file is followed by a blank line


def transcript_lines(
    words: Sequence[Word], indices: Sequence[int], grids: Sequence[tuple[int, Grid]], taken: Collection[int]
) -> list[TextLine]:
    """The lines of one page, each table at the place of its first word. `taken` are the words of the tables."""
    places = {min((w for c in g.cells for w in c.words), default=-1): number for number, g in grids}
    lines: list[TextLine] = []
    number_before: int | None = None
    for number, group in groupby(indices, key=lambda i: words[i].line):
        members = list(group)
        usual = _APART.get(words[members[0]].engine, 1)
        gap = number_before is not None and number > number_before + usual
        lines += [TextLine(page=words[i].page, grid=places[i], gap=True) for i in members if i in places]
        line = make_line(words, [i for i in members if i not in taken], gap=gap)
        if line:
            lines.append(line)
        number_before = number
    return lines
