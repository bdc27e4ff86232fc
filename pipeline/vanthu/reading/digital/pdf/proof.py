"""Whether the text layer of a PDF page can be believed: it has to prove itself by its words, its letters, and the ink under them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from statistics import correlation, median, pstdev

import cv2
import numpy as np
import regex

from vanthu.document.page import Word
from vanthu.orthography import is_bare_syllable, is_syllable, strip_accents
from vanthu.reading.digital.pdf.glyphs import Glyph, Glyphs
from vanthu.reading.imaging.raster import Pixels
from vanthu.reading.tables import Table
from vanthu.settings import TextLayerSettings

NO_LAYER = "trang không có lớp chữ"
LOST_ACCENTS = "lớp chữ mất dấu"

_LETTERS = regex.compile(r"\p{L}+")
_BROKEN = regex.compile(r"\(cid:\d+\)|[\p{Co}\p{Cn}\p{Cc}\N{REPLACEMENT CHARACTER}]")
_HOLED = regex.compile(rf"\p{{L}}(?:{_BROKEN.pattern})|(?:{_BROKEN.pattern})\p{{L}}")
_DATE = regex.compile(
    r"\b(?:(?P<day>\d{1,2})(?P<by>[/.-])(?P<month>\d{1,2})(?P=by)(?P<year>\d{4})"
    r"|[Nn]gày (?P<day>\d{1,2}) tháng (?P<month>\d{1,2}) năm (?P<year>\d{4}))\b"
)
_YEARS = range(1900, 2100)
_DATES = 3  # fewer can be slips
_AROUND = 2.0  # points: letters reach a little out of their boxes
_FEW = 8  # different letters: no page of text has fewer
_MANY = 100  # letters on a page that must then be different
_COMMON = 60  # glyphs of a font, or different letters below, tell nothing
_EVEN = 0.03  # spread of widths, in sizes of the type: all letters of a typewriter are as wide


def doubt(words: Sequence[Word], settings: TextLayerSettings) -> str | None:
    """Why the words of a layer can't be believed, in Vietnamese; `None` where nothing speaks against them."""
    text = " ".join(w.text for w in words)
    if len(words) < settings.min_words:
        return NO_LAYER
    if _is_broken(text, len(words), settings):
        return "lớp chữ có ký tự hỏng"
    everything = [c for w in _LETTERS.findall(text) for c in strip_accents(w.lower())]
    if len(everything) >= _MANY and len(set(everything)) < _FEW:
        return "lớp chữ chỉ lặp lại vài chữ cái (hỏng bảng mã)"
    return _doubt_of_words(text, settings) or _doubt_of_dates(text)


def _is_broken(text: str, count: int, settings: TextLayerSettings) -> bool:
    broken = len(_BROKEN.findall(text)) > settings.max_broken * len(text)
    return broken or len(_HOLED.findall(text)) > settings.max_broken * count


def _doubt_of_words(text: str, settings: TextLayerSettings) -> str | None:
    letters = [w for w in _LETTERS.findall(text) if not (w.isupper() and len(w) > 1) and len(w) > 1]
    if len(letters) < settings.judge_words:
        return None
    if (
        share_of_marks(letters) < settings.min_accents
        and _share(is_bare_syllable, letters) >= settings.min_syllables
    ):
        return LOST_ACCENTS
    if _share(is_syllable, letters) < settings.min_syllables:
        return "lớp chữ không giống tiếng Việt (hỏng bảng mã)"
    return None


def _doubt_of_dates(text: str) -> str | None:
    """Fonts whose letters are told right may still call their digits others, all of which are as wide."""
    found = [tuple(int(m[part]) for part in ("day", "month", "year")) for m in _DATE.finditer(text)]
    possible = sum(0 < day < 32 and 0 < month < 13 and year in _YEARS for day, month, year in found)
    if len(found) >= _DATES and 2 * possible < len(found):
        return "ngày tháng trong lớp chữ vô lý (hỏng bảng mã)"
    return None


def _share(fits: Callable[[str], bool], words: Sequence[str]) -> float:
    return sum(map(fits, words)) / len(words)


def share_of_marks(words: Sequence[str]) -> float:
    """Share of words that bear a Vietnamese mark; 1 for none."""
    return sum(strip_accents(w) != w for w in words) / len(words) if words else 1.0


def doubt_of_glyphs(glyphs: Glyphs, settings: TextLayerSettings) -> str | None:
    """Why the glyphs can't be what the layer calls them: their places, or letters as wide as others; `None` where they can."""
    if glyphs.insane > settings.max_insane:
        return "khung chữ của lớp chữ vô lý (chồng nhau hoặc ngoài trang)"
    fonts: dict[str, list[Glyph]] = defaultdict(list)
    for glyph in glyphs.seen:
        fonts[glyph["fontname"]].append(glyph)
    told = [font for font in fonts.values() if len(font) >= _COMMON]
    wrong = sum(len(font) for font in told if _likeness(font) < settings.min_likeness)
    if wrong > settings.max_wrong_glyphs * len(glyphs.seen):
        return "bề rộng chữ không khớp với lớp chữ (hỏng bảng mã)"
    return None


def _likeness(font: Sequence[Glyph]) -> float:
    """How well the widths of a font's small letters go with those of every other font, -1..1; 1 where they can't tell."""
    known, widths = _widths(), defaultdict(list)
    for glyph in font:
        letter = strip_accents(glyph["text"])
        if letter in known and glyph["size"] > 0:
            widths[letter].append((glyph["x1"] - glyph["x0"]) / glyph["size"])
    if len(widths) < _FEW:
        return 1.0
    measured = [median(found) for found in widths.values()]
    if pstdev(measured) < _EVEN:
        return 1.0
    return correlation(measured, [known[letter] for letter in widths])


@cache
def _widths() -> Mapping[str, float]:
    data = Table.LETTER_WIDTHS.load()
    return {letter: float(width) for letter, width in data["widths"].items()}


def uncovered(words: Sequence[Word], ink: Pixels, scale: float) -> Pixels:
    """The ink (1 in the mask, `scale` pixels a point) that lies under no word."""
    free = ink.copy()
    for word in words:
        if word.box is not None:
            x0, y0, x1, y1 = word.box
            left, top = ((v - _AROUND) * scale for v in (x0, y0))
            right, bottom = ((v + _AROUND) * scale for v in (x1, y1))
            cv2.rectangle(free, (round(left), round(top)), (round(right), round(bottom)), 0, thickness=-1)
    return free


def cover(words: Sequence[Word], ink: Pixels, scale: float) -> float:
    """Share of the ink that lies under the words; 1 where there is no ink."""
    total = int(np.count_nonzero(ink))
    return 1 - int(np.count_nonzero(uncovered(words, ink, scale))) / total if total else 1.0
