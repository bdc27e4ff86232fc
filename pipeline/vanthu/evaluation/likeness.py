"""When two texts count as one."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence

import regex
from rapidfuzz.distance import Indel

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_NO_WORD = regex.compile(r"[^\w/%\u0300-\u036f]+")


def fold(value: object) -> str:
    """What two spellings of one text share: lower case, single blanks, no punctuation, tones at the syllable's end."""
    text = unicodedata.normalize("NFD", "" if value is None else str(value)).casefold()
    words = _NO_WORD.sub(" ", text).split()
    moved = ("".join(c for c in w if c not in _TONES) + "".join(c for c in w if c in _TONES) for w in words)
    return unicodedata.normalize("NFC", " ".join(moved))


def alike(a: object, b: object) -> float:
    """Likeness of two texts, 0..1, after folding."""
    return float(Indel.normalized_similarity(fold(a), fold(b)))


def pair(
    expected: Sequence[str], found: Sequence[str], likeness: Callable[[str, str], float], least: float
) -> list[tuple[int, int]]:
    """One-to-one pairs of positions, the most alike first; among equals those that stand nearest."""
    rows = [(likeness(e, f), ei, fi) for ei, e in enumerate(expected) for fi, f in enumerate(found)]
    used: tuple[set[int], set[int]] = (set(), set())
    pairs = []
    for value, ei, fi in sorted(rows, key=lambda row: (-row[0], abs(row[1] - row[2]))):
        if value >= least and ei not in used[0] and fi not in used[1]:
            used[0].add(ei)
            used[1].add(fi)
            pairs.append((ei, fi))
    return pairs
