"""From the rules of a drawing and the words around them to the cells of a table."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from vanthu.reading.lattice import whitespace
from vanthu.reading.lattice.drawings import clustered
from vanthu.reading.lattice.model import Frame, Lattice, Rule, Rules, Scale, Spot, inside

_LONG = 0.5  # share of the table's width or height
_DRAWN = 0.6  # share of a cell's side that must be ruled to part it from its neighbour
_FEW_ROWS = 3  # a table with more ruled rows has them all ruled
_LONE = 5  # borders of columns that make one ruled row a table
_LEAST_NUMBERS = 3  # rows that are parted by white alone
_FILLED = 0.6  # share of a table's rows that hold words in two columns at least

_Door = Callable[[int, int], bool]  # row, column: whether the place is open to the next one


def build(rules: Rules, words: Sequence[Frame], scale: Scale) -> Lattice | None:
    """The table that rules make; `None` where they make none of at least two rows and two columns."""
    upright, level = _firm(rules.upright, rules.level, scale), _firm(rules.level, rules.upright, scale)
    xs, ys = _borders(upright, level, scale), _borders(level, upright, scale)
    if len(xs) < 2 or len(ys) < 2 or (len(xs) == 2 and len(ys) == 2):
        return None  # nothing, or a frame around text
    outer = (xs[0], ys[0], xs[-1], ys[-1])
    pieces = whitespace.segments(inside(words, outer), scale.em)
    white = len(xs) == 2
    if white:
        xs = whitespace.columns(pieces, xs[0], xs[-1], scale.em)
    if len(xs) < 3:
        return None
    ruled = ys
    if len(ys) - 1 <= _FEW_ROWS:
        ys = _with_rows(ys, xs, pieces, scale)
    if (len(ys) < 3 and not _is_rest(pieces, xs, white=white)) or (white and not _is_filled(pieces, xs, ys)):
        return None
    right, below = _doors(rules, pieces, scale, (xs, ys, ruled), white=white)
    spots = tuple(spots_of(len(ys) - 1, len(xs) - 1, right, below))
    return Lattice(tuple(xs), tuple(ys), spots) if len(spots) >= 4 else None


def _firm(rules: Sequence[Rule], across: Sequence[Rule], scale: Scale) -> list[list[Rule]]:
    """Rules by their place. A rule is long, or runs from one across it to another; else it is a stroke of a letter."""
    whole = [*((r.start, r.end) for r in rules), *((r.place, r.place) for r in across)]
    extent = max((e for _, e in whole), default=0.0) - min((s for s, _ in whole), default=0.0)
    return [
        group
        for group in clustered(rules, scale.near)
        if sum(r.length for r in group) >= _LONG * extent
        or any(_is_held(r, across, scale.near) for r in group)
    ]


def _is_held(rule: Rule, across: Sequence[Rule], near: float) -> bool:
    """Whether rules across are met at both ends."""
    meets = [r.place for r in across if r.start - near <= rule.place <= r.end + near]
    return all(any(abs(m - end) <= near for m in meets) for end in (rule.start, rule.end))


def _borders(groups: Sequence[Sequence[Rule]], across: Sequence[Sequence[Rule]], scale: Scale) -> list[float]:
    """Places of rules, and the outer edges of a table that has no outer rules: where its other rules begin and end."""
    places = [sum(r.place for r in group) / len(group) for group in groups]
    others = [rule for group in across for rule in group]
    if not others:
        return places
    first, last = min(r.start for r in others), max(r.end for r in others)
    if not places:
        return [first, last]
    before = [first] if places[0] - first > 2 * scale.near else []
    after = [last] if last - places[-1] > 2 * scale.near else []
    return [*before, *places, *after]


def _with_rows(
    ys: Sequence[float], xs: Sequence[float], pieces: Sequence[Frame], scale: Scale
) -> list[float]:
    """Borders of rows, with those that only white space tells."""
    all_ys = [ys[0]]
    for top, bottom in pairwise(ys):
        lines = whitespace.runs([p for p in pieces if top < (p[1] + p[3]) / 2 < bottom], xs, scale.em)
        between = whitespace.rows(lines, xs, scale.em)
        if len(between) + 1 >= _LEAST_NUMBERS and _is_listed(lines, between):
            all_ys += between
        all_ys.append(bottom)
    return all_ys


def _is_listed(lines: Sequence[whitespace.Run], between: Sequence[float]) -> bool:
    """Whether most rows hold words in two columns at least: the lines of one long cell do not."""
    filled = whitespace.filled_rows(lines, between)
    return sum(len(f) >= 2 for f in filled) >= max(_LEAST_NUMBERS, _FILLED * len(filled))


def _is_filled(pieces: Sequence[Frame], xs: Sequence[float], ys: Sequence[float]) -> bool:
    own = [[p for p in pieces if top < (p[1] + p[3]) / 2 < bottom] for top, bottom in pairwise(ys)]
    several = [
        len({n for p in row for n, (a, b) in enumerate(pairwise(xs)) if a < (p[0] + p[2]) / 2 < b}) >= 2
        for row in own
    ]
    return sum(several) >= _FILLED * len(several)


def _is_rest(pieces: Sequence[Frame], xs: Sequence[float], *, white: bool) -> bool:
    """Whether one row alone may be the last of a table of the page before, or the end of such a row: words in one cell do."""
    return bool(pieces) and not white and len(xs) >= _LONE


def _doors(
    rules: Rules,
    pieces: Sequence[Frame],
    scale: Scale,
    borders: tuple[Sequence[float], Sequence[float], Sequence[float]],
    *,
    white: bool,
) -> tuple[_Door, _Door]:
    """Whether a place has no border to the one on its right, and to the one below."""
    xs, ys, ruled = borders

    def right(row: int, column: int) -> bool:
        if white:
            return whitespace.is_crossed(pieces, xs[column + 1], (ys[row], ys[row + 1]), scale.em)
        return not _is_drawn(rules.upright, xs[column + 1], (ys[row], ys[row + 1]), scale)

    def below(row: int, column: int) -> bool:
        if white or ys[row + 1] not in ruled:
            return False
        return not _is_drawn(rules.level, ys[row + 1], (xs[column], xs[column + 1]), scale)

    return right, below


def _is_drawn(rules: Sequence[Rule], place: float, ends: tuple[float, float], scale: Scale) -> bool:
    start, end = ends
    spans = sorted((r.start, r.end) for r in rules if abs(r.place - place) <= scale.near)
    covered, reach = 0.0, start
    for a, b in spans:
        covered += max(0.0, min(b, end) - max(a, reach))
        reach = max(reach, min(b, end))
    return covered >= _DRAWN * (end - start)


def spots_of(rows: int, columns: int, right: _Door, below: _Door) -> Iterator[Spot]:
    """Cells: places joined where no border is. What joins to no rectangle is widened to one."""
    labels = np.arange(rows * columns).reshape(rows, columns)
    for row, column in np.ndindex(labels.shape):
        if column + 1 < columns and right(row, column):
            labels[labels == labels[row, column + 1]] = labels[row, column]
        if row + 1 < rows and below(row, column):
            labels[labels == labels[row + 1, column]] = labels[row, column]
    _squared(labels)
    for label in dict.fromkeys(int(v) for v in labels.ravel()):
        where = np.argwhere(labels == label)
        (r0, c0), (r1, c1) = where.min(axis=0), where.max(axis=0)
        yield Spot(int(r0), int(c0), int(r1 - r0) + 1, int(c1 - c0) + 1)


def _squared(labels: npt.NDArray[np.intp]) -> None:
    """Widen every cell to a rectangle, in place, until none reaches into another."""
    while True:
        before = labels.copy()
        for label in np.unique(labels):
            where = np.argwhere(labels == label)
            if len(where):
                (r0, c0), (r1, c1) = where.min(axis=0), where.max(axis=0)
                for other in np.unique(labels[r0 : r1 + 1, c0 : c1 + 1]):
                    labels[labels == other] = label
        if (labels == before).all():
            return
