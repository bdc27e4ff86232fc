"""A page that is a picture: put upright, freed of coloured ink, read; its ruled tables cell by cell."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from statistics import fmean
from typing import NamedTuple

from vanthu.document.page import Page, Reading, Word
from vanthu.reading.imaging import ink
from vanthu.reading.imaging.posture import Posture, posture
from vanthu.reading.imaging.raster import Pixels, Raster, straightened, turned
from vanthu.reading.imaging.ruling import Ruling, find_rulings
from vanthu.reading.recognition import ocr
from vanthu.reading.recognition.cells import Tokens, paper_of, read_cells
from vanthu.reading.recognition.corner import second_look
from vanthu.reading.recognition.pagewriter import PageWriter
from vanthu.reading.recognition.signing import Signing
from vanthu.reading.result import PageRead
from vanthu.reading.secrecy import Guard
from vanthu.settings import EngineSettings, Settings

_OVER = 4  # pixels around a table that are whited out with it
_SURE = 0.6
_SURE_CHARACTERS = 3


class _Attempt(NamedTuple):
    """A page as it was read one way up: lines outside of tables, and the cells of each table."""

    rotation: int
    tokens: Tokens
    tables: tuple[tuple[Ruling, tuple[Tokens, ...]], ...]


class Rules(NamedTuple):
    """What is known of words while pages are read; without `signing` no signer's corner is looked at twice."""

    guard: Guard
    signing: Signing | None = None


def read_scan(raster: Raster, number: int, *, settings: Settings, rules: Rules, reason: str) -> PageRead:
    """Recognise a page image. Raises `PageError` where the engine fails on it, `SecretError` for a mark of secrecy."""
    inks = ink.separate(raster.pixels, settings.ink)
    pose = posture(inks.gray, settings.image)
    if inks.colour is not None:
        rules.guard.check_colour(raster, inks.colour, pose, settings)
    if pose.marks < settings.image.blank_marks:
        return PageRead(_page(raster, number, pose, Reading.BLANK, "trang trắng"))
    best = _best(inks.gray, raster.dpi, pose, settings, rules.signing)
    pose = pose._replace(rotation=best.rotation)
    writer = PageWriter(number, raster.scale, settings.engine.noise_confidence)
    writer.page(best.tokens, best.tables)
    if not _says_something(writer.words):
        return PageRead(_page(raster, number, pose, Reading.BLANK, "trang trắng, chỉ có vết bẩn"))
    page = _page(raster, number, pose, Reading.OCR, reason)
    if inks.colour is not None:
        where = ink.places(inks.colour, rotation=pose.rotation, skew=pose.skew, scale=raster.scale)
        page = page.model_copy(update={"ink": where})
    return PageRead(page, tuple(writer.words), tuple(writer.grids))


def _page(raster: Raster, number: int, pose: Posture, reading: Reading, reason: str) -> Page:
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
        reading=reading,
        reason=reason,
        image_sha256=hashlib.sha256(raster.pixels.tobytes()).hexdigest(),
    )


def _best(gray: Pixels, dpi: int, pose: Posture, settings: Settings, signing: Signing | None) -> _Attempt:
    """The page as it was judged to lie; where the words then make no sense, the better of that and its reverse."""
    first = _attempt(gray, dpi, pose, settings.engine, signing)
    if _sense(first) >= settings.image.turn_confidence:
        return first
    reverse = pose._replace(rotation=(pose.rotation + 180) % 360)
    second = _attempt(gray, dpi, reverse, settings.engine, signing)
    return max(first, second, key=_sense)


def _sense(attempt: _Attempt) -> float:
    """Mean confidence by length, 0..1; single letters are noise as often as words and do not count."""
    everything: Iterable[ocr.Token] = (
        *attempt.tokens,
        *(t for _, cells in attempt.tables for cell in cells for t in cell),
    )
    told = [t for t in everything if len(t.text) > 1]
    letters = sum(len(t.text) for t in told)
    return sum(t.confidence * len(t.text) for t in told) / letters if letters else 0.0


def _attempt(
    gray: Pixels, dpi: int, pose: Posture, engine: EngineSettings, signing: Signing | None
) -> _Attempt:
    image = straightened(turned(gray, pose.rotation), pose.skew)
    rulings = find_rulings(image, dpi)
    tables = tuple((r, read_cells(image, r.cells, dpi=dpi, engine=engine)) for r in rulings)
    text = _without(image, rulings)
    tokens = ocr.read_image(text, dpi=dpi, mode=engine.page_mode, engine=engine)
    if signing is not None:
        tokens = second_look(text, tokens, dpi=dpi, engine=engine, signing=signing)
    return _Attempt(pose.rotation, tokens, tables)


def _without(image: Pixels, rulings: tuple[Ruling, ...]) -> Pixels:
    """The page with its tables covered by paper."""
    if not rulings:
        return image
    covered = image.copy()
    paper = paper_of(image[::8, ::8])
    for x0, y0, x1, y1 in (r.box for r in rulings):
        covered[max(0, y0 - _OVER) : y1 + _OVER, max(0, x0 - _OVER) : x1 + _OVER] = paper
    return covered


def _says_something(words: list[Word]) -> bool:
    """Whether anything but specks was read."""
    sure = [w for w in words if (w.confidence or 0) >= _SURE and any(c.isalnum() for c in w.text)]
    enough = sum(len(w.text) for w in sure) >= _SURE_CHARACTERS
    return enough or (len(words) > 5 and fmean(w.confidence or 0 for w in words) >= 0.5)
