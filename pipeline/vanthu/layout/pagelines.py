"""Lines of a page with geometry: rows put together, columns parted, specks set aside, tables in their place."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from itertools import groupby
from statistics import median

from vanthu.document.page import Grid, Page, Word
from vanthu.layout.columns import Piece, split_columns
from vanthu.layout.edges import TextEdges, is_speck, text_edges
from vanthu.layout.roles import Roles
from vanthu.layout.rows import Row, rows_of
from vanthu.layout.textline import Side, TextLine, make_line

_APART = 1.22  # of the usual distance between lines: more is a gap
_CENTRED = 14.0  # points that a centred line may lie off
_INSET = 14.0  # points that it keeps from both edges
_FAR = 36.0  # points: no blank within a line is so wide
_STRAY = 3  # characters
_SMEARED = 0.4  # confidence that no word of a line reaches


def page_lines(
    page: Page,
    words: Sequence[Word],
    indices: Iterable[int],
    grids: Sequence[tuple[int, Grid]],
    taken: Collection[int],
    roles: Roles,
) -> list[TextLine]:
    """The lines in reading order, specks last. `taken` are the words of the tables."""
    free = [i for i in indices if i not in taken]
    edges = text_edges(rows_of(words, free), page)
    specks = [i for i in free if is_speck(words[i], page, edges)]
    rows = rows_of(words, [i for i in free if i not in set(specks)])
    pieces = split_columns(rows, words, page, edges, roles)
    ordered = [replace(piece.line, side=piece.side) for piece in _ordered(pieces)]
    clean, dirt = _sorted_out(ordered, words)
    lines = _with_gaps([_centred(line, edges) for line in clean], rows, words)
    dirt += [line for i in specks if (line := make_line(words, [i]))]
    return [*_with_tables(lines, grids, page), *(replace(line, speck=True) for line in dirt)]


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
    return replace(line, centred=abs(before - after) < 2 * _CENTRED and min(before, after) > _INSET)


def _sorted_out(
    lines: Sequence[TextLine], words: Sequence[Word]
) -> tuple[list[TextLine], list[TextLine]]:
    """The lines without what a seal or a stain left beside them, and what that was."""
    kept: list[TextLine] = []
    dirt: list[TextLine] = []
    for line in lines:
        if line.side is Side.RIGHT and _is_smear(line, words):
            dirt.append(line)
            continue
        middle, ends = _without_ends(line, words) if line.side is Side.WHOLE else (line, [])
        kept.append(middle)
        dirt += ends
    return kept, dirt


def _is_smear(line: TextLine, words: Sequence[Word]) -> bool:
    """Whether a line beside the receivers is a piece of the seal or the signature."""
    known = [c for i in line.words if (c := words[i].confidence) is not None]
    return bool(known) and (sum(c.isalpha() for c in line.text) < 3 or max(known) < _SMEARED)


def _without_ends(line: TextLine, words: Sequence[Word]) -> tuple[TextLine, list[TextLine]]:
    """A line without a few letters far off at one of its ends."""
    first, last = 0, len(line.words)
    if last > 2 and _is_stray(words, line.words[0], line.words[1]):
        first = 1
    if last - first > 2 and _is_stray(words, line.words[-1], line.words[-2]):
        last -= 1
    middle = make_line(words, line.words[first:last])
    if middle is None or last - first == len(line.words):
        return line, []
    strays = (*line.words[:first], *line.words[last:])
    ends = [end for i in strays if (end := make_line(words, [i]))]
    return replace(line, words=middle.words, text=middle.text, starts=middle.starts, box=middle.box), ends


def _is_stray(words: Sequence[Word], end: int, neighbour: int) -> bool:
    one, other = words[end].box, words[neighbour].box
    if one is None or other is None or words[end].confidence is None:
        return False
    apart = max(other.x0 - one.x1, one.x0 - other.x1)
    return apart > _FAR and len(words[end].text) <= _STRAY and not words[end].text.isdigit()


def _with_gaps(lines: Sequence[TextLine], rows: Sequence[Row], words: Sequence[Word]) -> list[TextLine]:
    """Lines that know whether they stand apart from the one above."""
    pitch = _pitch([line for row in rows if (line := make_line(words, row.words))])
    return [
        replace(line, gap=n > 0 and _distance(lines[n - 1], line) > _APART * pitch) for n, line in enumerate(lines)
    ]


def _pitch(lines: Sequence[TextLine]) -> float:
    """The usual distance from base line to base line, in points."""
    distances = [_distance(a, b) for a, b in zip(lines, lines[1:], strict=False)]
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
