"""Brackets that have no other half: a comma or a letter was read as one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from vanthu.document.page import Repair, Word
from vanthu.orthography import fold
from vanthu.repair.lexicon import Lexicon
from vanthu.repair.shapes import BRACKET

_SYMBOL = regex.compile(r"\d{1,5}(?:/\d{4})?[/-]\p{Lu}[\p{L}\d&/-]*\)")
_CAPITALS = regex.compile(r"\((?P<letters>\p{Lu}{3,})(?P<end>\P{L}*)")
_REACH = 40  # words in which the other half of a bracket stands


def by_brackets(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Repair]:
    """Repairs of closing brackets between a document's number and its day, and of opening ones in place of a letter T."""
    for index, word in enumerate(words):
        if word.confidence is None:
            continue
        new = _with_comma(words, index) or _with_letter(words, index, lexicon)
        if new is not None:
            yield Repair(word=index, original=word.text, replacement=new, rule=BRACKET)


def _with_comma(words: Sequence[Word], index: int) -> str | None:
    text = words[index].text
    if not _SYMBOL.fullmatch(text) or [w.text.lower() for w in words[index + 1 : index + 2]] != ["ngày"]:
        return None
    before = " ".join(w.text for w in words[max(0, index - _REACH) : index])
    return text[:-1] + "," if before.rfind("(") <= before.rfind(")") else None


def _with_letter(words: Sequence[Word], index: int, lexicon: Lexicon) -> str | None:
    """A word in capitals that becomes a known syllable by a T, and is none without it."""
    found = _CAPITALS.fullmatch(words[index].text)
    if found is None or any(")" in w.text for w in words[index : index + _REACH]):
        return None
    letters = found["letters"]
    unknown = fold(letters) not in lexicon.syllables and fold("T" + letters) in lexicon.syllables
    return "T" + letters + found["end"] if unknown else None
