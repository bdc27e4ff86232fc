"""Letters of a wrong code that look right: `ƣ` for `ư`, Cyrillic letters in Vietnamese words, `Õ` for `Ò` where no word has `Õ`.

Digital text comes with them from faulty fonts and keyboards; they are set right where text enters, and counted.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import regex

from vanthu.orthography import is_syllable, nfc
from vanthu.reading.tables import Table

_LATIN = regex.compile(r"\p{Latin}")
_WORD = regex.compile(r"\p{L}+")
_PRIVATE = regex.compile(r"\p{Co}")
_GRAVE = str.maketrans({"õ": "ò", "Õ": "Ò"})


@dataclass(frozen=True)
class Slips:
    """The letters that are set right."""

    letters: Mapping[int, str]
    lookalikes: Mapping[int, str]
    tilde_for_grave: frozenset[str]
    bullet: str  # what a sign of a symbol font is read as
    plus: str  # the one that is a plus
    symbol_fonts: regex.Pattern[str]

    def mended(self, text: str) -> str:
        """A word in NFC, with every such letter set right; a sign of a symbol font that stands alone opens a line."""
        if len(text) == 1 and _PRIVATE.match(text):
            return "+" if text == self.plus else self.bullet
        text = nfc(text.translate(self.letters))
        if text.isascii():
            return text
        return nfc(_WORD.sub(lambda m: self._word(m[0]), text))

    def _word(self, word: str) -> str:
        if word.lower() in self.tilde_for_grave:
            return word.translate(_GRAVE)
        latin = word.translate(self.lookalikes)
        if latin != word and (_LATIN.search(word) or is_syllable(latin)):
            return latin
        return word


@cache
def slips() -> Slips:
    """The slips of rules/tables/letter_slips.yaml."""
    data = Table.LETTER_SLIPS.load()
    alike = data["lookalikes"]
    return Slips(
        letters=str.maketrans(data["letters"]),
        lookalikes={ord(a): b for a, b in zip(alike["from"], alike["to"], strict=True)},
        tilde_for_grave=frozenset(data["tilde_for_grave"]),
        bullet=data["bullet"],
        plus=data["plus"],
        symbol_fonts=regex.compile(data["symbol_fonts"]),
    )


def told(count: int) -> str:
    """How many words were set right, in Vietnamese, to go behind a reason; empty for none."""
    return f"; sửa {count} từ có chữ cái sai mã (như Ƣ thay cho Ư)" if count else ""
