"""What stands on each page, in reading order: for `vanthu text`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vanthu.document.layout import Block, BlockKind
from vanthu.document.page import Grid, Word
from vanthu.document.plan import Plan

_FIRST = 0
_BODY = 1
_LAST = 2


def pages_text(plan: Plan) -> list[str]:
    """The text of every page, a line for a line; the number of the page first, notes last, specks left out.

    Raises `ValueError` where the plan has no blocks yet.
    """
    if plan.blocks is None or plan.words is None:
        raise ValueError("the plan has no blocks yet")
    words, grids = plan.words, plan.grids or ()
    return [
        "\n".join(line for b in _ordered(plan.blocks, page.number) for line in _lines(b, words, grids))
        for page in plan.pages or ()
    ]


def _ordered(blocks: Sequence[Block], page: int) -> list[Block]:
    own = [b for b in blocks if b.page == page and b.kind is not BlockKind.NOISE]
    return sorted(own, key=_rank)


def _rank(block: Block) -> int:
    if block.kind is BlockKind.PAGE_NUMBER:
        return _FIRST
    return _LAST if block.kind is BlockKind.FOOTNOTE else _BODY


def _lines(block: Block, words: Sequence[Word], grids: Sequence[Grid]) -> Iterator[str]:
    for line in block.lines:
        yield " ".join(words[i].text for i in line.words)
    if block.grid is not None:
        yield from (
            " ".join(words[i].text for i in cell.words) for cell in grids[block.grid].cells if cell.words
        )
