"""How high a row must be, since not all programs fit the rows of a file that they open."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import Protocol

_LINE_HEIGHT = 14.2  # points, for letters of 11 points with marks above and below
_ROW_PADDING = 5
_HIGHEST_ROW = 409  # points; Excel takes no more
# A column's width counts digits of another face; these letters are a little narrower.
_LETTERS_PER_WIDTH = 1.38
_LOST_AT_BREAK = 2.5


class _Column(Protocol):
    @property
    def width(self) -> float: ...

    @property
    def hidden(self) -> bool: ...


class _Row(Protocol):
    @property
    def values(self) -> Sequence[object]: ...

    @property
    def level(self) -> int: ...


def height(row: _Row, columns: Sequence[_Column]) -> float:
    """Points that the longest cell needs when wrapped."""
    pairs = zip(row.values, columns, strict=True)
    lines = max(
        (_lines(v, c.width - 2 * row.level) for v, c in pairs if isinstance(v, str) and not c.hidden),
        default=1,
    )
    return min(_LINE_HEIGHT * lines + _ROW_PADDING, _HIGHEST_ROW)


def _lines(text: str, width: float) -> int:
    """Words of the language are short: a line loses two or three letters to the word that no longer fits."""
    per_line = max(width * _LETTERS_PER_WIDTH - _LOST_AT_BREAK, 1)
    return sum(max(ceil((len(part) - _LOST_AT_BREAK) / per_line), 1) for part in text.split("\n"))
