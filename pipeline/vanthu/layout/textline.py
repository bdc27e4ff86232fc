"""Lines as layout works on them: words, their text, and where they stand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from itertools import accumulate

from vanthu.document.geometry import Box, union
from vanthu.document.layout import Line
from vanthu.document.page import Word


class Side(Enum):
    """The column that a line stands in; `WHOLE` where the page has one column there."""

    WHOLE = "whole"
    LEFT = "left"
    RIGHT = "right"


def plain(word: str) -> str:
    """A word without marks of emphasis and of Markdown headings; empty where it was nothing else."""
    bare = word.strip("#") if set(word) <= {"#"} else word
    if set(bare) <= {"*"}:
        return bare if len(bare) == 1 else ""
    return bare.replace("**", "").strip("*") if "(*)" not in bare else bare


@dataclass(frozen=True)
class TextLine:
    """Words on one line, left to right; or the place of a table, where `grid` is set and there are no words."""

    page: int
    words: tuple[int, ...] = ()  # indices into `Plan.words`
    text: str = ""  # the words without marks of emphasis, joined by blanks
    starts: tuple[int, ...] = ()  # where each word begins in `text`
    box: Box | None = None
    gap: bool = False  # more than the usual distance to the line above, or a blank line in a transcript
    side: Side = Side.WHOLE
    height: float | None = None  # of a usual word, in points: the size of the type
    grid: int | None = None  # index into `Plan.grids`
    first: bool = False  # of its page
    last: bool = False

    @property
    def line(self) -> Line:
        """The line as the data model has it."""
        return Line(page=self.page, words=self.words, box=self.box)

    @property
    def scanned(self) -> bool:
        """Whether the line has a place on the page."""
        return self.box is not None


Texts = Callable[[int], str]


def make_line(words: Sequence[Word], indices: Iterable[int], *, gap: bool = False) -> TextLine | None:
    """A line of these words; `None` where nothing but marks of emphasis is left."""
    pairs = [(i, text) for i in indices if (text := plain(words[i].text))]
    if not pairs:
        return None
    lengths = [len(text) + 1 for _, text in pairs]
    boxes = [b for i, _ in pairs if (b := words[i].box) is not None]
    heights = sorted(b.height for b in boxes)
    return TextLine(
        page=words[pairs[0][0]].page,
        words=tuple(i for i, _ in pairs),
        text=" ".join(text for _, text in pairs),
        starts=(0, *accumulate(lengths[:-1])),
        box=union(boxes),
        gap=gap,
        height=heights[len(heights) // 2] if heights else None,
    )


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
