"""Parting a row of a page that holds two columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from vanthu.document.page import Page, Word
from vanthu.layout.lines.edges import TextEdges
from vanthu.layout.lines.textline import Side, TextLine, make_line
from vanthu.layout.roles import Roles

GAP = 14.0  # points: wider than any blank between words of one column
RIGHT = 0.4  # of the page: nothing of the right column begins left of it


class Piece(NamedTuple):
    """A part of a row and its column."""

    line: TextLine
    side: Side


@dataclass(frozen=True)
class PageRows:
    """The rows of one page as lines across it, with what is needed to part them."""

    lines: Sequence[TextLine]
    words: Sequence[Word]
    page: Page
    edges: TextEdges
    roles: Roles

    @property
    def width(self) -> float:
        """Of the page, in points."""
        return self.page.width or 0.0

    def left_of(self, line: TextLine, offset: int) -> float:
        """The left edge of the word at an offset of the line's text."""
        at = max(n for n, start in enumerate(line.starts) if start <= offset)
        box = self.words[line.words[at]].box
        return box.x0 if box else 0.0

    def widest_gap(self, line: TextLine, low: float, high: float, *, least: float = GAP) -> float | None:
        """Where the word after the widest gap begins, of those in a range; `None` where no gap parts columns."""
        best, at = least, None
        boxes = [b for i in line.words if (b := self.words[i].box) is not None]
        for left, right in pairwise(boxes):
            if low <= right.x0 <= high and right.x0 - left.x1 > best:
                best, at = right.x0 - left.x1, right.x0
        return at

    def parted(self, line: TextLine, at: float) -> list[Piece]:
        """The words left and right of a coordinate."""
        left = [i for i in line.words if (b := self.words[i].box) is not None and b.x0 < at - 0.01]
        right = [i for i in line.words if i not in left]
        pairs = ((make_line(self.words, left), Side.LEFT), (make_line(self.words, right), Side.RIGHT))
        return [Piece(piece, side) for piece, side in pairs if piece]
