"""A page that is a picture: put upright, freed of coloured ink, read; its ruled tables cell by cell."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from statistics import fmean
from typing import NamedTuple

import cv2
import numpy as np

from vanthu.document.geometry import Box
from vanthu.document.page import Grid, GridCell, Page, Reading, Word
from vanthu.reading import ink, ocr
from vanthu.reading.posture import Posture, posture
from vanthu.reading.raster import POINTS, Pixels, Raster, straightened, turned
from vanthu.reading.result import PageRead
from vanthu.reading.ruling import Cell, Ruling, find_rulings
from vanthu.reading.secrecy import Guard
from vanthu.settings import Settings

_INSET = 0.012  # of an inch: the rule itself stays outside of a cell's crop
_MARGIN = 12  # pixels of white around a crop
_SURE_CHARACTERS = 3
_DARK = 150

Tokens = tuple[ocr.Token, ...]


class _Reading(NamedTuple):
    """One attempt at a page: how it was turned, the image read, what was found."""

    rotation: int
    gray: Pixels
    rulings: tuple[Ruling, ...]
    tokens: Tokens


def read_scan(raster: Raster, number: int, *, settings: Settings, guard: Guard, reason: str) -> PageRead:
    """Recognise a page image. Raises `PageError` where the engine fails on it, `SecretError` for a mark of secrecy."""
    inks = ink.separate(raster.pixels, settings.ink)
    pose = posture(inks.gray, settings.image)
    if inks.colour is not None:
        guard.check_colour(raster, inks.colour, pose, settings)
    digest = hashlib.sha256(raster.pixels.tobytes()).hexdigest()
    page = _page(raster, number, pose, digest)
    if pose.marks < settings.image.blank_marks:
        return PageRead(page.model_copy(update={"reading": Reading.BLANK, "reason": "trang trắng"}))
    best = _best(inks.gray, raster, pose, settings)
    page = page.model_copy(update={"rotation": best.rotation, "reason": reason})
    words, grids = _assemble(best, raster, number, settings)
    if not _says_something(words):
        return PageRead(
            page.model_copy(update={"reading": Reading.BLANK, "reason": "trang trắng, chỉ có vết bẩn"})
        )
    return PageRead(page, words, grids)


def _page(raster: Raster, number: int, pose: Posture, digest: str) -> Page:
    height, width = (n / raster.scale for n in raster.pixels.shape[:2])
    if pose.rotation in {90, 270}:
        width, height = height, width
    return Page(
        number=number,
        width=round(width, 2),
        height=round(height, 2),
        dpi=raster.dpi,
        rotation=pose.rotation,
        skew=pose.skew,
        reading=Reading.OCR,
        image_sha256=digest,
    )


def _best(gray: Pixels, raster: Raster, pose: Posture, settings: Settings) -> _Reading:
    """The page as it was judged to lie; where the words then make no sense, the better of that and its reverse."""
    first = _attempt(gray, raster, pose.rotation, pose.skew, settings)
    if _sense(first.tokens) >= settings.image.turn_confidence:
        return first
    second = _attempt(gray, raster, (pose.rotation + 180) % 360, pose.skew, settings)
    return max(first, second, key=lambda r: _sense(r.tokens))


def _sense(tokens: Tokens) -> float:
    """Mean confidence, by length; short tokens are noise as often as words."""
    told = [t for t in tokens if len(t.text) > 1]
    letters = sum(len(t.text) for t in told)
    return sum(t.confidence * len(t.text) for t in told) / letters if letters else 0.0


def _attempt(gray: Pixels, raster: Raster, rotation: int, skew: float, settings: Settings) -> _Reading:
    image = straightened(turned(gray, rotation), skew)
    rulings = find_rulings(image, raster.scale)
    shown = image
    if rulings:
        shown = image.copy()
        for x0, y0, x1, y1 in (r.box for r in rulings):
            shown[max(0, y0 - 3) : y1 + 4, max(0, x0 - 3) : x1 + 4] = 255
    engine = settings.engine
    tokens = ocr.read_image(shown, dpi=raster.dpi, mode=engine.page_mode, engine=engine)
    return _Reading(rotation, image, rulings, tokens)


def _assemble(
    reading: _Reading, raster: Raster, number: int, settings: Settings
) -> tuple[tuple[Word, ...], tuple[Grid, ...]]:
    """Words of the page in reading order, those of each table where it stands among the lines."""
    words: list[Word] = []
    grids: list[Grid] = []
    writer = _Writer(number, raster.scale, settings.engine.noise_confidence, words)
    rest = list(reading.tokens)
    for ruling in reading.rulings:
        middle = (ruling.box[1] + ruling.box[3]) / 2
        before = {t.line for t in rest if (t.y0 + t.y1) / 2 < middle}
        writer.write([t for t in rest if t.line in before])
        rest = [t for t in rest if t.line not in before]
        grids.append(_grid(ruling, reading.gray, raster, writer, settings))
    writer.write(rest)
    return tuple(words), tuple(grids)


class _Writer:
    """Turns tokens into words, pixels into points, and counts the lines of the page."""

    def __init__(self, number: int, scale: float, noise: float, words: list[Word]) -> None:
        self.number, self.scale, self.noise, self.words = number, scale, noise, words
        self.line = 0

    def write(self, tokens: Sequence[ocr.Token], dx: int = 0, dy: int = 0) -> tuple[int, ...]:
        """Append the tokens, moved by an offset in pixels; indices of the new words."""
        start, last = len(self.words), None
        for token in tokens:
            if token.confidence < self.noise and not any(c.isalnum() for c in token.text):
                continue
            if last is not None and token.line != last:
                self.line += 1
            last = token.line
            self.words += [
                Word(part, self.number, self.box(token, dx, dy), token.confidence, self.line, ocr.NAME)
                for part in token.text.split()
            ]
        self.line += last is not None
        return tuple(range(start, len(self.words)))

    def box(self, token: ocr.Token, dx: int, dy: int) -> Box:
        """A token's place in points."""
        return self.points((token.x0 + dx, token.y0 + dy, token.x1 + dx, token.y1 + dy))

    def points(self, pixels: tuple[int, int, int, int]) -> Box:
        """A rectangle of pixels in points."""
        return Box(*(round(v / self.scale, 2) for v in pixels))


