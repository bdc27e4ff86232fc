"""Capitals as a stamp presses them: on masks as shapes are looked for on, and on pages."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from sheets import font_path
from vanthu.reading.imaging.raster import Pixels
from vanthu.reading.marks.lettering import Piece, secrecy
from vanthu.reading.marks.shapes import MM


def pressed(text: str, *, turn: float = 0.0, worn: float = 0.0, cap: float = 3.6) -> Pixels:
    """Capitals of a height [mm] on a mask's paper, dark on white, some of their ink lost."""
    layer = Image.new("L", (900, 420), 255)
    face = ImageFont.truetype(font_path(), round(cap * MM * 2 / 0.72))
    ImageDraw.Draw(layer).text((450, 210), text, font=face, fill=0, anchor="mm", stroke_width=1)
    layer = layer.rotate(-turn, fillcolor=255, resample=Image.Resampling.BICUBIC)
    dark = 255 - np.asarray(layer.resize((450, 210), Image.Resampling.BOX))
    lost = np.random.default_rng(7).random(dark.shape) < worn
    return np.asarray(np.where(lost, 0, dark), np.uint8)


def stamped(
    page: Image.Image, text: str, at: tuple[int, int], angle: float, colour: tuple[int, int, int]
) -> Image.Image:
    """Capitals in a frame, turned, pressed on a copy of the page."""
    face = ImageFont.truetype(font_path(), 34)
    layer = Image.new("RGB", (int(face.getlength(text)) + 40, 70), "white")
    pen = ImageDraw.Draw(layer)
    pen.rectangle((2, 2, layer.width - 3, layer.height - 3), outline=colour, width=3)
    pen.text((20, 12), text, font=face, fill=colour, stroke_width=1)
    layer = layer.rotate(-angle, expand=True, fillcolor="white", resample=Image.Resampling.BICUBIC)
    out = page.convert("RGB")
    dark = np.minimum(
        np.asarray(out.crop((*at, at[0] + layer.width, at[1] + layer.height))), np.asarray(layer)
    )
    out.paste(Image.fromarray(dark), at)
    return out


def told(pieces: Iterable[Piece]) -> bool:
    """Whether the work would be stopped for a piece of ink."""
    return any(sight.likely >= sight.piece.sure for sight in secrecy(pieces))
