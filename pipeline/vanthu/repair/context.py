"""The likeliest reading of a run of words: neighbours speak for or against each spelling that an unsure word could have."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from vanthu.repair.lexicon import Lexicon, Pair

_STRANGERS = 1.0  # two neighbours that were never seen beside each other
_APART = 0.5  # the same over a comma, or beside a figure
_IN_PHRASE = -0.4  # three in a row that stand so in a phrase
_SEEN_HERE = 0.3  # seen in this document alone
_UNKNOWN = 1.0  # a syllable that no phrase has
_BOUND = 0.5  # one that stands in phrases, never alone
_OFTEN = 2  # how often a pair must stand in the document to count
_EVEN = 1e-6
_SIGHT = 2  # how many words away a word still speaks for another


class Reading(NamedTuple):
    """One way to read a word. `letters` are folded, empty where the word has figures or signs; `cost` is that of choosing it."""

    text: str
    letters: str
    cost: float
    rule: str = ""  # of the repair; empty for what was read
    partners: int = 0  # how many neighbours must speak for it


class Slot(NamedTuple):
    """The readings of one word, what was read first; `ends`: the sentence ends with it, `parts`: a lesser stop follows."""

    readings: tuple[Reading, ...]
    ends: bool = False
    parts: bool = False


@dataclass(frozen=True)
class Context:
    """What is known of neighbours: the lexicon, and the pairs and syllables surely read in this document."""

    lexicon: Lexicon
    pairs: Mapping[Pair, int]
    syllables: Mapping[str, int]

    @classmethod
    def of(cls, lexicon: Lexicon, sure_runs: Sequence[Sequence[str]]) -> Context:
        """The context of a document. `sure_runs`: folded syllables that follow each other and were surely read."""
        pairs: Counter[Pair] = Counter()
        syllables: Counter[str] = Counter()
        for run in sure_runs:
            syllables.update(run)
            pairs.update(itertools.pairwise(run))
        return cls(lexicon, pairs, syllables)

    def knows(self, left: str, right: str) -> bool:
        """Whether two syllables are known to be neighbours."""
        return (left, right) in self.lexicon.pairs or self.pairs.get((left, right), 0) >= _OFTEN

    def alone(self, letters: str) -> float:
        """What a syllable costs by itself."""
        if not letters or letters in self.lexicon.alone:
            return 0.0
        seen = letters in self.lexicon.syllables or self.syllables.get(letters, 0) >= _OFTEN
        return _BOUND if seen else _UNKNOWN

    def in_phrase(self, first: str, left: str, right: str) -> float:
        """What three syllables in a row gain."""
        return _IN_PHRASE if (first, left, right) in self.lexicon.triples else 0.0

    def between(self, left: Slot, a: Reading, b: Reading) -> float:
        """What two readings cost as neighbours; `left` is the slot of the first."""
        if left.ends:
            return 0.0
        if not a.letters or not b.letters:
            return _APART
        if (a.letters, b.letters) in self.lexicon.pairs:
            return 0.0
        if self.knows(a.letters, b.letters):
            return _SEEN_HERE
        return _APART if left.parts else _STRANGERS


def choose(slots: Sequence[Slot], context: Context) -> list[Reading]:
    """The cheapest reading of each slot; what was read wins where nothing is cheaper."""
    chosen = [slot.readings[0] for slot in slots]
    for first, last in _open_places(slots):
        start = max(0, first - _SIGHT)
        best = _cheapest(slots[start : last + 1 + _SIGHT], context)
        chosen[first : last + 1] = best[first - start : last + 1 - start]
    return [_supported(chosen, n, slots, context) for n in range(len(slots))]


def _open_places(slots: Sequence[Slot]) -> Iterator[tuple[int, int]]:
    """First and last slot of each group with a choice; words between groups are too many for one to tell of the other."""
    first = last = None
    for n, slot in enumerate(slots):
        if len(slot.readings) == 1:
            continue
        if first is not None and last is not None and n - last > _SIGHT:
            yield first, last
            first = n
        first, last = n if first is None else first, n
    if first is not None and last is not None:
        yield first, last


def _cheapest(slots: Sequence[Slot], context: Context) -> list[Reading]:
    paths: list[tuple[float, list[Reading]]] = [
        (r.cost + context.alone(r.letters), [r]) for r in slots[0].readings
    ]
    for left, slot in itertools.pairwise(slots):
        paths = [_best_path(paths, left, reading, context) for reading in slot.readings]
    return min(paths, key=lambda path: path[0])[1]


def _best_path(
    paths: Sequence[tuple[float, list[Reading]]], left: Slot, reading: Reading, context: Context
) -> tuple[float, list[Reading]]:
    """The cheapest path to a reading; of equal ones the first, which holds what was read."""
    costs = [
        cost + context.between(left, path[-1], reading) + _phrase(path, left, reading, context)
        for cost, path in paths
    ]
    least = min(range(len(paths)), key=lambda n: costs[n] + _EVEN * n)
    cost, path = costs[least], paths[least][1]
    return cost + reading.cost + context.alone(reading.letters), [*path, reading]


def _phrase(path: Sequence[Reading], left: Slot, reading: Reading, context: Context) -> float:
    if len(path) < 2 or left.ends:
        return 0.0
    return context.in_phrase(path[-2].letters, path[-1].letters, reading.letters)


def _supported(chosen: Sequence[Reading], n: int, slots: Sequence[Slot], context: Context) -> Reading:
    """The chosen reading, or what was read where it needs more partners than it has; none stands behind a stop."""
    reading = chosen[n]
    if not reading.partners:
        return reading
    before = n > 0 and not _stops(slots[n - 1]) and context.knows(chosen[n - 1].letters, reading.letters)
    beside = n + 1 < len(chosen) and not _stops(slots[n])
    after = beside and context.knows(reading.letters, chosen[n + 1].letters)
    return reading if before + after >= reading.partners else slots[n].readings[0]


def _stops(slot: Slot) -> bool:
    return slot.ends or slot.parts
