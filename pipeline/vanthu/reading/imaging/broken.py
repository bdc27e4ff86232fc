"""Fine lines that a scan without tones broke into dashes: told from the grid that their longer pieces make."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median

import numpy as np
import numpy.typing as npt

from vanthu.reading.lattice.model import Rule

_SAME = 2.0  # pixels: pieces of one line are no farther from each other, across
_DASHED = 0.4  # share of a stretch that must be ink,
_ENDS = 4  # and of its first and last part (a fourth of it) too: a line that stops is not a broken one
_END_DASHED = 0.15
_BROKEN = 0.3  # of the whole of a line with such a stretch: then it is a broken one, and for its others
_TRACE = (
    0.1  # so much is enough; under the text of a cell over several columns or rows it is 0.02, rarely 0.1
)
_LEAST = 5  # pixels
_SHORT = 6  # pixels: a line that ends so near a crossing reaches it
_BESIDE = 1  # pixels: how far a line bends
_MOST = 80  # places: more lie in no table that anybody could fill

Mask = npt.NDArray[np.bool_]
Stroke = tuple[Rule, float]  # a line, and how dark it is
Stretch = tuple[float, float]  # of a line, between two crossings


def joined(strokes: Sequence[Stroke], across: Sequence[Stroke], fine: Mask) -> list[Stroke]:
    """The lines of one direction, and what lies dashed between crossings with lines of the other one.

    `fine` has the ink that is thin enough to be part of such a line, its first axis along `strokes`' places.
    """
    lines, crossings = _places(strokes), [place for place, _ in _places(across)]
    if not 1 < len(crossings) <= _MOST or len(lines) > _MOST:
        return list(strokes)
    found = list(strokes)
    for place, own in lines:
        dark = median(dark for _, dark in own)
        inked = _along(fine, place)
        stretches = [s for s in pairwise(crossings) if not _covered(own, *s)]
        is_broken = inked[round(crossings[0]) : round(crossings[-1])].mean() >= _BROKEN
        found += [(Rule(place, *s), dark) for s in _dashed(stretches, inked, is_broken=bool(is_broken))]
    return found


def _places(strokes: Iterable[Stroke]) -> list[tuple[float, list[Stroke]]]:
    """Strokes that lie on one line, with its place, in order."""
    groups: list[list[Stroke]] = []
    for stroke in sorted(strokes, key=lambda s: s[0].place):
        if groups and stroke[0].place - groups[-1][-1][0].place <= _SAME:
            groups[-1].append(stroke)
        else:
            groups.append([stroke])
    return [(median(rule.place for rule, _ in group), group) for group in groups]


def _along(fine: Mask, place: float) -> Mask:
    """Where there is ink along a line."""
    at = round(place)
    return np.asarray(fine[max(0, at - _BESIDE) : at + _BESIDE + 1].any(axis=0))


def _covered(own: Iterable[Stroke], start: float, end: float) -> bool:
    return any(rule.start <= start + _SHORT and end - _SHORT <= rule.end for rule, _ in own)


def _dashed(stretches: Sequence[Stretch], inked: Mask, *, is_broken: bool) -> list[Stretch]:
    """The stretches of one line that are broken print."""
    own = {(a, b): inked[round(a) : round(b)] for a, b in stretches}
    sure = [stretch for stretch in stretches if _is_dashed(own[stretch])]
    if not (sure and is_broken):
        return sure
    return [s for s in stretches if own[s].mean() >= _TRACE and np.count_nonzero(own[s]) >= _LEAST]


def _is_dashed(inked: Mask) -> bool:
    part = len(inked) // _ENDS
    if part == 0 or inked.mean() < _DASHED:
        return False
    return bool(min(inked[:part].mean(), inked[-part:].mean()) >= _END_DASHED)
