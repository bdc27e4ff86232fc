"""Where the text of a page begins and ends, and which words lie outside of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from vanthu.document.page import Page, Word
from vanthu.layout.lines.rows import Row

_WIDE = 0.5  # of the page: a row of running text
_BORDER = 0.022  # of the page: nothing is printed so near to its edge
_HOLES = 0.08  # of the page: where holes are punched beside the text; engines take them for round letters
_APART = 20.0  # points that a hole keeps from the text
_UNSURE = 0.72  # confidence of words in the border that were never words
_SPECK = 3  # characters
_DASHES = frozenset({"-", "–", "—"})
_DOT = 1.8  # points: a dash is longer
_USUAL = (0.14, 0.92)  # of the page: margins of 30 and 15-20 mm


class TextEdges(NamedTuple):
    """Left and right edge of the running text, in points."""

    left: float
    right: float

    @property
    def middle(self) -> float:
        """Half way between the edges."""
        return (self.left + self.right) / 2


def text_edges(rows: Sequence[Row], page: Page) -> TextEdges:
    """The edges of a page's text; those of a usual page where it has no running text."""
    width = page.width or 0.0
    wide = [row.box for row in rows if row.box.width > _WIDE * width]
    if len(wide) < 4:
        boxes = [row.box for row in rows if row.box.x1 > _HOLES * width]
        left = min([_USUAL[0] * width, *(b.x0 for b in boxes if b.x0 > 0.04 * width)])
        right = max([_USUAL[1] * width, *(b.x1 for b in boxes if b.x1 < 0.97 * width)])
        return TextEdges(left, right)
    inner = [b for b in wide if b.x0 > _HOLES * width]  # a hole beside a row is no beginning of it
    lefts = sorted(b.x0 for b in (inner if 2 * len(inner) > len(wide) else wide))
    rights = sorted(b.x1 for b in wide)
    return TextEdges(lefts[len(lefts) // 10], rights[len(rights) - 1 - len(rights) // 10])


def is_speck(word: Word, page: Page, edges: TextEdges) -> bool:
    """Whether a word is no word: dirt at the page's edge, a sign outside of the text, or a dot that was read as a dash."""
    if word.box is None or page.width is None or page.height is None:
        return False
    if word.text in _DASHES and word.box.width < _DOT and word.confidence is not None:
        return True
    x0, y0, x1, y1 = word.box
    unsure = word.confidence is not None and word.confidence < _UNSURE
    at_edge = y1 < _BORDER * page.height or y0 > (1 - _BORDER) * page.height
    at_side = x1 < 2 * _BORDER * page.width or x0 > (1 - _BORDER) * page.width
    if word.confidence is not None and (at_edge or at_side):
        return unsure or len(word.text) <= _SPECK or y0 < 2
    if word.confidence is not None and x1 < min(_HOLES * page.width, edges.left - _APART):
        return len(word.text) <= _SPECK
    outside = x1 < edges.left - 1 or x0 > edges.right + 3
    meaningless = not any(c.isalnum() for c in word.text)
    return outside and len(word.text) <= _SPECK and (meaningless or unsure) and word.confidence is not None
