"""Which doubts about words are worth a person's time, once their place on the page is known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from vanthu.document.layout import Block, BlockKind
from vanthu.document.page import Flag, Word


def asked(flags: Iterable[Flag], blocks: Iterable[Block], words: Sequence[Word]) -> tuple[Flag, ...]:
    """The flags without those on page numbers, marks of footnotes, and lone specks, pieces of seals and signatures."""
    beside = frozenset(index for block in blocks for index in _unasked(block, words))
    return tuple(flag for flag in flags if not flag.words or not beside.issuperset(flag.words))


def _unasked(block: Block, words: Sequence[Word]) -> Iterator[int]:
    for line in block.lines:
        if block.kind is BlockKind.FOOTNOTE and len(words[line.words[0]].text) == 1:
            yield line.words[0]
        # of several words it may be a smeared name or office that was taken for dirt
        lone = block.kind is BlockKind.NOISE and len(line.words) == 1
        if lone or block.kind is BlockKind.PAGE_NUMBER:
            yield from line.words
