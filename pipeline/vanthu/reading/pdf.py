"""PDF files: for each page the text layer where it can be believed, else recognition of its image."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2 as pdfium

from vanthu.document.page import Grid
from vanthu.errors import PageError
from vanthu.reading.digital.pdf.choice import (
    both,
    layer_page,
    recognised_or_kept,
    without_signature,
)
from vanthu.reading.digital.pdf.layer import Layer
from vanthu.reading.digital.pdf.overlay import with_pictures, with_signature, with_signature_fields
from vanthu.reading.digital.pdf.seen import hides_its_text, is_scan, misses_print
from vanthu.reading.imaging import pdf_page
from vanthu.reading.recognition.scan import Rules
from vanthu.reading.recognition.sheet import read_sheet
from vanthu.reading.result import PageRead, Sheets
from vanthu.settings import Settings

if TYPE_CHECKING:
    from vanthu.reading.digital.pdf.layers import Layers

_KEPT_BYTES = 32 * 2**20  # of a file, as it is stored
_GLANCED_PAGES = 3  # enough to tell a scan from a digital file


@contextmanager
def pdf_sheets(path: Path, *, settings: Settings, rules: Rules) -> Iterator[Sheets]:
    """The sheets of a file, open while the block runs. Raises `InputError` where the file can't be opened at all."""
    with closing(_File(path)) as file:
        yield Sheets(file.count, lambda index: _read_page(file.met(index), index, settings, rules))


class _File:
    """A file as both libraries see it; its text layers are opened when the first is asked for: a scan never needs them.

    Both keep what they have met of a file, the pictures too, until it is closed: so it is opened anew now and then.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._open()
        self.count = len(self.pdf)
        self._at_a_time = max(1, self.count * _KEPT_BYTES // max(1, path.stat().st_size))

    def _open(self) -> None:
        self._opened = ExitStack()
        self.pdf = self._opened.enter_context(pdf_page.open_pdf(self._path))
        self._layers: Layers | None = None
        self._met: set[int] = set()

    def met(self, index: int) -> _File:
        """The file, ready for a page."""
        if index not in self._met and len(self._met) >= self._at_a_time:
            self.close()
            self._open()
        self._met.add(index)
        return self

    @property
    def layers(self) -> Layers:
        """The text layers of its pages."""
        if self._layers is None:
            from vanthu.reading.digital.pdf.layers import Layers  # noqa: PLC0415  # not for scans

            self._layers = self._opened.enter_context(closing(Layers(self._path)))
        return self._layers

    def close(self) -> None:
        """Close what is open."""
        self._opened.close()


def _read_page(file: _File, index: int, settings: Settings, rules: Rules) -> tuple[PageRead, ...]:
    try:
        page = file.pdf[index]
    except pdfium.PdfiumError as error:
        raise PageError("trang bị hỏng, không mở được; hãy lấy lại tệp gốc") from error
    _check_size(page, settings)
    if _is_lost(file.pdf, page, settings):
        raise PageError("hình của trang này bị mất, trang có thể bị hỏng; hãy lấy lại tệp gốc hoặc quét lại")
    layer, grids = _layer(file, page, index, settings)
    own, mark = without_signature(layer, index + 1, rules.marking)
    reason = _reason_to_recognise(page, layer, own, settings)
    if reason is None:
        done = layer_page(index + 1, page.get_size(), layer.note)
        read = with_pictures(PageRead(done, layer.words, grids), page, settings, rules)
        return (with_signature_fields(with_signature(read, mark, rules.marking), page, rules.marking),)
    image = pdf_page.render_page(page, settings.image)
    reads = read_sheet(image, index + 1, settings=settings, rules=rules, reason=reason)
    if len(reads) > 1:
        return reads  # the layer's places are those of the sheet
    settled = with_signature(_settled(reads[0], page, own, settings), mark, rules.marking)
    return (with_signature_fields(settled, page, rules.marking),)


def _reason_to_recognise(page: pdfium.PdfPage, layer: Layer, own: Layer, settings: Settings) -> str | None:
    """Why the picture of a page has to be read, in Vietnamese; `None`: the layer (`own`: what is not a signature's) says it all."""
    if layer.doubt is not None:
        return layer.doubt
    if is_scan(page, settings) and hides_its_text(page):
        return "lớp chữ do lần nhận dạng trước để lại trên ảnh quét; đọc lại từ ảnh"
    if not misses_print(page, layer.words, settings):
        return None
    if len(own.words) < settings.text_layer.min_words:
        return "lớp chữ chỉ có thông tin chữ ký số"
    return "lớp chữ không phủ hết nội dung trang"


def _settled(read: PageRead, page: pdfium.PdfPage, own: Layer, settings: Settings) -> PageRead:
    """What was recognised, with what the layer knows better."""
    scan = is_scan(page, settings)
    if own.doubt is not None:
        return read if scan else recognised_or_kept(read, own, page.get_size(), settings.text_layer)
    told = len(own.words) >= settings.text_layer.min_words and not (scan and hides_its_text(page))
    return both(read, own) if told else read


def _is_lost(pdf: pdfium.PdfDocument, page: pdfium.PdfPage, settings: Settings) -> bool:
    """Whether a page among scans has nothing drawn on it: a blank sheet would have a picture too."""
    if next(page.get_objects(max_depth=1), None) is not None:
        return False
    try:
        firsts = [pdf[i] for i in range(min(_GLANCED_PAGES, len(pdf)))]
    except pdfium.PdfiumError:
        return True
    return any(pdf_page.scan_on(other, share=settings.image.full_page_share) for other in firsts)


def _check_size(page: pdfium.PdfPage, settings: Settings) -> None:
    """Raises `PageError` for sizes that no paper has, judged before anything is drawn."""
    width, height = page.get_size()
    if not (1 < width <= settings.limits.page_points and 1 < height <= settings.limits.page_points):
        raise PageError(f"khổ trang vô lý ({width:.0f} × {height:.0f} điểm); không vẽ trang này")
    scan = pdf_page.scan_on(page, share=0.0)
    if scan and scan[0] * scan[1] > settings.limits.pixels:
        raise PageError(
            f"ảnh trong trang quá lớn ({scan[0]} × {scan[1]} điểm ảnh); hãy quét lại ở 200-300 dpi"
        )


def _layer(
    file: _File, page: pdfium.PdfPage, index: int, settings: Settings
) -> tuple[Layer, tuple[Grid, ...]]:
    """The text layer, and its tables where it is believed."""
    characters = page.get_textpage().count_chars()
    if characters < settings.text_layer.min_words:
        return Layer(), ()
    return file.layers.read(index, settings.text_layer)
