"""How wide the lines of a document are, and where its text begins and ends: what tells a full line from a last one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median
from typing import NamedTuple

import regex

from vanthu.document.layout import BlockKind
from vanthu.layout.lines.textline import CLOSED, TextLine, begins_low
from vanthu.layout.running.flow import FlowLine

_WRAPPED = (
    0.4  # share of lines of nearly one length that shows that a transcript keeps the line ends of its page
)
_WHOLE = 0.5  # share of those that may end where a sentence does; where more do, each line is a paragraph
_WIDEST = 140  # characters; a longer line was never a line on paper
_SLACK = 0.92
_SHORT = 0.75  # of the width: a shorter line was ended by its writer
_MOST = 0.85
_LEAST = 5  # lines of a kind that show a way of setting
_MARKED = regex.compile(r"\s*(?:[-–+•*]\s|\(?(?:\d{1,2}|[a-zđ]|[IVX]{1,4})[.)/]\s)")
_INDENT = 9.0  # points
_APART = 1.2  # of the usual distance between two lines
_BULGE = 18.0  # points that a stain or a stamp before its first letter sets a line out; the first lines of paragraphs are set in by more
_ROOM = 3.0  # points that a line may stop short of the edge, or an engine misjudge
_BODY = frozenset({BlockKind.BODY, BlockKind.FOOTNOTE})


class PageMeasures(NamedTuple):
    """Edges of a page's body and the usual distance of its lines, in points."""

    left: float
    right: float
    pitch: float


@dataclass(frozen=True)
class Measures:
    """Widths of a document. `width` is in characters, `None` where a transcript has one line a paragraph."""

    width: float | None = None
    parted: bool = (
        False  # in a transcript that keeps the line ends of its page, every paragraph has a gap above it
    )
    pages: Mapping[int, PageMeasures] = field(default_factory=dict)

    def is_full(self, line: TextLine, below: TextLine) -> bool:
        """Whether the first word below would not have found room on the line: it was broken by the margin alone."""
        word = below.text.split(" ", 1)[0]
        if line.box is None or below.box is None:
            return self.width is not None and len(line.text) + 1 + len(word) > self.width * _SLACK
        if line.page not in self.pages:
            return False
        character = below.box.width / max(1, len(below.text))
        return line.box.x1 + character * (len(word) + 1) + _ROOM > self.pages[line.page].right

    def is_short(self, line: TextLine) -> bool:
        """Whether a line of a transcript that keeps its line ends stops well before the margin."""
        return self.width is not None and len(line.text) < self.width * _SHORT

    def indent(self, line: TextLine) -> float | None:
        """How far a line begins from the page's text edge, in points."""
        if line.box is None or line.page not in self.pages:
            return None
        return line.box.x0 - self.pages[line.page].left

    def is_indented(self, line: TextLine) -> bool:
        """Whether a line begins well within the text's edge."""
        return (self.indent(line) or 0.0) > _INDENT

    def is_apart(self, above: TextLine, line: TextLine) -> bool:
        """Whether a line of a page keeps more than the usual distance to the one above."""
        if line.base is None or above.base is None or line.page not in self.pages:
            return False
        return line.base - above.base > _APART * self.pages[line.page].pitch


def measure(lines: Sequence[FlowLine]) -> Measures:
    """The measures of a document's body."""
    body = [f.line for f in lines if f.kind in _BODY and f.line.grid is None]
    typed = [line for line in body if line.box is None]
    width = _width(typed)
    return Measures(width=width, parted=width is not None and _is_parted(typed), pages=_pages(body))


def _is_parted(lines: Sequence[TextLine]) -> bool:
    """Whether gaps stand above nearly all that begins with a mark or after a full stop, and above none that goes on in small letters."""
    pairs = list(pairwise(lines))
    begins = [below.gap for above, below in pairs if _MARKED.match(below.text) or above.text.endswith(".")]
    goes_on = [below.gap for _, below in pairs if begins_low(below.text) and not _MARKED.match(below.text)]
    return _most(begins) and _most([not gap for gap in goes_on])


def _most(told: Sequence[bool]) -> bool:
    return len(told) >= _LEAST and sum(told) >= _MOST * len(told)


def _width(lines: Sequence[TextLine]) -> float | None:
    lengths = sorted(len(line.text) for line in lines)
    if len(lengths) < 8:
        return None
    widest = lengths[int(len(lengths) * 0.9)]
    near = [line.text for line in lines if 0.8 * widest <= len(line.text) <= 1.15 * widest]
    whole = sum(bool(CLOSED.search(text)) for text in near)
    wrapped = widest <= _WIDEST and len(near) >= _WRAPPED * len(lengths) and whole <= _WHOLE * len(near)
    return float(widest) if wrapped else None


def _pages(lines: Sequence[TextLine]) -> dict[int, PageMeasures]:
    pages: dict[int, list[TextLine]] = defaultdict(list)
    for line in lines:
        if line.box is not None:
            pages[line.page].append(line)
    width = max((right - left for left, right in map(_edges, pages.values())), default=0.0)
    return {page: _page(own, width) for page, own in pages.items()}


def _edges(lines: Sequence[TextLine]) -> tuple[float, float]:
    lefts = sorted(line.box.x0 for line in lines if line.box)
    rights = sorted(line.box.x1 for line in lines if line.box)
    return _edge(lefts), rights[len(rights) - 1 - len(rights) // 10]


def _edge(lefts: Sequence[float]) -> float:
    """Where most lines that are not set in begin; of few lines not the one that alone stands out a little."""
    at = len(lefts) // 10
    if at == 0 and len(lefts) > 2 and lefts[2] - lefts[1] < _ROOM < lefts[1] - lefts[0] < _BULGE:
        return lefts[1]
    return lefts[at]


def _page(lines: Sequence[TextLine], width: float) -> PageMeasures:
    """A page with few lines shows its left edge at best; the rest is as wide as on the others."""
    left, right = _edges(lines)
    if len(lines) < 6:
        right = max(right, left + width)
    bases = [line.base for line in lines if line.base is not None]
    distances = [d for a, b in pairwise(bases) if 5 < (d := b - a) < 40]
    return PageMeasures(left, right, median(distances) if distances else 20.0)
