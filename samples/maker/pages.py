"""Sets a source as pages: footnotes at the foot of the page that names them, page numbers from the second page."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass, field

from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, Spacer

from maker import parts
from maker.source import NUMBERED, Source
from maker.style import FAMILY, note, register_fonts

TOP, BOTTOM, LEFT, RIGHT = 62.0, 56.0, 80.0, 48.0


@dataclass
class Place:
    """Where something came to lie: page from 1, points from the bottom left."""

    page: int
    x: float
    y: float


@dataclass
class Composer:
    """Fills pages from the top; knows how much of the foot is kept for footnotes."""

    buffer: io.BytesIO = field(default_factory=io.BytesIO)
    places: dict[str, Place] = field(default_factory=dict)
    size: tuple[float, float] = A4
    page: int = 1

    def __post_init__(self) -> None:
        self.canvas = Canvas(self.buffer, pagesize=self.size, invariant=1)
        self.y = self.size[1] - TOP
        self.notes: list[Paragraph] = []

    @property
    def width(self) -> float:
        """Room between the margins."""
        return self.size[0] - LEFT - RIGHT

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands on the page yet."""
        return self.y == self.size[1] - TOP

    def mark(self, name: str, x: float, y: float) -> None:
        """Remember a place on the page being made."""
        self.places[name] = Place(self.page, x, y)

    def turn(self, size: tuple[float, float]) -> None:
        """Go on with pages of another shape."""
        self._finish_page()
        self._start_page(size)

    def add(self, item: Flowable, notes: list[Paragraph] | None = None, *, keep: float = 0) -> None:
        """Put one thing below the last; split it over pages where it may be. `keep` points must stay free below.

        What is higher than a page is split whatever was asked for. Raises `ValueError` where it can't be.
        """
        notes, is_first = notes or [], self.is_empty
        reserved = sum(self._height(n) for n in (*self.notes, *notes)) + (14 if self.notes or notes else 0)
        room = self.y - BOTTOM - reserved
        height = item.wrapOn(self.canvas, self.width, room)[1]
        if height + (0 if is_first else keep) <= room:
            self._draw(item, height)
            self.notes += notes
            return
        is_whole = (keep or notes) and not is_first
        pieces = [] if is_whole else item.splitOn(self.canvas, self.width, room)
        if len(pieces) > 1:
            self._draw(pieces[0], pieces[0].wrapOn(self.canvas, self.width, room)[1])
            pieces = pieces[1:]
        elif is_first:
            raise ValueError(f"{type(item).__name__}: higher than a page, and can't be split")
        else:
            pieces = [item]
        self.turn(self.size)
        for piece in pieces:
            self.add(piece, notes)

    def save(self) -> bytes:
        """The finished PDF."""
        self._finish_page()
        self.canvas.save()
        return self.buffer.getvalue()

    def _draw(self, item: Flowable, height: float) -> None:
        self.y -= height
        item.drawOn(self.canvas, LEFT, self.y)
        self.y -= item.getSpaceAfter()

    def _height(self, note: Paragraph) -> float:
        return float(note.wrapOn(self.canvas, self.width, 1000)[1]) + 2

    def _start_page(self, size: tuple[float, float]) -> None:
        self.page, self.size, self.notes = self.page + 1, size, []
        self.canvas.setPageSize(size)
        self.y = size[1] - TOP
        self.canvas.setFont(f"{FAMILY}-Regular", 13)
        self.canvas.drawCentredString(size[0] / 2, size[1] - 42, str(self.page))

    def _finish_page(self) -> None:
        y = BOTTOM + sum(self._height(n) for n in self.notes)
        if self.notes:
            self.canvas.setLineWidth(0.6)
            self.canvas.line(LEFT, y + 5, LEFT + 140, y + 5)
        for footnote in self.notes:
            y -= self._height(footnote)
            footnote.drawOn(self.canvas, LEFT, y)
        self.canvas.showPage()


def compose(source: Source, family: str = FAMILY) -> tuple[bytes, dict[str, Place]]:
    """The document as a PDF with a text layer, and the places of letterhead and signature."""
    register_fonts(family)
    composer = Composer()
    composer.canvas.setTitle(source.name)
    for item in parts.head(source, composer.width, composer.mark):
        composer.add(item)
    _lines(composer, source, source.body[:-1])
    closing = parts.closing(source, composer.width, composer.mark)
    # A signature never stands on a page without text above it.
    room = closing.wrapOn(composer.canvas, composer.width, 1000)[1] + 10
    composer.add(parts.paragraph(source.body[-1]), keep=room)
    composer.add(Spacer(1, 10))
    composer.add(closing)
    _lines(composer, source, source.appendix)
    return composer.save(), composer.places


def _lines(composer: Composer, source: Source, lines: tuple[str, ...]) -> None:
    for line in lines:
        if line == "@landscape":
            composer.turn(landscape(A4))
        elif line == "@portrait":
            composer.turn(A4)
        elif line.startswith("@table "):
            composer.add(parts.ruled(source.tables[line.removeprefix("@table ")]))
        else:
            composer.add(parts.paragraph(line), _notes(source, line), keep=_keep(line))


def _notes(source: Source, line: str) -> list[Paragraph]:
    marks = (int(m) for m in re.findall(r"\[\^(\d)\]", line))
    return [Paragraph(f"<super>{n}</super> {parts.rich(source.footnotes[n - 1])}", note()) for n in marks]


def _keep(line: str) -> float:
    """A heading must not stand alone at the foot of a page."""
    return 40 if line.startswith("**") and line.endswith("**") and NUMBERED.match(line) else 0
