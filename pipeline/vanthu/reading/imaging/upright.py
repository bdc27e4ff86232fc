"""The image of a page that was read, as its words lie on it."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

from vanthu.document.page import Page
from vanthu.errors import InputError
from vanthu.reading.imaging.pdf_page import open_pdf, render_page
from vanthu.reading.imaging.picture_page import frame, open_picture
from vanthu.reading.imaging.raster import POINTS, Raster, cut, resized, straightened, turned
from vanthu.settings import ImageSettings


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
