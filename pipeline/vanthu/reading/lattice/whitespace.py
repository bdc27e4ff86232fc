"""Columns and rows by the white between words, where no rules part them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from vanthu.reading.lattice.model import Frame

_WORD_GAP = 0.5  # em: words closer than this are one piece of text
_GUTTER = 0.45  # em: least width of the white between two columns
_CROSSED = 0.1  # share of lines that may cross the white between two columns: heads over several, sums
_SPECK = 0.35  # em: what is lower is no word: dirt, what is left of a dotted rule
_CORE = 0.2  # of a word's height at top and bottom that may reach into the lines above and below
_REACH = 0.25  # em that a piece of text may reach over its column
_NARROW = 0.16  # of the table's width: a first column of numbers
_FULL = 0.6  # share of the columns that the first line of a row fills, where nothing else tells rows apart
_WIDER = 1.5  # times the gap between the lines of a text that a gap between rows is at least
_CLEAR = 0.12  # em, and by how much it is wider


class Run(NamedTuple):
    """A line of print over the whole table: its top and bottom, and the columns that have words in it."""

    top: float
    bottom: float
    filled: frozenset[int]


def segments(frames: Sequence[Frame], em: float) -> list[Frame]:
    """Words of one line joined where only a blank stands between them."""
    joined: list[Frame] = []
    for frame in sorted(frames):
        at = next((n for n, other in enumerate(joined) if _beside(other, frame, em)), None)
        if at is None:
            joined.append(frame)
        else:
            x0, y0, x1, y1 = joined[at]
            joined[at] = (x0, min(y0, frame[1]), max(x1, frame[2]), max(y1, frame[3]))
    return joined


def _beside(left: Frame, right: Frame, em: float) -> bool:
    if left[3] <= right[1] or right[3] <= left[1]:
        return False  # of other lines, as most are
    shared = min(left[3], right[3]) - max(left[1], right[1])
    lower = min(left[3] - left[1], right[3] - right[1])
    return right[0] - left[2] < _WORD_GAP * em and shared > 0.5 * lower


def columns(
    pieces: Sequence[Frame], left: float, right: float, em: float, *, gutter: float = _GUTTER
) -> list[float]:
    """Borders of columns from `left` to `right`: the middles of strips that hardly any piece of text crosses."""
    if not pieces:
        return [left, right]
    allowed = int(_CROSSED * len(_merged([(p[1], p[3]) for p in pieces])))
    first, last = min(p[0] for p in pieces), max(p[2] for p in pieces)
    white = [
        (start, end)
        for start, end in _uncrossed(pieces, allowed)
        if first < start and end < last and end - start >= gutter * em
    ]
    return [left, *((start + end) / 2 for start, end in white), right]


def _uncrossed(pieces: Sequence[Frame], allowed: int) -> Iterator[tuple[float, float]]:
    """Strips over which no more than so many pieces reach."""
    depth, since = 0, float("-inf")
    for place, change in sorted([(p[0], 1) for p in pieces] + [(p[2], -1) for p in pieces]):
        before, depth = depth, depth + change
        if depth <= allowed < before:
            since = place
        elif before <= allowed < depth:
            yield since, place


def runs(pieces: Sequence[Frame], xs: Sequence[float], em: float) -> list[Run]:
    """The lines of a table from the top, with the columns that each fills."""
    words = [p for p in pieces if p[3] - p[1] > _SPECK * em]
    cores = [(p[1] + _CORE * (p[3] - p[1]), p[3] - _CORE * (p[3] - p[1]), p) for p in words]
    made = []
    for top, bottom in _merged([(a, b) for a, b, _ in cores]):
        own = [p for a, b, p in cores if a >= top and b <= bottom]
        filled = frozenset(
            n
            for p in own
            for n in range(len(xs) - 1)
            if xs[n] < p[2] and p[0] < xs[n + 1] and _mostly(p, xs, n)
        )
        made.append(Run(top, bottom, filled))
    return made


def _mostly(piece: Frame, xs: Sequence[float], column: int) -> bool:
    shared = min(piece[2], xs[column + 1]) - max(piece[0], xs[column])
    return shared > 0.3 * min(piece[2] - piece[0], xs[column + 1] - xs[column])


def _merged(spans: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    merged: list[tuple[float, float]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return merged


def rows(lines: Sequence[Run], xs: Sequence[float], em: float) -> list[float]:
    """Places between rows: where white is wider than between the lines of a text, or a numbered row begins."""
    if len(lines) < 2:
        return []
    gaps = [b.top - a.bottom for a, b in pairwise(lines)]
    wide = _wide(gaps, em)
    numbered = [n for n, line in enumerate(lines) if 0 in line.filled]
    if numbered and xs[1] - xs[0] < _NARROW * (xs[-1] - xs[0]):
        starts = _by_numbers(numbered, gaps, wide)
    elif wide is not None:
        starts = [n + 1 for n, gap in enumerate(gaps) if gap >= wide]
    else:
        least = max(2, _FULL * (len(xs) - 1))
        starts = [n for n, line in enumerate(lines) if n and len(line.filled) >= least]
    return [(lines[n - 1].bottom + lines[n].top) / 2 for n in starts]


def _wide(gaps: Sequence[float], em: float) -> float | None:
    """The least gap between rows; `None` where all gaps are of one kind."""
    order = sorted(gaps)
    clear = ((b - a, b) for a, b in pairwise(order) if b >= _WIDER * a and b - a >= _CLEAR * em)
    return max(clear, default=(0.0, None))[1]


def _by_numbers(numbered: Sequence[int], gaps: Sequence[float], wide: float | None) -> list[int]:
    """Each number begins a row. Where numbers stand in the middle of their rows, the widest gap before one parts it."""
    starts = []
    for above, number in pairwise(numbered):
        between = gaps[above:number]
        clear = wide is not None and max(between) >= wide
        starts += [above + 1 + n for n, gap in enumerate(between) if wide is not None and gap >= wide]
        if not clear:
            starts.append(number)
    return starts


def is_crossed(pieces: Sequence[Frame], border: float, row: tuple[float, float], em: float) -> bool:
    """Whether a piece of text in a row (top, bottom) reaches over a border of columns."""
    own = (p for p in pieces if row[0] < (p[1] + p[3]) / 2 < row[1])
    return any(p[0] + _REACH * em < border < p[2] - _REACH * em for p in own)


def filled_rows(lines: Sequence[Run], between: Sequence[float]) -> list[frozenset[int]]:
    """The columns that hold words in each row; `between` are the borders of the rows."""
    ends = [*between, float("inf")]
    filled: list[frozenset[int]] = [frozenset()] * len(ends)
    for line in lines:
        row = next(n for n, end in enumerate(ends) if line.top < end)
        filled[row] |= line.filled
    return filled


def usual_height(frames: Sequence[Frame]) -> float:
    """The height of print; 0 where there is none."""
    return median([f[3] - f[1] for f in frames]) if frames else 0.0
