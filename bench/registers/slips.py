"""Slips of recognition: tone marks lost or taken for others, letters taken for digits, words run together."""

from __future__ import annotations

import random
import unicodedata

_TONES = {
    "á": "à", "à": "á", "ả": "à", "ã": "á", "ạ": "a", "ế": "ê", "ề": "ể", "ể": "ề", "ệ": "ê", "ố": "ô", "ồ": "ổ", "ổ": "ồ",
    "ộ": "ô", "ớ": "ơ", "ờ": "ở", "ở": "ờ", "ợ": "ơ", "ứ": "ừ", "ừ": "ứ", "ử": "ữ", "ữ": "ử", "ự": "ư", "ư": "u", "ơ": "o",
    "đ": "d", "ắ": "ẳ", "ặ": "ă", "ấ": "ẩ", "ầ": "ẩ", "ậ": "â", "í": "ì", "ị": "i", "ó": "ỏ", "ọ": "o", "ú": "ù", "ụ": "u",
}  # fmt: skip
_RUN_TOGETHER = 0.15
_LETTERS = (("l", "1"), ("rn", "m"), ("i", "l"), ("h", "li"), ("cl", "d"), ("n", "ri"), ("o", "0"))


def slipped(text: str, rng: random.Random, *, kept: str = "") -> str:
    """The text with one to four slips in its words, never in `kept` nor in the place name's digits or dates."""
    before, found, after = text.partition(kept) if kept else (text, "", "")
    words = before.split(" ")
    for _ in range(rng.randint(1, 4)):
        at = rng.randrange(len(words))
        if words[at].isalpha():
            words[at] = _slip(words[at], rng)
    if rng.random() < _RUN_TOGETHER and len(words) > 3:
        at = rng.randrange(1, len(words) - 2)
        if words[at].islower() and words[at + 1].islower():
            words[at : at + 2] = [words[at] + words[at + 1]]
    return " ".join(words) + found + (_lost(after, rng) if rng.random() < 0.2 else after)


def _slip(word: str, rng: random.Random) -> str:
    kind = rng.random()
    if kind < 0.55:
        marked = [n for n, letter in enumerate(word) if letter in _TONES]
        if marked:
            at = rng.choice(marked)
            return word[:at] + _TONES[word[at]] + word[at + 1 :]
    if kind < 0.8:
        fits = [(a, b) for a, b in _LETTERS if a in word]
        if fits:
            return word.replace(*rng.choice(fits), 1)
    return _lost(word, rng)


def _lost(text: str, rng: random.Random) -> str:
    """Some words without their marks."""
    return " ".join(bare(w) if rng.random() < 0.6 else w for w in text.split(" "))


def bare(text: str) -> str:
    """Without any marks."""
    parts = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(c for c in parts if not unicodedata.combining(c))
