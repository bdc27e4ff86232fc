"""The text layers of a PDF file, read and put into Unicode. It takes a tenth of a second to load, and a scan needs none of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from itertools import groupby
from pathlib import Path
from typing import Any

import pdfplumber
from pdfminer.pdfexceptions import PDFException
from pdfminer.psparser import PSException
from pdfplumber.utils.exceptions import PdfminerException

from vanthu.document.page import Grid
from vanthu.reading.digital.letters import legacy
from vanthu.reading.digital.letters.respelling import respelled
from vanthu.reading.digital.letters.slips import slips
from vanthu.reading.digital.pdf.drawn import Drawn
from vanthu.reading.digital.pdf.glyphs import Glyph, glyphs_of
from vanthu.reading.digital.pdf.layer import Layer
from vanthu.reading.digital.pdf.proof import NO_LAYER, doubt, doubt_of_glyphs
from vanthu.reading.digital.pdf.tables import tables_of
from vanthu.reading.digital.pdf.textlayer import words_of
from vanthu.settings import TextLayerSettings

_LAYER_ERRORS = (
    PdfminerException,
    PDFException,
    PSException,
    ValueError,
    KeyError,
    TypeError,
    IndexError,
    AttributeError,
    RecursionError,
)


class Layers:
    """Those of a file, opened when the first is asked for; to be closed."""

    def __init__(self, path: Path) -> None:
        self._path, self._opened = path, ExitStack()
        self._pdf: Any | None = None

    def read(self, index: int, settings: TextLayerSettings) -> tuple[Layer, tuple[Grid, ...]]:
        """The layer of a page (from 0), and its tables where it is believed; what was made of the page is let go."""
        try:
            page = self._page(index)
            try:
                drawn = Drawn(page)
                layer = read_layer(drawn, index + 1, settings)
                return layer, () if layer.doubt else tables_of(drawn, layer.words, index + 1)
            finally:
                page.close()
        except _LAYER_ERRORS:
            # pdfminer meets damaged structures with errors of every kind; the image of the page is still there
            return Layer(doubt="lớp chữ bị hỏng"), ()

    def _page(self, index: int) -> Any:
        if self._pdf is None:
            # only the file is closed at the end: the document's own way to close would look at every page again
            self._pdf = pdfplumber.open(self._opened.enter_context(self._path.open("rb")))
        return self._pdf.pages[index]

    def close(self) -> None:
        """Close the file."""
        self._opened.close()


def read_layer(page: Drawn, number: int, settings: TextLayerSettings) -> Layer:
    """The layer of a page."""
    glyphs = glyphs_of(page)
    seen, tables = _unicode_glyphs(glyphs.seen)
    words, note = respelled(words_of(seen, number))
    said = f"; chuyển từ mã {', '.join(sorted(tables))} sang Unicode" if tables else ""
    reason = doubt(words, settings)
    if reason != NO_LAYER:
        reason = doubt_of_glyphs(glyphs, settings) or reason
    return Layer(words, reason, said + note)


def _unicode_glyphs(glyphs: Sequence[Glyph]) -> tuple[list[Glyph], frozenset[str]]:
    """The glyphs with those of old fonts in Unicode and signs of symbol fonts as bullets, and the code tables met."""
    glyphs = [_plain_sign(c) for c in glyphs]
    tables = _old_fonts(glyphs)
    if not tables:
        return list(glyphs), frozenset()
    made: list[Glyph] = []
    for font, group in groupby(glyphs, key=lambda c: str(c["fontname"])):
        run = list(group)
        made += _converted(run, font, tables[font]) if font in tables else run
    return made, frozenset(e.name for e in tables.values())


def _plain_sign(glyph: Glyph) -> Glyph:
    known = slips()
    if glyph["text"].isspace() or not known.symbol_fonts.search(glyph["fontname"]):
        return glyph
    return {**glyph, "text": known.bullet}


def _old_fonts(glyphs: Sequence[Glyph]) -> dict[str, legacy.Encoding]:
    """The code tables of fonts whose names tell one, and whose letters are not in Unicode already."""
    texts: dict[str, list[str]] = defaultdict(list)
    for glyph in glyphs:
        texts[glyph["fontname"]].append(glyph["text"])
    found = {
        font: legacy.by_font(font) for font, text in texts.items() if not legacy.is_unicode("".join(text))
    }
    return {font: encoding for font, encoding in found.items() if encoding is not None}


def _converted(run: Sequence[Glyph], font: str, encoding: legacy.Encoding) -> Iterator[Glyph]:
    for blank, part in groupby(run, key=lambda c: str(c["text"]).isspace() or len(c["text"]) > 1):
        glyphs = list(part)
        if blank:
            yield from glyphs
            continue
        units = legacy.unicode_units("".join(c["text"] for c in glyphs), font, encoding)
        reach = [*glyphs[1:], glyphs[-1]]
        for glyph, unit, after, rest in zip(glyphs, units, reach, [*units[1:], "-"], strict=True):
            if unit:  # a letter of two glyphs takes the room of both
                yield {**glyph, "text": unit, "x1": glyph["x1"] if rest else after["x1"]}
