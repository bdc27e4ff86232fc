"""Documents set by hand for the tests of layout: transcripts from text, printed pages from lines with places."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from vanthu.document.geometry import Box
from vanthu.document.layout import BlockKind
from vanthu.document.page import Grid, GridCell, Page, Reading, Word
from vanthu.document.plan import Plan
from vanthu.rulebook import Rulebook, load_rulebook
from vanthu.stages.arrange import Arrange
from vanthu.stages.compose import Compose

LETTER = 5.6  # points: the width of a letter of running text
TALL = 13.0
LEFT, RIGHT = 85.0, 545.0


@cache
def rulebook() -> Rulebook:
    """The program's own rules, read once for all tests."""
    return load_rulebook()


def laid_out(plan: Plan) -> Plan:
    """The plan with blocks, text, paragraphs and tables."""
    return Compose(rulebook())(Arrange(rulebook())(plan))


def transcript(text: str) -> Plan:
    """A plan as the reader of transcripts makes it: form feeds part pages, tabs the cells of a table."""
    words: list[Word] = []
    grids: list[Grid] = []
    pages = []
    for number, page in enumerate(text.split("\f"), start=1):
        pages.append(Page(number=number, width=None, height=None, reading=Reading.TRANSCRIPT))
        rows: list[list[tuple[int, ...]]] = []
        for line_number, line in enumerate([*page.split("\n"), ""]):
            cells = [_append(words, cell, number, line_number) for cell in line.split("\t")]
            if "\t" in line:
                rows.append(cells)
            elif rows:
                grids.append(grid_of(rows, page=number))
                rows = []
    return Plan(pages=tuple(pages), words=tuple(words), grids=tuple(grids))


def _append(words: list[Word], text: str, page: int, line: int) -> tuple[int, ...]:
    start = len(words)
    words += [Word(token, page, None, None, line, "transcript") for token in text.split()]
    return tuple(range(start, len(words)))


def grid_of(rows: Sequence[Sequence[tuple[int, ...]]], *, page: int = 1) -> Grid:
    """A grid whose cells hold these words."""
    cells = tuple(
        GridCell(row=r, column=c, words=members)
        for r, row in enumerate(rows)
        for c, members in enumerate(row)
    )
    return Grid(page=page, rows=len(rows), columns=max(map(len, rows)), cells=cells)


class Printed(NamedTuple):
    """A line of a printed page: its text, where it begins, and how far below the line above (points)."""

    text: str
    x0: float = LEFT
    below: float = 17.0
    size: float = 1.0  # of the type, against the body's
    confidence: float | None = 0.96
    x1: float | None = None  # where its last word ends; None for the natural width


def printed(*pages: Iterable[Printed], top: float = 60.0) -> Plan:
    """A plan of recognised pages. Lines of one height (`below` 0) are one line to the engine."""
    words: list[Word] = []
    for number, lines in enumerate(pages, start=1):
        y, engine_line = top, 0
        for line in lines:
            y += line.below
            engine_line += line.below > 0
            words += _set(line, y, number, engine_line)
    sheets = tuple(
        Page(number=n, width=595.0, height=842.0, dpi=200, reading=Reading.OCR)
        for n in range(1, len(pages) + 1)
    )
    return Plan(pages=sheets, words=tuple(words), grids=())


def _set(line: Printed, y: float, page: int, engine_line: int) -> Iterable[Word]:
    tokens = line.text.split()
    letter = LETTER * line.size
    natural = letter * (sum(map(len, tokens)) + len(tokens) - 1)
    stretch = (line.x1 - line.x0 - natural) / max(1, len(tokens) - 1) if line.x1 is not None else 0.0
    x = line.x0
    for token in tokens:
        box = Box(x, y - TALL * line.size, x + letter * len(token), y)
        yield Word(token, page, box, line.confidence, engine_line, "tesseract")
        x = box.x1 + letter + stretch


def full(text: str, x0: float = LEFT) -> Printed:
    """A line of running text that ends at the right edge."""
    return Printed(text, x0, x1=RIGHT)


def centred(text: str, *, below: float = 17.0) -> Printed:
    """A line in the middle of the text."""
    width = LETTER * len(" ".join(text.split()))
    return Printed(text, (LEFT + RIGHT - width) / 2, below)


def texts(plan: Plan, kind: BlockKind | None = None) -> list[str]:
    """The paragraphs of a kind (all that are no cells, where none is named)."""
    text = plan.need_text()
    return [
        text[p.span]
        for p in plan.paragraphs or ()
        if p.kind is kind or (kind is None and p.kind is not BlockKind.TABLE)
    ]
