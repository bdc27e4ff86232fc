"""Repairs: which words are mended, and by which rule."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

import regex

from vanthu.document.page import Dispute, Repair, Word
from vanthu.orthography import raised
from vanthu.repair.belief import partners
from vanthu.repair.codes import Codes
from vanthu.repair.context import Context, Slot, choose
from vanthu.repair.doubt import Trust
from vanthu.repair.figures import Figure, Kind, plain
from vanthu.repair.letters import core
from vanthu.repair.lexicon import Lexicon
from vanthu.repair.readings import readings
from vanthu.repair.shapes import opens_line

DATE, NUMBER, CODE = "mend.date", "mend.number", "mend.code"
_ENDS = (".", ";", ":", "!", "?", "…")
_PARTS = (",", ")", "”", '"', "-", "–", "/")
_NOTED = regex.compile(r"/(?:19|20)\d\d(?P<mark>[1-9])$")
_SHORT = regex.compile(r"\p{Lu}{1,4}")


def by_neighbours(
    words: Sequence[Word], trusts: Sequence[Trust], disputes: Sequence[Dispute], lexicon: Lexicon
) -> Iterator[Repair]:
    """Repairs of marks and letters that the neighbouring words ask for."""
    context = Context.of(lexicon, list(_sure_runs(words, trusts)))
    others = other_readings(words, disputes)
    for run in by_page(words):
        slots = [_slot(words, i, trusts[i], others.get(i, ()), lexicon) for i in run]
        for index, reading in zip(run, choose(slots, context), strict=True):
            if reading.rule:
                yield Repair(
                    word=index, original=words[index].text, replacement=reading.text, rule=reading.rule
                )


def other_readings(words: Sequence[Word], disputes: Iterable[Dispute]) -> dict[int, tuple[str, ...]]:
    """What other engines read at each word; only where they saw as many words as the first."""
    found: defaultdict[int, list[str]] = defaultdict(list)
    for dispute in disputes:
        texts = dispute.text.split()
        if len(texts) != len(dispute.words):
            continue
        for index, text in zip(dispute.words, texts, strict=True):
            if text != words[index].text and text not in found[index]:
                found[index].append(text)
    return {index: tuple(texts) for index, texts in found.items() if texts}


def by_figures(
    words: Sequence[Word], trusts: Sequence[Trust], found: Iterable[Figure], codes: Codes
) -> Iterator[Repair]:
    """Repairs inside dates and numbers: letters that stand for figures, and codes with one possible spelling."""
    for figure in found:
        if len(figure.words) != 1 or words[figure.words[0]].confidence is None:
            continue
        index = figure.words[0]
        new, rule = _mended(figure, codes, sure=trusts[index] is Trust.SURE)
        recased = new.casefold() == figure.text.casefold() and _is_in_capitals(words, index)
        if new != figure.text and not recased:
            text = words[index].text
            yield Repair(word=index, original=text, replacement=text.replace(figure.text, new, 1), rule=rule)


def _is_in_capitals(words: Sequence[Word], index: int) -> bool:
    """Whether a word stands among capitals, as in a title: a code is printed in capitals there too."""
    beside = [words[n].text for n in (index - 1, index + 1) if 0 <= n < len(words)]
    return any(len(text) > 1 and text.isupper() for text in beside)


def _mended(figure: Figure, codes: Codes, *, sure: bool) -> tuple[str, str]:
    if figure.kind is Kind.DATE:
        return _mended_date(figure), DATE
    symbol = figure.parts.get("symbol", "")
    head, tail = (figure.text[: -len(symbol)], symbol) if symbol else (figure.text, "")
    if not symbol or not codes.type_of(codes.mended(tail)):
        return figure.text, NUMBER
    if plain(head) != head:
        return plain(head) + tail, NUMBER
    return (figure.text, CODE) if sure else (head + codes.mended(tail), CODE)


def _mended_date(figure: Figure) -> str:
    """Look-alike letters become figures, another sign in the place of one of two strokes a stroke, a fifth figure of a year the mark
    of a footnote.
    """
    if noted := _NOTED.search(figure.text):
        return figure.text[: noted.start("mark")] + raised(noted["mark"])
    if not figure.in_calendar or "/" not in figure.text:
        return figure.text
    return plain(figure.text.replace(figure.parts.get("bad", "/"), "/"))


def _slot(words: Sequence[Word], index: int, trust: Trust, others: tuple[str, ...], lexicon: Lexicon) -> Slot:
    text = words[index].text
    if trust is not Trust.SURE and _is_short_form(words, index):
        trust = Trust.SURE
    if trust is Trust.BLURRED and partners(words, index, text, lexicon):
        trust = Trust.SLIPPERY
    inside = index > 0 and not words[index - 1].text.endswith(_ENDS) and not opens_line(words, index)
    found = readings(text, trust, lexicon, others=others, inside=inside)
    return Slot(found, ends=text.endswith(_ENDS), parts=text.endswith(_PARTS))


def _is_short_form(words: Sequence[Word], index: int) -> bool:
    """Whether a few capitals stand among small letters: a short form, which has no marks of its own."""
    letters = core(words[index].text)
    if letters is None or not _SHORT.fullmatch(letters.letters) or len(letters.letters) < 2:
        return False
    beside = [words[n].text for n in (index - 1, index + 1) if 0 <= n < len(words)]
    return not any(text.isupper() and len(text) > 1 for text in beside)


def by_page(words: Sequence[Word], of: Collection[int] | None = None) -> Iterable[list[int]]:
    """The indices of the words of each page; with `of` these alone."""
    pages: defaultdict[int, list[int]] = defaultdict(list)
    for index in range(len(words)) if of is None else sorted(of):
        pages[words[index].page].append(index)
    return pages.values()


def _sure_runs(words: Sequence[Word], trusts: Sequence[Trust]) -> Iterator[list[str]]:
    """Syllables that follow each other without a stop and were surely read."""
    run: list[str] = []
    for index, word in enumerate(words):
        letters = core(word.text) if trusts[index] is Trust.SURE else None
        if letters is None or letters.before or (index and words[index - 1].page != word.page):
            yield run
            run = []
        if letters is not None:
            run = [*run, letters.folded]
            if letters.after:
                yield run
                run = []
    yield run


def merged(*sources: Iterable[Repair]) -> tuple[Repair, ...]:
    """One repair a word, of the first source that has one; in order of the words."""
    found: dict[int, Repair] = {}
    for repair in (repair for source in sources for repair in source):
        found.setdefault(repair.word, repair)
    return tuple(found[index] for index in sorted(found))


def applied(words: Sequence[Word], repairs: Iterable[Repair]) -> list[Word]:
    """The words with their repairs."""
    new: Mapping[int, str] = {repair.word: repair.replacement for repair in repairs}
    return [word._replace(text=new.get(index, word.text)) for index, word in enumerate(words)]
