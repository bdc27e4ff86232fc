"""Lines of a page with geometry: rows put together, columns parted, specks set aside, tables in their place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby, pairwise
from statistics import median

from vanthu.document.page import Grid, Page, Word
from vanthu.layout.lines.columns import PageRows, Piece
from vanthu.layout.lines.edges import TextEdges, is_speck, text_edges
from vanthu.layout.lines.head_columns import part_letterhead
from vanthu.layout.lines.rows import Row, rows_of
from vanthu.layout.lines.strays import without_dirt
from vanthu.layout.lines.tail_columns import part_signature
from vanthu.layout.lines.textline import Side, TextLine, make_line
from vanthu.layout.roles import Roles

_APART = 1.22  # of the usual distance between lines: more is a gap
_CENTRED = 14.0  # points that a centred line may lie off
_INSET = 14.0  # points that it keeps from both edges


def page_lines(
    page: Page,
    words: Sequence[Word],
    indices: Iterable[int],
    grids: Sequence[tuple[int, Grid]],
    roles: Roles,
) -> list[TextLine]:
    """The lines in reading order, specks last. The words of the tables stand in their grids only."""
    taken = {w for _, grid in grids for cell in grid.cells for w in cell.words}
    free = [i for i in indices if i not in taken]
    edges = text_edges(rows_of(words, free), page)
    specks = [i for i in free if is_speck(words[i], page, edges)]
    rows = rows_of(words, [i for i in free if i not in set(specks)])
    pieces = _parted(PageRows(_across(rows, words), words, page, edges, roles))
    ordered = [replace(piece.line, side=piece.side) for piece in _ordered(pieces)]
    clean, dirt = without_dirt(ordered, words)
    lines = _with_gaps([_centred(line, edges) for line in clean], rows, words)
    dirt += [line for i in specks if (line := make_line(words, [i]))]
    return [*_with_tables(lines, grids, page), *(replace(line, speck=True) for line in dirt)]


def _across(rows: Sequence[Row], words: Sequence[Word]) -> list[TextLine]:
    return [line for row in rows if (line := make_line(words, row.words))]


def _parted(rows: PageRows) -> list[list[Piece]]:
    """The pieces of each row: one for a row across the page, two where it holds two columns."""
    pieces = [[Piece(line, Side.WHOLE)] for line in rows.lines]
    part_signature(rows, pieces)
    part_letterhead(rows, pieces)
    return pieces


def _ordered(pieces: Sequence[Sequence[Piece]]) -> list[Piece]:
    """Left columns before right ones wherever rows with two columns follow each other."""
    out: list[Piece] = []
    for whole, group in groupby(pieces, key=lambda row: row[0].side is Side.WHOLE):
        zone = [piece for row in group for piece in row]
        out += zone if whole else [p for side in (Side.LEFT, Side.RIGHT) for p in zone if p.side is side]
    return out


def _centred(line: TextLine, edges: TextEdges) -> TextLine:
    if line.box is None or line.side is not Side.WHOLE:
        return line
    before, after = line.box.x0 - edges.left, edges.right - line.box.x1
    centred = abs(before - after) < 2 * _CENTRED and min(before, after) > _INSET
    return replace(line, centred=centred, room=after)


def _with_gaps(lines: Sequence[TextLine], rows: Sequence[Row], words: Sequence[Word]) -> list[TextLine]:
    """Lines that know whether they stand apart from the one above."""
    pitch = _pitch(_across(rows, words))
    return [
        replace(line, gap=n > 0 and _distance(lines[n - 1], line) > _APART * pitch)
        for n, line in enumerate(lines)
    ]


def _pitch(lines: Sequence[TextLine]) -> float:
    """The usual distance from base line to base line, in points."""
    distances = [_distance(a, b) for a, b in pairwise(lines)]
    usual = [d for d in distances if 5 < d < 40]
    return median(usual) if usual else 20.0


def _distance(above: TextLine, line: TextLine) -> float:
    if above.side is not line.side or above.base is None or line.base is None:
        return float("inf")
    return line.base - above.base


def _with_tables(lines: list[TextLine], grids: Sequence[tuple[int, Grid]], page: Page) -> list[TextLine]:
    out = list(lines)
    for number, grid in grids:
        place = TextLine(page=page.number, grid=number, box=grid.box, gap=True)
        middle = grid.box.centre[1] if grid.box else 0.0
        at = sum(1 for line in out if line.box is not None and line.box.centre[1] < middle)
        out.insert(at, place)
    return out
