"""A word's letters apart from what stands around them, and what it costs to take one spelling for another."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import NamedTuple

import regex

from vanthu.orthography import fold, is_syllable, strip_accents

_CORE = regex.compile(r"(?P<before>[^\p{L}\d]*)(?P<core>\p{L}+)(?P<after>[^\p{L}\d]*)")
_TONES = "\u0301\u0300\u0309\u0303\u0323"
_ACUTE, _HOOK, _TILDE = "\u0301", "\u0309", "\u0303"
_ABOVE = frozenset("\u0301\u0300\u0309\u0303")
_HATTED = frozenset({("a", "ă"), ("a", "â"), ("e", "ê"), ("o", "ô")})
_LOOKS = str.maketrans({"I": "l", "1": "l", "|": "l", "!": "l", "O": "o", "0": "o"})

_REMEMBERED = 1 << 14  # words whose letters are not taken apart anew; a document has a few thousand

SLIP = 0.35  # a hook read as an acute: what recognisers get wrong most often
SQUEEZED = (
    0.6  # a hat or breve with a mark above it read as one tilde: in small or blurred print they are one blot
)
TONE = 0.7
SHAPE = 0.7  # hat, breve or horn
STROKE = 0.6  # d for đ


class Core(NamedTuple):
    """A word of letters alone, with the marks around it."""

    before: str
    letters: str
    after: str
    folded: str  # the letters for comparing: lower case, tone marks in the old style, i and y as usual

    def spelled(self, folded: str) -> str | None:
        """The word with other letters in its own case; `None` where its case is mixed."""
        if self.letters.islower():
            return self.before + folded + self.after
        if self.letters.isupper() and len(self.letters) > 1:
            return self.before + folded.upper() + self.after
        if self.letters[0].isupper() and (len(self.letters) == 1 or self.letters[1:].islower()):
            return self.before + folded[0].upper() + folded[1:] + self.after
        return None


@lru_cache(_REMEMBERED)
def core(text: str) -> Core | None:
    """The letters of a word; `None` where it has digits, no letters, or other signs among them."""
    match = _CORE.fullmatch(text)
    return Core(match["before"], match["core"], match["after"], fold(match["core"])) if match else None


def look(text: str) -> str:
    """What look-alike letters and digits have in common: *VNelD* and *VNeID* are one."""
    return text.translate(_LOOKS)


@lru_cache(_REMEMBERED)
def skeleton(word: str) -> str | None:
    """A folded syllable without its marks; `None` for what is not built like one."""
    return strip_accents(word) if is_syllable(word) else None


@lru_cache(_REMEMBERED)
def is_slip(read: str, meant: str) -> bool:
    """Whether one folded syllable is the other with an acute in the place of its hook."""
    return _tone(read) == _ACUTE and _tone(meant) == _HOOK and _toneless(read) == _toneless(meant)


@lru_cache(_REMEMBERED)
def could_slip(read: str) -> bool:
    """Whether a folded syllable bears an acute, which may have been a hook."""
    return _tone(read) == _ACUTE


@lru_cache(_REMEMBERED)
def distance(read: str, meant: str) -> float:
    """What it costs to take one folded syllable for another that differs by marks alone; 0 for the same."""
    if read == meant:
        return 0.0
    if is_slip(read, meant):
        return SLIP
    if _is_squeezed(read, meant):
        return SQUEEZED
    cost = TONE if _tone(read) != _tone(meant) else 0.0
    if ("đ" in read) != ("đ" in meant):
        cost += STROKE
    if _toneless(read).replace("đ", "d") != _toneless(meant).replace("đ", "d"):
        cost += SHAPE
    return cost


def _is_squeezed(read: str, meant: str) -> bool:
    """Whether one folded syllable has a tilde on the letter that bears hat or breve and a mark above in the other (*hãng, hằng*)."""
    if _tone(read) != _TILDE or _tone(meant) not in _ABOVE:
        return False
    at = [(a, b) for a, b in zip(_toneless(read), _toneless(meant), strict=False) if a != b]
    same_length = len(_toneless(read)) == len(_toneless(meant))
    return same_length and len(at) == 1 and at[0] in _HATTED


def _tone(syllable: str) -> str:
    return next((c for c in unicodedata.normalize("NFD", syllable) if c in _TONES), "")


def _toneless(syllable: str) -> str:
    bare = "".join(c for c in unicodedata.normalize("NFD", syllable) if c not in _TONES)
    return unicodedata.normalize("NFC", bare)
