"""Strings that hands wrote into a paper, scanned and cut out as the program cuts them out, for `bench/handwriting.py`."""

from __future__ import annotations

import random
from collections.abc import Sequence

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

from handwriting_digits import HIGH, OTHERS, Glyph, Hand, scribble

_PRINT = ("LiberationSerif-Regular", "LiberationSerif-Italic", "DejaVuSerif", "LiberationSans-Regular")
_AFTER, _BEFORE = ("/KH", "/U", "/QĐ", "/B", "-", "t", "th"), ("Số:", "ố:", ":", "gày", "y")
_ROOM = HIGH // 2


def label(rng: random.Random) -> str:
    """What is written: a number, a day or month, a date; now and then with a sign that is no digit (`x`)."""
    kind = rng.random()
    if kind < 0.07:
        return rng.choice("/").join(
            [_day(rng), str(rng.randrange(1, 13)), *(["20" + _digits(rng, 2)] if rng.random() < 0.6 else [])]
        )
    if kind < 0.3:
        return _day(rng)
    text = _digits(rng, rng.choices((1, 2, 3, 4, 5), (14, 26, 30, 22, 8))[0])
    if kind > 0.9:
        at = rng.randrange(len(text) + 1)
        text = text[:at] + "x" * rng.choice((1, 1, 2, 3)) + text[at + rng.randrange(2) :]
    return text + "/" if rng.random() < 0.04 else text


def _digits(rng: random.Random, count: int) -> str:
    return "".join(rng.choice("0123456789") for _ in range(count))


def _day(rng: random.Random) -> str:
    day = rng.randrange(1, 32)
    return f"{day:02d}" if rng.random() < 0.6 else str(day)


def cutting(text: str, hand: Hand, rng: random.Random) -> np.ndarray:
    """A string as a hand writes it (`x`: any other sign), scanned and cut out: gray, dark on paper."""
    ink, line = _written(text, hand, rng)
    ink = _bent(ink, rng)
    ink, paper = _crossed(ink, line, rng)
    return _scanned(ink, paper, rng)


def _written(text: str, hand: Hand, rng: random.Random) -> tuple[np.ndarray, int]:
    """Ink of the signs one after another, cut out with room around it, and the row of their line."""
    close = rng.choice((rng.uniform(-0.07, 0.05), rng.uniform(0.02, 0.2), rng.uniform(0.1, 0.45)))
    rise, size_off = rng.gauss(0, 0.04), rng.choice((0.03, 0.08, 0.16))
    glyphs = [_sign(sign, hand, rng) for sign in text]
    glyphs = [_sized(g, 1 + rng.gauss(0, size_off)) for g in glyphs]
    canvas = np.zeros((5 * HIGH, sum(g.ink.shape[1] for g in glyphs) + 2 * HIGH * (len(text) + 2)), np.uint8)
    x, line = float(HIGH), 3 * HIGH
    for glyph in glyphs:
        high, wide = glyph.ink.shape
        low = line + glyph.low + rng.gauss(0, size_off / 2) * HIGH - rise * (x - HIGH)
        top = int(np.clip(low - high, 0, canvas.shape[0] - high)) if high < canvas.shape[0] else 0
        part = canvas[top : top + high, int(x) : int(x) + wide]
        np.maximum(part, glyph.ink[: part.shape[0], : part.shape[1]], out=part)
        x += max(4.0, wide + (close + rng.gauss(0, 0.05)) * HIGH)
    rows, columns = np.flatnonzero(canvas.max(1) > 90), np.flatnonzero(canvas.max(0) > 90)
    if not rows.size:
        return np.zeros((HIGH, HIGH), np.uint8), HIGH
    left, top = max(0, columns[0] - _ROOM), max(0, rows[0] - _ROOM)
    return canvas[top : rows[-1] + _ROOM, left : columns[-1] + _ROOM], line - top


def _sign(sign: str, hand: Hand, rng: random.Random) -> Glyph:
    if sign != "x":
        return hand(sign)
    return scribble(rng, rng.randrange(3, 8)) if rng.random() < 0.3 else hand(rng.choice(OTHERS))


def _sized(glyph: Glyph, by: float) -> Glyph:
    size = (max(2, round(glyph.ink.shape[1] * by)), max(2, round(glyph.ink.shape[0] * by)))
    return Glyph(cv2.resize(glyph.ink, size, interpolation=cv2.INTER_LINEAR), glyph.low * by)


