"""From tokens in pixels to words in points: one page in reading order, its tables where they stand among the lines."""

from __future__ import annotations

from collections.abc import Iterable

from vanthu.document.geometry import Box
from vanthu.document.page import Grid, GridCell, Word
from vanthu.reading.imaging.ruling import Ruling
from vanthu.reading.recognition import ocr
from vanthu.reading.recognition.cells import Tokens

_SPECK = 0.1  # a single letter that the engine believed in less


class PageWriter:
    """Collects the words and grids of one page and counts its lines. `scale` is pixels a point."""

    def __init__(self, number: int, scale: float, noise: float) -> None:
        self.number, self.scale, self.noise = number, scale, noise
        self.words: list[Word] = []
        self.grids: list[Grid] = []
        self._line = 0

    def page(self, tokens: Tokens, tables: Iterable[tuple[Ruling, tuple[Tokens, ...]]]) -> None:
        """All lines, and each table after the lines that stand higher than its middle."""
        rest = list(tokens)
        for ruling, cells in tables:
            middle = (ruling.box[1] + ruling.box[3]) / 2
            higher = {t.line for t in rest if (t.y0 + t.y1) / 2 < middle}
            self.lines(t for t in rest if t.line in higher)
            rest = [t for t in rest if t.line not in higher]
            self.table(ruling, cells)
        self.lines(rest)

    def lines(self, tokens: Iterable[ocr.Token]) -> tuple[int, ...]:
        """Append words; their indices. Specks are left out."""
        start, last = len(self.words), None
        for token in tokens:
            if self._is_speck(token):
                continue
            if last is not None and token.line != last:
                self._line += 1
            last = token.line
            box = self._points((token.x0, token.y0, token.x1, token.y1))
            self.words += [
                Word(part, self.number, box, token.confidence, self._line, ocr.NAME)
                for part in token.text.split()
            ]
        self._line += last is not None
        return tuple(range(start, len(self.words)))

    def _is_speck(self, token: ocr.Token) -> bool:
        if any(c.isalnum() for c in token.text):
            return len(token.text) == 1 and token.confidence < _SPECK
        return token.confidence < self.noise

    def table(self, ruling: Ruling, cells: tuple[Tokens, ...]) -> None:
        """Append a grid and the words in it."""
        made = tuple(
            GridCell(
                row=cell.row,
                column=cell.column,
                row_span=cell.row_span,
                column_span=cell.column_span,
                words=self.lines(tokens),
                box=self._points(cell.box),
            )
            for cell, tokens in zip(ruling.cells, cells, strict=True)
        )
        box = self._points(ruling.box)
        self.grids.append(
            Grid(page=self.number, rows=ruling.rows, columns=ruling.columns, cells=made, box=box)
        )

    def _points(self, pixels: tuple[int, int, int, int]) -> Box:
        return Box(*(round(v / self.scale, 2) for v in pixels))
