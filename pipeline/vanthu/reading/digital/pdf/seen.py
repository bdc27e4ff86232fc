"""What is seen of a PDF page: print that its text layer does not hold, and text that is not seen at all."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from vanthu.document.page import Word
from vanthu.reading.digital.pdf.proof import uncovered
from vanthu.reading.imaging import pdf_page
from vanthu.reading.imaging.pieces import Pieces
from vanthu.reading.imaging.posture import small_ink
from vanthu.reading.imaging.raster import Pixels
from vanthu.settings import Settings

_GLANCE = 1.4  # pixels a point, to see where ink is
_LETTER = (4, 40)  # pixels: longer side of a letter at a glance
_AREA = 7  # pixels
_HIDDEN = 0.5  # share of the pieces of text that are not drawn


def is_scan(page: pdfium.PdfPage, settings: Settings) -> bool:
    """Whether one picture covers the page."""
    return pdf_page.scan_on(page, share=settings.image.full_page_share) is not None


def hides_its_text(page: pdfium.PdfPage) -> bool:
    """Whether most of the text is there for searching only, as programs of recognition leave it over a scan."""
    modes = [
        pdfium_c.FPDFTextObj_GetTextRenderMode(item.raw)
        for item in page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_TEXT], max_depth=3)
    ]
    return modes.count(pdfium_c.FPDF_TEXTRENDERMODE_INVISIBLE) > _HIDDEN * len(modes)


def misses_print(page: pdfium.PdfPage, words: Sequence[Word], settings: Settings) -> bool:
    """Whether much ink, or as much as a line of letters that are neither seal nor stamp, lies under no word of the layer.

    Raises `PageError` where the page can't be drawn.
    """
    ink = small_ink(pdf_page.glance(page, _GLANCE))
    free = uncovered(words, ink, ink.shape[0] / page.get_height())
    total, loose = (int(np.count_nonzero(mask)) for mask in (ink, free))
    if loose > (1 - settings.text_layer.min_cover) * total:
        return True
    if _letters(free) <= settings.text_layer.max_loose_letters:
        return False
    return _letters(_without_colour(free, page, settings)) > settings.text_layer.max_loose_letters


def _letters(ink: Pixels) -> int:
    _, _, width, height, area = Pieces.of(ink).boxes[1:].T
    longer = np.maximum(width, height)
    return int(np.count_nonzero((longer >= _LETTER[0]) & (longer <= _LETTER[1]) & (area >= _AREA)))


def _without_colour(ink: Pixels, page: pdfium.PdfPage, settings: Settings) -> Pixels:
    pixels = pdf_page.glance(page, _GLANCE, gray=False).astype(np.int16)
    coloured = (pixels.max(axis=2) - pixels.min(axis=2) >= settings.ink.chroma).astype(np.uint8)
    around = cv2.dilate(coloured, np.ones((3, 3), np.uint8))
    small = cv2.resize(around, (ink.shape[1], ink.shape[0]), interpolation=cv2.INTER_NEAREST)
    return np.asarray(np.where(small > 0, 0, ink), dtype=np.uint8)
