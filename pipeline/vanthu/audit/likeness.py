"""How alike two duties are, in what they say; their times apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain, combinations, pairwise
from typing import NamedTuple

import regex

from vanthu.audit.facts import without_times
from vanthu.document.content import Task
from vanthu.orthography import fold

_WORD = regex.compile(r"\p{L}+")
_NUMBER = regex.compile(r"\d+")
_COMMON = 60  # a pair of syllables in more duties than this tells nothing about any two of them


class Duty(NamedTuple):
    """What a task says to do: pairs of neighbouring syllables, and the numbers in it (round 1 is not round 2)."""

    pairs: frozenset[tuple[str, str]]
    numbers: tuple[int, ...]


def duty(task: Task) -> Duty:
    """The duty of a task, its time phrases left out."""
    text = without_times(task)
    words = _WORD.findall(fold(text))
    return Duty(frozenset(pairwise(words)), tuple(sorted(int(n) for n in _NUMBER.findall(text))))


def likeness(a: Duty, b: Duty) -> float:
    """Shared pairs over all pairs, 0..1; 0 where the numbers differ."""
    if a.numbers != b.numbers or not a.pairs or not b.pairs:
        return 0.0
    return len(a.pairs & b.pairs) / len(a.pairs | b.pairs)


def inclusion(a: Duty, b: Duty) -> float:
    """Shared pairs over those of the shorter one, 0..1: one may say more about the same work. 0 where the numbers differ."""
    if a.numbers != b.numbers or not a.pairs or not b.pairs:
        return 0.0
    return len(a.pairs & b.pairs) / min(len(a.pairs), len(b.pairs))


def neighbours(duties: Sequence[Duty]) -> Iterator[tuple[int, int]]:
    """Index pairs (i < j) worth comparing: those that share a telling pair of syllables."""
    index: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, duty_ in enumerate(duties):
        for pair in duty_.pairs:
            index[pair].append(number)
    shared = (combinations(holders, 2) for holders in index.values() if 1 < len(holders) <= _COMMON)
    yield from sorted(set(chain.from_iterable(shared)))
