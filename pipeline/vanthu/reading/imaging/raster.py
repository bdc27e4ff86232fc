"""Page images: made from files, turned, put straight. Arrays are 8 bit, gray (H, W) or colour (H, W, 3: R, G, B)."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import NamedTuple, TypeAlias

import cv2
import numpy as np
import numpy.typing as npt
import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
from PIL import Image, ImageOps

from vanthu.document.geometry import Box
from vanthu.document.page import Page
from vanthu.errors import InputError, PageError
from vanthu.reading.imaging.modes import dark_on_light, opaque
from vanthu.settings import ImageSettings

Pixels: TypeAlias = npt.NDArray[np.uint8]

POINTS = 72.0  # an inch
A4_LONG = 11.69  # inches
_SANE_DPI = range(70, 1201)
_QUARTERS = {90: cv2.ROTATE_90_CLOCKWISE, 180: cv2.ROTATE_180, 270: cv2.ROTATE_90_COUNTERCLOCKWISE}
_FLAT = {"1", "L"}
_FAX_RATIO = (1.5, 2.6)  # points across to lines down: 204 to 98 in the coarse mode


class Raster(NamedTuple):
    """A page image as it lies in the file; `scale` is pixels a point."""

    pixels: Pixels
    scale: float

    @property
    def dpi(self) -> int:
        """Whole dots an inch."""
        return round(self.scale * POINTS)


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


@contextmanager
def open_picture(path: Path) -> Iterator[Image.Image]:
    """A picture file with only its head read. Raises `InputError` for sizes that Pillow takes for an attack."""
    try:
        with warnings.catch_warnings():
            # our own limit decides
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            picture = Image.open(path)
            with picture:
                yield picture
    except Image.DecompressionBombError as error:
        raise InputError("ảnh quá lớn; hãy quét lại ở 200-300 dpi", where=str(path)) from error


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
    if max(across, down) > _FAX_RATIO[0] * min(across, down):
        return max(across, down)
    return across if size[0] > size[1] else down


def _scale_of(page: pdfium.PdfPage, scan: Scan | None, settings: ImageSettings) -> float:
    if scan is None:
        return settings.render_dpi / POINTS
    if scan.scale * max(page.get_size()) >= A4_LONG * settings.min_dpi:
        return min(scan.scale, settings.max_dpi / POINTS)  # a photograph that calls itself a sheet of a metre
    return _bounded(scan.scale, settings)


def _bounded(scale: float, settings: ImageSettings) -> float:
    if scale * POINTS < settings.min_dpi - 1:
        return 2 * scale
    return min(scale, settings.max_dpi / POINTS)


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


def frame(picture: Image.Image, index: int, settings: ImageSettings) -> Raster:
    """A page of a picture file, the right way up as its tags say. Raises `PageError` where it can't be decoded."""
    try:
        picture.seek(index)
        across, down = _dpi_of(picture)
        flat = opaque(ImageOps.exif_transpose(picture))
        pixels = np.asarray(flat.convert("L" if flat.mode in _FLAT else "RGB"))
    except (OSError, SyntaxError, ValueError, EOFError) as error:
        raise PageError("không giải mã được ảnh của trang này; hãy quét lại") from error
    if across != down:
        pixels = _squared(pixels, across, down)
    scale = max(across, down) / POINTS
    return resized(Raster(dark_on_light(pixels), scale), _bounded(scale, settings))


def _squared(pixels: Pixels, across: float, down: float) -> Pixels:
    """The picture of a fax, whose points are not square, at its finer resolution in both directions."""
    finer = max(across, down)
    how = cv2.INTER_CUBIC
    return np.asarray(
        cv2.resize(pixels, None, fx=finer / across, fy=finer / down, interpolation=how), dtype=np.uint8
    )


def _dpi_of(picture: Image.Image) -> tuple[float, float]:
    """Across and down, as the file says; where it says none, or what no scanner does, as if the paper were A4."""
    said = picture.info.get("dpi", (0, 0))
    across, down = (float(n) for n in said) if isinstance(said, tuple) else (0.0, 0.0)
    guess = max(picture.size) / A4_LONG
    if _FAX_RATIO[0] < across / max(1.0, down) < _FAX_RATIO[1] and round(down) in _SANE_DPI:
        return across, down
    if round(across) in _SANE_DPI and 0.6 < across / guess < 2.2:
        return across, across
    return guess, guess


