"""Tables without any rules: lines of print that keep the same three columns at least."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from vanthu.reading.lattice import whitespace
from vanthu.reading.lattice.build import spots_of
from vanthu.reading.lattice.model import Frame, Lattice, Scale

_LEAST_COLUMNS = 3  # letterheads and signatures have two
_LEAST_ROWS = 4
_GUTTER = 0.7  # em
_FULL = 0.7  # share of rows that hold words in three columns at least
_WRAPPED = 8  # lines of a long cell between two lines with words in several columns
_APART = 2.6  # em: white between two lines of one table at most
_CLOSE = 1.0  # em: and between the last lines of a cell
_HEAD_CLOSE = 0.35  # em: and between the lines of a head
_TEXT = (
    0.5  # of all print: a line of text, if it begins where text does; else it may be one of a wide column's
)
_INDENT = 0.12  # of all print: text begins no farther in
_MIN_WIDTH = 0.4  # of all print


class _Line(NamedTuple):
    top: float
    bottom: float
    pieces: tuple[Frame, ...]


def unruled(words: Sequence[Frame], scale: Scale) -> list[Lattice]:
    """Tables among words that no rules part, from top to bottom."""
    lines = _lines(whitespace.segments(words, scale.em), scale.em)
    if sum(len(line.pieces) >= _LEAST_COLUMNS for line in lines) < _LEAST_ROWS:
        return []
    width = max(f[2] for f in words) - min(f[0] for f in words)
    found = (_table(lines, block, scale) for block in _blocks(lines, width, scale))
    return [t for t in found if t is not None and t.xs[-1] - t.xs[0] >= _MIN_WIDTH * width]


def _lines(pieces: Sequence[Frame], em: float) -> list[_Line]:
    left, right = min((p[0] for p in pieces), default=0.0), max((p[2] for p in pieces), default=0.0)
    made = []
    for run in whitespace.runs(pieces, (left, right), em):
        own = tuple(sorted(p for p in pieces if run.top <= (p[1] + p[3]) / 2 <= run.bottom))
        if own:
            made.append(_Line(run.top, run.bottom, own))
    return made


def _blocks(lines: Sequence[_Line], width: float, scale: Scale) -> Iterator[range]:
    """Ranges of lines that begin and end with lines of several pieces, with no wide white and no text between."""
    several = [n for n, line in enumerate(lines) if len(line.pieces) >= _LEAST_COLUMNS]
    margin = min(p[0] for line in lines for p in line.pieces) + _INDENT * width
    start = several[0]
    for above, below in pairwise([*several, len(lines)]):
        between = lines[above : below + 1]
        apart = any(b.top - a.bottom > _APART * scale.em for a, b in pairwise(between))
        text = any(p[0] < margin and p[2] - p[0] > _TEXT * width for line in between for p in line.pieces)
        if apart or text or below - above > _WRAPPED + 1 or below == len(lines):
            yield range(start, above + 1)
            start = below


def _table(lines: Sequence[_Line], block: range, scale: Scale) -> Lattice | None:
    own = [p for n in block for p in lines[n].pieces]
    xs = whitespace.columns(own, min(p[0] for p in own), max(p[2] for p in own), scale.em, gutter=_GUTTER)
    if len(xs) <= _LEAST_COLUMNS or len(block) < _LEAST_ROWS:
        return None
    block = _extended(lines, block, xs, scale)
    own = [p for n in block for p in lines[n].pieces]
    runs = whitespace.runs(own, xs, scale.em)
    between = whitespace.rows(runs, xs, scale.em)
    filled = whitespace.filled_rows(runs, between)
    full = sum(len(f) >= _LEAST_COLUMNS for f in filled)
    if len(filled) < _LEAST_ROWS or full < _FULL * len(filled):
        return None
    room = scale.em / 4
    ys = (min(p[1] for p in own) - room, *between, max(p[3] for p in own) + room)
    wide = (xs[0] - room, *xs[1:-1], xs[-1] + room)

    def right(row: int, column: int) -> bool:
        return whitespace.is_crossed(own, wide[column + 1], (ys[row], ys[row + 1]), scale.em)

    return Lattice(wide, ys, tuple(spots_of(len(ys) - 1, len(wide) - 1, right, _never)))


def _never(_row: int, _column: int) -> bool:
    return False


def _extended(lines: Sequence[_Line], block: range, xs: Sequence[float], scale: Scale) -> range:
    """With the lines of a head above and of the last cells below, which keep to the columns."""
    first, last = block[0], block[-1]
    while (
        first
        and lines[first].top - lines[first - 1].bottom < _HEAD_CLOSE * scale.em
        and _keeps(lines[first - 1], xs)
    ):
        first -= 1
    while (
        last + 1 < len(lines)
        and lines[last + 1].top - lines[last].bottom < _CLOSE * scale.em
        and _keeps(lines[last + 1], xs)
    ):
        last += 1
    return range(first, last + 1)


def _keeps(line: _Line, xs: Sequence[float]) -> bool:
    """Whether every piece of a line lies in one column."""
    return all(any(a <= p[0] and p[2] <= b for a, b in pairwise(xs)) for p in line.pieces)
