"""What tells two duties in like words apart: rounds, numbers, places, stages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

import regex

from vanthu.audit.across.spelling import mended, plain_syllables
from vanthu.audit.across.table import DutyWords
from vanthu.audit.across.vocabulary import vocabulary
from vanthu.orthography import fold, is_bare_syllable, roman_value, strip_accents

_DATE = regex.compile(r"\d{1,2}\s*[/.-]\s*\d{1,2}(?:\s*[/.-]\s*\d{4})?")
_CODE = regex.compile(r"\d+(?:/\d{4})?\s*/\s*[\p{L}&-]{2,}(?:-[\p{L}&]+)*")  # 12/KH-UBND, 30/2020/NĐ-CP
_AMOUNT = regex.compile(r"(?<![\d.,/])(\d+(?:[.,]\d+)*)\s*(%|\p{L}+)")
_DIGIT = regex.compile(r"\d")
_STEP = "step"  # what the word before a step's name counts
_WORD = regex.compile(r"[\p{L}\d]+")
_FIGURES = r"\d{1,4}(?!\d|\s*[/.]\s*\d)|[ivx]{1,4}"


class Marks(NamedTuple):
    """By kind, what was named: `rounds` (*quý*: 3), `numbers` (*lớp*: 2; *%*: 90), `stages`."""

    rounds: Mapping[str, frozenset[str]]
    numbers: Mapping[str, frozenset[str]]
    stages: Mapping[str, frozenset[int]]
    made: frozenset[int]  # by groups: what the work brings forth


class Marker:
    """Finds them, by a table of words."""

    def __init__(self, words: DutyWords) -> None:
        self._ordinals = {_plain(word): str(value) for word, value in words.ordinals.items()}
        number = f"{_FIGURES}|{_either_plain((*words.ordinals, *words.ends))}"
        self._rounds = _counting(words.rounds, words.before_numbers, number)
        self._numbered = _counting(words.numbered, words.before_numbers, number)
        self._years = regex.compile(rf"{_either_plain(words.years)}\s+((?:19|20)\d\d)(?!\d)")
        self.of_year = _plain(words.years[0])
        self._parts_of_year = [_Phrases(group) for group in words.parts_of_year]
        self._steps = regex.compile(rf"(?<!\p{{L}})(?:{_either(words.steps)}) (\p{{L}}+(?: \p{{L}}+)?)")
        # The words before a name stand in any case, the name in capitals.
        self._place_words = frozenset(" ".join(plain_syllables(w)) for w in words.places)
        self._places = regex.compile(
            rf"(?<!\p{{L}})(?i:{_either(words.places)})\s+(?:số\s+)?((?:\p{{Lu}}[\p{{L}}01]*|\d+)(?:[ -]+(?:\p{{Lu}}[\p{{Ll}}01]*|\d+)(?!\p{{L}}))*)"
        )
        self._bodies = regex.compile(_either_plain(words.bodies.kinds))
        self._any_body = _Phrases(words.bodies.any_kind)
        self._stages = [(s.name, [_Phrases(part) for part in s.parts]) for s in words.stages]
        self._made = [_Phrases(group) for group in words.made]
        self._level_at_end = regex.compile(rf"(?i:\s+(?:{_either(words.levels)})\s*$)")
        self._levels = regex.compile(
            rf"(?<!\p{{L}})(?i:({_either(words.levels)}))\s+((?:\p{{Lu}}\p{{Ll}}*|\d+)(?:[ -]+\p{{Lu}}\p{{Ll}}*)*)"
        )

    def marks(self, text: str) -> Marks:
        """The marks of a text without times: see `undated`."""
        plain = mended(text)
        rounds = self._counted(self._rounds, plain)
        if (
            part := next((n for n, p in enumerate(self._parts_of_year) if p.are_in(plain)), None)
        ) is not None:
            rounds[self.of_year] = rounds.get(self.of_year, frozenset()) | {f"part {part}"}
        if not rounds and (steps := self._steps.findall(fold(text))):
            rounds[_STEP] = frozenset(mended(step) for step in steps)
        numbers = self._counted(self._numbered, plain)
        counted = self._numbered.sub(" ", self._rounds.sub(" ", plain)) if _DIGIT.search(plain) else ""
        for value, what in _AMOUNT.findall(counted):
            numbers[what] = numbers.get(what, frozenset()) | {value}
        return Marks(rounds, numbers, dict(self._stages_in(plain)), self._made_in(plain))

    def years(self, text: str) -> frozenset[int]:
        """Years that a text names."""
        return frozenset(map(int, self._years.findall(_plain(text))))

    def _counted(self, pattern: regex.Pattern[str], plain: str) -> dict[str, frozenset[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for word, number in pattern.findall(plain):
            value = roman_value(number.upper())
            found[word].add(str(value) if value else self._ordinals.get(number, number.lstrip("0")))
        return {word: frozenset(numbers) for word, numbers in found.items()}

    def made(self, text: str) -> frozenset[int]:
        """By groups, what the work of a text brings forth."""
        return self._made_in(mended(text))

    def _made_in(self, plain: str) -> frozenset[int]:
        return _of(self._made, plain)

    def places(self, text: str) -> frozenset[str]:
        """Names that stand behind a word for a place, without marks."""
        return frozenset(" ".join(plain_syllables(name)) for name in self.written(text))

    def places_told(self, text: str) -> frozenset[str]:
        """The same for a task, a text without times: the word before a name may be misread."""
        return self.places(_mended_names(text))

    def written(self, text: str) -> list[str]:
        """Names that stand behind a word for a place."""
        return list(self._places.findall(text))

    def seat(self, name: str) -> tuple[str, str] | None:
        """Level and place of a body (*xã*, *Bình Giang*), where its name has them."""
        found = self._levels.search(name)
        return (fold(found[1]), found[2]) if found else None

    def are_called(self, units: str, body: str) -> bool:
        """Whether words for many units (*UBND các xã*, *các đơn vị*) are for a body too: of its kind, or of any."""
        told = _plain(units)
        return self._any_body.are_in(told) or not set(self._bodies.findall(told)).isdisjoint(
            self._bodies.findall(_plain(body))
        )

    def without_level(self, name: str) -> str:
        """A unit's name without the level at its end (*Công an xã*)."""
        return self._level_at_end.sub("", name)

    def without_kind(self, name: str) -> str:
        """A place's name without a first word that is one for places: where the word before was misread, *Suối Tre* gives *tre*."""
        first, _, rest = name.partition(" ")
        return rest if rest and first in self._place_words else name

    def _stages_in(self, plain: str) -> Iterator[tuple[str, frozenset[int]]]:
        for name, parts in self._stages:
            if found := frozenset(n for n, part in enumerate(parts) if part.are_in(plain)):
                yield name, found