def resized(raster: Raster, scale: float) -> Raster:
    """The image at another scale."""
    if abs(scale / raster.scale - 1) < 0.01:
        return raster
    ratio = scale / raster.scale
    if ratio < 1:
        return Raster(shrunk(raster.pixels, 1 / ratio), scale)
    larger = cv2.resize(raster.pixels, None, fx=ratio, fy=ratio, interpolation=cv2.INTER_CUBIC)
    return Raster(np.asarray(larger, dtype=np.uint8), scale)


def shrunk(pixels: Pixels, factor: float) -> Pixels:
    """The image made smaller so many times; by a whole factor, or as good as that, far more quickly than by a broken one."""
    whole = max(1, round(factor))
    if max(pixels.shape[:2]) * abs(1 / whole - 1 / factor) >= 1:
        size = round(pixels.shape[1] / factor), round(pixels.shape[0] / factor)
    else:
        size = pixels.shape[1] // whole, pixels.shape[0] // whole
        pixels = pixels[: size[1] * whole, : size[0] * whole]
    return np.asarray(cv2.resize(pixels, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)


def gray_of(pixels: Pixels) -> Pixels:
    """The image without its colours."""
    return (
        pixels if pixels.ndim == 2 else np.asarray(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY), dtype=np.uint8)
    )


def cut(raster: Raster, part: Box | None) -> Raster:
    """A part [points] of the image, or all of it."""
    if part is None:
        return raster
    x0, y0, x1, y1 = (round(n * raster.scale) for n in part)
    return Raster(np.ascontiguousarray(raster.pixels[y0:y1, x0:x1]), raster.scale)


def reduced(pixels: Pixels, long_side: int) -> tuple[Pixels, int]:
    """The image made smaller by a whole factor, to about `long_side`; the factor."""
    factor = max(1, round(max(pixels.shape[:2]) / long_side))
    return (shrunk(pixels, factor) if factor > 1 else pixels), factor


def turned(pixels: Pixels, rotation: int) -> Pixels:
    """The image turned clockwise by 0, 90, 180 or 270 degrees."""
    if rotation == 0:
        return pixels
    return np.asarray(cv2.rotate(pixels, _QUARTERS[rotation]), dtype=np.uint8)


def straightened(pixels: Pixels, skew: float) -> Pixels:
    """The image turned clockwise by a few degrees around its middle; same size, new corners like paper."""
    if skew == 0:
        return pixels
    height, width = pixels.shape[:2]
    matrix = cv2.getRotationMatrix2D(((width - 1) / 2, (height - 1) / 2), -skew, 1.0)
    paper = np.median(pixels[::16, ::16], axis=(0, 1))
    return np.asarray(
        cv2.warpAffine(
            pixels, matrix, (width, height), flags=cv2.INTER_CUBIC, borderValue=np.atleast_1d(paper).tolist()
        ),
        dtype=np.uint8,
    )


def upright(
    path: Path | str, page: Page, *, dpi: int | None = None, settings: ImageSettings | None = None
) -> Image.Image:
    """The image of a page as its words' boxes lie on it: turned and straightened as `page` records.

    `dpi` is that of the picture given; the one that was recognised where it is `None`. Raises `InputError` where the
    file, or the page, can't be drawn, and for transcripts, which have no image.
    """
    if page.width is None:
        raise InputError("văn bản này không có hình trang", where=str(path))
    raster = cut(_as_it_lies(Path(path), page, settings or ImageSettings()), page.part)
    if dpi is not None:
        raster = resized(raster, dpi / POINTS)
    return Image.fromarray(straightened(turned(raster.pixels, page.rotation), page.skew))


def _as_it_lies(path: Path, page: Page, settings: ImageSettings) -> Raster:
    with path.open("rb") as file:
        is_pdf = b"%PDF-" in file.read(1024)
    if is_pdf:
        with open_pdf(path) as pdf:
            return render_page(pdf[(page.sheet or page.number) - 1], settings)
    with open_picture(path) as picture:
        return frame(picture, (page.sheet or page.number) - 1, settings)
