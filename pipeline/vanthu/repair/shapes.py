"""Repairs of single words by their shape: known terms, the dash or the number that begins a line, specks behind a word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import regex

from vanthu.document.page import Repair, Word
from vanthu.repair import numerals
from vanthu.repair.doubt import Trust
from vanthu.repair.figures import plain, straight
from vanthu.repair.letters import core, look
from vanthu.repair.lexicon import Lexicon
from vanthu.repair.numerals import NUMERALS

TERM, DASH, ROMAN, ORDER, STOP, SPECK, FIGURE, CLOSE, BRACKET, STROKE, RATE = (
    "mend.term",
    "mend.dash",
    "mend.roman",
    "mend.order",
    "mend.stop",
    "mend.speck",
    "mend.figure",
    "mend.close",
    "mend.bracket",
    "mend.stroke",
    "mend.rate",
)
_STROKES = regex.compile(r"[~_»«=¬—–-]{1,3}")
_FIGURES = regex.compile(r"[(]?(?P<bad>[l|])\d{1,2}[.,;)]?")
_SURE_SPECKS = frozenset({"."})  # no sentence goes on in small letters behind it, however well it was read
_ALL_FIGURES = regex.compile(r"[(]?\d{1,4}[.,;:)%]{0,2}")
_HALF_CLOSED = regex.compile(r"\p{L}{2,}(?:[.,]/[.,]?|/[.,])")  # a document ends with ./.
_SPECKS = frozenset({".", "..", "'", "‘", "’", "“", "`"})
_PARTED = regex.compile(
    r"[1-9],\d{1,2}\."
)  # an item of an item: a share would be no sentence's first word with a stop behind it
_PLAIN = (
    (regex.compile("[{]"), "(", BRACKET),
    (regex.compile("[}]"), ")", BRACKET),
    (regex.compile(r"(?<=^[Ss]ố)[-–~·](?=\d)"), " ", STROKE),  # a stamp's line between *số* and the number
    (regex.compile(r"(?<=(?:giờ|ngày|tuần|tháng|quý|năm|kỳ)/)l[aăâãẫẩấầ]n\b"), "lần", RATE),
)
_DATED = regex.compile(r"(?:\d{1,2}/)?\d{1,2}/(?:19|20)\d\d\.")
_LINKS = frozenset({"của", "hoặc", "tại", "và", "về", "đến"})  # a sentence goes on with them, none begins
_COUNTED = regex.compile(r"\d{1,2}(?:[.]\d{1,2}){0,3}(?P<bad>[,:])")


class Mended(NamedTuple):
    """A word as mended, and by which rule."""

    text: str
    rule: str


def by_shape(words: Sequence[Word], trusts: Sequence[Trust], lexicon: Lexicon) -> Iterator[Repair]:
    """Repairs of recognised words that need no more than a look at the word, its place in the line and the next word."""
    due, goes_on = 1, _has_second(words)
    lacks_first = goes_on and not _counts_in_figures(words)
    for index, word in enumerate(words):
        if word.confidence is None:
            continue
        new, rule = _mended(words, index, trusts[index], lexicon, due)
        if opens_line(words, index) and (due > 1 or goes_on or "." in new):
            after = following(words, index)
            if lacks_first and due == 1 and (first := numerals.as_first(new, after)):
                new, rule = first, ORDER
            new, rule, due = _counted(new, rule, after, due, trusts[index])
        if new != word.text:
            yield Repair(word=index, original=word.text, replacement=new, rule=rule)


def _has_second(words: Sequence[Word]) -> bool:
    """Whether the second or third of a row of numerals opens a heading: then a bare stroke before capitals may be the first."""
    return any(
        opens_line(words, n)
        and (
            numerals.value(word.text, after := following(words, n)) in {2, 3}
            or numerals.with_lost_stop(word.text, after, 2)
            or numerals.with_lost_stop(word.text, after, 3)
            or numerals.spelled(word.text, after, 2) == "II."
        )
        for n, word in enumerate(words)
    )


def _counts_in_figures(words: Sequence[Word]) -> bool:
    """Whether headings in capitals are counted 1, 2, ...: then no first numeral was lost."""
    return any(
        word.text == "2." and opens_line(words, n) and numerals.is_heading(following(words, n))
        for n, word in enumerate(words)
    )


def _counted(text: str, rule: str, after: str, due: int, trust: Trust) -> tuple[str, str, int]:
    """The first word of a line, its rule, and the numeral that is due after it: one that lost a stop or a stroke is mended."""
    if stopped := numerals.with_lost_stop(text, after, due):
        text, rule = stopped, STOP
    elif trust is Trust.DOUBTFUL and (meant := numerals.in_place_of(text, after, due)):
        text, rule = meant, ORDER
    value = numerals.value(text, after)
    if value == due - 1 and trust is not Trust.SURE and NUMERALS[value] == NUMERALS[value - 1] + "I":
        return text.replace(NUMERALS[value - 1], NUMERALS[value], 1), ORDER, value + 2
    return text, rule, value + 1 if value else due


def following(words: Sequence[Word], index: int) -> str:
    """The next word; empty at the end."""
    return words[index + 1].text if index + 1 < len(words) else ""


def following_on_line(words: Sequence[Word], index: int) -> bool:
    """Whether another word follows on the same line."""
    return index + 1 < len(words) and not opens_line(words, index + 1)


def opens_line(words: Sequence[Word], index: int) -> bool:
    """Whether a word is the first of its line."""
    if index == 0:
        return True
    before, word = words[index - 1], words[index]
    return (before.page, before.line) != (word.page, word.line)


def is_figure(read: str, meant: str) -> bool:
    """Whether a reading has a figure and look-alike letters, and another has figures alone in their places."""
    return (
        read != meant
        and _ALL_FIGURES.fullmatch(meant) is not None
        and any(c.isdigit() for c in read)
        and plain(read) == meant
    )


def term(text: str, lexicon: Lexicon) -> str | None:
    """The known term that a word of mixed letters looks like; `None` where there is none."""
    parts = core(text)
    if parts is None or parts.letters.islower() or parts.letters.isupper():
        return None
    known = lexicon.terms.get(look(parts.letters))
    return parts.before + known + parts.after if known else None


def _mended(words: Sequence[Word], index: int, trust: Trust, lexicon: Lexicon, due: int) -> tuple[str, str]:
    text = words[index].text
    if trust is not Trust.SURE and (known := term(text, lexicon)):
        return known, TERM
    if figure := _FIGURES.fullmatch(text):
        return text.replace(figure["bad"], "1", 1), FIGURE
    if (plainer := _with_plain_signs(text)).text != text:
        return plainer
    if _HALF_CLOSED.fullmatch(text) and not following_on_line(words, index):
        return text.rstrip("./,") + "./.", CLOSE
    if opens_line(words, index):
        opening = _opening(words, index, trust, due)
        if opening[0] != text:
            return opening
    return _without_speck(words, index, lexicon, sure=trust is Trust.SURE), SPECK


def _with_plain_signs(text: str) -> Mended:
    """The word with the signs that alone are possible there."""
    plainer = Mended(straight(text), STROKE)
    for sign, plain_sign, rule in _PLAIN:
        if sign.search(plainer.text):
            plainer = Mended(sign.sub(plain_sign, plainer.text), rule)
    return plainer


def _opening(words: Sequence[Word], index: int, trust: Trust, due: int) -> tuple[str, str]:
    """The first word of a line."""
    text, after = words[index].text, following(words, index)
    if _STROKES.fullmatch(text) and text not in {"-", "–"} and trust is not Trust.SURE:
        return "-", DASH
    if roman := numerals.spelled(text, after, min(due, len(NUMERALS))):
        return roman, ROMAN
    if _PARTED.fullmatch(text) and after[:1].isupper() and trust is not Trust.SURE:
        return text.replace(",", "."), STOP
    counted = _COUNTED.fullmatch(text) if after[:1].isupper() else None
    if counted and (counted["bad"] == "," or trust is not Trust.SURE):
        return text[:-1] + ".", STOP
    return text, ""


def _without_speck(words: Sequence[Word], index: int, lexicon: Lexicon, *, sure: bool) -> str:
    """The word without a stop that can't be one: the next word, in small letters, goes on with the same phrase."""
    text = words[index].text
    if _DATED.fullmatch(text) and following_on_line(words, index) and following(words, index) in _LINKS:
        return text[:-1]
    own, after = core(text), core(following(words, index))
    if own is None or after is None or after.before or not after.letters.islower():
        return text
    pair, specks = (own.folded, after.folded), _SURE_SPECKS if sure else _SPECKS
    lost = (own.after in specks and pair in lexicon.pairs) or (
        own.after == ":" and not sure and pair in lexicon.compounds
    )
    return own.before + own.letters if lost else text
