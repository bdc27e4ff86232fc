"""How wide text is in a picture, and how it is broken into lines. Widths are those of a common sans-serif face, a little too wide."""

from __future__ import annotations

import unicodedata

_NARROW = frozenset("ijlftrI.,:;'|!()[]/- “”‘’")
_WIDE = frozenset("mwMWĐ%@—…")
_NARROW_EM, _WIDE_EM, _UPPER_EM, _LOWER_EM = 0.34, 0.92, 0.72, 0.56


def width(text: str, size: float) -> float:
    """Width of a text at a font size, both in the same unit."""
    return size * sum(_em(c) for c in text)


def _em(character: str) -> float:
    base = unicodedata.normalize("NFD", character)[0]
    if base in _NARROW:
        return _NARROW_EM
    if base in _WIDE:
        return _WIDE_EM
    return _UPPER_EM if base.isupper() else _LOWER_EM


def fit(text: str, size: float, room: float) -> str:
    """The text, cut with `…` so that it is no wider than `room`."""
    if width(text, size) <= room:
        return text
    kept = ""
    for character in text:
        if width(kept + character + "…", size) > room:
            break
        kept += character
    return kept.rstrip(" ,;:.") + "…"


def lines(text: str, size: float, room: float, *, most: int) -> list[str]:
    """At most `most` lines, none wider than `room`; the last is cut where there is more."""
    broken: list[str] = []
    words = text.split()
    while words and len(broken) < most - 1:
        line, words = _fill(words, size, room)
        broken.append(line)
    if words:
        broken.append(fit(" ".join(words), size, room))
    return broken


def _fill(words: list[str], size: float, room: float) -> tuple[str, list[str]]:
    line = words[0]
    for index, word in enumerate(words[1:], start=1):
        if width(f"{line} {word}", size) > room:
            return fit(line, size, room), words[index:]
        line = f"{line} {word}"
    return fit(line, size, room), []
