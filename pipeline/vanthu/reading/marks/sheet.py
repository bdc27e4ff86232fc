"""A recognised page image, and the masks of ink that marks are looked for on."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

import cv2
import numpy as np

from vanthu.document.geometry import Box
from vanthu.document.page import Page
from vanthu.reading.imaging import ink
from vanthu.reading.imaging.raster import POINTS, Pixels, shrunk, straightened, turned
from vanthu.reading.marks.covered import has_halftones
from vanthu.reading.marks.shapes import DPI
from vanthu.settings import InkSettings

_BLACK, _FILLED = 110, 0.6  # of a hole; and share of its box: a circle takes three quarters
_INKED = 60  # of 255: share of a mask's pixel that was ink
_FRINGE = 5  # pixels of the mask: so wide is a stroke in colour with what is left of it on the print
_RIM = 1  # pixels of the mask around a word that are its own


class Sheet:
    """A page image as it lies in the file, and how it was made upright. `scale` is pixels a point."""

    def __init__(
        self,
        pixels: Pixels,
        inks: ink.Inks,
        page: Page,
        scale: float,
        settings: InkSettings,
        *,
        upright: Pixels | None = None,
    ) -> None:
        self.pixels, self.inks, self.page, self.scale, self._settings = pixels, inks, page, scale, settings
        self._upright = upright  # the page without coloured ink, where that was made already

    @property
    def dots(self) -> float:
        """Pixels of the page image a pixel of the masks."""
        return self.scale * POINTS / DPI

    @cached_property
    def is_bilevel(self) -> bool:
        """Whether it was scanned in black and white: of worn ink nothing is left but specks, and all ink is the same."""
        return self.inks.colour is None and not has_halftones(self.pixels)

    def upright(self, pixels: Pixels) -> Pixels:
        """An image of the sheet turned and straightened."""
        return straightened(turned(pixels, self.page.rotation), self.page.skew)

    @cached_property
    def print(self) -> Pixels:
        """The upright page without coloured ink."""
        return self.upright(self.inks.gray) if self._upright is None else self._upright

    @cached_property
    def small_print(self) -> Pixels:
        """The same at the resolution of the masks."""
        return self.small(self.print)

    @cached_property
    def depth(self) -> Pixels:
        """How much darker than the paper around it the page without coloured ink is, at the resolution of the masks."""
        small = self.small_print
        paper = cv2.blur(cv2.dilate(small, np.ones((9, 9), np.uint8)), (21, 21))
        return np.asarray(cv2.subtract(paper, small), np.uint8)

    @cached_property
    def coloured(self) -> Pixels:
        """The upright page's coloured ink alone, faint letters too, dark on white."""
        return self.upright(ink.tinted(self.pixels, self._settings))

    @cached_property
    def colours(self) -> dict[str, Pixels]:
        """Masks (1: ink) of each colour of ink on the upright page; empty for pages without any."""
        if self.inks.colour is None:
            return {}
        masks = ink.by_colour(self.pixels, self._settings)
        return {
            # made small first: straightening costs by the pixel
            name: (self.upright(self.small(mask * np.uint8(255))) > _INKED).astype(np.uint8)
            for name, mask in masks.items()
            if mask.any()
        }

    @cached_property
    def _any_colour(self) -> Pixels:
        """All masks of colours in one; only for pages with colour."""
        return np.asarray(np.bitwise_or.reduce([*self.colours.values()]), np.uint8)

    @cached_property
    def strength(self) -> Pixels:
        """How much darker than paper the coloured ink is, at the resolution of the masks."""
        every = cv2.dilate(self._any_colour, np.ones((3, 3), np.uint8))
        red, green, blue = cv2.split(self.pixels)
        darkest = self.upright(self.small(np.asarray(cv2.min(red, cv2.min(green, blue)), np.uint8)))
        paper = np.full_like(darkest, np.median(darkest[::4, ::4]))
        return np.asarray(cv2.subtract(paper, darkest) * every, np.uint8)

    def uncoloured(self, depth: Pixels) -> Pixels:
        """How dark ink is, at the resolution of the masks, without what is left of ink in colour, which is looked at by itself."""
        if not self.colours:
            return depth
        fringe = np.ones((_FRINGE, _FRINGE), np.uint8)
        return depth * (1 - np.asarray(cv2.dilate(self._any_colour, fringe), np.uint8))

    def small(self, image: Pixels) -> Pixels:
        """An image of the sheet at the resolution of the masks."""
        return shrunk(image, self.dots)

    def is_solid(self, box: Box) -> bool:
        """Whether a place on the page is filled with ink, as the hole of a punch is and no letter."""
        x0, y0, x1, y1 = (round(v * DPI / POINTS) for v in box)
        part = self.small_print[max(0, y0) : y1, max(0, x0) : x1]
        return bool(part.size) and float((part < _BLACK).mean()) > _FILLED

    def over(self, boxes: Iterable[Box | None]) -> Pixels:
        """A mask (1) of boxes on the page and of the rims around them."""
        mask = np.zeros(self.small_print.shape, np.uint8)
        for box in filter(None, boxes):
            x0, y0, x1, y1 = (round(v * DPI / POINTS) for v in box)
            mask[max(0, y0 - _RIM) : max(0, y1 + _RIM), max(0, x0 - _RIM) : max(0, x1 + _RIM)] = 1
        return mask

    def points(self, box: Iterable[float]) -> Box:
        """A box of a mask, on the page."""
        return Box(*(round(v * POINTS / DPI, 1) for v in box))
