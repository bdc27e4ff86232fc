"""Phrases of a table of words, and where they stand in a text."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from vanthu.audit.across.spelling import plain_syllables
from vanthu.orthography import fold, is_bare_syllable


class Said(NamedTuple):
    """A phrase in the form in which it is compared."""

    syllables: tuple[str, ...]
    weight: float
    action: str | None = None
    stop: bool = False  # what follows is what the work is done to


class Entry(NamedTuple):
    """A phrase of the table: `marked` is how it must be `written`, `None` where marks do not matter."""

    plain: tuple[str, ...]
    marked: str | None
    said: Said
    written: str


Entries = tuple[tuple[str, ...], Sequence[Entry]]
"""The syllables of a phrase, and the entries that have them."""


def longest(entries: Sequence[Entries], plain: tuple[str, ...], marked: list[str], at: int) -> Entry | None:
    """The entry of most syllables that stands at a place, among those that begin as it does."""
    for row, some in entries:
        end = at + len(row)
        if plain[at:end] == row:
            for entry in some:
                written = entry.marked is None or entry.marked == " ".join(marked[at:end])
                if written or _lost(plain, marked, at, end):
                    return entry
    return None


def _lost(plain: tuple[str, ...], marked: list[str], at: int, end: int) -> bool:
    """Whether the marks of some syllables say nothing: lost there and beside it (*tang* alone is a word), or letters were misread."""
    around = slice(max(0, at - 1), end + 1)
    return list(plain[around]) == marked[around] or not all(map(is_bare_syllable, marked[at:end]))


def enter(
    found: dict[tuple[str, ...], Entry], phrase: str, said: Said, *, lookalikes: AbstractSet[tuple[str, ...]]
) -> None:
    """Put a phrase among the others; the first with its syllables and marks stays."""
    entry = entry_of(phrase, said, lookalikes)
    found.setdefault(key_of(entry), entry)


def entry_of(phrase: str, said: Said, lookalikes: AbstractSet[tuple[str, ...]]) -> Entry:
    """An entry; its marks count where it is one syllable, or differs from another by them alone."""
    plain = tuple(plain_syllables(phrase))
    written = fold(phrase)
    return Entry(plain, written if len(plain) == 1 or plain in lookalikes else None, said, written)


def key_of(entry: Entry) -> tuple[str, ...]:
    """What no two entries have in common."""
    return (*entry.plain, entry.marked or "")
