"""The unseen words of a page, each on its ink, in reading order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from statistics import median
from typing import NamedTuple

from pikepdf import Matrix, Name
from pikepdf.canvas import ContentStreamBuilder

from vanthu.document.geometry import Box, union
from vanthu.document.layout import Block, BlockKind
from vanthu.document.page import Grid, Page, Word
from vanthu.document.plan import Plan
from vanthu.export.copying.blank_font import WIDTH, BlankFont
from vanthu.export.copying.placing import tilting

FONT = Name("/F0")
_UNSEEN = 3
_THINNEST = 0.5  # points: a rule that was read as a letter
_TALLEST = 2.0  # times the usual word: a line with something taller in it is no even line


class Piece(NamedTuple):
    """A word as it is written down: its text, where it stands, on a line's own height where the line is even."""

    text: str
    box: Box


def add_words(content: ContentStreamBuilder, pieces: Iterable[Piece], page: Page, font: BlankFont) -> None:
    """Write words over a page that is as large as the page read."""
    width, height = page.width or 0.0, page.height or 0.0
    tilt = tilting(page, width, height)
    content.begin_text()
    content.set_text_rendering(_UNSEEN)
    for text, box in pieces:
        size = max(box.height, _THINNEST)
        natural = WIDTH * size * len(text.rstrip())
        content.set_text_font(FONT, size)
        content.set_text_horizontal_scaling(100 * max(box.width, _THINNEST) / natural)
        content.set_text_matrix(Matrix(1, 0, 0, 1, box.x0, height - box.y1) @ tilt)
        content.show_text(font.encoded(text))
    content.end_text()


def pieces_of(plan: Plan, page: Page) -> Iterator[Piece]:
    """The mended words of a page in reading order, specks left out; behind each but the last of a line a blank."""
    words = plan.spelled
    for indices in _runs(plan.blocks or (), plan.grids or (), page.number):
        for _, line in groupby((words[i] for i in indices), key=lambda word: word.line):
            yield from _line([word for word in line if word.box is not None and word.text])


def _line(words: Sequence[Word]) -> Iterator[Piece]:
    """Words on one height, so that a reader's program sees one line: a dash alone would be a line of tiny print."""
    boxes = [word.box for word in words if word.box is not None]
    around = union(boxes)
    even = around is not None and around.height <= _TALLEST * median(box.height for box in boxes)
    for place, (word, box) in enumerate(zip(words, boxes, strict=True)):
        high = box._replace(y0=around.y0, y1=around.y1) if even and around else box
        yield Piece(word.text + ("" if place == len(words) - 1 else " "), high)


def _runs(blocks: Sequence[Block], grids: Sequence[Grid], page: int) -> Iterator[Sequence[int]]:
    for block in blocks:
        if block.page == page and block.kind is not BlockKind.NOISE:
            yield from (line.words for line in block.lines)
            if block.grid is not None:
                yield from (cell.words for cell in grids[block.grid].cells)
