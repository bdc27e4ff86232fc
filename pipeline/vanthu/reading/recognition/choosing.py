"""Two readings of one piece of ink: which stands, and whether the other is kept as a dispute.

Never a guess: the second reading is taken only where the first doubts itself, or is no possible date or number where the
second is one. In all other cases the first stands and a person, or the words around it, may decide.
"""

from __future__ import annotations

import unicodedata
from contextlib import suppress
from datetime import date
from typing import NamedTuple

import regex

from vanthu.reading.recognition.alignment import folded
from vanthu.settings import SecondSettings

_ACUTE, _HOOK = "\u0301", "\u0309"
_EDGES = regex.compile(r"^[^\p{L}\p{N}]+|[^\p{L}\p{N}%]+$")
_SIGNS = regex.compile(r"[^\p{L}\p{N}]+")
_JOINED = regex.compile(
    r"(?<=\d)([.,;:)])(?=\p{L})"
)  # the end of a numbering, read without the blank after it
_APART = regex.compile(r" (?!(?<=\d )\d)")
_DATE = regex.compile(r"(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2((?:19|20)\d\d)(?!\d)")
_NUMBER = regex.compile(
    r"(?<![\d/])\d{1,5}(?:/(?:19|20)\d\d)?/\p{Lu}{2,}\p{Ll}?(?:-\p{Lu}{1,}\p{L}*\d*)*(?![\p{L}\d])"
)


class Said(NamedTuple):
    """What an engine says; `confidence` is of its most doubtful word."""

    text: str
    confidence: float


class Choice(NamedTuple):
    """Whether the second reading is taken, whether both agree in all that matters, and whether the other one is kept."""

    second: bool = False
    agreed: bool = False
    disputed: bool = False


def choose(first: Said, second: Said, settings: SecondSettings) -> Choice:
    """Which of two readings that differ stands."""
    doubtful = first.confidence < settings.doubt and second.confidence >= settings.trust
    if _same_core(first.text, second.text, settings.weak_signs):
        return Choice(second=doubtful and not _is_joined(first.text, second.text), agreed=True)
    if _has_digit(first.text) or _has_digit(second.text):
        return Choice(second=_is_better_figure(first, second, settings), disputed=True)
    if _is_settled(first, second, settings):
        return Choice()
    strong = first.confidence < settings.doubt and second.confidence >= settings.strong_trust
    weak = first.confidence < settings.weak_doubt and second.confidence >= settings.trust
    return Choice(second=strong or weak, disputed=True)


def _is_settled(first: Said, second: Said, settings: SecondSettings) -> bool:
    """Whether a sure first reading needs no dispute: the second engine is often wrong about letters, and knows it.

    An acute that the other takes for a hook above stays in dispute: that is the first engine's own usual slip.
    """
    sure = first.confidence >= settings.sure and second.confidence < settings.strong_trust
    return sure and not _straightened(first.text, second.text)


def _straightened(first: str, second: str) -> bool:
    """Whether the first has an acute where the second has a hook above, and all else is the same."""
    mine, theirs = (unicodedata.normalize("NFD", folded(text)) for text in (first, second))
    slips = [(a, b) for a, b in zip(mine, theirs, strict=False) if a != b]
    return len(mine) == len(theirs) and bool(slips) and all(slip == (_ACUTE, _HOOK) for slip in slips)


def _same_core(first: str, second: str, weak_signs: str) -> bool:
    """Whether only signs at the ends differ, or blanks, or signs that the second engine can't tell."""
    mine, theirs = _core(first), _core(second)
    if mine == theirs:
        return bool(mine)
    if not any(sign in mine for sign in weak_signs):
        return False
    pattern = "".join(".?" if c in weak_signs else regex.escape(c) for c in mine)
    return regex.fullmatch(pattern, theirs) is not None


def _core(text: str) -> str:
    """Letters and figures; signs between them only where they part figures, and a blank where it parts two of these."""
    if not _has_digit(text):
        return _SIGNS.sub("", folded(text))
    words = (_EDGES.sub("", word) for word in _JOINED.sub(r"\1 ", folded(text)).split())
    return _APART.sub("", " ".join(words))


def _is_joined(first: str, second: str) -> bool:
    """Whether the second lost the blanks between words, as it likes to."""
    return second.count(" ") < first.count(" ")


def _has_digit(text: str) -> bool:
    return any(c.isdigit() for c in text)


def _is_better_figure(first: Said, second: Said, settings: SecondSettings) -> bool:
    mine, theirs = is_well_formed(first.text), is_well_formed(second.text)
    if mine != theirs:
        return theirs and second.confidence >= settings.figure_trust
    return first.confidence < settings.doubt and second.confidence >= settings.strong_trust


def is_well_formed(text: str) -> bool:
    """Whether a date of the calendar, or the number of a document, stands in a text."""
    return _NUMBER.search(text) is not None or any(_is_day(*m.group(1, 3, 4)) for m in _DATE.finditer(text))


def _is_day(day: str, month: str, year: str) -> bool:
    with suppress(ValueError):
        date(int(year), int(month), int(day))
        return True
    return False
