"""From tokens in pixels to words in points: one page in reading order, its tables where they stand among the lines."""

from __future__ import annotations

from collections.abc import Iterable

from vanthu.document.geometry import Box
from vanthu.document.page import Dispute, Grid, GridCell, Word
from vanthu.reading.imaging.ruling import Ruling
from vanthu.reading.recognition import ocr
from vanthu.reading.recognition.agreement import Area, Difference, area
from vanthu.reading.recognition.cells import Tokens


class PageWriter:
    """Collects the words and grids of one page and counts its lines. `scale` is pixels a point."""

    def __init__(self, number: int, scale: float) -> None:
        self.number, self.scale = number, scale
        self.words: list[Word] = []
        self.grids: list[Grid] = []
        self._line = 0
        self._written: dict[Area, tuple[int, ...]] = {}

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
        """Append words; their indices."""
        start, last = len(self.words), None
        for token in tokens:
            if last is not None and token.line != last:
                self._line += 1
            last = token.line
            box = self._points((token.x0, token.y0, token.x1, token.y1))
            self.words += [
                Word(part, self.number, box, token.confidence, self._line, token.engine)
                for part in token.text.split()
            ]
            self._written[area(token)] = tuple(
                range(len(self.words) - len(token.text.split()), len(self.words))
            )
        self._line += last is not None
        return tuple(range(start, len(self.words)))

    def disputes(self, differences: Iterable[Difference]) -> tuple[Dispute, ...]:
        """Differences of readings, on the words written so far; without those on words that were replaced since."""
        return tuple(
            Dispute(
                page=self.number,
                words=tuple(i for place in d.places for i in self._written[place]),
                box=self._points(d.box),
                text=d.text,
                engine=d.engine,
                confidence=round(d.confidence, 3),
            )
            for d in differences
            if all(place in self._written for place in d.places)
        )

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
