"""The two places where a page has two columns: the letterhead, and receivers beside the signer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from vanthu.document.page import Page, Word
from vanthu.layout.edges import TextEdges
from vanthu.layout.roles import Roles
from vanthu.layout.rows import Row
from vanthu.layout.textline import Side, TextLine, is_upper, make_line

_GAP = 14.0  # points: wider than any blank between words of one column
_REACH = 75.0  # points that a date may begin left of the motto, or an issuer end right of where it begins
_UPPER = 0.35  # of the page: a date below is none of issue
_RIGHT = 0.4  # of the page: nothing of the right column begins left of it
_NEAR = 34.0  # points between a signer's lines above the receivers
_SIGNERS = 60.0  # points below the last line of a two-column zone that it can still go on


class Piece(NamedTuple):
    """A part of a row and its column."""

    line: TextLine
    side: Side


def split_columns(
    rows: Sequence[Row], words: Sequence[Word], page: Page, edges: TextEdges, roles: Roles
) -> list[list[Piece]]:
    """The pieces of each row: one for a row across the page, two where it holds two columns."""
    lines = [line for row in rows if (line := make_line(words, row.words))]
    pieces = [[Piece(line, Side.WHOLE)] for line in lines]
    splitter = _Splitter(lines, words, page, edges, roles)
    for number in splitter.heads():
        splitter.letterhead(number, pieces)
    for number, line in enumerate(lines):
        if pieces[number][0].side is Side.WHOLE and splitter.is_receivers(line):
            splitter.signature(number, pieces)
    return pieces


class _Splitter(NamedTuple):
    """The rows of one page."""

    lines: Sequence[TextLine]
    words: Sequence[Word]
    page: Page
    edges: TextEdges
    roles: Roles

    @property
    def width(self) -> float:
        return self.page.width or 0.0

    # --- letterhead

    def heads(self) -> list[int]:
        """Rows with the first line of a motto, or a date of issue at the right, that begin a letterhead."""
        found = [n for n, line in enumerate(self.lines) if self.motto_start(line) is not None]
        return found[:1]

    def motto_start(self, line: TextLine) -> float | None:
        """Where the right column begins on a row that shows it, in points."""
        for role in ("motto", "motto_line", "place_date", "date_alone"):
            for match in self.roles.find(role, line.text):
                x0 = self.x_of(line, match.span.start)
                at_right = x0 > _RIGHT * self.width and match.span.end >= len(line.text) - 3
                if at_right and (role.startswith("motto") or self.stands_apart(line, x0)):
                    return x0
        return None

    def stands_apart(self, line: TextLine, x0: float) -> bool:
        """Whether nothing stands near before a coordinate of a line in the upper part of the page."""
        before = [b.x1 for i in line.words if (b := self.words[i].box) is not None and b.x0 < x0 - 0.01]
        high = line.box is not None and line.box.y0 < _UPPER * (self.page.height or 0.0)
        return high and (not before or x0 - max(before) > _GAP)

    def x_of(self, line: TextLine, offset: int) -> float:
        """The left edge of the word at an offset of the line's text."""
        at = max(n for n, start in enumerate(line.starts) if start <= offset)
        box = self.words[line.words[at]].box
        return box.x0 if box else 0.0

    def letterhead(self, anchor: int, pieces: list[list[Piece]]) -> None:
        """Split the rows around a motto, upwards and downwards, as long as they keep to two columns."""
        border = self.motto_start(self.lines[anchor]) or 0.0
        for step in (-1, 1):
            number = anchor if step == 1 else anchor - 1
            while 0 <= number < len(self.lines):
                split = self.head_row(self.lines[number], border)
                if split is None:
                    break
                pieces[number] = split
                number += step

    def head_row(self, line: TextLine, border: float) -> list[Piece] | None:
        """A letterhead's row in its columns; `None` where it reaches across."""
        if self.roles.starts(line.text, "addressees") or self.roles.whole(line.text, "type"):
            return None
        start = self.motto_start(line)
        at = start if start is not None else self.widest_gap(line, border - _REACH, border + _REACH)
        if at is not None:
            return self.parted(line, at)
        box = line.box
        if box is None:
            return None
        if box.x1 < border + 10 and box.centre[0] < self.edges.middle - 20:
            return [Piece(line, Side.LEFT)]
        right = box.x0 > border - _REACH and box.centre[0] > self.edges.middle + 20
        return [Piece(line, Side.RIGHT)] if right else None

    # --- receivers and signer

    def is_receivers(self, line: TextLine) -> bool:
        """Whether the list of receivers begins on a row."""
        found = self.roles.find("recipients", line.text) or self.roles.find("recipients_line", line.text)
        return bool(found) and self.x_of(line, found[0].span.start) < _RIGHT * self.width

    def signature(self, anchor: int, pieces: list[list[Piece]]) -> None:
        """Split the rows from the receivers down, and take in a signer's lines above them."""
        number = anchor - 1
        while number >= 0 and self.is_office_above(number):
            pieces[number] = [Piece(self.lines[number], Side.RIGHT)]
            number -= 1
        number, bottom = anchor, None
        while number < len(self.lines):
            split = self.tail_row(self.lines[number])
            if split is None or (bottom is not None and self.is_apart(bottom, number, split)):
                break
            pieces[number] = split
            bottom = number
            number += 1

    def is_office_above(self, number: int) -> bool:
        line, below = self.lines[number], self.lines[number + 1]
        if line.box is None or below.box is None or not is_upper(line.text):
            return False
        return line.box.x0 > _RIGHT * self.width and below.box.y0 - line.box.y1 < _NEAR

    def is_apart(self, above: int, number: int, split: Sequence[Piece]) -> bool:
        """Whether a row that is not clearly a signer's lies too far below to belong."""
        one, other = self.lines[above].box, self.lines[number].box
        if one is None or other is None or any(p.side is Side.RIGHT for p in split):
            return False
        return other.y0 - one.y1 > _SIGNERS

    def tail_row(self, line: TextLine) -> list[Piece] | None:
        """A row of receivers and signer in its columns; `None` where it reaches across."""
        box = line.box
        if box is None or self.roles.starts(line.text, "appendix", "attached", "motto"):
            return None
        at = self.widest_gap(line, _RIGHT * self.width, self.width)
        if at is not None:
            return self.parted(line, at)
        if box.x0 > _RIGHT * self.width:
            return [Piece(line, Side.RIGHT)]
        return [Piece(line, Side.LEFT)] if box.x1 < 0.62 * self.width else None

    # --- both

    def widest_gap(self, line: TextLine, low: float, high: float) -> float | None:
        """Where the word after the widest gap begins, of those in a range; `None` where no gap parts columns."""
        best, at = _GAP, None
        boxes = [b for i in line.words if (b := self.words[i].box) is not None]
        for left, right in zip(boxes, boxes[1:], strict=False):
            if low <= right.x0 <= high and right.x0 - left.x1 > best:
                best, at = right.x0 - left.x1, right.x0
        return at

    def parted(self, line: TextLine, at: float) -> list[Piece]:
        """The words left and right of a coordinate."""
        left = [i for i in line.words if (b := self.words[i].box) is not None and b.x0 < at - 0.01]
        right = [i for i in line.words if i not in left]
        pairs = ((make_line(self.words, left), Side.LEFT), (make_line(self.words, right), Side.RIGHT))
        return [Piece(piece, side) for piece, side in pairs if piece]
