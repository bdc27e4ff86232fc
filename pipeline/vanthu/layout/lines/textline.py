"""Lines as layout works on them: words, their text, and where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from itertools import accumulate

import regex

from vanthu.document.geometry import Box, union
from vanthu.document.layout import BlockKind, Line
from vanthu.document.page import Word

CLOSED = regex.compile(r"(?:[;:!?]|(?<!\.)\.|/\.)[”\"')]*$")  # the mark that a sentence ends with


class Side(Enum):
    """The column that a line stands in; `WHOLE` where the page has one column there."""

    WHOLE = "whole"
    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True)
class TextLine:
    """Words on one line, left to right; or the place of a table, where `grid` is set and there are no words."""

    page: int
    words: tuple[int, ...] = ()  # indices into `Plan.words`
    text: str = ""  # the words, joined by blanks
    starts: tuple[int, ...] = ()  # where each word begins in `text`
    box: Box | None = None
    gap: bool = False  # more than the usual distance to the line above, or a blank line in a transcript
    side: Side = Side.WHOLE
    height: float | None = None  # of its tall words, in points: tells the size of the type
    base: float | None = None  # where its letters stand, in points from the top of the page
    centred: bool = False  # about the middle of the page's text
    room: float = 0.0  # points between its end and the text's right edge
    grid: int | None = None  # index into `Plan.grids`
    first: bool = False  # of its page
    last: bool = False
    speck: bool = False  # dirt that was read as letters
    aside: BlockKind | None = None  # what it is, where it was found to belong to a stamp or to handwriting

    @property
    def line(self) -> Line:
        """The line as the data model has it."""
        return Line(page=self.page, words=self.words, box=self.box)

    @property
    def texts(self) -> tuple[str, ...]:
        """The text of each word; a mended one may have a blank."""
        if not self.words:
            return ()
        ends = (*(start - 1 for start in self.starts[1:]), len(self.text))
        return tuple(self.text[a:b] for a, b in zip(self.starts, ends, strict=True))

    @property
    def scanned(self) -> bool:
        """Whether the line has a place on the page."""
        return self.box is not None


def make_line(words: Sequence[Word], indices: Sequence[int], *, gap: bool = False) -> TextLine | None:
    """A line of these words; `None` for no words."""
    if not indices:
        return None
    texts = [words[i].text for i in indices]
    boxes = [b for i in indices if (b := words[i].box) is not None]
    return TextLine(
        page=words[indices[0]].page,
        words=tuple(indices),
        text=" ".join(texts),
        starts=(0, *accumulate(len(text) + 1 for text in texts[:-1])),
        box=union(boxes),
        gap=gap,
        height=_at_share(0.95, [b.height for b in boxes]),
        base=_at_share(0.25, [b.y1 for b in boxes]),
    )


def _at_share(share: float, values: Iterable[float]) -> float | None:
    """The value that a share of all lies below; `None` for no values."""
    ordered = sorted(values)
    return ordered[int(share * (len(ordered) - 1) + 0.5)] if ordered else None


def cut(line: TextLine, at: int, words: Sequence[Word]) -> tuple[TextLine | None, TextLine | None]:
    """The words that begin before a character of the line's text, and the others."""
    count = sum(start < at for start in line.starts)
    head = make_line(words, line.words[:count], gap=line.gap)
    tail = make_line(words, line.words[count:])
    sided = [replace(p, side=line.side) if p else None for p in (head, tail)]
    return sided[0], sided[1]


def is_upper(text: str) -> bool:
    """Whether a line is in capitals, but for a word or two (a digit, *và*)."""
    letters = [c for c in text if c.isalpha()]
    return len(letters) > 1 and sum(c.isupper() for c in letters) >= 0.85 * len(letters)


def begins_low(text: str) -> bool:
    """Whether the first letter of a line is a small one, with nothing but quotes and brackets before it."""
    stripped = text.lstrip("“\"'‘( ")
    return bool(stripped) and stripped[0].islower()
