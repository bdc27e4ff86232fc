"""Cuttings from the pages of a scan, small enough to be carried inside a page of HTML."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Sequence
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Protocol

from PIL import Image, ImageChops

from vanthu.contract.base import Proof
from vanthu.document.geometry import Box, union
from vanthu.document.page import Page
from vanthu.document.plan import Plan
from vanthu.errors import InputError
from vanthu.reading.imaging.upright import upright

DPI = 110
_QUALITY = 40
_MARKER = (255, 233, 128)
_POINTS = 72.0
_MARGIN = 5.0  # points above and below the words
_SIDE = 24.0  # points to the left and right
_LEAST_WIDTH = 340.0  # points: a few words are shown with the line around them
_KEPT_PAGES = 12  # of 1.2 MB each; findings and tasks ask for the same pages again

PageImages = Callable[[int], Image.Image | None]
"""The upright image of a page by its number, at `DPI`; `None` where it has none."""


class Clip(Protocol):
    """Gives the cutting that shows a proof, as a data URI; `None` where there is none. `marks` are coloured on it."""

    def __call__(self, proof: Proof, marks: Sequence[Proof] = ()) -> str | None:
        """The cutting for one proof."""
        ...


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

    def clip(proof: Proof, marks: Sequence[Proof] = ()) -> str | None:
        first = next((p.page for p in proof.places), None)
        box = union(_boxes(proof, first))
        image = images(first) if first and box else None
        return _cut(image, box, [b for m in marks for b in _boxes(m, first)]) if image and box else None

    return clip


def no_clip(proof: Proof, marks: Sequence[Proof] = ()) -> str | None:  # noqa: ARG001 - the form of all clips
    """For documents without images."""
    return None


def _boxes(proof: Proof, page: int | None) -> list[Box]:
    return [Box(*p.box) for p in proof.places if p.page == page and p.box]


def _cut(image: Image.Image, box: Box, marks: Sequence[Box]) -> str | None:
    """The words with a margin, for a reader looks for the line, not for the letters."""
    side = max(_SIDE, (_LEAST_WIDTH - box.width) / 2)
    area = _pixels(Box(box.x0 - side, box.y0 - _MARGIN, box.x1 + side, box.y1 + _MARGIN), image)
    if area is None:
        return None
    cutting = image.crop(area)
    if marks:
        cutting = cutting.convert("RGB")
        for mark in marks:
            _colour(cutting, mark, area)
    return data_uri(cutting)


def _pixels(box: Box, image: Image.Image) -> tuple[int, int, int, int] | None:
    """The part of the image that a box covers; `None` where it lies outside."""
    left, top, right, bottom = (round(v * DPI / _POINTS) for v in box)
    area = max(left, 0), max(top, 0), min(right, image.width), min(bottom, image.height)
    return area if area[0] < area[2] and area[1] < area[3] else None


def _colour(cutting: Image.Image, mark: Box, area: tuple[int, int, int, int]) -> None:
    """Paper under the words turns yellow, ink stays ink."""
    shifted = mark.x0 - area[0] * _POINTS / DPI, mark.y0 - area[1] * _POINTS / DPI
    place = _pixels(Box(*shifted, shifted[0] + mark.width, shifted[1] + mark.height), cutting)
    if place:
        part = cutting.crop(place)
        cutting.paste(ImageChops.multiply(part, Image.new("RGB", part.size, _MARKER)), place)


def data_uri(image: Image.Image) -> str:
    """The image inside a URI, as WebP."""
    out = BytesIO()
    image.save(out, "WEBP", quality=_QUALITY, method=4)
    return f"data:image/webp;base64,{b64encode(out.getvalue()).decode('ascii')}"
