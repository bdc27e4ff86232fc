"""What the words of a duty come to, however it is worded: rules/tables/duty_words.yaml.

Marks are left out of every comparison of more than one syllable, so that a tone that recognition lost makes no difference; a
word of one syllable is only known with its marks (*mở* is not *mô*).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache, cached_property, lru_cache, partial
from itertools import chain, dropwhile, islice, takewhile
from pathlib import Path

import regex

from vanthu.audit.across.entries import Entries, Entry, Said, enter, entry_of, key_of, longest
from vanthu.audit.across.spelling import is_misread, marked_syllables, parted, plain_syllables, unmarked
from vanthu.audit.across.table import DutyWords
from vanthu.orthography import fold
from vanthu.resources import checked, rules_folder

TELLING, COMMON = 1.0, 0.3
_OPENING = 3  # phrases
_BEFORE = 3  # syllables of a phrase before a misread one
_KNOWN = 0.5  # of what one side says, that the other must say too
_WORD = regex.compile(r"[\p{L}\d]+")
_Row = tuple[tuple[str, ...], ...]  # the syllables of phrases, one after the other
People = Mapping[int, frozenset[tuple[_Row, int]]]
"""By groups of people, how they were named, and for which time."""


@lru_cache(1 << 14)
def _alone(syllable: str) -> Said:
    """A syllable that the table does not know."""
    return Said((syllable,), TELLING)


def syllables(said: Iterable[Said]) -> frozenset[str]:
    """All syllables of some phrases."""
    return frozenset(s for phrase in said for s in phrase.syllables)


def is_foreign(told: AbstractSet[str], other: AbstractSet[str]) -> bool:
    """Whether of what is told the other side says little; chance gives some. Nothing told is nothing foreign."""
    return _KNOWN * len(told) > len(told & other)


class Vocabulary:
    """The table, looked up by syllables."""

    def __init__(self, words: DutyWords) -> None:
        self.words = words

    @cached_property
    def _entries(self) -> Mapping[str, Sequence[Entries]]:
        """By their first syllable, then by all, those of most syllables first."""
        common = {tuple(plain_syllables(p)) for group in self.words.common for p in group}
        put = partial(enter, lookalikes=self._lookalikes)
        found: dict[tuple[str, ...], Entry] = {}
        for groups, kind in (
            (self.words.empty, ""),
            (self.words.actions, "action"),
            (self.words.things, "thing"),
        ):
            for group in groups:
                first = tuple(plain_syllables(group[0])) if kind else ()
                weight = COMMON if first in common else TELLING
                said = Said(first, weight, group[0] if kind == "action" else None)
                for phrase in group:
                    put(found, phrase, said)
        for phrase in (p for group in self.words.common for p in group):
            put(found, phrase, Said(tuple(plain_syllables(phrase)), COMMON))
        for phrase in self.words.stops:
            entry = entry_of(phrase, Said(tuple(plain_syllables(phrase)), TELLING), self._lookalikes)
            kept = found.get(key_of(entry), entry)
            found[key_of(kept)] = kept._replace(said=kept.said._replace(stop=True))
        by_first: dict[str, dict[tuple[str, ...], list[Entry]]] = defaultdict(dict)
        for entry in sorted(found.values(), key=lambda e: -len(e.plain)):
            by_first[entry.plain[0]].setdefault(entry.plain, []).append(entry)
        return {first: tuple(entries.items()) for first, entries in by_first.items()}

    @cached_property
    def _lookalikes(self) -> frozenset[tuple[str, ...]]:
        """Phrases that differ by their marks alone (*hội thảo*, *hội thao*), without them."""
        words = self.words
        groups = (*words.empty, *words.actions, *words.things, *words.common, words.stops)
        spelt: dict[tuple[str, ...], set[str]] = defaultdict(set)
        for phrase in chain.from_iterable(groups):
            spelt[tuple(plain_syllables(phrase))].add(fold(phrase))
        return frozenset(plain for plain, spellings in spelt.items() if len(spellings) > 1)

    def say(self, text: str, *, numbers: bool = False) -> list[Said]:
        """The phrases of a text in the form in which they are compared, empty ones and mostly numbers left out."""
        marked = marked_syllables(text)
        plain = unmarked(marked)
        entries = self._entries
        said, at = [], 0
        while at < len(plain):
            syllable = plain[at]
            entry = longest(entries[syllable], plain, marked, at) if syllable in entries else None
            at += len(entry.plain) if entry else 1
            if entry is None:
                said += [_alone(syllable)] if numbers or not syllable.isdigit() else []
            elif entry.said.syllables or entry.said.stop:
                said.append(entry.said)
        return said

    def legible(self, text: str) -> str:
        """A text whose words that were run together stand apart, and misread ones as in phrases of the table that fit there."""
        text = _WORD.sub(lambda word: parted(word[0]) if is_misread(word[0]) else word[0], text)
        words = list(_WORD.finditer(text))
        misread = [n for n, word in enumerate(words) if is_misread(word[0])]
        if not misread:
            return text
        plain = unmarked([fold(word[0]) for word in words])
        read = {words[n].start(): right for n in misread if (right := self._as_written(plain, n))}
        return _WORD.sub(lambda word: read.get(word.start(), word[0]), text)

    def _as_written(self, plain: tuple[str, ...], at: int) -> str | None:
        """The syllable that a phrase of the table has at a place; `None` where none fits there."""
        for start in range(max(0, at - _BEFORE), at + 1):
            for row, some in self._entries.get(plain[start], ()):
                if start + len(row) > max(at, start + 1) and plain[start : start + len(row)] == row:
                    return marked_syllables(some[0].written)[at - start]
        return None

    def shorthand(self, said: Iterable[Said]) -> list[int | str]:
        """Phrases in few letters, true as long as the table stays as it is: see `longhand`."""
        return [self._numbers.get(phrase) or phrase.syllables[0] for phrase in said]

    def longhand(self, short: Iterable[int | str]) -> list[Said]:
        """The phrases again."""
        return [_alone(one) if isinstance(one, str) else self._phrases[one] for one in short]

    @cached_property
    def _phrases(self) -> Sequence[Said]:
        """What the entries of the table say, each once, from the second place on."""
        entries = chain.from_iterable(self._entries.values())
        said = (entry.said for _, some in entries for entry in some)
        return (Said((), 0.0), *dict.fromkeys(said))

    @cached_property
    def _numbers(self) -> Mapping[Said, int]:
        return {phrase: number for number, phrase in enumerate(self._phrases) if number}

    def actions(self, said: Sequence[Said]) -> tuple[str, ...]:
        """What is to be done: the first verbs and those beside them, weak ones apart; behind *lập danh sách* stands what is listed."""
        first = next((n for n, p in enumerate(said) if self._is_strong(p)), 0)
        found: dict[str, None] = {}
        for phrase in takewhile(lambda p: not p.stop and (p.action or p.weight <= COMMON), said[first:]):
            if phrase.action and self._is_strong(phrase):
                found[phrase.action] = None
            if self.ends_in_object(phrase):
                break
        return tuple(found)

    def weak_action(self, said: Sequence[Said]) -> str | None:
        """The first weak verb that tells something by itself (*họp*, *vận động*)."""
        return next((p.action for p in said if p.action and p.action not in self.words.empty_actions), None)

    def ends_in_object(self, phrase: Said) -> bool:
        """Whether what follows a verb is told by its last word (*lập danh sách*, *lập hồ sơ*)."""
        return phrase.action in self._closing

    @cached_property
    def _closing(self) -> frozenset[str]:
        stops = tuple(f" {stop}" for stop in self.words.stops)
        return frozenset(group[0] for group in self.words.actions if group[0].endswith(stops))

    def _is_strong(self, phrase: Said) -> bool:
        return phrase.action is not None and phrase.action not in self.words.weak_actions

    def opening(self, said: Sequence[Said], names: frozenset[str] = frozenset()) -> tuple[Said, ...]:
        """The first phrases up to the words before the object (*lập dự toán cho*), weak verbs and a place told first apart."""
        rest = dropwhile(
            lambda p: p.stop or p.syllables in self._placing or names.issuperset(p.syllables), said
        )
        first = islice(takewhile(lambda p: not p.stop, rest), _OPENING)
        return tuple(p for p in first if p.action not in self.words.weak_actions)

    def are_kin(self, one: str, two: str) -> bool:
        """Whether two verbs may mean one work, as two drafters word it."""
        return one == two or any(one in group and two in group for group in self._kin)

    @cached_property
    def _kin(self) -> Sequence[frozenset[str]]:
        return [frozenset(group) for group in self.words.kin]

    def beside(self, said: Sequence[Said]) -> str | None:
        """What a duty is beside some work: the report on it, what is made ready for it; `None` for the work itself."""
        verbs = [n for n, p in enumerate(said) if self._is_strong(p)]
        if not verbs:
            return None
        last = next(n for n in verbs if n + 1 not in verbs)
        told = " ".join(said[last + 1].syllables) if last + 1 < len(said) else ""
        return next(
            (b for b, plain in self._beside.items() if b == said[verbs[0]].action or plain == told), None
        )

    @cached_property
    def _beside(self) -> Mapping[str, str]:
        return {b: " ".join(plain_syllables(b)) for b in self.words.beside}

    def people(self, said: Sequence[Said]) -> People:
        """By groups, whom a duty names, phrase by phrase: *đoàn viên, chức năng* names no *viên chức*."""
        told = tuple(p.syllables for p in said)
        rows = Counter(told[at : at + n] for n in self._people_lengths for at in range(len(told) - n + 1))
        named = {
            n: frozenset((row, time) for row in group & rows.keys() for time in range(rows[row]))
            for n, group in enumerate(self._people)
        }
        return {n: people for n, people in named.items() if people}

    def is_people(self, phrase: Said) -> bool:
        """Whether a phrase by itself names people that work may be for."""
        return any((phrase.syllables,) in group for group in self._people)

    @cached_property
    def _people(self) -> Sequence[frozenset[_Row]]:
        return [
            frozenset(tuple(s.syllables for s in self.say(p)) for p in group) - {()}
            for group in self.words.people
        ]

    @cached_property
    def _people_lengths(self) -> frozenset[int]:
        return frozenset(len(row) for group in self._people for row in group)

    @cached_property
    def _placing(self) -> frozenset[tuple[str, ...]]:
        """Words before the names of places."""
        return frozenset(phrase.syllables for word in self.words.places for phrase in self.say(word))


@cache
def vocabulary(path: Path | None = None) -> Vocabulary:
    """The program's own table, or another one. Raises `RulesError` where it is not valid."""
    return Vocabulary(checked(path or rules_folder() / "tables" / "duty_words.yaml", DutyWords))