def _of(groups: Sequence[_Phrases], plain: str) -> frozenset[int]:
    return frozenset(n for n, group in enumerate(groups) if group.are_in(plain))


def undated(text: str) -> str:
    """A text without days and numbers of documents, in one line."""
    return _DATE.sub(" ", _CODE.sub(" ", " ".join(text.split())))


def _plain(text: str) -> str:
    return strip_accents(fold(text))


def _counting(words: tuple[str, ...], between: tuple[str, ...], number: str) -> regex.Pattern[str]:
    named, skipped = (_either(tuple(map(_plain, told))) for told in (words, between))
    return regex.compile(rf"(?<!\p{{L}})({named})\s+(?:(?:{skipped})\s+)?({number})(?!\p{{L}})")


def _either_plain(part: tuple[str, ...]) -> str:
    return rf"(?<!\p{{L}})(?:{_either(tuple(map(_plain, part)))})(?!\p{{L}})"


class _Phrases:
    """Phrases that mean one thing."""

    def __init__(self, part: tuple[str, ...]) -> None:
        self._plain = tuple(map(_plain, part))

    def are_in(self, plain: str) -> bool:
        """Whether one of them stands in a text without marks, and not within a word."""
        return any(phrase in plain and _stands_in(phrase, plain) for phrase in self._plain)


def _stands_in(phrase: str, text: str) -> bool:
    """Whether it stands somewhere in a text without a letter before or behind it."""
    at = text.find(phrase)
    while at >= 0:
        end = at + len(phrase)
        if not text[max(0, at - 1) : at].isalpha() and not text[end : end + 1].isalpha():
            return True
        at = text.find(phrase, at + 1)
    return False


def _mended_names(text: str) -> str:
    """A text whose syllables that are none were put right, capitals kept: the word before a name is looked for by its letters."""
    return _WORD.sub(lambda found: _mended_name(found[0]), text)


@lru_cache(1 << 14)
def _mended_name(word: str) -> str:
    if word.isdigit() or is_bare_syllable(word):
        return word
    read = mended(word)
    return read.capitalize() if word[0].isupper() else read


def _either(words: tuple[str, ...]) -> str:
    return "|".join(regex.escape(w) for w in sorted(words, key=len, reverse=True))


@cache
def marker() -> Marker:
    """With the program's own table. Raises `RulesError` where it is not valid."""
    return Marker(vocabulary().words)
