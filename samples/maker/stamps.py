"""What is put on paper by hand: the round red seal, a signature, the blue box of incoming mail.

Every function draws on a PIL image in RGB; positions are pixels of the upright page.
"""

from __future__ import annotations

import math
import random

import cv2
import numpy as np
from PIL import Image, ImageChops, ImageDraw, ImageFont

from maker.style import FOLDERS

RED, BLUE, PEN = (205, 38, 48), (38, 62, 165), (24, 44, 128)


def font(size: int, face: str = "Bold") -> ImageFont.FreeTypeFont:
    """Liberation Serif at a size in pixels."""
    folder = next(f for f in FOLDERS if (f / "LiberationSerif-Regular.ttf").exists())
    return ImageFont.truetype(str(folder / f"LiberationSerif-{face}.ttf"), size)


def seal(
    page: Image.Image, centre: tuple[float, float], around: str, middle: str, dpi: int, rng: random.Random
) -> None:
    """A round seal of 36 mm: name around the ring, a star, the place below it; unevenly inked, a little turned."""
    radius = int(18 / 25.4 * dpi)
    side = 2 * radius + 8
    layer = Image.new("RGB", (side, side), "white")
    draw = ImageDraw.Draw(layer)
    c = side / 2
    for r, width in ((radius, 4), (radius - 7, 2), (radius * 0.56, 2)):
        draw.ellipse((c - r, c - r, c + r, c + r), outline=RED, width=width)
    _ring(layer, around, c, radius * 0.77, (-118, 118))
    _ring(layer, middle, c, radius * 0.77, (215, 145))
    _star(draw, c, radius * 0.3)
    layer = layer.rotate(rng.uniform(-14, 14), resample=Image.Resampling.BICUBIC, fillcolor="white")
    _press(page, _worn(layer, rng, 0.72), (int(centre[0] - c), int(centre[1] - c)))


