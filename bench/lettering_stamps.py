"""Stamps for `lettering_pages.py`: pressed on a page, worn and turned, with what is known of where their letters lie."""

from __future__ import annotations

import random
from functools import cache
from typing import NamedTuple

import cv2
import numpy as np
import numpy.typing as npt
from PIL import Image, ImageDraw, ImageFont

from secrecy_pages import DPI, MM, stamps
from secrecy_varied import FOLDER

FACES = (
    "liberation2/LiberationSerif-Bold.ttf", "liberation2/LiberationSans-Bold.ttf", "dejavu/DejaVuSans-Bold.ttf",
    "dejavu/DejaVuSansCondensed-Bold.ttf", "liberation2/LiberationSerif-Regular.ttf", "liberation2/LiberationSans-Regular.ttf",
    "dejavu/DejaVuSans.ttf", "liberation2/LiberationMono-Bold.ttf", "dejavu/DejaVuSansMono-Bold.ttf", "dejavu/DejaVuSansCondensed.ttf",
)  # fmt: skip
WIDE, HIGH = 760, 420  # pixels of a piece of a page

Floats = npt.NDArray[np.floating]
Area = tuple[float, float, float, float]


class Letter(NamedTuple):
    """A letter of a stamp: its left and right side and the middle of its height, in pixels of the layer that it is drawn on."""

    sign: str
    left: float
    right: float
    middle: float


class Stamp(NamedTuple):
    """A drawn stamp: how strong its ink is, its letters, the height of its capitals; `lying` leads from it to the scan."""

    ink: Floats
    letters: tuple[Letter, ...]
    capital: float
    lying: Floats
    turn: float

    def at(self, word: str) -> Floats | None:
        """The middle of a word on the mask; `None` where the stamp has no such word."""
        start = "".join(letter.sign for letter in self.letters).find(word)
        if start < 0:
            return None
        own = self.letters[start : start + len(word)]
        return self.place((own[0].left + own[-1].right) / 2, own[0].middle)

    def place(self, x: float, y: float) -> Floats:
        """A place of the layer, on the mask."""
        return np.asarray(self.lying @ np.array([x, y, 1.0]) / 2)


def pressed(page: Image.Image, text: str, printed: list[Area], rng: random.Random) -> Stamp | None:
    """Press a stamp on a page, now and then off its print; `None` where it is too wide."""
    layer, letters, capital = _drawn(text, rng)
    if layer.width > WIDE - 60:
        return None
    ink = _worn(layer, rng)
    high, wide = ink.shape
    turn = rng.choice((0.0, rng.uniform(-4, 4), rng.uniform(-20, 20)))
    x, y = _free_place(wide, high, printed if rng.random() < 0.45 else [], rng)
    lying = cv2.getRotationMatrix2D((wide / 2, high / 2), -turn, 1.0)
    lying[:, 2] += (x - wide / 2, y - high / 2)
    cover = cv2.warpAffine(ink, lying, (WIDE, HIGH), flags=cv2.INTER_CUBIC).clip(0, 1)[:, :, None]
    gray = (rng.randrange(10, 90),) * 3
    colour = np.array(
        rng.choice((stamps.RED, stamps.RED, stamps.RED, stamps.BLUE, (25, 25, 28), gray)), np.float32
    )
    if rng.random() < 0.1:
        stamps.seal(
            page,
            (x + rng.randrange(-200, 200), y + rng.randrange(-100, 100)),
            "ỦY BAN NHÂN DÂN",
            "HUYỆN",
            DPI,
            rng,
        )
    pixels = np.asarray(page, np.float32) * (1 - cover * (1 - colour / 255))
    page.paste(Image.fromarray(pixels.astype(np.uint8)))
    return Stamp(ink, letters, capital, np.asarray(lying), turn)


