"""Words without geometry: lines and tables of transcripts and word-processor files."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import regex

from vanthu.document.page import Grid, GridCell, Word
from vanthu.orthography import nfc
from vanthu.reading.digital.letters.slips import slips

_LOOSE = regex.compile(r"(?<=[\p{L}\d)”\"])\s+(?=[,;](?:\s|$))")  # the blank of *xã , phường*


class CellText(NamedTuple):
    """A cell's lines, and how many rows and columns it takes."""

    lines: Sequence[str]
    row_span: int = 1
    column_span: int = 1


class LineWriter:
    """Collects the words and grids of one page; every word knows its line, blank lines leave a gap."""

    def __init__(self, page: int, engine: str) -> None:
        self.page, self.engine = page, engine
        self.words: list[Word] = []
        self.grids: list[Grid] = []
        self.slips = 0  # words with letters of a wrong code, set right

    def line(self, text: str, number: int) -> tuple[int, ...]:
        """Append a line's words; their indices."""
        start = len(self.words)
        for part in _LOOSE.sub("", nfc(text)).split():
            mended = slips().mended(part)
            self.slips += mended != part
            self.words.append(Word(mended, self.page, None, None, number, self.engine))
        return tuple(range(start, len(self.words)))

    def table(self, rows: Sequence[Sequence[CellText | None]], number: int) -> int:
        """Append a table that begins at a line; `None` is a place that a cell above or before it covers.

        Gives the number of the line after it. Lines are counted on within the table: one for each line of each cell.
        """
        cells = []
        for row, texts in enumerate(rows):
            for column, cell in enumerate(texts):
                if cell is None:
                    continue
                words: list[int] = []
                for text in cell.lines:
                    words += self.line(text, number)
                    number += 1
                cells.append(
                    GridCell(
                        row=row,
                        column=column,
                        row_span=cell.row_span,
                        column_span=cell.column_span,
                        words=tuple(words),
                    )
                )
        width = max(len(r) for r in rows)
        self.grids.append(Grid(page=self.page, rows=len(rows), columns=width, cells=tuple(cells)))
        return number
