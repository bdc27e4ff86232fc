"""DOCX files: paragraphs as lines, list marks as Word would print them, tables as grids, pages where breaks are told."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import docx
from docx.oxml.ns import qn

from vanthu.document.page import Page, Reading
from vanthu.errors import InputError
from vanthu.reading.docx_text import PAGE_BREAK, pieces_of
from vanthu.reading.footnotes import Footnotes
from vanthu.reading.numbering import Numbering
from vanthu.reading.result import PageRead
from vanthu.reading.rows import CellText, LineWriter

NAME = "docx"

_OPEN_ERRORS = (zipfile.BadZipFile, SyntaxError, KeyError, ValueError, OSError)
_NO_BORDER = {"none", "nil"}
_SIDES = ("w:top", "w:bottom", "w:insideH", "w:insideV", "w:left", "w:right")


def read_docx(path: Path) -> Iterator[PageRead]:
    """The pages of a file, as far as its page breaks tell them. Raises `InputError` where it is damaged."""
    try:
        document = docx.Document(str(path))
    except _OPEN_ERRORS as error:
        raise InputError(
            "tệp DOCX bị hỏng, không mở được; hãy mở bằng Word và lưu lại", where=str(path)
        ) from error
    reader = _Reader(document)
    reader.body(document.element.body)
    yield from reader.finish()


class _Reader:
    """Walks through the body and fills pages."""

    def __init__(self, document: Any) -> None:
        self.numbering = Numbering(document)
        self.notes = Footnotes(document)
        self.styles = {s.style_id: s.element for s in document.styles}
        self.pages = [LineWriter(1, NAME)]
        self.number = 0  # of the next line on its page

    def finish(self) -> Iterator[PageRead]:
        """The pages; a break after the last words makes no page."""
        self.footnotes()
        while len(self.pages) > 1 and not self.pages[-1].words:
            self.pages.pop()
        for writer in self.pages:
            reading = Reading.TRANSCRIPT if writer.words else Reading.BLANK
            reason = "tệp DOCX, không có hình trang" if writer.words else "trang trắng"
            page = Page(number=writer.page, width=None, height=None, reading=reading, reason=reason)
            yield PageRead(page, tuple(writer.words), tuple(writer.grids))

    def body(self, element: Any) -> None:
        """All blocks in order; content controls are looked into."""
        for child in _blocks(element):
            if child.tag == qn("w:p"):
                self.paragraph(child)
            else:
                self.table(child)

    def paragraph(self, element: Any) -> None:
        """One line a paragraph (more with line breaks in it), then a blank line."""
        if _breaks_before(element):
            self.new_page()
        lead = self.numbering.mark(element)
        written = False
        for piece in pieces_of(element, self.notes):
            if piece == PAGE_BREAK:
                self.new_page()
            elif piece.strip() or (lead and not written):
                self.line(f"{lead} {piece}" if lead and not written else piece)
                written = True
        self.number += 1

    def line(self, text: str) -> None:
        """A line of the page."""
        self.pages[-1].line(text, self.number)
        self.number += 1

    def new_page(self) -> None:
        """Only where something stands before it: two breaks at one place are one."""
        if self.pages[-1].words:
            self.footnotes()
            self.pages.append(LineWriter(len(self.pages) + 1, NAME))
            self.number = 0

    def footnotes(self) -> None:
        """The notes called on this page, at its end."""
        for mark, paragraphs in self.notes.take():
            text = " ".join(
                p for element in paragraphs for p in pieces_of(element, self.notes) if p != PAGE_BREAK
            )
            self.line(f"{mark} {text}")
            self.number += 1

    def table(self, element: Any) -> None:
        """A grid, or, for tables that only place things side by side, their columns one after the other."""
        rows = _rows(element)
        if not rows:
            return
        texts = [[self.cell_text(cell) for cell in row] for row in rows]
        if _places_only(element, texts, self.styles):
            self.columns(texts)
        else:
            self.number = self.pages[-1].table(texts, self.number) + 1

    def columns(self, rows: list[list[CellText | None]]) -> None:
        """Left column first, each with a blank line after it."""
        for column in range(max(len(r) for r in rows)):
            for row in rows:
                cell = row[column] if column < len(row) else None
                for text in cell.lines if cell else ():
                    self.line(text)
            self.number += 1

    def cell_text(self, cell: _CellElement | None) -> CellText | None:
        """The lines of a cell, nested tables row by row."""
        if cell is None:
            return None
        lines: list[str] = []
        for paragraph in cell.element.iter(qn("w:p")):
            lead = self.numbering.mark(paragraph)
            pieces = [p for p in pieces_of(paragraph, self.notes) if p != PAGE_BREAK and p.strip()]
            lines += [
                f"{lead} {p}" if lead and i == 0 else p
                for i, p in enumerate(pieces or ([""] if lead else []))
            ]
        return CellText(lines, cell.row_span, cell.column_span)


class _CellElement:
    """A cell's element and how far it reaches; `row_span` grows as covered cells under it are met."""

    def __init__(self, element: Any, column_span: int) -> None:
        self.element, self.column_span, self.row_span = element, column_span, 1


