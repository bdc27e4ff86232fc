"""DOCX files: paragraphs as lines, list marks as Word would print them, tables as grids, pages where breaks are told."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
from docx.oxml.ns import qn

from vanthu.document.page import Page, Reading
from vanthu.errors import InputError
from vanthu.reading.digital.docx.fonts import Fonts
from vanthu.reading.digital.docx.footnotes import Footnotes
from vanthu.reading.digital.docx.margins import refuse_marked
from vanthu.reading.digital.docx.numbering import Numbering
from vanthu.reading.digital.docx.pictures import pictures_in, read_picture_page
from vanthu.reading.digital.docx.tables import CellElement, places_only, rows_of
from vanthu.reading.digital.docx.text import PAGE_BREAK, hanging, paragraphs_in, pieces_of
from vanthu.reading.digital.letters.encoding import refuse_nonsense
from vanthu.reading.digital.letters.respelling import respelled
from vanthu.reading.digital.letters.slips import told
from vanthu.reading.digital.rows import CellText, LineWriter
from vanthu.reading.recognition.scan import Rules
from vanthu.reading.result import PageRead
from vanthu.settings import Settings

NAME = "docx"

# what the archive, its compression and the parts of a damaged file make the libraries raise
_DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    SyntaxError,
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    OSError,
)


def read_docx(path: Path, *, settings: Settings, rules: Rules) -> Iterator[PageRead]:
    """The pages of a file, as far as its page breaks tell them; a scan put into it is a page too.

    Raises `InputError` where the file is damaged, `SecretError` where a mark of secrecy stands beside its text.
    """
    try:
        document = docx.Document(str(path))
        reader = _Reader(document, settings, rules)
        if document.element.body is None:
            raise ValueError("a document without a body")
        refuse_marked(document, rules.guard)
    except _DAMAGED as error:
        raise InputError(
            "tệp DOCX bị hỏng, không mở được; hãy mở bằng Word và lưu lại", where=str(path)
        ) from error
    reader.body(document.element.body)
    pages = tuple(reader.finish())
    refuse_nonsense(" ".join(w.text for page in pages for w in page.words), where=str(path))
    yield from pages


class _Reader:
    """Walks through the body and fills pages."""

    def __init__(self, document: Any, settings: Settings, rules: Rules) -> None:
        styles = {s.style_id: s.element for s in document.styles}
        self.document, self.settings, self.rules, self.styles = document, settings, rules, styles
        self.numbering = Numbering(document)
        self.notes = Footnotes(document)
        self.fonts = Fonts(document, styles)
        self.done: list[LineWriter | PageRead] = []
        self.page = LineWriter(1, NAME)
        self.number = 0  # of the next line on its page

    def finish(self) -> Iterator[PageRead]:
        """The pages; a break after the last words makes no page."""
        self.footnotes()
        if self.page.words or not self.done:
            self.done.append(self.page)
        for page in self.done:
            yield page if isinstance(page, PageRead) else self.made(page)

    def made(self, writer: LineWriter) -> PageRead:
        """A page as it was written."""
        words, note = respelled(writer.words)
        if self.fonts.met:
            note = f"; chuyển từ mã {', '.join(sorted(self.fonts.met))} sang Unicode{note}"
        reading = Reading.TRANSCRIPT if words else Reading.BLANK
        how = f"tệp DOCX, không có hình trang{note}{told(writer.slips)}"
        page = Page(
            number=writer.page,
            width=None,
            height=None,
            reading=reading,
            reason=how if words else "trang trắng",
        )
        return PageRead(page, words, tuple(writer.grids))

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
        for piece in pieces_of(element, self.notes, self.fonts):
            if piece == PAGE_BREAK:
                self.new_page()
            elif piece.strip() or (lead and not written):
                self.line(f"{lead} {piece}" if lead and not written else piece)
                written = True
        self.number += 1
        self.hung(element)

    def hung(self, element: Any) -> None:
        """Boxes of text that hang on a paragraph, behind it, and pictures that are pages."""
        for box in hanging(element, "w:txbxContent"):
            self.body(box)
        for data in pictures_in(element, self.document):
            self.new_page()
            read = read_picture_page(data, self.page.page, self.settings, self.rules)
            if read:
                self.done += read
                self.page = LineWriter(self.page.page + len(read), NAME)

    def line(self, text: str) -> None:
        """A line of the page."""
        self.page.line(text, self.number)
        self.number += 1

    def new_page(self) -> None:
        """Only where something stands before it: two breaks at one place are one."""
        if self.page.words:
            self.footnotes()
            self.done.append(self.page)
            self.page = LineWriter(self.page.page + 1, NAME)
            self.number = 0

    def footnotes(self) -> None:
        """The notes called on this page, at its end."""
        for mark, paragraphs in self.notes.take():
            text = " ".join(
                p
                for element in paragraphs
                for p in pieces_of(element, self.notes, self.fonts)
                if p != PAGE_BREAK
            )
            self.line(f"{mark} {text}")
            self.number += 1

    def table(self, element: Any) -> None:
        """A grid, or, for tables that only place things side by side, their columns one after the other."""
        rows = rows_of(element)
        if not rows:
            return
        texts = [[self.cell_text(cell) for cell in row] for row in rows]
        if places_only(element, rows, self.styles):
            self.columns(texts)
        else:
            self.number = self.page.table(texts, self.number) + 1

    def columns(self, rows: list[list[CellText | None]]) -> None:
        """Left column first, each with a blank line after it."""
        for column in range(max(len(r) for r in rows)):
            for row in rows:
                cell = row[column] if column < len(row) else None
                for text in cell.lines if cell else ():
                    self.line(text)
            self.number += 1

    def cell_text(self, cell: CellElement | None) -> CellText | None:
        """The lines of a cell, nested tables row by row."""
        if cell is None:
            return None
        lines: list[str] = []
        for paragraph in paragraphs_in(cell.element):
            lead = self.numbering.mark(paragraph)
            pieces = [
                p for p in pieces_of(paragraph, self.notes, self.fonts) if p != PAGE_BREAK and p.strip()
            ]
            lines += [
                f"{lead} {p}" if lead and i == 0 else p
                for i, p in enumerate(pieces or ([""] if lead else []))
            ]
        return CellText(lines, cell.row_span, cell.column_span)


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
