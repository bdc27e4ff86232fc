"""Blocks -> one running text in which every character knows its word, its paragraphs, and whole tables."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import NamedTuple

from vanthu.document.geometry import Span
from vanthu.document.layout import Block, BlockKind, Paragraph, Table, TableCell
from vanthu.document.page import Grid, Repair, Word
from vanthu.document.text import Anchor, Edit, Text
from vanthu.layout.roles import Roles
from vanthu.layout.running.cleaning import SCAN, Repairs
from vanthu.layout.running.flow import flow_lines
from vanthu.layout.running.ordering import order_edits
from vanthu.layout.running.paragraphs import Draft, drafts
from vanthu.layout.tables.joined import WholeTable, whole_table
from vanthu.layout.tables.seams import continues


class Composition(NamedTuple):
    """The three layers that composing makes."""

    text: Text
    paragraphs: tuple[Paragraph, ...]
    tables: tuple[Table, ...]


def compose(
    blocks: Sequence[Block],
    words: Sequence[Word],
    grids: Sequence[Grid],
    roles: Roles,
    repairs: Repairs,
    *,
    ledger: Sequence[Repair] = (),
) -> Composition:
    """The running text: paragraphs end with a line feed, the cells of a table are paragraphs of their own.

    `ledger` are the words mended before; each is an edit of the text, as are the `repairs` that rules make here.
    """
    writer = _Writer(words, repairs, {repair.word: repair for repair in ledger})
    words = tuple(word._replace(text=writer.text_of(n)) for n, word in enumerate(words))
    for group in _table_groups(drafts(flow_lines(blocks, words), roles), grids):
        if group[0].grid is None:
            writer.paragraph(group[0])
        else:
            own = [grids[d.grid] for d in group if d.grid is not None]
            writer.table(whole_table(own, words, roles), group[0].appendix)
    return writer.finish()


def _table_groups(items: Sequence[Draft], grids: Sequence[Grid]) -> list[list[Draft]]:
    """Each paragraph alone; the pieces of one table together, at the place of the first. Notes between do not part them."""
    groups: list[list[Draft]] = []
    open_table: list[Draft] | None = None
    for item in items:
        if item.grid is not None and open_table and _goes_on(open_table[-1], item, grids):
            open_table.append(item)
            continue
        groups.append([item])
        if item.grid is not None:
            open_table = groups[-1]
        elif item.kind is not BlockKind.FOOTNOTE:
            open_table = None
    return groups


def _goes_on(above: Draft, below: Draft, grids: Sequence[Grid]) -> bool:
    if above.grid is None or below.grid is None or above.appendix != below.appendix:
        return False
    return continues(grids[above.grid], grids[below.grid])


@dataclass
class _Writer:
    """Collects raw text, anchors and edits, and turns raw places into places in the value at the end."""

    words: Sequence[Word]
    repairs: Repairs
    mended: Mapping[int, Repair]
    parts: list[str] = field(default_factory=list)
    length: int = 0
    anchors: list[Anchor] = field(default_factory=list)
    edits: list[Edit] = field(default_factory=list)
    paragraphs: list[Paragraph] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)

    def text_of(self, word: int) -> str:
        """A word as it is mended."""
        return self.mended[word].replacement if word in self.mended else self.words[word].text

    def paragraph(self, draft: Draft) -> None:
        """Append a paragraph."""
        span = self._write(draft.words, draft.glues, draft.kind)
        self.paragraphs.append(
            Paragraph(
                kind=draft.kind, span=span, page=draft.page, indent=draft.indent, appendix=draft.appendix
            )
        )

    def table(self, whole: WholeTable, appendix: int) -> None:
        """Append a table, cell by cell."""
        cells = []
        for cell in whole.cells:
            span = self._write(cell.words, ("", *(" " for _ in cell.words[1:])), BlockKind.TABLE)
            cells.append(
                TableCell(
                    row=cell.row,
                    column=cell.column,
                    row_span=cell.row_span,
                    column_span=cell.column_span,
                    span=span,
                )
            )
            if cell.words:
                self.paragraphs.append(
                    Paragraph(
                        kind=BlockKind.TABLE,
                        span=span,
                        page=self.words[cell.words[0]].page,
                        table=len(self.tables),
                        row=cell.row,
                        column=cell.column,
                        appendix=appendix,
                    )
                )
        self.tables.append(
            Table(
                pages=whole.pages,
                rows=whole.rows,
                columns=whole.columns,
                head_rows=whole.head_rows,
                cells=tuple(cells),
                appendix=appendix,
            )
        )

    def _write(self, words: Sequence[int], glues: Sequence[str], kind: BlockKind) -> Span:
        """Append words; their span in the raw text. Nothing is written for an empty cell."""
        start = self.length
        if not words:
            return Span(start, start)
        pieces = [glue + self.words[w].text for glue, w in zip(glues, words, strict=True)]
        ends = list(accumulate((len(p) for p in pieces), initial=start))[1:]
        self.anchors += [
            Anchor(end - len(self.words[w].text), end, w) for w, end in zip(words, ends, strict=True)
        ]
        raw = "".join(pieces)
        own = [_mending(self.mended[a.word], a) for a in self.anchors[-len(words) :] if a.word in self.mended]
        self.edits += own
        if self._is_measured(words):
            made = self.repairs.edits(raw, start, (SCAN, kind.value))
            self.edits += [e for e in made if not any(e.span.overlaps(other.span) for other in own)]
        self.parts += [raw, "\n"]
        self.length = ends[-1] + 1
        return Span(start, ends[-1])

    def _is_measured(self, words: Iterable[int]) -> bool:
        """Whether an engine recognised the words; what was typed is never repaired."""
        return any(self.words[w].confidence is not None for w in words)

    def _order_edits(self, raw: str) -> list[Edit]:
        bare = Text(raw=raw, value=raw, anchors=tuple(self.anchors))
        measured = [self._is_measured(bare.words(p.span)) for p in self.paragraphs]
        return order_edits(self.paragraphs, raw, self.edits, measured, self.repairs)

    def finish(self) -> Composition:
        """The layers, with all spans in the repaired text."""
        raw = "".join(self.parts)
        text = Text.build(raw, self.anchors, [*self.edits, *self._order_edits(raw)])
        moved = iter(_shifted(_spans(self.paragraphs, self.tables), text.edits))
        paragraphs = tuple(p.model_copy(update={"span": next(moved)}) for p in self.paragraphs)
        tables = tuple(
            t.model_copy(update={"cells": tuple(c.model_copy(update={"span": next(moved)}) for c in t.cells)})
            for t in self.tables
        )
        return Composition(text, paragraphs, tables)


def _mending(repair: Repair, anchor: Anchor) -> Edit:
    return Edit(
        rule=repair.rule,
        span=Span(anchor.start, anchor.end),
        original=repair.original,
        replacement=repair.replacement,
    )


def _spans(paragraphs: Iterable[Paragraph], tables: Iterable[Table]) -> Iterator[Span]:
    yield from (p.span for p in paragraphs)
    yield from (c.span for t in tables for c in t.cells)


def _shifted(spans: Iterable[Span], edits: Sequence[Edit]) -> Iterator[Span]:
    """Raw spans as spans of the value. No edit reaches over the border of a paragraph."""
    ends = [e.span.end for e in edits]
    gains = list(accumulate((len(e.replacement) - len(e.original) for e in edits), initial=0))
    for span in spans:
        yield Span(
            span.start + gains[bisect_right(ends, span.start)], span.end + gains[bisect_right(ends, span.end)]
        )
