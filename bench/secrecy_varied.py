"""More pages for `secrecy.py`: stamps that differ in all that a stamp can differ in, drawn at random from a seed.

Face, spacing and width of the letters, their height, single, double or no frame, turn, colour, how much of the ink is
lost and how, where on the page it lies and how much of it lies off the page. Every third is kept for measuring: nothing
is to be tuned to those, and two faces appear among them only.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import cv2
import numpy as np
from PIL import Image, ImageChops, ImageDraw, ImageFont

from secrecy_pages import BLACK, BLUE, MARKS, MM, MODES, RED, Case, Draw, papers

FOLDER = Path("/usr/share/fonts/truetype")
FACES = (
    "liberation2/LiberationSerif-Bold.ttf", "liberation2/LiberationSans-Bold.ttf", "dejavu/DejaVuSans-Bold.ttf",
    "dejavu/DejaVuSansCondensed-Bold.ttf", "liberation2/LiberationSerif-Bold.ttf",
)  # fmt: skip
KEPT_FACES = ("dejavu/DejaVuSerifCondensed-Bold.ttf", "dejavu/DejaVuSerif-Bold.ttf")
KEEP_EVERY = 3
OTHERS = (
    "KHẨN", "HỎA TỐC", "THƯỢNG KHẨN", "HỎA TỐC\nHẸN GIỜ", "SAO Y", "SAO LỤC", "TRÍCH SAO", "BẢN SAO", "BẢN CHÍNH",
    "SAO Y BẢN CHÍNH", "DỰ THẢO", "ĐÃ DUYỆT", "MẪU SỐ 02", "LƯU HÀNH NỘI BỘ", "HẾT HIỆU LỰC", "THU HỒI", "ĐÃ KÝ",
    "PHÁT HÀNH", "CÔNG VĂN ĐẾN", "XEM XONG TRẢ LẠI", "BẢN GỐC", "TÀI LIỆU HỌP", "ĐÃ SỐ HÓA", "NHẬT KÝ", "MẶT TRẬN",
    "TUYỂN SINH", "MẤT", "MÁY", "ĐÃ TRẢ", "MỜI HỌP",
)  # fmt: skip
PLACES = {  # mm from the left and upper edge, below 0 from the right and lower: of the stamp's middle
    "head": (48, 58), "head-right": (150, 56), "top": (105, 9), "corner": (-22, 10), "side": (14, 150), "text": (100, 140),
    "text-right": (150, 95), "foot": (60, -12), "seal": (150, 215), "edge": (-6, 60),
}  # fmt: skip


@dataclass(frozen=True)
class Stamp:
    """How a stamp is drawn. Lengths in mm, the turn in degrees; `worn` is the share of ink that holds."""

    text: str
    face: str
    height: float
    spaced: float
    narrow: float
    frame: int
    turn: float
    colour: tuple[int, int, int]
    worn: float
    gaps: int
    place: str


def is_kept(n: int) -> bool:
    """Whether a case is one of those that nothing is tuned to."""
    return n % KEEP_EVERY == KEEP_EVERY - 1


def varied(text: str, n: int) -> Stamp:
    """The n-th stamp with a text; the same at every call."""
    rng = random.Random(f"{text}{n}")
    return Stamp(
        text=text,
        face=rng.choice(FACES + KEPT_FACES if is_kept(n) else FACES),
        height=rng.choice(
            (4.6, 4.9, 5.3, 6.0, 7.0, 8.5, 10.0)
        ),  # of a line: 13 points to what hand stamps have
        spaced=rng.choice((0.0, 0.0, 0.0, 0.08, 0.2)),
        narrow=rng.choice((1.0, 1.0, 1.0, 0.8)),
        frame=rng.choice((0, 1, 1, 1, 2)),
        turn=rng.choice((0.0, rng.uniform(-4, 4), rng.uniform(-15, 15))),
        colour=rng.choice((RED, RED, RED, BLUE, BLACK)),
        worn=rng.uniform(0.6, 1.0),
        gaps=rng.choice((0, 0, 1, 2)),
        place=rng.choice(("head", "head", *PLACES)),
    )


def varied_cases(count: int, seed: int = 0) -> Iterator[Case]:
    """Cases, each for one kind of scan; `count` of each mark of secrecy, and about three times as many other stamps."""
    for n in range(seed, seed + count):
        for mark in MARKS:
            yield _case(varied(mark, n), n, secret=True)
    for n in range(seed, seed + count):
        for text in OTHERS[n % 3 :: 3]:
            yield _case(varied(text, n), n, secret=False)


def _case(stamp: Stamp, n: int, *, secret: bool) -> Case:
    rng = random.Random(f"{stamp}")
    mode = rng.choice(tuple(MODES))
    paper = rng.choice(sorted(papers()))
    whole = _pressed(replace(stamp, worn=9.0, gaps=0, colour=BLACK))
    return Case(f"varied {stamp.text} {n}", paper, secret, _pressed(stamp), (mode,), is_kept(n), whole)


def _pressed(stamp: Stamp) -> Draw:
    def draw(page: Image.Image, rng: random.Random) -> None:
        layer = _worn(_drawn(stamp), stamp, rng)
        layer = layer.rotate(-stamp.turn, resample=Image.Resampling.BICUBIC, expand=True, fillcolor="white")
        x, y = (v * MM + rng.uniform(-4, 4) * MM for v in PLACES[stamp.place])
        left = x + (page.width if x < 0 else 0) - layer.width / 2
        top = y + (page.height if y < 0 else 0) - layer.height / 2
        if stamp.place == "edge":  # a tenth of it at most lies off the page
            left = page.width - layer.width * rng.uniform(0.9, 1.0)
        elif stamp.place == "side":
            left = max(left, -0.1 * layer.width)
        elif stamp.place == "corner":
            left = min(left, page.width - layer.width)
        top = min(top, page.height - 0.9 * layer.height)  # a page that lies across is not so high
        _press(page, layer, round(left), round(top))

    return draw


def _drawn(stamp: Stamp) -> Image.Image:
    size = stamp.height * MM
    face = _face(stamp.face, round(size * 2))
    lines = [_line(line, face, stamp.spaced * size * 2) for line in stamp.text.split("\n")]
    wide, step = max(line.width for line in lines), round(2.4 * size)
    around = round(size * 0.9)
    layer = Image.new("L", (wide + 2 * around, step * len(lines) + around), 255)
    for n, line in enumerate(lines):
        layer.paste(line, ((layer.width - line.width) // 2, around // 2 + n * step))
    pen = ImageDraw.Draw(layer)
    for n in range(stamp.frame):
        inset = 3 + n * round(1.6 * MM)
        box = (inset, inset, layer.width - 1 - inset, layer.height - 1 - inset)
        pen.rectangle(box, outline=0, width=round(0.9 * MM))
    layer = layer.resize((round(layer.width * stamp.narrow / 2), layer.height // 2), Image.Resampling.BOX)
    strength = np.asarray(layer, np.float32)[:, :, None] / 255
    flat = 255 - (1 - strength) * (255 - np.array(stamp.colour, np.float32))
    return Image.fromarray(flat.astype(np.uint8))


def _line(text: str, face: ImageFont.FreeTypeFont, spaced: float) -> Image.Image:
    width = sum(face.getlength(c) + spaced for c in text) + 8
    line = Image.new("L", (round(width), round(face.size * 1.3)), 255)
    x = 4.0
    for letter in text:
        ImageDraw.Draw(line).text((x, face.size * 1.12), letter, font=face, fill=0, anchor="ls")
        x += face.getlength(letter) + spaced
    return line


def _worn(layer: Image.Image, stamp: Stamp, rng: random.Random) -> Image.Image:
    """Ink that took unevenly: in patches, weaker to one side, in places not at all."""
    noise = np.random.default_rng(rng.randrange(1 << 30))
    width, height = layer.size
    rough = noise.normal(0, 1, (height // 4 + 2, width // 4 + 2))
    patch = cv2.resize(cv2.GaussianBlur(rough, (0, 0), 2), (width, height), interpolation=cv2.INTER_CUBIC)
    side = np.linspace(0, rng.uniform(0, 0.3), width)[:: rng.choice((1, -1))]
    cover = np.clip(stamp.worn + patch * 0.7 - side, 0.2, 1)
    for _ in range(stamp.gaps):
        x, y = (int(noise.integers(0, n)) for n in (width, height))
        axes = (round(rng.uniform(0.5, 1.5) * MM), round(rng.uniform(0.3, 0.9) * MM))
        cv2.ellipse(cover, (x, y), axes, rng.uniform(0, 180), 0, 360, (0.05,), -1)
    pixels = np.asarray(layer, np.float64)
    return Image.fromarray((255 - (255 - pixels) * cover[:, :, None]).astype(np.uint8))


def _press(page: Image.Image, layer: Image.Image, x: int, y: int) -> None:
    """Ink darkens what is there; what lies over the edge is lost."""
    inside = Image.new("RGB", page.size, "white")
    inside.paste(layer, (x, y))
    page.paste(ImageChops.multiply(page, inside))


@cache
def _face(name: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(FOLDER / name), size)
