"""Places that a person should look at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

import regex

from vanthu.document.geometry import union
from vanthu.document.page import Dispute, Flag, Word
from vanthu.orthography import fold, has_raised, is_syllable, strip_accents
from vanthu.repair.codes import Codes
from vanthu.repair.figures import Figure, Kind
from vanthu.repair.letters import core
from vanthu.repair.measures import Measures, MendingFile
from vanthu.repair.quarters import unknown_quarters, unsure_quarters
from vanthu.repair.shapes import opens_line

_LONE = regex.compile(r"\p{Lu}[,;.]?")


class Doubt(NamedTuple):
    """Words that may be wrong, and why."""

    words: tuple[int, ...]
    code: str
    candidates: tuple[str, ...] = ()


class Sight(NamedTuple):
    """What flags are judged by."""

    words: Sequence[Word]  # as mended
    others: Mapping[int, tuple[str, ...]]  # what other engines read
    settled: frozenset[int]  # mended with good reason
    believed: frozenset[int] = frozenset()  # by their neighbours


def of_figures(sight: Sight, found: Sequence[Figure], codes: Codes, measures: Measures) -> Iterator[Doubt]:
    """Doubts about dates and numbers: read without certainty, impossible, or at odds with what stands beside them."""
    last = _last_year(sight, found, measures)
    for n, figure in enumerate(found):
        if all(sight.words[i].confidence is None for i in figure.words):
            continue
        code = (
            _date_doubt(figure, last, measures) if figure.kind is Kind.DATE else _number_doubt(figure, codes)
        )
        if code is None and _is_cut(figure, sight.words):
            code = "number.symbol"
        if code is None and n + 1 < len(found):
            code = _year_doubt(figure, found[n + 1])
        if code is None and (
            _is_unsure(figure.words, sight, measures.flag_number) or _is_noted(figure, sight)
        ):
            code = f"{figure.kind.value}.unsure"
        if code is not None:
            yield Doubt(figure.words, code, _candidates(figure.words, sight))
    yield from _at_odds(sight, found)


def of_quarters(sight: Sight) -> Iterator[Doubt]:
    """Doubts about numbers behind *quý*: no quarter's, or another quarter's by another reading."""
    codes = dict.fromkeys(unsure_quarters(sight.words, sight.others), "quarter.unsure")
    codes |= dict.fromkeys(unknown_quarters(sight.words), "quarter.impossible")
    for index, code in codes.items():
        yield Doubt((index,), code, sight.others.get(index, ()))


def of_words(sight: Sight, taken: frozenset[int], measures: Measures) -> Iterator[Doubt]:
    """Doubts about single words outside of dates and numbers."""
    unasked = taken | sight.settled | sight.believed
    for index, word in enumerate(sight.words):
        if word.confidence is None or index in unasked:
            continue
        if not any(c.isalnum() for c in word.text):
            continue
        if code := _word_doubt(index, word, sight, measures):
            yield Doubt((index,), code, sight.others.get(index, ()))


def of_counts(sight: Sight, disputes: Iterable[Dispute], taken: frozenset[int]) -> Iterator[Doubt]:
    """Doubts about places where two engines saw different words in different numbers, unless the neighbours speak for what was
    read; blanks alone are no difference.
    """
    for dispute in disputes:
        own, told = [sight.words[i] for i in dispute.words], dispute.text.split()
        read = "".join(word.text for word in own)
        if not own or len(own) == len(told) or taken.intersection(dispute.words) or _is_same(read, told):
            continue
        if _figures_of(read) != _figures_of(dispute.text):
            yield Doubt(dispute.words, "figure.unsure", (dispute.text,))
        elif not sight.believed.issuperset(dispute.words):
            yield Doubt(dispute.words, "word.dispute", (dispute.text,))


def _is_same(read: str, told: Iterable[str]) -> bool:
    return _bare(read) == _bare("".join(told))


def _bare(text: str) -> str:
    """Letters and figures, folded and without marks."""
    return "".join(c for c in strip_accents(fold(text)) if c.isalnum())


def _figures_of(text: str) -> str:
    return "".join(c for c in text if c.isdigit())


def flags(words: Sequence[Word], doubts: Iterable[Doubt], file: MendingFile) -> tuple[Flag, ...]:
    """A flag for each doubt; doubts of one kind about neighbours on one line are one. In order of place."""
    ordered = sorted(doubts, key=lambda doubt: doubt.words)
    return tuple(_flag(words, doubt, file.reasons[doubt.code]) for doubt in _joined(words, ordered))


def _date_doubt(figure: Figure, last: int, measures: Measures) -> str | None:
    if figure.is_broken:
        return "date.broken"
    if not figure.in_calendar:
        return "date.impossible"
    year = figure.part("year")
    return "date.far" if year is not None and not measures.first_year <= year <= last else None


def _number_doubt(figure: Figure, codes: Codes) -> str | None:
    symbol = figure.parts.get("symbol")
    if symbol is None:
        return None
    number = figure.part("figure")
    if (
        number is not None
        and 1990 <= number <= 2100
        and "year" not in figure.parts
        and len(figure.words) == 1
    ):
        return "number.broken"
    return None if codes.is_known(symbol.strip(" -–.,;'\"’”")) else "number.symbol"


def _is_cut(figure: Figure, words: Sequence[Word]) -> bool:
    """Whether a capital stands alone behind a symbol: the last letter of it, set apart by the engine."""
    at = figure.words[-1] + 1
    follows = "symbol" in figure.parts and at < len(words) and not opens_line(words, at)
    return follows and _LONE.fullmatch(words[at].text) is not None


def _year_doubt(figure: Figure, after: Figure) -> str | None:
    """A normative act bears the year of its date."""
    if not _are_act_and_date(figure, after):
        return None
    own, year = figure.part("year"), after.part("year")
    return "date.disagrees" if own and year and own != year else None


def _are_act_and_date(figure: Figure, after: Figure) -> bool:
    return (
        figure.kind is Kind.NUMBER and after.kind is Kind.DATE and 0 < after.words[0] - figure.words[-1] <= 2
    )


def _at_odds(sight: Sight, found: Sequence[Figure]) -> Iterator[Doubt]:
    """One act that bears two dates in one document: the less sure of them is doubted."""
    dated: defaultdict[str, list[Figure]] = defaultdict(list)
    for figure, after in pairwise(found):
        if _are_act_and_date(figure, after) and "symbol" in figure.parts and after.part("year"):
            dated[fold(figure.text.replace(" ", ""))].append(after)
    for dates in dated.values():
        kinds = {(d.part("day"), d.part("month"), d.part("year")) for d in dates}
        if len(kinds) > 1:
            for figure in dates:
                if all(sight.words[i].confidence is not None for i in figure.words):
                    yield Doubt(figure.words, "date.at_odds")


def _last_year(sight: Sight, found: Iterable[Figure], measures: Measures) -> int:
    """The last year that is believed: some years after the middle one of the dates that were surely read."""
    years = sorted(
        year
        for figure in found
        if figure.kind is Kind.DATE and figure.in_calendar and (year := figure.part("year"))
        if not _is_unsure(figure.words, sight, measures.flag_number)
    )
    return years[len(years) // 2] + measures.years_ahead if years else date.max.year


def _is_unsure(indices: Iterable[int], sight: Sight, least: float) -> bool:
    return any(_is_low(sight.words[i], least) or i in sight.others for i in indices)


def _is_low(word: Word, least: float) -> bool:
    return word.confidence is not None and word.confidence < least and any(c.isalnum() for c in word.text)


def _word_doubt(index: int, word: Word, sight: Sight, measures: Measures) -> str | None:
    confidence = word.confidence or 0.0
    if any(c.isdigit() for c in word.text):
        return "figure.unsure" if confidence < measures.flag_number or index in sight.others else None
    if index in sight.others:
        return "word.dispute"
    if confidence >= measures.flag_word:
        return None
    letters = core(word.text)
    is_name = letters is not None and letters.letters[0].isupper() and is_syllable(letters.letters)
    return "name.unclear" if is_name else "word.unclear"


def _is_noted(figure: Figure, sight: Sight) -> bool:
    """Whether a figure too many was taken for the mark of a footnote, which engines never read as such."""
    return any(has_raised(sight.words[i].text) for i in figure.words)


def _candidates(indices: Iterable[int], sight: Sight) -> tuple[str, ...]:
    return tuple(text for i in indices for text in sight.others.get(i, ()))


def _joined(words: Sequence[Word], doubts: Sequence[Doubt]) -> Iterator[Doubt]:
    last: Doubt | None = None
    for doubt in doubts:
        if last is not None and _follows(words, last, doubt):
            last = Doubt((*last.words, *doubt.words), last.code, (*last.candidates, *doubt.candidates))
            continue
        if last is not None:
            yield last
        last = doubt
    if last is not None:
        yield last


def _follows(words: Sequence[Word], last: Doubt, doubt: Doubt) -> bool:
    a, b = words[last.words[-1]], words[doubt.words[0]]
    beside = doubt.words[0] == last.words[-1] + 1 and (a.page, a.line) == (b.page, b.line)
    return beside and last.code == doubt.code and doubt.code.startswith(("word.", "name."))


def _flag(words: Sequence[Word], doubt: Doubt, reason: str) -> Flag:
    own = [words[i] for i in doubt.words]
    return Flag(
        page=own[0].page,
        box=union(w.box for w in own if w.page == own[0].page),
        text=" ".join(w.text for w in own),
        code=doubt.code,
        reason=reason,
        candidates=tuple(dict.fromkeys(doubt.candidates)),
        words=doubt.words,
    )
