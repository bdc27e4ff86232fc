"""Repairs that another engine's reading makes by itself, because it alone makes sense where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import regex

from vanthu.document.page import Repair, Word
from vanthu.repair.codes import Codes
from vanthu.repair.letters import core
from vanthu.repair.lexicon import Lexicon
from vanthu.repair.numerals import strokes
from vanthu.repair.shapes import FIGURE, is_figure, opens_line, term

LABEL, KNOWN, CASE, SYMBOL, CLOSE = "mend.label", "mend.known_term", "mend.case", "mend.symbol", "mend.close"

_LABEL = regex.compile(r"(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5}|\p{Ll})[.)]")
_NUMERAL = regex.compile(r"[IVX]{2,5}")  # of several strokes: none of them is a slip of the engine alone
_STROKE, _ONE = "I.", "1."  # one stroke: of a heading, or of its first item
_NO_LABEL = regex.compile(r"[^\s\d]{1,2}[.,)]?")
_CLOSE = "./."  # ends a document
_NUMBER = regex.compile(
    r"(?P<head>[(“\"]*\d{1,5}(?:/\d{4})?[/-])(?P<symbol>\p{Lu}[\p{L}\d&/'’-]*)(?P<end>[^\p{L}\d]*)"
)


def by_second_readings(
    words: Sequence[Word], others: Mapping[int, tuple[str, ...]], lexicon: Lexicon, codes: Codes
) -> Iterator[Repair]:
    """Repairs by readings that are a label of an item, a known term, the usual case, or a symbol with known codes."""
    for index, texts in sorted(others.items()):
        read = words[index].text
        for other in texts:
            if rule := _rule(words, index, other, lexicon, codes):
                meant = _STROKE if rule is LABEL and _heads_items(words, index, other) else other
                yield Repair(word=index, original=read, replacement=meant, rule=rule)
                break


def _rule(words: Sequence[Word], index: int, other: str, lexicon: Lexicon, codes: Codes) -> str | None:
    read = words[index].text
    if opens_line(words, index) and _LABEL.fullmatch(other) and _is_no_label(read, other):
        return LABEL
    if term(other, lexicon) == other and term(read, lexicon) != read:
        return KNOWN
    if _is_usual_case(words, index, other, lexicon):
        return CASE
    if is_figure(read, other):
        return FIGURE
    if other.endswith(_CLOSE) and _bare_end(read) == _bare_end(other):
        return CLOSE
    return SYMBOL if _has_known_symbol(read, other, codes) else None


def _bare_end(text: str) -> str:
    return text.rstrip("./,…:;'")


def _is_no_label(text: str, other: str) -> bool:
    """Whether a word opens no item as it was read; a numeral without its stop, or made of strokes before one, is that of no other label."""
    numeral = strokes(text[:-1]) if text.endswith((".", ",")) else text  # IL is a stroke with its stop
    if _NUMERAL.fullmatch(numeral) and numeral != other[:-1]:
        return False
    return (
        _NO_LABEL.fullmatch(text) is not None
        and not _LABEL.fullmatch(text)
        and text not in {"-", "+", "–", "•"}
    )


def _heads_items(words: Sequence[Word], index: int, other: str) -> bool:
    """Whether a single stroke that another engine takes for the figure 1 stands over items that begin with 1: it is a numeral."""
    if other != _ONE or words[index].text.rstrip(".,") != _STROKE[0]:
        return False
    labels = (
        words[n].text
        for n in range(index + 1, len(words))
        if opens_line(words, n) and _LABEL.fullmatch(words[n].text)
    )
    return next(labels, "") == _ONE


def _is_usual_case(words: Sequence[Word], index: int, other: str, lexicon: Lexicon) -> bool:
    """Whether a word in small letters goes on with the phrase of the small word before it, where a capital was read."""
    own, meant = core(words[index].text), core(other)
    before = core(words[index - 1].text) if index else None
    if own is None or meant is None or before is None or before.after or own.folded != meant.folded:
        return False
    small = meant.letters.islower() and before.letters.islower() and not own.letters.islower()
    return small and (before.folded, meant.folded) in lexicon.pairs


def _has_known_symbol(read: str, other: str, codes: Codes) -> bool:
    """Whether two readings of a document's number have the same figures, and the other alone has codes that are known."""
    mine, theirs = _NUMBER.fullmatch(read), _NUMBER.fullmatch(other)
    if mine is None or theirs is None or mine["head"] != theirs["head"]:
        return False
    return codes.is_known(theirs["symbol"]) and not codes.is_known(mine["symbol"])
