"""What was read, page by page, for people to look at and for error rates to be counted on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from vanthu.document.layout import Block, BlockKind
from vanthu.document.page import Grid, Word
from vanthu.document.plan import Plan

_CELLS_APART = "\t"
# Specks that look like letters, and stamps put on the paper later: neither is what the document says.
_NOT_TEXT = frozenset({BlockKind.NOISE, BlockKind.STAMP})


def page_texts(plan: Plan, *, raw: bool = False) -> tuple[str, ...]:
    """The text of each page in reading order, a blank line between blocks; a row of a table is a line with tabs.

    The words are mended; with `raw` they are as they were read.
    """
    words = (plan.words or ()) if raw else plan.spelled
    grids, blocks = plan.grids or (), plan.blocks or ()
    return tuple(
        "\n\n".join(
            "\n".join(_lines(block, words, grids))
            for block in blocks
            if block.page == page.number and block.kind not in _NOT_TEXT
        )
        for page in plan.pages or ()
    )


def _lines(block: Block, words: Sequence[Word], grids: Sequence[Grid]) -> Iterator[str]:
    for line in block.lines:
        yield _joined(line.words, words)
    if block.grid is not None:
        yield from _rows(grids[block.grid], words)


def _rows(grid: Grid, words: Sequence[Word]) -> Iterator[str]:
    for row in range(grid.rows):
        cells = sorted((cell for cell in grid.cells if cell.row == row), key=lambda cell: cell.column)
        yield _CELLS_APART.join(_joined(cell.words, words) for cell in cells).rstrip()


def _joined(indices: Iterable[int], words: Sequence[Word]) -> str:
    return " ".join(words[index].text for index in indices)
