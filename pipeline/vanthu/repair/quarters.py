"""Numbers of quarters behind *quý*: only I to IV are possible there, whatever a recogniser made of their strokes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import regex

from vanthu.document.page import Repair, Word
from vanthu.repair.figures import straight
from vanthu.repair.numerals import NUMERALS, strokes
from vanthu.repair.shapes import opens_line

QUARTER = "mend.quarter"

_OPENING = r"[(“\"]*"
_NUMERAL = regex.compile(_OPENING + r"(?P<numeral>[IVX1l|H!\]\[LÌÍÏĨ]{1,5})(?![\p{L}\d])")
_POSSIBLE = regex.compile(_OPENING + r"(?:I{1,3}|IV|[1-4])(?![\p{L}\d])")
_IMPOSSIBLE = regex.compile(
    _OPENING + r"(?:[\dIVXl|H!\]\[]{1,5}|[\p{L}\d]{0,2}[\d|!\]\[][\p{L}\d]{0,2})(?![\p{L}\d])"
)
_WITH_YEAR = regex.compile(r"(?:I{1,3}|IV|[1-4])/(?P<year>20\d\d)\P{L}*")
_QUARTERS = frozenset(NUMERALS[:4])
_BLOTTED = 1  # strokes that a blot may add or hide; a reading that is further off read something else
_JOINS = frozenset({"và", "hoặc", "đến", "-", "–"})


def by_quarters(words: Sequence[Word], others: Mapping[int, tuple[str, ...]]) -> Iterator[Repair]:
    """Repairs of numbers of quarters, by their strokes and by what other engines read."""
    for index, word in enumerate(words):
        if word.confidence is None or not _is_place(words, index):
            continue
        new = straight(_mended(word.text, others.get(index, ())))
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
    """Whether a word follows *quý*, or another number of a quarter (*quý I, II*; *quý I và II*).

    Figures alone that open a line do not: they count the row of a table below one that ends with *hằng quý*.
    """
    if words[index].text.strip(".").isdigit() and opens_line(words, index):
        return False
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
    told = {value for other in others if (value := _value(other))}
    found = _NUMERAL.match(text)
    if found is None:
        return _with_year(text, others)
    read = found["numeral"]
    meant = strokes(read)
    if read in _QUARTERS or (read == "1" and told != {"I"}):
        return text
    if meant in _QUARTERS:
        return text.replace(read, meant, 1) if told <= {meant} else text
    fits = len(told) == 1 and abs(len(meant) - len(*told)) <= _BLOTTED
    return text.replace(read, told.pop(), 1) if fits else text


def _with_year(text: str, others: Sequence[str]) -> str:
    """What another engine read, where it is a quarter and the year that stands here too, and no quarter was read."""
    told = [other for other in others if (year := _WITH_YEAR.fullmatch(other)) and year["year"] in text]
    return told[0] if len(told) == 1 and not _POSSIBLE.match(text) else text


def _value(text: str) -> str | None:
    """The number of a quarter that a word begins with, strokes counted, as a numeral; `None` where it is none."""
    found = _POSSIBLE.match(text)
    if found and (figure := found[0][-1]).isdigit():
        return NUMERALS[int(figure) - 1]
    numeral = _NUMERAL.match(text)
    meant = strokes(numeral["numeral"]) if numeral else None
    return meant if meant in _QUARTERS else None
