"""What was put on a PDF page besides its text: the fields of digital signatures, notes, and what can be a stamp of what is laid on it."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from itertools import groupby

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from vanthu.document.geometry import Box
from vanthu.document.page import Mark, MarkKind, Word
from vanthu.reading.digital.pdf.laid import drawings_on, pictures_on
from vanthu.reading.imaging import ink, pdf_page
from vanthu.reading.marks.fields import has_open_place
from vanthu.reading.marks.find import find_marks
from vanthu.reading.marks.sheet import Sheet
from vanthu.reading.marks.watch import Watch
from vanthu.reading.marks.wording import Marking
from vanthu.reading.recognition.scan import Rules
from vanthu.reading.result import PageRead
from vanthu.settings import Settings

_WRITTEN = frozenset(
    {pdfium_c.FPDF_ANNOT_FREETEXT, pdfium_c.FPDF_ANNOT_STAMP}
)  # notes that stand on the page
_SIGNATURE = "Sig"


def with_pictures(read: PageRead, page: pdfium.PdfPage, settings: Settings, rules: Rules) -> PageRead:
    """A page whose layer is believed, with the seals and stamps that are pictures, drawings or notes on it, and what a pen wrote in its open places.

    The words stay the layer's own. Raises `SecretError` where a stamp or a note is a mark of secrecy, `PageError` where it can't be drawn.
    """
    for kind, note in _notes(page):
        if kind in _WRITTEN:
            rules.guard.check_stamp(_text(note, b"Contents").splitlines(), read.page.number)
    pictures, drawn, pen = (
        tuple(pictures_on(page)),
        tuple(drawings_on(page)),
        _is_left_open(read, rules.marking),
    )
    if not pictures and not drawn and not pen and not _bears_notes(page):
        return read
    image = pdf_page.render_page(page, settings.image)
    inks = ink.separate(image.pixels, settings.ink)
    sheet = Sheet(image.pixels, inks, read.page, image.scale, settings.ink)
    watch = Watch(sheet, rules.guard, rules.marking or Marking({}), settings.engine)
    found = tuple(watch.over_pictures(pictures, drawn, read.words))
    if inks.colour is not None or pen:
        found += find_marks(sheet, read, settings=settings, guard=rules.guard, marking=rules.marking)
    return read._replace(marks=tuple(mark.model_copy(update={"words": ()}) for mark in found))


def _is_left_open(read: PageRead, marking: Marking | None) -> bool:
    """Whether number or day are not printed: they may have been written by hand."""
    upright = read.page.rotation == 0 and read.page.height is not None
    return bool(marking and upright and has_open_place(read.page.height or 0.0, read.words, marking))


def _bears_notes(page: pdfium.PdfPage) -> bool:
    return any(kind != pdfium_c.FPDF_ANNOT_LINK for kind, _ in _notes(page))


def with_signature(read: PageRead, mark: Mark | None, marking: Marking | None) -> PageRead:
    """The page with what a signature printed into its layer, unless the picture told of it too; the same lines on the page are its own."""
    if mark is None or any(m.kind is mark.kind for m in read.marks):
        return read
    own = _mark(mark.box, read, marking)
    return read._replace(marks=(*read.marks, mark.model_copy(update={"words": own.words})))


def with_signature_fields(read: PageRead, page: pdfium.PdfPage, marking: Marking | None) -> PageRead:
    """The page with a mark for each visible field of a digital signature that no other mark tells of.

    The lines in it that only a signature prints are its own; a name or an office that it lies over is not.
    """
    if page.get_rotation() or read.page.rotation or read.page.width is None:
        return read
    fresh = [
        _mark(box, read, marking)
        for box in signature_fields(page)
        if not any(m.kind is MarkKind.DIGITAL_SIGNATURE and box.contains(m.box.centre) for m in read.marks)
    ]
    return read._replace(marks=(*read.marks, *fresh)) if fresh else read


def signature_fields(page: pdfium.PdfPage) -> Iterator[Box]:
    """The places of visible signature fields, in points from the top left corner of the page."""
    left, _, _, top = page.get_cropbox()
    for kind, note in _notes(page):
        if kind != pdfium_c.FPDF_ANNOT_WIDGET or _text(note, b"FT") != _SIGNATURE:
            continue
        place = pdfium_c.FS_RECTF()
        if (
            pdfium_c.FPDFAnnot_GetRect(note, place)
            and min(place.right - place.left, place.top - place.bottom) > 1
        ):
            sides = (place.left - left, top - place.top, place.right - left, top - place.bottom)
            yield Box(*(round(side, 2) for side in sides))


def _notes(page: pdfium.PdfPage) -> Iterator[tuple[int, object]]:
    """Kind and handle of each annotation."""
    for index in range(pdfium_c.FPDFPage_GetAnnotCount(page)):
        note = pdfium_c.FPDFPage_GetAnnot(page, index)
        if note:
            try:
                yield pdfium_c.FPDFAnnot_GetSubtype(note), note
            finally:
                pdfium_c.FPDFPage_CloseAnnot(note)


def _text(note: object, key: bytes) -> str:
    size = pdfium_c.FPDFAnnot_GetStringValue(note, key, None, 0)
    stored = (ctypes.c_ushort * (size // 2))()
    pdfium_c.FPDFAnnot_GetStringValue(note, key, stored, size)
    return bytes(stored).decode("utf-16-le", "replace").rstrip("\0")


def _mark(box: Box, read: PageRead, marking: Marking | None) -> Mark:
    inside = [n for n, w in enumerate(read.words) if w.box is not None and box.contains(w.box.centre)]
    lines = _own_lines(inside, read.words, marking)
    return Mark(
        kind=MarkKind.DIGITAL_SIGNATURE,
        page=read.page.number,
        box=box,
        text="\n".join(" ".join(read.words[n].text for n in line) for line in lines),
        words=tuple(n for line in lines for n in line),
    )


def _own_lines(inside: Sequence[int], words: Sequence[Word], marking: Marking | None) -> list[list[int]]:
    if marking is None:
        return []
    lines = [list(group) for _, group in groupby(inside, key=lambda n: words[n].line)]
    texts = [" ".join(words[n].text for n in line) for line in lines]
    surely = [marking.find("digital_signature", text) is not None for text in texts]
    return [
        line
        for line, text, sure in zip(lines, texts, surely, strict=True)
        if sure or (any(surely) and marking.find("signature_beside", text))
    ]
