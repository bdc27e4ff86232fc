"""The end of a document: receivers at the left, the signer at the right."""

from __future__ import annotations

from collections.abc import Sequence

from vanthu.layout.lines.columns import RIGHT, PageRows, Piece
from vanthu.layout.lines.textline import Side, TextLine, is_upper

_NEAR = 34.0  # points between a signer's lines above the receivers
_BELOW = 60.0  # points below the last line of the zone that another of the receivers may stand
_CLOSE = 8.0  # points between a receiver and a long office beside it: more than any blank in such small print
_ACROSS = 0.62  # of the page: a line of receivers ends before


def part_signature(rows: PageRows, pieces: list[list[Piece]]) -> None:
    """Part the rows from the receivers, or from two signers side by side, down; take in a signer's lines above."""
    begins = (n for n, line in enumerate(rows.lines) if _is_receivers(rows, line) or _is_pair(rows, line))
    anchor = next(begins, None)
    if anchor is None:
        return
    above = anchor - 1
    while above >= 0 and _is_office(rows, above):
        pieces[above] = [Piece(rows.lines[above], Side.RIGHT)]
        above -= 1
    for number in range(anchor, len(rows.lines)):
        parted = _row(rows, rows.lines[number])
        if not parted or (number > anchor and _is_apart(rows, number, parted)):
            break
        pieces[number] = parted


def _is_receivers(rows: PageRows, line: TextLine) -> bool:
    found = rows.roles.find("recipients", line.text) or rows.roles.find("recipients_line", line.text)
    return bool(found) and rows.left_of(line, found[0].span.start) < RIGHT * rows.width


def _is_pair(rows: PageRows, line: TextLine) -> bool:
    """Whether two bodies sign side by side."""
    found = rows.roles.find("authority", line.text)
    return len(found) == 2 and rows.widest_gap(line, RIGHT * rows.width, rows.width) is not None


def _is_office(rows: PageRows, number: int) -> bool:
    """Whether a row at the right, in capitals, stands close above another."""
    box, below = rows.lines[number].box, rows.lines[number + 1].box
    if box is None or below is None or not is_upper(rows.lines[number].text):
        return False
    return box.x0 > RIGHT * rows.width and below.y0 - box.y1 < _NEAR


def _is_apart(rows: PageRows, number: int, parted: Sequence[Piece]) -> bool:
    """Whether a row that is not clearly a signer's lies too far below to belong."""
    above, box = rows.lines[number - 1].box, rows.lines[number].box
    if above is None or box is None or any(piece.side is Side.RIGHT for piece in parted):
        return False
    return box.y0 - above.y1 > _BELOW


def _row(rows: PageRows, line: TextLine) -> list[Piece]:
    """A row of receivers and signer in its columns; empty where it reaches across."""
    box = line.box
    if box is None or rows.roles.starts(line.text, "appendix", "attached", "motto"):
        return []
    if box.x0 > RIGHT * rows.width:
        return [Piece(line, Side.RIGHT)]
    at = rows.widest_gap(line, RIGHT * rows.width, rows.width)
    if at is None:
        at = _before_office(rows, line)
    if at is not None:
        return rows.parted(line, at)
    return [Piece(line, Side.LEFT)] if box.x1 < _ACROSS * rows.width else []


def _before_office(rows: PageRows, line: TextLine) -> float | None:
    """Where the capitals of a signer's long office begin that all but touch a receiver; `None` where none do."""
    at = rows.widest_gap(line, RIGHT * rows.width, rows.width, least=_CLOSE)
    if at is None:
        return None
    left, right = (piece.line.text for piece in rows.parted(line, at))
    return at if is_upper(right) and not is_upper(left) and " " in right else None
