"""A page that is a picture: put upright, freed of coloured ink, read by one engine or several."""

from __future__ import annotations

import hashlib
from functools import partial
from statistics import fmean
from typing import NamedTuple

import numpy as np

from vanthu.document.page import Page, Reading, Word
from vanthu.reading.imaging import ink
from vanthu.reading.imaging.halftone import toned
from vanthu.reading.imaging.light import evened
from vanthu.reading.imaging.paper import is_poor
from vanthu.reading.imaging.posture import Posture, posture
from vanthu.reading.imaging.raster import Pixels, Raster
from vanthu.reading.imaging.surround import without_surround
from vanthu.reading.imaging.tint import neutral
from vanthu.reading.marks.find import find_marks
from vanthu.reading.marks.sheet import Sheet
from vanthu.reading.marks.signatures import with_doubt
from vanthu.reading.marks.wording import Marking
from vanthu.reading.recognition.agreement import Difference
from vanthu.reading.recognition.ahead import Ahead, ahead
from vanthu.reading.recognition.attempt import Attempt, best_attempt
from vanthu.reading.recognition.corner import second_look
from vanthu.reading.recognition.grading import grade_of
from vanthu.reading.recognition.pagenumber import lone_number
from vanthu.reading.recognition.pagewriter import PageWriter
from vanthu.reading.recognition.readings import by_second_engine, first_engine, read_again
from vanthu.reading.recognition.signing import Signing
from vanthu.reading.result import PageRead
from vanthu.reading.secrecy import Guard
from vanthu.settings import ConfidenceSettings, EngineSettings, Settings

_SURE = 0.6
_SURE_CHARACTERS = 3


class Rules(NamedTuple):
    """What is known of words while pages are read.

    Without `signing` no signer's corner is looked at twice; without `marking` stamps are only asked for secrecy.
    """

    guard: Guard
    signing: Signing | None = None
    marking: Marking | None = None


def read_scan(
    raster: Raster, number: int, *, settings: Settings, rules: Rules, reason: str, bare: Pixels | None = None
) -> PageRead:
    """Recognise a page image; `bare` is the same without what lies around the sheet, where that was looked for before.

    Raises `PageError` where the engine fails on it, `SecretError` for a mark of secrecy.
    """
    stored = raster
    bare = without_surround(raster.pixels) if bare is None else bare
    pixels, inking = neutral(toned(bare), settings.ink)
    raster, settings = raster._replace(pixels=pixels), settings.model_copy(update={"ink": inking})
    inks = ink.separate(raster.pixels, settings.ink)
    pose = posture(inks.gray, settings.image)
    if pose.marks < settings.image.blank_marks:
        empty = _almost_empty(stored, number, inks, pose, settings, reason)
        return _marked(empty, raster, inks, settings, rules)
    engine = first_engine(settings, poor=is_poor(inks.gray, raster.dpi, settings.poor))
    with ahead(partial(by_second_engine, settings=settings)) as second:
        first = best_attempt(
            evened(inks.gray), raster.dpi, pose, engine=engine, image=settings.image, upright=second.begin
        )
        words = _words(first, second, dpi=raster.dpi, settings=settings, engine=engine, signing=rules.signing)
    page = _page(stored, number, pose._replace(rotation=first.rotation), Reading.OCR, reason)
    read = _written(words, page, raster.scale, settings.confidence)
    if inks.colour is not None:
        where = ink.places(inks.colour, rotation=page.rotation, skew=page.skew, scale=raster.scale)
        read = read._replace(page=read.page.model_copy(update={"ink": where}))
    return _marked(read, raster, inks, settings, rules, upright=first.image)


def _almost_empty(
    raster: Raster, number: int, inks: ink.Inks, pose: Posture, settings: Settings, reason: str
) -> PageRead:
    """A blank page, or one that bears its number and nothing else."""
    found = lone_number(inks.gray, raster.dpi, settings.engine) if pose.marks else ()
    if not found:
        return PageRead(_page(raster, number, pose, Reading.BLANK, "trang trắng"))
    writer = PageWriter(number, raster.scale)
    writer.page(found, ())
    return PageRead(
        _page(raster, number, pose, Reading.OCR, f"{reason}; chỉ có số trang"), tuple(writer.words)
    )


def _words(
    first: Attempt,
    second: Ahead,
    *,
    dpi: int,
    settings: Settings,
    engine: EngineSettings,
    signing: Signing | None,
) -> tuple[Attempt, tuple[Difference, ...]]:
    """A page's words by all readings, and where these differ."""
    agreed = read_again(
        first.image, first.all_tokens(), dpi=dpi, engine=engine, settings=settings, second=second.read
    )
    read = first.with_tokens(agreed.tokens)
    if signing is None:
        return read, agreed.differences
    looked = second_look(read.text, read.tokens, dpi=dpi, engine=engine, signing=signing)
    return read._replace(tokens=looked), agreed.differences


def _written(
    words: tuple[Attempt, tuple[Difference, ...]], page: Page, scale: float, confidence: ConfidenceSettings
) -> PageRead:
    """The page with its words; a page of stains alone is blank."""
    read, differences = words
    writer = PageWriter(page.number, scale)
    writer.page(read.tokens, read.tables)
    if not _says_something(writer.words):
        blank = {"reading": Reading.BLANK, "reason": "trang trắng, chỉ có vết bẩn"}
        return PageRead(page.model_copy(update=blank))
    graded = page.model_copy(update={"grade": grade_of(writer.words, confidence)})
    return PageRead(graded, tuple(writer.words), tuple(writer.grids), disputes=writer.disputes(differences))


def _marked(
    read: PageRead,
    raster: Raster,
    inks: ink.Inks,
    settings: Settings,
    rules: Rules,
    *,
    upright: Pixels | None = None,
) -> PageRead:
    """The page with its stamps, seals and handwriting, and doubt about the print that a pen crosses. Raises `SecretError` where a stamp is a mark of secrecy."""
    sheet = Sheet(raster.pixels, inks, read.page, raster.scale, settings.ink, upright=upright)
    found = find_marks(
        sheet, read, settings=settings, guard=rules.guard, marking=rules.marking, signing=rules.signing
    )
    return read._replace(marks=found, words=with_doubt(read.words, found, raster.scale))


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
        image_sha256=hashlib.sha256(np.ascontiguousarray(raster.pixels).data).hexdigest(),
    )


def _says_something(words: list[Word]) -> bool:
    """Whether anything but specks was read."""
    sure = [w for w in words if (w.confidence or 0) >= _SURE and any(c.isalnum() for c in w.text)]
    enough = sum(len(w.text) for w in sure) >= _SURE_CHARACTERS
    return enough or (len(words) > 5 and fmean(w.confidence or 0 for w in words) >= 0.5)