def _free_place(wide: int, high: int, printed: list[Area], rng: random.Random) -> tuple[float, float]:
    """A place for a stamp, off the print given if there is one."""
    for _ in range(12):
        x, y = rng.uniform(wide / 2, WIDE - wide / 2), rng.uniform(80, HIGH - 80)
        around = (x - wide / 2, y - high / 2, x + wide / 2, y + high / 2)
        if not any(meet(around, area) for area in printed):
            break
    return x, y


def meet(a: Area, b: Area) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _drawn(text: str, rng: random.Random) -> tuple[Image.Image, tuple[Letter, ...], float]:
    """A stamp's layer, dark on white, its letters, and the height of its capitals."""
    line = rng.choice((4.4, 4.6, 4.9, 5.3, 6, 7, 8.5, 10, 11.5)) * MM
    face = face_of(rng.choice(FACES[:4] if rng.random() < 0.75 else FACES), round(line * 2))
    spaced = rng.choice((0, 0, 0, 0.08, 0.2, rng.uniform(0, 0.25))) * line * 2
    narrow = rng.choice((1, 1, 1, 0.8, rng.uniform(0.78, 1.1)))
    top, bottom = face.getbbox("M", anchor="ls")[1::2]
    wide, around = sum(face.getlength(c) + spaced for c in text), line * 0.9 * rng.uniform(0.7, 1.6)
    layer = Image.new("L", (round(wide + 2 * around), round(2.4 * line + around)), 255)
    pen, x, foot = ImageDraw.Draw(layer), (round(wide + 2 * around) - wide) / 2, around / 2 + face.size * 1.12
    letters = []
    for sign in text:
        pen.text((x, foot), sign, font=face, fill=0, anchor="ls")
        right = x + face.getlength(sign)
        letters.append(Letter(sign, x * narrow / 2, right * narrow / 2, (foot - (bottom - top) / 2) / 2))
        x = right + spaced
    _framed(layer, rng)
    small = layer.resize((max(8, round(layer.width * narrow / 2)), layer.height // 2), Image.Resampling.BOX)
    return small, tuple(letters), (bottom - top) / 2


def _framed(layer: Image.Image, rng: random.Random) -> None:
    width = max(2, round(rng.uniform(0.4, 1.0) * MM))
    for n in range(rng.choice((0, 0, 1, 1, 1, 2))):
        inset = 3 + n * round(rng.uniform(1.2, 1.8) * MM)
        ImageDraw.Draw(layer).rectangle(
            (inset, inset, layer.width - 1 - inset, layer.height - 1 - inset), outline=0, width=width
        )


def _worn(layer: Image.Image, rng: random.Random) -> Floats:
    """How strong the ink is, 0 to 1: uneven, weaker to one side, in places lost."""
    noise = np.random.default_rng(rng.randrange(1 << 30))
    width, height = layer.size
    cell = rng.choice((2, 4, 4, 7))
    rough = cv2.GaussianBlur(noise.normal(0, 1, (height // cell + 2, width // cell + 2)), (0, 0), 2)
    patch = cv2.resize(rough, (width, height), interpolation=cv2.INTER_CUBIC)
    side = np.linspace(0, rng.uniform(0, 0.35), width)[:: rng.choice((1, -1))]
    cover = np.clip(rng.uniform(0.5, 1.05) + patch * rng.uniform(0.3, 1) - side, 0.15, 1)
    for _ in range(rng.choice((0, 0, 1, 2))):
        middle = (int(noise.integers(0, width)), int(noise.integers(0, height)))
        axes = (round(rng.uniform(0.5, 1.5) * MM), round(rng.uniform(0.3, 0.9) * MM))
        cv2.ellipse(cover, middle, axes, rng.uniform(0, 180), 0, 360, (0.05,), -1)
    return np.asarray((255 - np.asarray(layer, np.float32)) / 255 * cover)


@cache
def face_of(name: str, size: int) -> ImageFont.FreeTypeFont:
    """A typeface in a size [pixels]."""
    return ImageFont.truetype(str(FOLDER / name), size)
