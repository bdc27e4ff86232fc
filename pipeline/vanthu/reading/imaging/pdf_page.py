"""Pages of PDF files as images: the scan that a page is as it was stored, else the page drawn."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import cv2
import numpy as np
import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from vanthu.errors import InputError, PageError
from vanthu.reading.imaging.modes import dark_on_light
from vanthu.reading.imaging.raster import A4_LONG, FAX_RATIO, POINTS, Pixels, Raster, bounded
from vanthu.settings import ImageSettings


@contextmanager
def open_pdf(path: Path) -> Iterator[pdfium.PdfDocument]:
    """A PDF file, closed afterwards. Raises `InputError` where it is locked or damaged."""
    try:
        pdf = pdfium.PdfDocument(path)
    except pdfium.PdfiumError as error:
        code = getattr(error, "err_code", None)
        locked = code in {pdfium_c.FPDF_ERR_PASSWORD, pdfium_c.FPDF_ERR_SECURITY}
        message = (
            "tệp PDF có mật khẩu; hãy gỡ mật khẩu rồi thử lại"
            if locked
            else "tệp PDF bị hỏng, không mở được; hãy lấy lại tệp gốc"
        )
        raise InputError(message, where=str(path)) from error
    try:
        yield pdf
    finally:
        pdf.close()


class Scan(NamedTuple):
    """A picture that is (most of) a PDF page: its size in pixels, and pixels a point along its finer side."""

    width: int
    height: int
    colour: bool
    scale: float


def scan_on(page: pdfium.PdfPage, *, share: float) -> Scan | None:
    """The finest of the pictures that cover at least `share` of a PDF page; in colour where any of them is."""
    width, height = page.get_size()
    found: list[Scan] = []
    for item in page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        left, bottom, right, top = item.get_bounds()
        if abs((right - left) * (top - bottom)) >= share * width * height:
            data = item.get_metadata()
            size = int(data.width), int(data.height)
            found.append(Scan(*size, data.bits_per_pixel > 8, _fineness(item, size)))
    if not found:
        return None
    finest = max(found, key=lambda scan: scan.width * scan.height)
    return finest._replace(colour=any(scan.colour for scan in found))


def _fineness(item: pdfium.PdfObject, size: tuple[int, int]) -> float:
    """Pixels a point along the longer side; the better of both for a fax, whose lines are farther apart than its points."""
    a, b, c, d, *_ = item.get_matrix().get()
    # a little less than the whole ratio: pdfium rounds up, and one row more would blur the whole picture
    across, down = (
        (n - 0.5) / max(1e-3, float(np.hypot(*way))) for n, way in zip(size, ((a, b), (c, d)), strict=True)
    )
    if max(across, down) > FAX_RATIO[0] * min(across, down):
        return max(across, down)
    return across if size[0] > size[1] else down


def _scale_of(page: pdfium.PdfPage, scan: Scan | None, settings: ImageSettings) -> float:
    if scan is None:
        return settings.render_dpi / POINTS
    if scan.scale * max(page.get_size()) >= A4_LONG * settings.min_dpi:
        return min(scan.scale, settings.max_dpi / POINTS)  # a photograph that calls itself a sheet of a metre
    return bounded(scan.scale, settings)


def _taken_out(page: pdfium.PdfPage, scan: Scan | None, scale: float) -> Pixels | None:
    """The picture that is the whole page, as it is stored; `None` where something is drawn over it, or it is turned."""
    items = list(islice(page.get_objects(max_depth=1), 2))
    if scan is None or len(items) != 1 or items[0].type != pdfium_c.FPDF_PAGEOBJ_IMAGE or page.get_rotation():
        return None
    a, b, c, d, *_ = items[0].get_matrix().get()
    if min(a, d) <= 0 or abs(b) > 0.01 or abs(c) > 0.01:
        return None
    pixels = items[0].get_bitmap(render=False).to_numpy()
    height, width = (round(n * scale + 0.5) for n in reversed(page.get_size()))
    if pixels.dtype != np.uint8 or abs(pixels.shape[0] - height) > 1 or abs(pixels.shape[1] - width) > 1:
        return None
    return np.array(_flat(pixels), dtype=np.uint8)


def _flat(pixels: Pixels) -> Pixels:
    """Gray without its third axis; colour (stored as B, G, R) as R, G, B."""
    if pixels.ndim == 2 or pixels.shape[2] == 1:
        return pixels.reshape(pixels.shape[:2])
    return np.asarray(cv2.cvtColor(pixels[..., :3], cv2.COLOR_BGR2RGB), dtype=np.uint8)


def render_page(page: pdfium.PdfPage, settings: ImageSettings) -> Raster:
    """A PDF page at the resolution of the scan that it is, or at the settings'. Raises `PageError` where it can't be drawn."""
    scan = scan_on(page, share=settings.full_page_share)
    scale = _scale_of(page, scan, settings)
    try:
        pixels = _taken_out(page, scan, scale)
    except (pdfium.PdfiumError, ValueError):
        pixels = None  # a way of packing that only drawing knows
    if pixels is not None:
        return Raster(dark_on_light(pixels), scale)
    drawn = _render(page, scale, gray=scan is not None and not scan.colour)
    if scan is not None and np.ptp(drawn.pixels) == 0 and _is_undecodable(page):
        raise PageError("hình của trang này bị hỏng, không giải mã được; hãy quét lại trang")
    return drawn if scan is None else Raster(dark_on_light(drawn.pixels), scale)


def _is_undecodable(page: pdfium.PdfPage) -> bool:
    """Whether there is a picture on the page that gives no pixels: drawing passes over it without a word."""
    for item in page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        try:
            item.get_bitmap(render=False)
        except (pdfium.PdfiumError, ValueError):
            return True
    return False


def _render(page: pdfium.PdfPage, scale: float, *, gray: bool) -> Raster:
    try:
        bitmap = page.render(scale=scale, grayscale=gray, rev_byteorder=True)
    except (pdfium.PdfiumError, ValueError, MemoryError) as error:
        raise PageError("không vẽ được trang này; trang có thể bị hỏng") from error
    pixels = np.array(bitmap.to_numpy()[..., :3] if not gray else bitmap.to_numpy(), dtype=np.uint8)
    return Raster(pixels.reshape(pixels.shape[:2]) if gray else pixels, scale)


def glance(page: pdfium.PdfPage, scale: float, *, gray: bool = True) -> Pixels:
    """A small picture of a PDF page. Raises `PageError` where it can't be drawn."""
    return _render(page, scale, gray=gray).pixels
