"""Boxes of one height put into as few lines as hold them without touching."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Extent(NamedTuple):
    """What a box takes of a line, and how many lines it is high."""

    left: float
    right: float
    lines: int = 1


def packed(extents: Sequence[Extent], *, gap: float) -> tuple[int, ...]:
    """The first line of each box, each as far up as it fits, taken in order."""
    taken: list[list[tuple[float, float]]] = []
    found = []
    for extent in extents:
        line = _first_free(taken, extent, gap)
        while len(taken) < line + extent.lines:
            taken.append([])
        for row in taken[line : line + extent.lines]:
            row.append((extent.left, extent.right))
        found.append(line)
    return tuple(found)


def _first_free(taken: Sequence[Sequence[tuple[float, float]]], extent: Extent, gap: float) -> int:
    line = 0
    while not all(_free(row, extent, gap) for row in taken[line : line + extent.lines]):
        line += 1
    return line


def _free(row: Sequence[tuple[float, float]], extent: Extent, gap: float) -> bool:
    return all(extent.right + gap <= left or right + gap <= extent.left for left, right in row)
