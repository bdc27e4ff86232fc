"""Vietnamese as it was stored before Unicode, for tests: what a file in an old code table looks like when it is opened as western text."""

from __future__ import annotations

import unicodedata

from vanthu.reading.digital.letters.legacy import Encoding, encodings

TABLES = {e.name: e for e in encodings()}


def written(text: str, table: Encoding) -> str:
    """The text in an old code table, byte for byte as Latin-1 characters."""
    back: dict[str, str] = {}
    for seen, letter in [*table.pairs.items(), *table.letters.items()]:
        if all(ord(c) < 256 for c in seen):
            back.setdefault(letter, seen)
    return "".join(back.get(c, c) for c in text)


def as_windows_1258(text: str) -> bytes:
    """The text in the Windows table, which has tones as marks of their own."""
    out = b""
    for letter in text:
        bare = unicodedata.normalize("NFD", letter)
        tones = [m for m in bare if m in "\u0300\u0301\u0303\u0309\u0323"]
        base = unicodedata.normalize("NFC", "".join(m for m in bare if m not in tones))
        out += "".join([base, *tones]).encode("cp1258")
    return out