def _blocks(element: Any) -> Iterator[Any]:
    """Paragraphs and tables directly in an element, or in content controls and insertions in it."""
    for child in element:
        if child.tag in {qn("w:p"), qn("w:tbl")}:
            yield child
        elif child.tag in {qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:customXml")}:
            yield from _blocks(child)


def _breaks_before(paragraph: Any) -> bool:
    flag = paragraph.find(f"{qn('w:pPr')}/{qn('w:pageBreakBefore')}")
    return flag is not None and flag.get(qn("w:val")) not in {"0", "false", "off"}


def _rows(table: Any) -> list[list[_CellElement | None]]:
    """Cells by row and column of the table's own grid; `None` where a cell to the left or above reaches in."""
    rows: list[list[_CellElement | None]] = []
    for row_element in table.iter(qn("w:tr")):
        if next(row_element.iterancestors(qn("w:tbl"))) is not table:
            continue  # of a table in a cell
        row: list[_CellElement | None] = [None] * _number(
            row_element.find(f"{qn('w:trPr')}/{qn('w:gridBefore')}"), 0
        )
        for element in _cell_elements(row_element):
            span = _number(element.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}"), 1)
            above = _above(rows, len(row)) if _continues(element) else None
            if above is not None:
                above.row_span = len(rows) + 1 - next(i for i, r in enumerate(rows) if above in r)
            row += [None if above is not None else _CellElement(element, span), *[None] * (span - 1)]
        rows.append(row)
    return rows


def _cell_elements(row: Any) -> Iterator[Any]:
    for child in row:
        if child.tag == qn("w:tc"):
            yield child
        elif child.tag in {qn("w:sdt"), qn("w:sdtContent")}:
            yield from _cell_elements(child)


def _number(element: Any, default: int) -> int:
    value = element.get(qn("w:val")) if element is not None else None
    return int(value) if value and value.isdigit() else default


def _continues(cell: Any) -> bool:
    merge = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
    return merge is not None and merge.get(qn("w:val")) in {None, "continue"}


def _above(rows: list[list[_CellElement | None]], column: int) -> _CellElement | None:
    for row in reversed(rows):
        if column < len(row) and row[column] is not None:
            return row[column]
    return None


def _places_only(table: Any, rows: list[list[CellText | None]], styles: dict[str, Any]) -> bool:
    """Letterheads and signature blocks are set in tables without lines, two or three columns wide."""
    width = max(len(r) for r in rows)
    return width <= 3 and not _has_borders(table, styles) and (width < 3 or len(rows) < 3)


def _has_borders(table: Any, styles: dict[str, Any]) -> bool:
    properties = table.find(qn("w:tblPr"))
    own = properties.find(qn("w:tblBorders")) if properties is not None else None
    cell_borders = list(table.iter(qn("w:tcBorders")))
    if own is not None:
        return _draws([own]) or _draws(cell_borders)
    name = properties.find(qn("w:tblStyle")) if properties is not None else None
    return _draws(cell_borders) or _style_draws(name, styles)


def _style_draws(name: Any, styles: dict[str, Any]) -> bool:
    seen: set[str] = set()
    while name is not None and (style_id := name.get(qn("w:val"))) in styles and style_id not in seen:
        seen.add(style_id)
        style = styles[style_id]
        if _draws(style.iter(qn("w:tblBorders"))):
            return True
        name = style.find(qn("w:basedOn"))
    return False


def _draws(borders: Iterable[Any]) -> bool:
    """Whether lines are drawn on at least two sides: one alone is an underline."""
    count = 0
    for element in borders:
        for side in _SIDES:
            line = element.find(qn(side))
            count += line is not None and line.get(qn("w:val")) not in _NO_BORDER
    return count >= 2
