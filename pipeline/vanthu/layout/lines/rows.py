"""Words with boxes -> rows: everything on one base line, left to right, however the engine cut it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from vanthu.document.geometry import Box, union
from vanthu.document.page import Word

_SHARED = 0.55  # share of the lower piece's height that two pieces of one row have in common
_TOUCH = 2.0  # points that two pieces of one row may reach into each other


@dataclass(frozen=True)
class Row:
    """Words on one base line, left to right."""

    words: tuple[int, ...]
    box: Box


def rows_of(words: Sequence[Word], indices: Iterable[int]) -> list[Row]:
    """Rows from top to bottom. Lines that the engine cut apart are put together, never cut here."""
    rows: list[Row] = []
    for row in sorted(_engine_lines(words, indices), key=lambda r: r.box.y0):
        at = next((n for n in range(len(rows) - 1, max(-1, len(rows) - 6), -1) if _level(rows[n], row)), None)
        if at is None:
            rows.append(row)
        else:
            rows[at] = _row(words, rows[at].words + row.words) or row
    return sorted(rows, key=lambda r: r.box.centre[1])


def _engine_lines(words: Sequence[Word], indices: Iterable[int]) -> list[Row]:
    lines: dict[int, list[int]] = {}
    for index in indices:
        lines.setdefault(words[index].line, []).append(index)
    return [row for members in lines.values() if (row := _row(words, members))]


def _row(words: Sequence[Word], members: Sequence[int]) -> Row | None:
    placed = [(box.x0, i) for i in members if (box := words[i].box) is not None]
    box = union(words[i].box for i in members)
    return Row(tuple(i for _, i in sorted(placed)), box) if box else None


def _level(above: Row, row: Row) -> bool:
    """Whether two pieces stand side by side on one base line."""
    shared = min(above.box.y1, row.box.y1) - max(above.box.y0, row.box.y0)
    apart = above.box.x1 <= row.box.x0 + _TOUCH or row.box.x1 <= above.box.x0 + _TOUCH
    return apart and shared > _SHARED * min(above.box.height, row.box.height)
