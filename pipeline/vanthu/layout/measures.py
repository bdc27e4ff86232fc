"""How wide the lines of a document are, and where its text begins and ends: what tells a full line from a last one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from vanthu.document.layout import BlockKind
from vanthu.layout.flow import FlowLine
from vanthu.layout.textline import TextLine

_WRAPPED = (
    0.4  # share of lines of nearly one length that shows that a transcript keeps the line ends of its page
)
_WIDEST = 140  # characters; a longer line was never a line on paper
_SLACK = 0.92
_INDENT = 9.0  # points
_CHARACTER = 5.0  # points of a usual character, where a word's width is not known


@dataclass(frozen=True)
class Measures:
    """Widths of a document. `width` is in characters, `None` where a transcript has one line a paragraph."""

    width: float | None = None
    edges: Mapping[int, tuple[float, float]] = field(
        default_factory=dict
    )  # of the text on each page, in points

    def is_full(self, line: TextLine, below: TextLine) -> bool:
        """Whether the first word below would not have found room on the line: it was broken by the margin alone."""
        word = below.text.split(" ", 1)[0]
        if line.box is None:
            return self.width is not None and len(line.text) + 1 + len(word) > self.width * _SLACK
        _, right = self.edges.get(line.page, (0.0, line.box.x1))
        return line.box.x1 + _CHARACTER * (len(word) + 1) * 0.9 > right

    def indent(self, line: TextLine) -> float | None:
        """How far a line begins from the page's text edge, in points."""
        if line.box is None or line.page not in self.edges:
            return None
        return line.box.x0 - self.edges[line.page][0]

    def is_indented(self, line: TextLine) -> bool:
        """Whether a line begins well within the text's edge."""
        return (self.indent(line) or 0.0) > _INDENT


def measure(lines: Sequence[FlowLine]) -> Measures:
    """The measures of a document's body."""
    body = [f.line for f in lines if f.kind in (BlockKind.BODY, BlockKind.FOOTNOTE) and f.line.grid is None]
    return Measures(width=_width([line for line in body if line.box is None]), edges=_edges(body))


def _width(lines: Sequence[TextLine]) -> float | None:
    lengths = sorted(len(line.text) for line in lines)
    if len(lengths) < 8:
        return None
    widest = lengths[int(len(lengths) * 0.9)]
    near = [n for n in lengths if 0.8 * widest <= n <= 1.15 * widest]
    return float(widest) if widest <= _WIDEST and len(near) >= _WRAPPED * len(lengths) else None


def _edges(lines: Sequence[TextLine]) -> dict[int, tuple[float, float]]:
    pages: dict[int, list[TextLine]] = defaultdict(list)
    for line in lines:
        if line.box is not None:
            pages[line.page].append(line)
    return {page: _text_edges(own) for page, own in pages.items()}


def _text_edges(lines: Sequence[TextLine]) -> tuple[float, float]:
    lefts = sorted(line.box.x0 for line in lines if line.box)
    rights = sorted(line.box.x1 for line in lines if line.box)
    return lefts[len(lefts) // 10], rights[len(rights) - 1 - len(rights) // 10]
