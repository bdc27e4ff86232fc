"""Syllables in the form in which they are compared: without marks and case, slips of recognition put right where one is plain to see."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import regex

from vanthu.orthography import fold, is_bare_syllable, is_syllable, strip_accents

_RUN_TOGETHER = 4  # letters, that two words at least have
_SYLLABLE = regex.compile(r"[\p{L}\d]+")
_VOWELS = "aeiouy"  # few syllables begin with one
_NGH = "ngh"
_ROMAN = set("ivx")
_TWO_SPELLINGS = frozenset({"hy", "ky", "ly", "my", "sy", "ty"})
_MISREAD = str.maketrans("01", "ol")
# Shapes that recognition takes for each other; only where what was read is no syllable and what comes out is one.
_SLIPS = (
    ("ri", "n"),
    ("rl", "n"),
    ("li", "h"),
    ("rn", "m"),
    ("cl", "d"),
    ("ii", "u"),
    ("l", "i"),
    ("i", "l"),
)


def plain_syllables(text: str) -> list[str]:
    """Syllables and numbers without marks and case, slips of recognition put right where one is plain to see."""
    return [_plain(s) for s in _SYLLABLE.findall(strip_accents(fold(text)))]


def marked_syllables(text: str) -> list[str]:
    """Syllables and numbers in small letters, those that were run together apart."""
    return [part for syllable in _SYLLABLE.findall(fold(text)) for part in _parted(syllable)]


def unmarked(syllables: Sequence[str]) -> tuple[str, ...]:
    """Syllables as `plain_syllables` gives them."""
    return tuple(map(_unmarked, syllables))


@lru_cache(1 << 14)
def is_misread(word: str) -> bool:
    """Whether a word is neither a number nor built like a syllable: letters were taken for others."""
    return not word.isdigit() and not is_bare_syllable(word)


def mended(text: str) -> str:
    """A text without marks and case, plain slips put right, all else as it is."""
    return _SYLLABLE.sub(lambda found: _read(found[0]), strip_accents(fold(text)))


@lru_cache(1 << 14)
def _unmarked(syllable: str) -> str:
    return _plain(strip_accents(syllable))


@lru_cache(1 << 14)
def _plain(syllable: str) -> str:
    """As read, in one of its two spellings (*kỹ*, *kĩ*)."""
    read = _read(syllable)
    return f"{read[:-1]}i" if read in _TWO_SPELLINGS else read


@lru_cache(1 << 14)
def _parted(syllable: str) -> tuple[str, ...]:
    """Two syllables that were run together, each by itself; anything else as it is."""
    plain = strip_accents(syllable)
    if len(plain) < _RUN_TOGETHER or len(plain) != len(syllable) or is_bare_syllable(_read(plain)):
        return (syllable,)
    cuts = [
        n for n in range(len(plain) - 1, 1, -1) if is_bare_syllable(plain[:n]) and is_bare_syllable(plain[n:])
    ]
    # *về|nghĩa*, not *vềng|hĩa* or *vền|ghĩa*: the marks tell which rimes there are, and hardly a word begins with gh
    built = (n for n in cuts if is_syllable(syllable[:n]) and is_syllable(syllable[n:]))
    cuts = [n for n in built if not plain.startswith(_NGH, n - 1)] or cuts
    cut = next((n for n in cuts if plain[n] not in _VOWELS), next(iter(cuts), None))
    return (syllable[:cut], syllable[cut:]) if cut else (syllable,)


@lru_cache(1 << 14)
def _read(syllable: str) -> str:
    if syllable.isdigit() or is_bare_syllable(syllable) or not set(syllable) - _ROMAN:
        return syllable
    letters = syllable.translate(_MISREAD)  # a digit among letters is a misread letter
    once = (
        f"{letters[:at]}{right}{letters[at + len(wrong) :]}"
        for wrong, right in _SLIPS
        for at in range(len(letters))
        if letters.startswith(wrong, at)
    )
    everywhere = (letters.replace(wrong, right) for wrong, right in _SLIPS)
    return next(filter(is_bare_syllable, (letters, *everywhere, *once)), letters)


def parted(word: str) -> str:
    """Two words that were run together, apart; any other word as it is."""
    row = _parted(fold(word))
    return f"{word[: len(row[0])]} {word[len(row[0]) :]}" if len(row) > 1 else word
