"""Where pictures and drawings are laid on a PDF page that can be stamps, in points from the top left corner of the page as it is shown."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from itertools import islice

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from vanthu.document.geometry import Box

_STAMP = 18.0  # points: no picture smaller is a stamp; a mark of secrecy is 23 high
_DEPTH = 3  # of forms within forms
_STROKES = 5  # of a drawing: a line or a box has no more, the outline of any letter of a mark has
_DRAWN = 400  # drawings of a page at most: a map has thousands
_LETTER = (4.0, 250.0)  # points: sides of a drawn letter at least, of a drawn stamp at most
_FINE = 100  # parts of a point: the engine tells places in whole numbers


def pictures_on(page: pdfium.PdfPage) -> Iterator[Box]:
    """The places of pictures."""
    for item in page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_IMAGE], max_depth=_DEPTH):
        box = _place(page, item)
        if min(box.width, box.height) >= _STAMP:
            yield box


def drawings_on(page: pdfium.PdfPage) -> Iterator[Box]:
    """The places of drawings that can be letters: a stamp whose letters were made outlines is neither text nor a picture."""
    items = page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_PATH], max_depth=_DEPTH)
    drawn = (item for item in items if pdfium_c.FPDFPath_CountSegments(item.raw) > _STROKES)
    for item in islice(drawn, _DRAWN):
        box = _place(page, item)
        if box.height >= _LETTER[0] and max(box.width, box.height) <= _LETTER[1]:
            yield box


def _place(page: pdfium.PdfPage, item: pdfium.PdfObject) -> Box:
    """Where an object is shown."""
    sides = item.get_bounds()
    form = item.container
    while form is not None:  # its own coordinates, not those of the page
        sides = form.get_matrix().on_rect(*sides)
        form = form.container
    (left, right), (top, bottom) = map(
        sorted, zip(_shown(page, *sides[:2]), _shown(page, *sides[2:]), strict=True)
    )
    return Box(left, top, right, bottom)


def _shown(page: pdfium.PdfPage, across: float, up: float) -> tuple[float, float]:
    """A point of a page where it is shown, once the page is cropped and turned."""
    width, height = (round(side * _FINE) for side in page.get_size())
    x, y = ctypes.c_int(), ctypes.c_int()
    pdfium_c.FPDF_PageToDevice(page, 0, 0, width, height, 0, across, up, x, y)
    return x.value / _FINE, y.value / _FINE
