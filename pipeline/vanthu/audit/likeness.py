"""How alike two duties are, in what they say; dates and figures apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

import regex

from vanthu.document.content import Task
from vanthu.orthography import fold

_WORD = regex.compile(r"\p{L}+")
_COMMON = 60  # a pair of syllables in more duties than this tells nothing about any two of them


def duty(task: Task) -> frozenset[tuple[str, str]]:
    """Pairs of neighbouring syllables of a task's text, its time phrases left out."""
    text = task.text
    for deadline in task.deadlines:
        text = text.replace(deadline.raw, " ")
    words = _WORD.findall(fold(text))
    return frozenset(pairwise(words))


def likeness(a: frozenset[tuple[str, str]], b: frozenset[tuple[str, str]]) -> float:
    """Shared pairs over all pairs, 0..1."""
    return len(a & b) / len(a | b) if a and b else 0.0


def alike(duties: Sequence[frozenset[tuple[str, str]]], least: float) -> Iterator[tuple[int, int, float]]:
    """Index pairs (i < j) at least that alike. Only duties that share a telling pair of syllables are compared."""
    index: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, pairs in enumerate(duties):
        for pair in pairs:
            index[pair].append(number)
    candidates = {
        (i, j)
        for holders in index.values()
        if len(holders) <= _COMMON
        for at, i in enumerate(holders)
        for j in holders[at + 1 :]
    }
    for i, j in sorted(candidates):
        if (value := likeness(duties[i], duties[j])) >= least:
            yield i, j, value