def _grid(ruling: Ruling, gray: Pixels, raster: Raster, writer: _Writer, settings: Settings) -> Grid:
    crops = [_crop(gray, cell, raster) for cell in ruling.cells]
    inked = [i for i, (pixels, _, _) in enumerate(crops) if _has_ink(pixels)]
    engine = settings.engine
    texts = ocr.read_pieces(
        [crops[i][0] for i in inked], dpi=raster.dpi, mode=engine.cell_mode, engine=engine
    )
    found = dict(zip(inked, texts, strict=True))
    cells = []
    for i, cell in enumerate(ruling.cells):
        _, dx, dy = crops[i]
        cells.append(
            GridCell(
                row=cell.row,
                column=cell.column,
                row_span=cell.row_span,
                column_span=cell.column_span,
                words=writer.write(found.get(i, ()), dx, dy),
                box=writer.points(cell.box),
            )
        )
    return Grid(
        page=writer.number,
        rows=ruling.rows,
        columns=ruling.columns,
        cells=tuple(cells),
        box=writer.points(ruling.box),
    )


def _crop(gray: Pixels, cell: Cell, raster: Raster) -> tuple[Pixels, int, int]:
    """A cell's inside on white, and the offset from the crop to the page."""
    inset = max(2, round(_INSET * raster.scale * POINTS))
    x0, y0, x1, y1 = cell.box
    inside = gray[y0 + inset : max(y1 - inset, y0 + inset + 1), x0 + inset : max(x1 - inset, x0 + inset + 1)]
    padded = cv2.copyMakeBorder(
        inside, _MARGIN, _MARGIN, _MARGIN, _MARGIN, cv2.BORDER_CONSTANT, value=(255, 255, 255)
    )
    return np.asarray(padded, dtype=np.uint8), x0 + inset - _MARGIN, y0 + inset - _MARGIN


def _has_ink(pixels: Pixels) -> bool:
    return int(np.count_nonzero(pixels < _DARK)) >= 12


def _says_something(words: Sequence[Word]) -> bool:
    """Whether anything but specks was read."""
    sure = [w for w in words if (w.confidence or 0) >= 0.6 and any(c.isalnum() for c in w.text)]
    return sum(len(w.text) for w in sure) >= _SURE_CHARACTERS or (
        len(words) > 5 and fmean(w.confidence or 0 for w in words) >= 0.5
    )
