"""The picture of each sheet for a copy: as it is stored in the file where that can be, else drawn once more."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import NamedTuple, Protocol

import numpy as np
import pikepdf
import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
from pikepdf import Dictionary, Matrix, Name, Object, Pdf, Stream
from PIL import Image

from vanthu.export.copying.placing import turning
from vanthu.reading.imaging.pdf_page import open_pdf, render_page
from vanthu.reading.imaging.picture_page import frame, open_picture
from vanthu.reading.imaging.raster import POINTS, Raster
from vanthu.settings import ImageSettings

_QUALITY = 85
# of packing: PDF/A takes these as they are
_PASSED = {"/ASCII85Decode", "/DCTDecode", "/CCITTFaxDecode", "/JBIG2Decode", "/FlateDecode"}
_COLOURS = ("/DeviceGray", "/DeviceRGB")
_DROPPED = ("/Interpolate", "/Alternates", "/OPI", "/Metadata", "/StructParent", "/Name")
_HIDDEN_TEXT = 3


class Picture(NamedTuple):
    """A sheet: its image, how the unit square lies on it, and its size in points as a viewer shows it."""

    image: Object
    place: Matrix
    size: tuple[float, float]


class Pictures(Protocol):
    """Gives the picture of a sheet, counted from 0, in the file that is being made. Raises `PageError`."""

    def __call__(self, sheet: int) -> Picture:
        """The picture."""
        ...


@contextmanager
def pictures_of(path: Path, copy: Pdf, *, is_pdf: bool) -> Iterator[Pictures]:
    """The pictures of a file, while the block runs. Raises `InputError` where it can't be opened."""
    if is_pdf:
        with open_pdf(path) as drawn, pikepdf.open(path) as stored:
            yield lambda sheet: _of_pdf(stored, drawn, copy, sheet)
    else:
        with open_picture(path) as picture:
            yield lambda sheet: _of_picture(path, picture, copy, sheet)


def _of_pdf(stored: Pdf, drawn: pdfium.PdfDocument, copy: Pdf, sheet: int) -> Picture:
    page = drawn[sheet]
    size = page.get_size()
    placed = _only_image(page)
    images = list(stored.pages[sheet].get_images().values())
    if placed is not None and len(images) == 1 and _may_pass(images[0]):
        image = copy.copy_foreign(images[0])
        for key in _DROPPED:
            if key in image:
                del image[key]
        return Picture(image, placed @ _shown(page), size)
    raster = render_page(page, ImageSettings())
    return Picture(_embedded(copy, raster), Matrix(size[0], 0, 0, size[1], 0, 0), size)


def _only_image(page: pdfium.PdfPage) -> Matrix | None:
    """Where the one image of a page lies, in its own space; `None` where something else is to be seen too."""
    found = None
    for item in islice(page.get_objects(max_depth=1), 10_000):
        if item.type == pdfium_c.FPDF_PAGEOBJ_IMAGE and found is None:
            found = Matrix(*item.get_matrix().get())
        elif not _is_hidden_text(item):
            return None
    return found


def _is_hidden_text(item: pdfium.PdfObject) -> bool:
    if item.type != pdfium_c.FPDF_PAGEOBJ_TEXT:
        return False
    return bool(pdfium_c.FPDFTextObj_GetTextRenderMode(item.raw) == _HIDDEN_TEXT)


def _shown(page: pdfium.PdfPage) -> Matrix:
    """From a page's own space to what a viewer shows: cropped and turned."""
    left, bottom, right, top = page.get_cropbox()
    return Matrix(1, 0, 0, 1, -left, -bottom) @ turning(page.get_rotation(), right - left, top - bottom)


def _may_pass(image: Object) -> bool:
    """Whether PDF/A takes an image as it is stored."""
    filters = image.get("/Filter")
    names = {str(name) for name in (filters if isinstance(filters, pikepdf.Array) else [filters])}
    plain = not any(key in image for key in ("/SMask", "/Mask", "/ImageMask"))
    return plain and filters is not None and names <= _PASSED and _is_plain_colour(image.get("/ColorSpace"))


def _is_plain_colour(space: Object | None) -> bool:
    if isinstance(space, pikepdf.Array):
        return str(space[0]) == "/Indexed" and str(space[1]) in _COLOURS
    return str(space) in _COLOURS


def _of_picture(path: Path, picture: Image.Image, copy: Pdf, sheet: int) -> Picture:
    raster = frame(picture, sheet, ImageSettings())
    height, width = (n / raster.scale for n in raster.pixels.shape[:2])
    whole = Matrix(width, 0, 0, height, 0, 0)
    picture.seek(sheet)
    upright = picture.getexif().get(0x0112, 1) == 1
    if picture.format == "JPEG" and picture.mode in {"L", "RGB"} and upright:
        return Picture(_jpeg(copy, path.read_bytes(), picture), whole, (width, height))
    if upright and picture.mode in {"1", "L", "RGB"} and picture.info.get("compression") != "jpeg":
        return Picture(_lossless(copy, picture), whole, (width, height))
    return Picture(_embedded(copy, raster), whole, (width, height))


def _embedded(copy: Pdf, raster: Raster) -> Object:
    """An image as JPEG."""
    image = Image.fromarray(np.asarray(raster.pixels))
    file = BytesIO()
    dpi = round(raster.scale * POINTS)
    image.save(file, "JPEG", quality=_QUALITY, dpi=(dpi, dpi))
    return _jpeg(copy, file.getvalue(), image)


def _jpeg(copy: Pdf, data: bytes, image: Image.Image) -> Object:
    facts = _facts(image)
    facts.Filter = Name.DCTDecode
    return copy.make_indirect(Stream(copy, data, facts))


def _lossless(copy: Pdf, image: Image.Image) -> Object:
    """Pixels as they are: black and white as fax machines pack it, the rest as qpdf does when the file is written."""
    if image.mode != "1":
        return copy.make_indirect(Stream(copy, image.tobytes(), _facts(image)))
    file = BytesIO()
    image.copy().save(file, "PDF")
    with Pdf.open(file) as packed:
        (stored,) = packed.pages[0].get_images().values()
        return copy.copy_foreign(stored)


def _facts(image: Image.Image) -> Dictionary:
    return Dictionary(
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=image.width,
        Height=image.height,
        ColorSpace=Name.DeviceRGB if image.mode == "RGB" else Name.DeviceGray,
        BitsPerComponent=8,
    )