def signature(page: Image.Image, centre: tuple[float, float], dpi: int, rng: random.Random) -> None:
    """A scribble of a few loops in blue ink."""
    layer = Image.new("RGB", page.size, "white")
    draw = ImageDraw.Draw(layer)
    x, y = centre[0] - 0.55 * dpi, centre[1] + rng.uniform(-0.05, 0.05) * dpi
    points, phase = [], rng.uniform(0, 6)
    for step in range(240):
        t = step / 240
        x += dpi * 0.0052
        sway = math.sin(t * 21 + phase) * 0.26 * (1 - t) + math.sin(t * 47 + phase) * 0.07
        points.append((x + math.cos(t * 21 + phase) * dpi * 0.13, y - sway * dpi - t * 0.12 * dpi))
    draw.line(points, fill=PEN, width=max(2, dpi // 70), joint="curve")
    _press(page, layer, (0, 0))


def arrival(
    page: Image.Image, corner: tuple[float, float], fields: dict[str, str], dpi: int, rng: random.Random
) -> None:
    """The ĐẾN box [35 x 50 mm]: agency, number and day by hand, to whom it goes."""
    width, height = int(50 / 25.4 * dpi), int(27 / 25.4 * dpi)
    layer = Image.new("RGB", (width + 6, height + 6), "white")
    draw = ImageDraw.Draw(layer)
    draw.rectangle((2, 2, width, height), outline=BLUE, width=3)
    rows = height / 5
    draw.text((width / 2, rows * 0.55), fields["office"], fill=BLUE, font=font(dpi // 9), anchor="mm")
    draw.text((width * 0.16, rows * 2.05), "ĐẾN", fill=BLUE, font=font(dpi // 6), anchor="mm")
    small = font(dpi // 10, "Regular")
    for n, label in enumerate(("Số: ...............", "Ngày: ..................")):
        draw.text((width * 0.34, rows * (1.6 + n)), label, fill=BLUE, font=small, anchor="lm")
    draw.text((8, rows * 3.55), "Chuyển: ............................", fill=BLUE, font=small, anchor="lm")
    draw.text((8, rows * 4.45), "Số và ký hiệu HS: ............", fill=BLUE, font=small, anchor="lm")
    layer = _handwrite(layer, fields["number"], (width * 0.52, rows * 1.7), dpi)
    layer = _handwrite(layer, fields["day"], (width * 0.5, rows * 2.7), dpi)
    layer = layer.rotate(rng.uniform(-2.5, 2.5), resample=Image.Resampling.BICUBIC, fillcolor="white")
    _press(page, _worn(layer, rng, 0.85), (int(corner[0]), int(corner[1])))


def framed(  # noqa: PLR0913 - a stamp has many sides
    page: Image.Image,
    corner: tuple[float, float],
    lines: tuple[str, ...],
    dpi: int,
    rng: random.Random,
    *,
    colour: tuple[int, int, int] = RED,
    angle: float = 0.0,
    height: float = 5.0,
    frame: bool = True,
) -> None:
    """Words in capitals, in a frame or bare, turned by an angle: KHẨN, SAO Y, MẬT. `height` of a line in millimetres."""
    size = int(height / 25.4 * dpi)
    face = font(size)
    width = max(int(face.getlength(line)) for line in lines) + size
    tall = int(1.25 * size * len(lines) + 0.5 * size)
    layer = Image.new("RGB", (width + 8, tall + 8), "white")
    draw = ImageDraw.Draw(layer)
    if frame:
        draw.rectangle((3, 3, width + 4, tall + 4), outline=colour, width=max(2, dpi // 70))
    for n, line in enumerate(lines):
        draw.text(((width + 8) / 2, 0.9 * size + 1.25 * size * n), line, fill=colour, font=face, anchor="mm")
    layer = layer.rotate(-angle, resample=Image.Resampling.BICUBIC, expand=True, fillcolor="white")
    _press(page, _worn(layer, rng, 0.85), (int(corner[0]), int(corner[1])))


def digital(
    page: Image.Image,
    corner: tuple[float, float],
    lines: tuple[str, ...],
    dpi: int,
    *,
    colour: tuple[int, int, int] = RED,
) -> None:
    """The picture of a digital signature: small lines in a thin frame."""
    size = int(2.8 / 25.4 * dpi)
    face = font(size, "Regular")
    width = max(int(face.getlength(line)) for line in lines) + size
    layer = Image.new("RGB", (width + 4, int(1.3 * size * len(lines)) + size), "white")
    draw = ImageDraw.Draw(layer)
    draw.rectangle((1, 1, layer.width - 2, layer.height - 2), outline=colour, width=2)
    for n, line in enumerate(lines):
        draw.text((size / 2, size / 2 + 1.3 * size * n), line, fill=colour, font=face)
    _press(page, layer, (int(corner[0]), int(corner[1])))


def remark(page: Image.Image, corner: tuple[float, float], lines: int, dpi: int, rng: random.Random) -> None:
    """A leader's instruction in the margin, in a hand that nobody reads, with a stroke under it."""
    layer = Image.new("RGB", page.size, "white")
    draw = ImageDraw.Draw(layer)
    for n in range(lines):
        x, y, points = corner[0], corner[1] + n * dpi * 0.32, []
        for step in range(160):
            x += dpi * 0.009
            loop = step * rng.uniform(0.42, 0.48)
            points.append((x + math.cos(loop) * dpi * 0.03, y + math.sin(loop * 1.3) * dpi * 0.07))
        draw.line(points, fill=PEN, width=max(2, dpi // 90), joint="curve")
    below = corner[1] + lines * dpi * 0.32
    draw.line(
        (corner[0], below, corner[0] + 1.2 * dpi, below - 0.06 * dpi), fill=PEN, width=max(2, dpi // 90)
    )
    _press(page, layer, (0, 0))


def written(
    page: Image.Image, at: tuple[float, float], text: str, dpi: int, colour: tuple[int, int, int] = PEN
) -> None:
    """Digits by hand, larger than print and leaning; `at` is the foot of the first one."""
    pixels = np.asarray(page).copy()
    place = (int(at[0]), int(at[1]))
    scale = dpi / 200 * 0.85
    cv2.putText(
        pixels, text, place, cv2.FONT_HERSHEY_SCRIPT_SIMPLEX, scale, colour, max(2, dpi // 90), cv2.LINE_AA
    )
    page.paste(Image.fromarray(pixels))


def _handwrite(layer: Image.Image, text: str, at: tuple[float, float], dpi: int) -> Image.Image:
    pixels = np.asarray(layer).copy()
    place = (int(at[0]), int(at[1]))
    cv2.putText(
        pixels, text, place, cv2.FONT_HERSHEY_SCRIPT_SIMPLEX, dpi / 270, PEN, max(1, dpi // 100), cv2.LINE_AA
    )
    return Image.fromarray(pixels)


def _ring(layer: Image.Image, text: str, c: float, radius: float, arc: tuple[float, float]) -> None:
    """Letters along an arc; degrees clockwise from the top. An arc that runs backwards is read from outside below."""
    below = arc[0] > arc[1]
    size = int(radius * 0.22)
    for n, letter in enumerate(text):
        share = (n + 0.5) / len(text)
        angle = arc[0] + (arc[1] - arc[0]) * share
        tile = Image.new("RGB", (size * 2, size * 2), "white")
        ImageDraw.Draw(tile).text((size, size), letter, fill=RED, font=font(size), anchor="mm")
        tile = tile.rotate(
            -angle + (180 if below else 0), resample=Image.Resampling.BICUBIC, fillcolor="white"
        )
        x, y = c + radius * math.sin(math.radians(angle)), c - radius * math.cos(math.radians(angle))
        _press(layer, tile, (int(x - size), int(y - size)))


def _star(draw: ImageDraw.ImageDraw, c: float, radius: float) -> None:
    points = []
    for n in range(10):
        r, a = (radius if n % 2 == 0 else radius * 0.4), math.radians(36 * n)
        points.append((c + r * math.sin(a), c - r * math.cos(a)))
    draw.polygon(points, outline=RED, width=3)


def _worn(layer: Image.Image, rng: random.Random, strength: float) -> Image.Image:
    """Ink that took unevenly."""
    noise = np.random.default_rng(rng.randrange(1 << 30)).normal(
        0, 1, (layer.height // 4 + 1, layer.width // 4 + 1)
    )
    patch = cv2.resize(cv2.GaussianBlur(noise, (0, 0), 2), layer.size, interpolation=cv2.INTER_CUBIC)
    cover = np.clip(strength + patch * 0.9, 0.25, 1)[:, :, None]
    pixels = np.asarray(layer, dtype=np.float64)
    return Image.fromarray((255 - (255 - pixels) * cover).astype(np.uint8))


def _press(page: Image.Image, layer: Image.Image, at: tuple[int, int]) -> None:
    """Ink darkens what is there; it never covers it."""
    box = (at[0], at[1], at[0] + layer.width, at[1] + layer.height)
    page.paste(ImageChops.multiply(page.crop(box), layer), at)
