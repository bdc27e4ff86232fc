"""Vietnamese written in code tables older than Unicode (TCVN3, VNI, VPS): recognised by font names or by the words, and converted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any

import regex

from vanthu.orthography import is_syllable, nfc
from vanthu.reading.tables import Table

_SURE = 0.9  # share of converted words that must be built like syllables
_JUDGED = 6  # words with letters beyond ASCII: fewer tell no code table without a font's name
_WORD = regex.compile(r"\p{L}+")
_CODES = regex.compile(r"\P{ASCII}")
_UNICODE = regex.compile("[\u0102\u0103\u0110\u0111\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]")
_LOOKALIKES = {
    0xB5: "\u03bc",
    0xB7: "\u2219",
    0xD0: "\u0110",
    0xF0: "\u0111",
}  # what such letters are folded to
_HYPHENS = "-\u00ad\u2010\u2011"


@dataclass(frozen=True, eq=False)
class Encoding:
    """A code table. `letters` and `pairs` map what it looks like in the western table to what it means."""

    name: str
    letters: Mapping[str, str]
    pairs: Mapping[str, str]
    fonts: regex.Pattern[str]
    capital_fonts: regex.Pattern[str] | None
    hyphen: str | None  # the letter whose code many programs turn into a hyphen

    def units(self, text: str) -> list[str]:
        """The text converted: for each character what it became; the second of a pair became nothing."""
        units: list[str] = []
        skip = False
        for one, two in pairwise([*text, ""]):
            pair = None if skip else self.pairs.get(one + two)
            units.append("" if skip else pair or self.letters.get(one, one))
            skip = pair is not None
        return self._unhyphened(units)

    def _unhyphened(self, units: list[str]) -> list[str]:
        """Hyphens that stand for a letter are known by the syllable that it makes with what is around."""
        for at, unit in enumerate(units):
            if self.hyphen is not None and unit in _HYPHENS and unit:
                before = "".join(units[:at])
                after = "".join(units[at + 1 :])
                left, right = _letters_at(before[::-1])[::-1], _letters_at(after)
                if (left or right) and is_syllable(left + self.hyphen + right):
                    units[at] = self.hyphen
        return units

    def convert(self, text: str, *, capitals: bool = False) -> str:
        """A word or line in Unicode NFC. `capitals`: its font shows small letters as capitals."""
        line = " ".join("".join(self.units(word)) for word in text.split(" "))
        return nfc(line.upper() if capitals else line)

    def shows_capitals(self, font: str) -> bool:
        """Whether a font shows small letters as capitals."""
        return self.capital_fonts is not None and self.capital_fonts.search(font) is not None


def _letters_at(text: str) -> str:
    found = _WORD.match(text)
    return found[0] if found else ""


@cache
def encodings() -> tuple[Encoding, ...]:
    """All code tables that are known."""
    data = Table.LEGACY_ENCODINGS.load()
    return tuple(_encoding(item) for item in data["encodings"])


def _encoding(item: Mapping[str, Any]) -> Encoding:
    letters = dict(_with_capitals(item.get("letters", {})))
    for start, run in item.get("runs", {}).items():
        for code, letter in enumerate(run, start=int(str(start), 16)):
            letters |= dict.fromkeys(_seen_as(code), letter)
    capitals = item.get("capital_fonts")
    return Encoding(
        name=item["name"],
        letters=letters,
        pairs=dict(_with_capitals(item.get("pairs", {}))),
        fonts=regex.compile(item["fonts"]),
        capital_fonts=regex.compile(capitals) if capitals else None,
        hyphen=item.get("hyphen"),
    )


def _with_capitals(table: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Small letters, capitals, and a capital with a small mark."""
    for seen, letter in table.items():
        yield seen, letter
        yield seen.upper(), letter.upper()
        yield seen[0].upper() + seen[1:], letter.upper()


def _seen_as(code: int) -> set[str]:
    """The characters that a byte becomes when it is taken for western text."""
    seen = {chr(code), *_LOOKALIKES.get(code, "")}
    with suppress(UnicodeDecodeError):
        seen.add(bytes([code]).decode("cp1252"))
    return seen


def by_font(font: str) -> Encoding | None:
    """The code table that a font's name tells; `None` where it tells none."""
    return next((e for e in encodings() if e.fonts.search(font)), None)


def is_unicode(text: str) -> bool:
    """Whether letters that only Unicode has stand in a text."""
    return _UNICODE.search(text) is not None


def by_words(words: Iterable[str]) -> Encoding | None:
    """The code table that turns strange words into Vietnamese ones; `None` where none does, or where they are Vietnamese."""
    strange = [word for word in words if _CODES.search(word)]
    if len(strange) < _JUDGED or share_of_syllables(strange) >= _SURE:
        return None
    shares = {e: share_of_syllables([e.convert(word) for word in strange]) for e in encodings()}
    best = max(shares, key=lambda e: shares[e])
    return best if shares[best] >= _SURE else None


def share_of_syllables(words: Sequence[str]) -> float:
    """Share of the words all of whose letters make Vietnamese syllables; 0 for no words."""
    good = sum(bool(parts := _WORD.findall(word)) and all(map(is_syllable, parts)) for word in words)
    return good / len(words) if words else 0.0


def converted_lines(lines: Iterable[str], encoding: Encoding) -> list[str]:
    """Lines in Unicode. Tables of one byte have no marked capitals: a word among capitals becomes one of them."""
    return [_converted_line(line, encoding) for line in lines]


def _converted_line(line: str, encoding: Encoding) -> str:
    parts = regex.split(r"(\s+)", line)
    made = [encoding.convert(part) for part in parts]
    if encoding.pairs:
        return "".join(made)
    capitals = [_is_capital(part) for part in made]
    beside = [n for n, part in enumerate(made) if part.strip()]
    for n, left, right in zip(beside, [None, *beside], [*beside[1:], None], strict=False):
        near = any(m is not None and capitals[m] for m in (left, right))
        if capitals[n] or (near and _can_be_capital(made[n])):
            made[n] = made[n].upper()
    return "".join(made)


def _is_capital(word: str) -> bool:
    """Two capitals without a mark, and no small letter without one; no symbol of an office (*UBND*)."""
    plain = [c for c in word if c.isascii() and c.isalpha()]
    spelled = _WORD.fullmatch(word.strip(" .,;:()")) is not None and is_syllable(word.strip(" .,;:()"))
    return spelled and len(plain) >= 2 and all(c.isupper() for c in plain)


def _can_be_capital(word: str) -> bool:
    plain = [c for c in word if c.isascii() and c.isalpha()]
    return any(not c.isascii() for c in word) and all(c.isupper() for c in plain)


def unicode_units(text: str, font: str, encoding: Encoding) -> list[str]:
    """What each character of a word set in a font of an old code table means; empty for the second of a pair."""
    units = encoding.units(text)
    return [unit.upper() for unit in units] if encoding.shows_capitals(font) else units
