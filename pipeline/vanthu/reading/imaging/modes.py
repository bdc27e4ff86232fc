"""What files make of a page's gray: 16 bits, transparent paper, black and white exchanged; made dark on light, 8 bits."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt
from PIL import Image

from vanthu.reading.imaging.pieces import Pieces
from vanthu.reading.imaging.raster import Pixels, gray_of, reduced

_DEEP = {"I", "I;16", "I;16B", "I;16L", "F"}
_SEE_THROUGH = {"RGBA", "LA", "PA", "La", "RGBa"}
_BLACK = 100  # a page whose usual gray is darker may be white on black
_GLANCE = 800  # pixels of the long side
_MARK = range(3, 40)  # pixels: letters
_DIFFERENT = 60  # gray levels between a letter and what is around it
_MORE = 4  # times as many light letters as dark ones


def opaque(picture: Image.Image) -> Image.Image:
    """The picture in 8 bits a channel, what is transparent as white paper."""
    if picture.mode in _DEEP:
        return Image.fromarray(_eight_bits(np.asarray(picture)))
    if picture.mode not in _SEE_THROUGH and "transparency" not in picture.info:
        return picture
    colours = picture.convert("RGBA")
    paper = Image.new("RGBA", picture.size, "white")
    made = Image.alpha_composite(paper, colours).convert("RGB")
    return made.convert("L") if picture.mode in {"LA", "La", "L", "1"} else made


def _eight_bits(deep: npt.NDArray[np.generic]) -> Pixels:
    """Gray of 16 bits or more; some scanners use 10 or 12 of them."""
    levels = deep.astype(np.float64)
    most = float(levels.max(initial=0))
    full = next((top for top in (1.0, 255.0, 1023.0, 4095.0) if most <= top), 65535.0)
    return np.clip(levels * (255 / full), 0, 255).astype(np.uint8)


def dark_on_light(pixels: Pixels) -> Pixels:
    """The image, its levels exchanged where its letters are light on a dark ground."""
    if np.median(pixels[::16, ::16]) >= _BLACK:
        return pixels
    gray = gray_of(reduced(pixels, _GLANCE)[0])
    dark, light = (_letters(np.asarray(g, dtype=np.uint8)) for g in (gray, cv2.bitwise_not(gray)))
    return np.asarray(cv2.bitwise_not(pixels), dtype=np.uint8) if light > _MORE * dark else pixels


def _letters(gray: Pixels) -> int:
    """How many dark spots as large as letters stand on a lighter ground."""
    ground = cv2.blur(cv2.dilate(gray, np.ones((7, 7), np.uint8)), (15, 15))
    ink = (cv2.subtract(ground, gray) > _DIFFERENT).astype(np.uint8)
    return sum(max(width, height) in _MARK for _, _, width, height, _ in Pieces.of(ink).boxes[1:].tolist())
