"""The letterhead: issuer and number at the left, motto, place and date at the right."""

from __future__ import annotations

from typing import NamedTuple

from vanthu.layout.lines.columns import GAP, RIGHT, PageRows, Piece
from vanthu.layout.lines.strays import trimmed
from vanthu.layout.lines.textline import Side, TextLine

_REACH = 75.0  # points that a date may begin left of the motto, or an issuer end right of where it begins
_OFF = 45.0  # points that the middle of a line of the right column may lie off the motto's
_UPPER = 0.35  # of the page: a date below is none of issue
_ROLES = ("motto", "motto_line", "place_date", "date_alone")


class RightColumn(NamedTuple):
    """Where the right column of a letterhead begins and has its middle, in points."""

    start: float
    middle: float


def part_letterhead(rows: PageRows, pieces: list[list[Piece]]) -> None:
    """Part the rows around the first motto or date of issue at the right, as long as they keep to two columns."""
    found = ((n, right) for n, line in enumerate(rows.lines) if (right := _right_column(rows, line)))
    anchor, right = next(found, (None, None))
    if anchor is None or right is None:
        return
    for step in (-1, 1):
        number = anchor if step == 1 else anchor - 1
        while 0 <= number < len(rows.lines):
            parted = _row(rows, rows.lines[number], right)
            if not parted:
                break
            pieces[number] = parted
            number += step


def _right_column(rows: PageRows, line: TextLine) -> RightColumn | None:
    """The right column, where a row shows it by its words."""
    if line.box is None:
        return None
    for role in _ROLES:
        for match in rows.roles.find(role, line.text):
            x0 = rows.left_of(line, match.span.start)
            at_right = x0 > RIGHT * rows.width and match.span.end >= len(line.text) - 3
            if at_right and (role.startswith("motto") or _stands_apart(rows, line, x0)):
                return RightColumn(x0, (x0 + line.box.x1) / 2)
    return None


def _stands_apart(rows: PageRows, line: TextLine, x0: float) -> bool:
    """Whether nothing stands near before a coordinate of a line in the upper part of the page."""
    before = [b.x1 for i in line.words if (b := rows.words[i].box) is not None and b.x0 < x0 - 0.01]
    high = line.box is not None and line.box.y0 < _UPPER * (rows.page.height or 0.0)
    return high and (not before or x0 - max(before) > GAP)


def _row(rows: PageRows, line: TextLine, right: RightColumn) -> list[Piece]:
    """A letterhead's row in its columns; empty where it reaches across."""
    core, _ = trimmed(line, rows.words)
    if rows.roles.starts(core.text, "addressees") or rows.roles.whole(core.text, "type"):
        return []
    own = _right_column(rows, line)
    at = own.start if own else rows.widest_gap(line, right.start - _REACH, right.start + _REACH)
    if at is not None:
        return rows.parted(line, at)
    return _on_one_side(rows, line, right)


def _on_one_side(rows: PageRows, line: TextLine, right: RightColumn) -> list[Piece]:
    box = line.box
    if box is None:
        return []
    if box.x1 < right.start + 10 and box.centre[0] < rows.edges.middle - 20:
        return [Piece(line, Side.LEFT)]
    at_right = box.x0 > right.start - _REACH and abs(box.centre[0] - right.middle) < _OFF
    return [Piece(line, Side.RIGHT)] if at_right and box.centre[0] > rows.edges.middle + 20 else []
