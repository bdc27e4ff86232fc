"""What one task makes and another uses: the maker comes first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import regex

from vanthu.document.geometry import Span
from vanthu.orthography import fold
from vanthu.rulebook import RuleSet

LABEL = "PRODUCT"
_SYLLABLE = regex.compile(r"[\p{L}\p{N}]+")
_HEAD = 2  # syllables of the noun that both must begin with
LEAST = 4  # syllables in a row that both must share, the noun itself or what tells which one is meant
_MOST_MAKERS = 2  # a thing that more tasks make tells nothing about their order
_OPPOSITES = frozenset(
    {"chưa", "không", "ngoài", "còn", "khác"}
)  # one list has them, the other does not: two lists


class Thing(NamedTuple):
    """A noun phrase as syllables, with the place of its words, the rule and its confidence."""

    syllables: tuple[str, ...]
    span: Span
    rule: str
    confidence: float

    @property
    def head(self) -> tuple[str, ...]:
        """What it is."""
        return self.syllables[:_HEAD]


_Words = tuple[tuple[str, ...], tuple[str, ...]]  # a noun and a row of syllables


class Tie(NamedTuple):
    """`maker` and `user` are places in the sequence; `thing` is as the user names it, `shared` how many syllables in a row."""

    maker: int
    user: int
    thing: Thing
    shared: int


def made(text: str, rules: RuleSet) -> tuple[Thing, ...]:
    """The things that a task's words say it makes."""
    return _things(text, rules, "makes")


def used(text: str, rules: RuleSet) -> tuple[Thing, ...]:
    """The things that a task's words say it works at or by."""
    return _things(text, rules, "uses")


def _things(text: str, rules: RuleSet, value: str) -> tuple[Thing, ...]:
    found = []
    for match in rules.find(text):
        syllables = tuple(_SYLLABLE.findall(fold(match.groups.get("what", ""))))
        if match.rule.value == value and len(syllables) >= LEAST:
            found.append(Thing(syllables, match.span, match.rule.id, match.rule.confidence))
    return tuple(found)


def ties(
    makers: Sequence[Iterable[Thing]], users: Sequence[Iterable[Thing]], *, least: int = LEAST
) -> Iterator[Tie]:
    """Who makes what another uses, the best fit of each pair; nobody who makes a thing himself waits for another's.

    `makers` and `users` are the things of the same tasks, in the same order.
    """
    by_words: dict[_Words, dict[int, list[Thing]]] = defaultdict(lambda: defaultdict(list))
    for number, things in enumerate(makers):
        for thing in things:
            for words in _told_by(thing, least):
                by_words[words][number].append(thing)
    for user, things in enumerate(users):
        best: dict[int, Tie] = {}
        for thing in things:
            for tie in _makers(thing, user, by_words, least):
                if tie.shared > best.get(tie.maker, tie._replace(shared=0)).shared:
                    best[tie.maker] = tie
        yield from best.values()


def _told_by(thing: Thing, least: int) -> frozenset[_Words]:
    """The rows of syllables by which another may name the same thing: the first ones, or any after the noun."""
    after = thing.syllables[_HEAD:]
    rows = {after[i : i + least] for i in range(len(after) - least + 1)}
    return frozenset({(thing.head, row) for row in rows} | {(thing.head, thing.syllables[:least])})


def _makers(
    thing: Thing, user: int, by_words: Mapping[_Words, Mapping[int, Sequence[Thing]]], least: int
) -> Sequence[Tie]:
    fits: dict[int, int] = {}
    for words in _told_by(thing, least):
        found = by_words.get(words, {})
        if len(found) > _MOST_MAKERS or user in found:
            return ()
        for maker, others in found.items():
            shared = [_shared(thing.syllables, o.syllables) for o in others if not _opposed(thing, o)]
            fits[maker] = max((*shared, fits.get(maker, 0)))
    if len(fits) > _MOST_MAKERS:
        return ()
    return [Tie(maker, user, thing, shared) for maker, shared in fits.items() if shared >= least]


def _shared(a: Sequence[str], b: Sequence[str]) -> int:
    """The most syllables in a row that both have: from the noun on, or after it."""
    return max(_prefix(a, b), _run(a[_HEAD:], b[_HEAD:]))


def _prefix(a: Sequence[str], b: Sequence[str]) -> int:
    count = 0
    for x, y in zip(a, b, strict=False):
        if x != y:
            break
        count += 1
    return count


def _run(a: Sequence[str], b: Sequence[str]) -> int:
    best, row = 0, [0] * (len(b) + 1)
    for x in a:
        row = [0, *(row[j] + 1 if x == y else 0 for j, y in enumerate(b))]
        best = max(best, *row)
    return best


def _opposed(a: Thing, b: Thing) -> bool:
    return bool((_OPPOSITES & set(a.syllables)) ^ (_OPPOSITES & set(b.syllables)))