def _bent(ink: np.ndarray, rng: random.Random) -> np.ndarray:
    """Leaning, turned a little, and bent here and there as no two strings of a hand are the same."""
    rows, columns = ink.shape
    lean, turn = rng.gauss(-0.06, 0.16), np.radians(rng.gauss(0, 2.5))
    cosine, sine = np.cos(turn), np.sin(turn)
    matrix = np.array([[cosine * rng.uniform(0.8, 1.2), lean - sine, 0], [sine, cosine, 0]])
    middle = matrix[:, :2] @ np.array([columns / 2, rows / 2])
    wide = int(columns * 1.2 + abs(lean) * rows) + HIGH
    high = int(rows + abs(sine) * columns) + HIGH // 2
    matrix[:, 2] = np.array([wide / 2, high / 2]) - middle
    moved = cv2.warpAffine(ink, matrix, (wide, high))
    strength = rng.choice((0.0, 1.5, 3.0, 5.0))
    if not strength:
        return moved
    dice = np.random.default_rng(rng.getrandbits(32))
    cells = (max(2, wide // 24), max(2, high // 24))
    fields = (dice.normal(0, strength, cells[::-1]).astype(np.float32) for _ in "xy")
    across, down = (cv2.resize(field, (wide, high), interpolation=cv2.INTER_CUBIC) for field in fields)
    x, y = np.meshgrid(np.arange(wide, dtype=np.float32), np.arange(high, dtype=np.float32))
    return cv2.remap(moved, x + across, y + down, cv2.INTER_LINEAR)


def _crossed(ink: np.ndarray, line: int, rng: random.Random) -> tuple[np.ndarray, np.ndarray]:
    """The ink, and a layer of what else lies there: a dotted line, remains of print and of a seal's ring, each as dark as it is."""
    layer = np.zeros_like(ink)
    rows, columns = ink.shape
    if rng.random() < 0.25:
        step, at = rng.uniform(8, 18), min(rows - 6, line + rng.randrange(-8, 14) + HIGH // 4)
        for n in range(int(columns / step)):
            cv2.circle(layer, (int(n * step), at), rng.choice((2, 2, 3)), 220, -1, cv2.LINE_AA)
    if rng.random() < 0.12:
        radius, shade = rng.uniform(4, 14) * HIGH, rng.randrange(70, 230)
        angle = rng.uniform(0, 2 * np.pi)
        middle = np.array([columns / 2, rows * rng.random()]) + radius * np.array(
            [np.cos(angle), np.sin(angle)]
        )
        cv2.circle(layer, tuple(map(int, middle)), int(radius), shade, rng.choice((2, 3, 5)), cv2.LINE_AA)
    for words, chance, ahead in ((_BEFORE, 0.15, True), (_AFTER, 0.15, False)):
        if rng.random() < chance:
            _printed(layer, rng.choice(words), line + HIGH // 4, rng, ahead=ahead)
    return ink, layer


def _printed(layer: np.ndarray, text: str, line: int, rng: random.Random, *, ahead: bool) -> None:
    """Print at an end of the cutting, of which the cut leaves a part."""
    font = ImageFont.truetype(f"{rng.choice(_PRINT)}.ttf", round(HIGH * rng.uniform(0.6, 1.2)))
    wide = round(font.getlength(text))
    image = Image.fromarray(layer)
    seen = rng.uniform(2, HIGH * 0.25)
    x = seen - wide if ahead else layer.shape[1] - seen
    ImageDraw.Draw(image).text((x, line), text, font=font, fill=235, anchor="ls")
    layer[:] = np.maximum(layer, np.asarray(image))


def _scanned(ink: np.ndarray, layer: np.ndarray, rng: random.Random) -> np.ndarray:
    """The cutting at 100 to 300 dpi: faint or strong ink, soft, noisy, stored as JPEG, or in black and white."""
    high = rng.choice((rng.uniform(12, 26), rng.uniform(20, 45), rng.uniform(30, 80)))
    share = high / HIGH
    size = (max(6, round(ink.shape[1] * share)), max(6, round(ink.shape[0] * share)))
    ink, layer = (cv2.resize(part, size, interpolation=cv2.INTER_AREA) for part in (ink, layer))
    dice = np.random.default_rng(rng.getrandbits(32))
    paper, strong = rng.uniform(215, 255), rng.uniform(0.45, 1.0)
    worn = cv2.GaussianBlur(dice.normal(0, 1, ink.shape).astype(np.float32), (0, 0), rng.uniform(0.7, 4))
    tone = np.clip(strong + worn * rng.choice((0, 0.1, 0.35, 0.6)), 0.1, 1)
    dark = np.maximum(ink.astype(np.float32) * tone, layer.astype(np.float32) * rng.uniform(0.5, 1.0)) / 255
    gray = paper * (1 - dark * rng.uniform(0.8, 1.0))
    gray = cv2.GaussianBlur(gray, (0, 0), rng.uniform(0.3, 0.3 + 0.02 * high))
    gray = gray + dice.normal(0, rng.choice((0, 3, 8, 16)), ink.shape)
    scan = np.clip(gray, 0, 255).astype(np.uint8)
    if rng.random() < 0.3:
        scan = np.where(scan < paper * rng.uniform(0.55, 0.85), 0, 255).astype(np.uint8)
        if rng.random() < 0.3:
            scan[dice.random(scan.shape) < rng.uniform(0, 0.02)] = 0
    elif rng.random() < 0.5:
        kind = [cv2.IMWRITE_JPEG_QUALITY, rng.randrange(35, 90)]
        scan = cv2.imdecode(cv2.imencode(".jpg", scan, kind)[1], cv2.IMREAD_GRAYSCALE)
    return _cut(scan, dark, rng)


def _cut(scan: np.ndarray, dark: np.ndarray, rng: random.Random) -> np.ndarray:
    """The part that the strokes take, with a little more or less on each side."""
    rows, columns = np.flatnonzero(dark.max(1) > 0.3), np.flatnonzero(dark.max(0) > 0.3)
    if not rows.size:
        return scan
    high = rows[-1] - rows[0] + 1
    x0, y0, x1, y1 = (
        round(edge + side * high * rng.choice((rng.uniform(-0.03, 0.3), rng.uniform(0, 0.1))))
        for edge, side in ((columns[0], -1), (rows[0], -1), (columns[-1] + 1, 1), (rows[-1] + 1, 1))
    )
    return scan[max(0, y0) : y1, max(0, x0) : x1]


def cuttings(hands: Sequence[Hand], count: int, rng: random.Random) -> list[tuple[np.ndarray, str]]:
    """So many cuttings by some hands, each with what is written on it."""
    texts = (label(rng) for _ in range(count))
    return [(cutting(text, rng.choice(hands), rng), text) for text in texts]
