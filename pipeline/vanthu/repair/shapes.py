"""Repairs of single words by their shape: known terms, the dash or the number that begins a line, specks behind a word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from vanthu.document.page import Repair, Word
from vanthu.repair.doubt import Trust
from vanthu.repair.letters import core, look
from vanthu.repair.lexicon import Lexicon

TERM, DASH, ROMAN, ORDER, STOP, SPECK = (
    "mend.term",
    "mend.dash",
    "mend.roman",
    "mend.order",
    "mend.stop",
    "mend.speck",
)
_STROKES = regex.compile(r"[~_»«=¬—–-]{1,3}")
_ROMAN = regex.compile(r"(?=[1|lH]*[IVXlH])[IVX1l|H]{1,5}(?=[.])")
_QUARTER = regex.compile(r"(?=[1l|]*[IV])[1Il|V]{2,3}(?=[/,.;)]|$)")
_NUMERALS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV")
_SPECKS = frozenset({".", "..", "'", "‘", "’", "“", "`"})
_COUNTED = regex.compile(r"\d{1,2}(?P<bad>[,:])")
_CAPITALS = regex.compile(r"[“\"(]?\p{Lu}{2,}[\p{Lu}\p{P}]*")


def by_shape(words: Sequence[Word], trusts: Sequence[Trust], lexicon: Lexicon) -> Iterator[Repair]:
    """Repairs of recognised words that need no more than a look at the word, its place in the line and the next word."""
    due = 1
    for index, word in enumerate(words):
        if word.confidence is None:
            continue
        new, rule = _mended(words, index, trusts[index], lexicon)
        if opens_line(words, index) and (value := _numeral(new, words, index)):
            if (
                value == due - 1
                and trusts[index] is not Trust.SURE
                and _NUMERALS[value] == _NUMERALS[value - 1] + "I"
            ):
                new, rule, value = new.replace(_NUMERALS[value - 1], _NUMERALS[value], 1), ORDER, value + 1
            due = value + 1
        if new != word.text:
            yield Repair(word=index, original=word.text, replacement=new, rule=rule)


def opens_line(words: Sequence[Word], index: int) -> bool:
    """Whether a word is the first of its line."""
    if index == 0:
        return True
    before, word = words[index - 1], words[index]
    return (before.page, before.line) != (word.page, word.line)


def term(text: str, lexicon: Lexicon) -> str | None:
    """The known term that a word of mixed letters looks like; `None` where there is none."""
    parts = core(text)
    if parts is None or parts.letters.islower() or parts.letters.isupper():
        return None
    known = lexicon.terms.get(look(parts.letters))
    return parts.before + known + parts.after if known else None


def _mended(words: Sequence[Word], index: int, trust: Trust, lexicon: Lexicon) -> tuple[str, str]:
    text = words[index].text
    if trust is not Trust.SURE and (known := term(text, lexicon)):
        return known, TERM
    if opens_line(words, index):
        return _opening(words, index, trust)
    if index and words[index - 1].text.lower() == "quý" and (found := _QUARTER.search(text)):
        return text.replace(found[0], _strokes(found[0]), 1), ROMAN
    return (_without_speck(words, index, lexicon), SPECK) if trust is not Trust.SURE else (text, SPECK)


def _opening(words: Sequence[Word], index: int, trust: Trust) -> tuple[str, str]:
    """The first word of a line."""
    text = words[index].text
    following = words[index + 1].text if index + 1 < len(words) else ""
    if _STROKES.fullmatch(text) and text not in {"-", "–"} and trust is not Trust.SURE:
        return "-", DASH
    if (found := _ROMAN.match(text)) and _CAPITALS.match(following) and _strokes(found[0]) in _NUMERALS:
        return text.replace(found[0], _strokes(found[0]), 1), ROMAN
    counted = _COUNTED.fullmatch(text) if following[:1].isupper() else None
    if counted and (counted["bad"] == "," or trust is not Trust.SURE):
        return text[:-1] + ".", STOP
    return text, ""


def _numeral(text: str, words: Sequence[Word], index: int) -> int:
    """The value of the numeral that begins a heading; 0 for none."""
    figure = text.partition(".")[0]
    following = words[index + 1].text if index + 1 < len(words) else ""
    is_heading = "." in text and figure in _NUMERALS and _CAPITALS.match(following)
    return _NUMERALS.index(figure) + 1 if is_heading else 0


def _strokes(text: str) -> str:
    return text.replace("H", "II").translate(str.maketrans("l1|", "III"))


def _without_speck(words: Sequence[Word], index: int, lexicon: Lexicon) -> str:
    """The word without a stop that can't be one: the next word goes on with the same phrase."""
    text = words[index].text
    own, after = core(text), core(words[index + 1].text) if index + 1 < len(words) else None
    if own is None or after is None or after.before or not after.letters.islower():
        return text
    pair = (own.folded, after.folded)
    lost = (own.after in _SPECKS and pair in lexicon.pairs) or (
        own.after == ":" and pair in lexicon.compounds
    )
    return own.before + own.letters if lost else text
