"""Cuttings from the pages of a scan, small enough to be carried inside a page of HTML."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable
from functools import lru_cache
from io import BytesIO
from pathlib import Path

from PIL import Image

from vanthu.document.geometry import Box, union
from vanthu.document.page import Page
from vanthu.document.plan import Plan
from vanthu.errors import InputError
from vanthu.export.base import Proof
from vanthu.reading.raster import upright

DPI = 110
_QUALITY = 55
_POINTS = 72.0
_MARGIN = 8.0  # points around the words
_SIDE = 24.0  # points to the left and right
_KEPT_PAGES = 2  # proofs follow the order of the document, so that few pages are in use at once

PageImages = Callable[[int], Image.Image | None]
"""The upright image of a page by its number, at `DPI`; `None` where it has none."""

Clip = Callable[[Proof], str | None]
"""The cutting that shows a proof, as a data URI; `None` where there is none."""


def page_images(plan: Plan) -> PageImages:
    """Page images from the plan's own file, drawn when they are asked for. A page that can't be drawn has none."""
    pages = {page.number: page for page in plan.pages or () if page.width is not None}
    path = Path(plan.source.path) if plan.source else None

    @lru_cache(maxsize=_KEPT_PAGES)
    def image(number: int) -> Image.Image | None:
        page = pages.get(number)
        return _drawn(path, page) if path and page else None

    return image


def _drawn(path: Path, page: Page) -> Image.Image | None:
    try:
        return upright(path, page, dpi=DPI).convert("L")
    except (
        InputError,
        OSError,
    ):  # the words were read; a cutting that can't be made is no reason to lose them
        return None


def clipper(images: PageImages) -> Clip:
    """Cuttings from page images. A quote over two pages is cut from the first."""

    def clip(proof: Proof) -> str | None:
        first = next((p.page for p in proof.places), None)
        box = union(Box(*p.box) for p in proof.places if p.page == first and p.box)
        image = images(first) if first and box else None
        return _cut(image, box) if image and box else None

    return clip


def no_clip(_: Proof) -> str | None:
    """For documents without images."""
    return None


def _cut(image: Image.Image, box: Box) -> str | None:
    """The whole width of the text around the words, for a reader looks for the line, not for the letters."""
    scale = DPI / _POINTS
    left, right = max(box.x0 - _SIDE, 0), box.x1 + _SIDE
    top, bottom = max(box.y0 - _MARGIN, 0), box.y1 + _MARGIN
    area = (
        round(left * scale),
        round(top * scale),
        min(round(right * scale), image.width),
        min(round(bottom * scale), image.height),
    )
    if area[0] >= area[2] or area[1] >= area[3]:
        return None
    return data_uri(image.crop(area))


def data_uri(image: Image.Image) -> str:
    """The image inside a URI, as a gray JPEG."""
    out = BytesIO()
    image.convert("L").save(out, "JPEG", quality=_QUALITY, optimize=True)
    return f"data:image/jpeg;base64,{b64encode(out.getvalue()).decode('ascii')}"
