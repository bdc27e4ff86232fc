"""What stands where: lines, blocks with a role on the page, paragraphs of the running text, tables."""

from __future__ import annotations

from enum import StrEnum

from vanthu.document.base import Frozen
from vanthu.document.geometry import Box, Span


class BlockKind(StrEnum):
    """The part a block plays on the page (the boxes of NĐ 30/2020, Phụ lục I, in brackets)."""

    ISSUER = "issuer"  # left of the letterhead: superior, issuing body [2], number [3], V/v [5b]
    MOTTO = "motto"  # right of the letterhead: national motto [1], place and date [4]
    TITLE = "title"  # type name and subject [5a]
    ADDRESSEES = "addressees"  # Kính gửi [9a]
    BODY = "body"  # [6]
    TABLE = "table"
    RECIPIENTS = "recipients"  # Nơi nhận [9b]
    SIGNER = "signer"  # [7a-7c]
    FOOTNOTE = "footnote"
    PAGE_NUMBER = "page-number"
    STAMP = "stamp"  # ĐẾN stamp, seal, digital signature: never part of the document's own text
    APPENDIX_TITLE = "appendix-title"  # Phụ lục, Lịch ..., (Kèm theo ...)
    NOISE = "noise"  # specks and edges read as letters


class Line(Frozen):
    """Words on one line, left to right."""

    page: int
    words: tuple[int, ...]  # indices into `Plan.words`
    box: Box | None = None


class Block(Frozen):
    """Lines that belong together, in reading order. A table's lines stand in its grid instead."""

    kind: BlockKind
    page: int
    lines: tuple[Line, ...] = ()
    box: Box | None = None
    grid: int | None = None  # index into `Plan.grids` for a TABLE block
    document: int = 0  # which of the documents in its file it belongs to, from 0


class Paragraph(Frozen):
    """A paragraph of the running text, joined over line ends and page ends.

    `span` points into `Plan.text.value`. `indent` is the left edge of its first line measured from the page's text edge, in points
    (`None` without geometry). Cells of tables are paragraphs of kind TABLE, in reading order.
    """

    kind: BlockKind
    span: Span
    page: int  # where it begins
    indent: float | None = None
    table: int | None = None  # index into `Plan.tables`
    row: int | None = None
    column: int | None = None
    appendix: int = 0  # 0 = the main document, 1.. = the n-th appendix


class TableCell(Frozen):
    """A cell of a whole table; `span` is the cell's text in `Plan.text.value` (empty span for an empty cell)."""

    row: int
    column: int
    row_span: int = 1
    column_span: int = 1
    span: Span


class Table(Frozen):
    """A table, joined over pages: rows cut by a page break mended, a repeated head row left out."""

    pages: tuple[int, ...]
    rows: int
    columns: int
    head_rows: int  # 0 where it has no head
    cells: tuple[TableCell, ...]
    appendix: int = 0
