"""PDF files: for each page the text layer where it can be believed, else recognition of its image."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pdfplumber
import pypdfium2 as pdfium
from pdfminer.pdfexceptions import PDFException
from pdfminer.psparser import PSException

from vanthu.document.page import Grid, Page, Reading, Word
from vanthu.errors import PageError
from vanthu.reading.digital import textlayer
from vanthu.reading.digital.pdf_tables import tables_of
from vanthu.reading.imaging import raster
from vanthu.reading.imaging.posture import small_ink
from vanthu.reading.recognition.scan import Rules, read_scan
from vanthu.reading.result import PageRead, Sheets
from vanthu.settings import Settings

_GLANCED_PAGES = 3  # enough to tell a scan from a digital file
_GLANCE = 1.4  # pixels a point, to see where ink is
_LAYER_ERRORS = (
    PDFException,
    PSException,
    ValueError,
    KeyError,
    TypeError,
    IndexError,
    AttributeError,
    RecursionError,
)


@contextmanager
def pdf_sheets(path: Path, *, settings: Settings, rules: Rules) -> Iterator[Sheets]:
    """The sheets of a file, open while the block runs. Raises `InputError` where the file can't be opened at all."""
    with raster.open_pdf(path) as pdf, closing(_Layers(path)) as layers:
        yield Sheets(len(pdf), lambda index: (_read_page(layers, pdf, index, settings, rules),))


class _Layers:
    """The text layers of a file, opened when the first is asked for: a scan never needs them."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._document: Any | None = None

    @contextmanager
    def page(self, index: int) -> Iterator[Any]:
        """The layer of a page; what pdfplumber keeps of it is let go afterwards."""
        if self._document is None:
            self._document = pdfplumber.open(self._path)
        page = self._document.pages[index]
        try:
            yield page
        finally:
            page.close()

    def close(self) -> None:
        """Close the file, where it was opened."""
        if self._document is not None:
            self._document.close()


def _read_page(
    layers: _Layers, pdf: pdfium.PdfDocument, index: int, settings: Settings, rules: Rules
) -> PageRead:
    try:
        page = pdf[index]
    except pdfium.PdfiumError as error:
        raise PageError("trang bị hỏng, không mở được; hãy lấy lại tệp gốc") from error
    _check_size(page, settings)
    if _is_lost(pdf, page, settings):
        raise PageError("hình của trang này bị mất, trang có thể bị hỏng; hãy lấy lại tệp gốc hoặc quét lại")
    words, grids, reason = _layer(layers, page, index, settings)
    if reason is None:
        width, height = page.get_size()
        done = Page(
            number=index + 1,
            width=round(width, 2),
            height=round(height, 2),
            reading=Reading.TEXT_LAYER,
            reason="lớp chữ đáng tin",
        )
        return PageRead(done, words, grids)
    image = raster.render_page(page, settings.image)
    return read_scan(image, index + 1, settings=settings, rules=rules, reason=reason)


def _is_lost(pdf: pdfium.PdfDocument, page: pdfium.PdfPage, settings: Settings) -> bool:
    """Whether a page among scans has nothing drawn on it: a blank sheet would have a picture too."""
    if next(page.get_objects(max_depth=1), None) is not None:
        return False
    try:
        firsts = [pdf[i] for i in range(min(_GLANCED_PAGES, len(pdf)))]
    except pdfium.PdfiumError:
        return True
    return any(raster.scan_on(other, share=settings.image.full_page_share) for other in firsts)


def _check_size(page: pdfium.PdfPage, settings: Settings) -> None:
    """Raises `PageError` for sizes that no paper has, judged before anything is drawn."""
    width, height = page.get_size()
    if not (1 < width <= settings.limits.page_points and 1 < height <= settings.limits.page_points):
        raise PageError(f"khổ trang vô lý ({width:.0f} × {height:.0f} điểm); không vẽ trang này")
    scan = raster.scan_on(page, share=0.0)
    if scan and scan[0] * scan[1] > settings.limits.pixels:
        raise PageError(
            f"ảnh trong trang quá lớn ({scan[0]} × {scan[1]} điểm ảnh); hãy quét lại ở 200-300 dpi"
        )


def _layer(
    layers: _Layers, page: pdfium.PdfPage, index: int, settings: Settings
) -> tuple[tuple[Word, ...], tuple[Grid, ...], str | None]:
    """Words and tables of the text layer, and the reason not to use it (`None`: use it)."""
    characters = page.get_textpage().count_chars()
    if characters < settings.text_layer.min_words:
        return (), (), "trang không có lớp chữ"
    try:
        with layers.page(index) as plumbed:
            words = textlayer.words_of(plumbed, index + 1)
            reason = textlayer.doubt(words, settings.text_layer) or _uncovered(page, words, settings)
            return words, () if reason else tables_of(plumbed, words, index + 1), reason
    except _LAYER_ERRORS:
        # pdfminer meets damaged structures with errors of every kind; the image of the page is still there
        return (), (), "lớp chữ bị hỏng"


def _uncovered(page: pdfium.PdfPage, words: tuple[Word, ...], settings: Settings) -> str | None:
    ink = small_ink(raster.glance(page, _GLANCE))
    scale = ink.shape[0] / page.get_height()
    if textlayer.cover(words, ink, scale) < settings.text_layer.min_cover:
        return "lớp chữ không phủ hết nội dung trang"
    return None
