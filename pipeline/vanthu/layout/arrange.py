"""Words and grids -> blocks: lines in reading order, each with the part it plays on its page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from vanthu.document.geometry import union
from vanthu.document.layout import Block, BlockKind
from vanthu.document.page import Grid, Mark, Page, Word
from vanthu.layout.lines.page import page_lines
from vanthu.layout.lines.textline import TextLine
from vanthu.layout.lines.transcript import transcript_lines
from vanthu.layout.parts.asides import Kinds, mark_asides, split_stamps
from vanthu.layout.parts.assigned import part_kinds
from vanthu.layout.parts.beside import without_marks
from vanthu.layout.parts.letterhead import split_heads
from vanthu.layout.parts.starts import document_starts
from vanthu.layout.roles import Roles
from vanthu.layout.tables.placing import is_placing


def arrange(
    pages: Sequence[Page],
    words: Sequence[Word],
    grids: Sequence[Grid],
    roles: Roles,
    *,
    marks: Sequence[Mark] = (),
) -> tuple[Block, ...]:
    """The blocks of all pages, page by page, in reading order; each document of a file is arranged by itself.

    Words that `marks` claim are stamps or noise, wherever they stand.
    """
    lines = split_stamps(list(_lines(pages, words, grids, marks, roles)), words, roles)
    lines = split_heads(lines, words, roles)
    starts = document_starts(lines, roles)
    documents = [lines[start:end] for start, end in pairwise((*starts, len(lines)))]
    return tuple(
        block for number, own in enumerate(documents) for block in _document(own, number, words, grids, roles)
    )


def _document(
    lines: Sequence[TextLine], number: int, words: Sequence[Word], grids: Sequence[Grid], roles: Roles
) -> Iterator[Block]:
    kinds = _fill(mark_asides(lines, words, roles), lines, roles)
    for block in _blocks(lines, kinds, grids):
        yield block.model_copy(update={"document": number}) if number else block


def _lines(
    pages: Sequence[Page],
    words: Sequence[Word],
    grids: Sequence[Grid],
    marks: Sequence[Mark],
    roles: Roles,
) -> Iterator[TextLine]:
    by_page: dict[int, list[int]] = {page.number: [] for page in pages}
    for index, word in enumerate(words):
        by_page[word.page].append(index)
    for page in pages:
        on_page = [(n, g) for n, g in enumerate(grids) if g.page == page.number]
        frames = {n for n, g in on_page if is_placing(g, words, roles)}
        own_marks = [m for m in marks if m.page == page.number]
        own, beside = without_marks(by_page[page.number], words, own_marks, roles)
        if page.width is None:
            yield from _mark_edges(transcript_lines(words, own, on_page, frames))
        else:
            tables = [(n, g) for n, g in on_page if n not in frames]
            yield from _mark_edges(page_lines(page, words, own, tables, roles))
        yield from beside


def _mark_edges(lines: Sequence[TextLine]) -> Iterator[TextLine]:
    last = sum(not line.speck for line in lines) - 1
    for number, line in enumerate(lines):
        yield replace(line, first=number == 0, last=number == last)


def _fill(asides: Kinds, lines: Sequence[TextLine], roles: Roles) -> list[BlockKind]:
    """All kinds: those known from the lines themselves, and the others by their part of the document."""
    flow = [n for n, kind in enumerate(asides) if kind in (None, BlockKind.TABLE)]
    parts = dict(zip(flow, part_kinds([lines[n] for n in flow], roles), strict=True))
    return [parts.get(n, kind or BlockKind.BODY) for n, kind in enumerate(asides)]


def _blocks(lines: Sequence[TextLine], kinds: Sequence[BlockKind], grids: Sequence[Grid]) -> Iterator[Block]:
    placed = zip(lines, kinds, strict=True)
    for (page, kind, grid), group in groupby(placed, key=lambda pair: (pair[0].page, pair[1], pair[0].grid)):
        if grid is not None:
            yield Block(kind=BlockKind.TABLE, page=page, grid=grid, box=grids[grid].box)
        else:
            yield _block(kind, page, (line for line, _ in group))


def _block(kind: BlockKind, page: int, lines: Iterable[TextLine]) -> Block:
    own = tuple(line.line for line in lines)
    return Block(kind=kind, page=page, lines=own, box=union(line.box for line in own))
