"""Numbers of quarters behind *quý*: only I to IV are possible there, whatever a recogniser made of their strokes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import regex

from vanthu.document.page import Repair, Word
from vanthu.repair.numerals import NUMERALS, strokes

QUARTER = "mend.quarter"

_OPENING = r"[(“\"]*"
_NUMERAL = regex.compile(_OPENING + r"(?P<numeral>[IVX1l|H!\]\[LÌÍÏĨ]{1,5})(?![\p{L}\d])")
_POSSIBLE = regex.compile(_OPENING + r"(?:I{1,3}|IV|[1-4])(?![\p{L}\d])")
_IMPOSSIBLE = regex.compile(
    _OPENING + r"(?:[\dIVXl|H!\]\[]{1,5}|[\p{L}\d]{0,2}[\d|!\]\[][\p{L}\d]{0,2})(?![\p{L}\d])"
)
_QUARTERS = frozenset(NUMERALS[:4])
_JOINS = frozenset({"và", "hoặc", "đến", "-", "–"})


def by_quarters(words: Sequence[Word], others: Mapping[int, tuple[str, ...]]) -> Iterator[Repair]:
    """Repairs of numbers of quarters, by their strokes and by what other engines read."""
    for index, word in enumerate(words):
        if word.confidence is None or not _is_place(words, index):
            continue
        new = _mended(word.text, others.get(index, ()))
        if new != word.text:
            yield Repair(word=index, original=word.text, replacement=new, rule=QUARTER)


def unknown_quarters(words: Sequence[Word]) -> Iterator[int]:
    """Indices of words in the place of a quarter's number that can't be one. `words`: as mended."""
    for index, word in enumerate(words):
        impossible = _IMPOSSIBLE.match(word.text) and not _POSSIBLE.match(word.text)
        if impossible and word.confidence is not None and _is_place(words, index):
            yield index


def unsure_quarters(words: Sequence[Word], others: Mapping[int, tuple[str, ...]]) -> Iterator[int]:
    """Indices of numbers of quarters that another engine read as another number."""
    for index in sorted(others):
        own = _value(words[index].text) if _is_place(words, index) else None
        if own and any(_value(other) not in {None, own} for other in others[index]):
            yield index


def _is_place(words: Sequence[Word], index: int) -> bool:
    """Whether a word follows *quý*, or another number of a quarter (*quý I, II*; *quý I và II*)."""
    before = [words[n].text.lower().strip('(“"') for n in range(index - 1, max(-1, index - 4), -1)]
    if not before:
        return False
    if before[0] in _JOINS:
        before = before[1:]
    elif before[0] != "quý" and not before[0].endswith(","):
        return False
    return before[:1] == ["quý"] or (before[1:2] == ["quý"] and _NUMERAL.match(before[0].upper()) is not None)


def _mended(text: str, others: Sequence[str]) -> str:
    """The word with its numeral spelled right, as it was where that is not certain. The figure 1 says the same as I."""
    found = _NUMERAL.match(text)
    if found is None or found["numeral"] in _QUARTERS:
        return text
    read = found["numeral"]
    told = {value for other in others if (value := _value(other))}
    meant = strokes(read)
    if meant not in _QUARTERS or (read == "1" and told != {"I"}):
        meant = told.pop() if len(told) == 1 and read != "1" else read
    return text.replace(read, meant, 1)


def _value(text: str) -> str | None:
    """The number that a word begins with, as a numeral; `None` where it is no quarter's."""
    found = _POSSIBLE.match(text)
    numeral = found[0].lstrip('(“"') if found else ""
    return NUMERALS[int(numeral) - 1] if numeral.isdigit() else numeral or None
