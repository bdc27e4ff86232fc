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
_SEEN_HERE = 0.3  # seen in this document alone
_UNKNOWN = 1.0  # a syllable that no phrase has
_BOUND = 0.5  # one that stands in phrases, never alone
_OFTEN = 2  # how often a pair must stand in the document to count
_EVEN = 1e-6


class Reading(NamedTuple):
    """One way to read a word. `letters` are folded, empty where the word has figures or signs; `cost` is that of choosing it."""

    text: str
    letters: str
    cost: float
    rule: str = ""  # of the repair; empty for what was read
    needs_partner: bool = False  # to be chosen only beside a word that speaks for it


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
    chosen: list[Reading] = []
    start = 0
    for end in _anchors(slots):
        chosen += _cheapest(slots[start : end + 1], context)[: end - start] if end > start else []
        start = end
    chosen += _cheapest(slots[start:], context)
    return [_supported(chosen, n, slot, context) for n, slot in enumerate(slots)]


def _anchors(slots: Sequence[Slot]) -> Iterator[int]:
    """Slots with one reading: they part the row into pieces that can be judged apart."""
    return (n for n, slot in enumerate(slots) if len(slot.readings) == 1)


def _cheapest(slots: Sequence[Slot], context: Context) -> list[Reading]:
    if not slots:
        return []
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
    cost, path = min(
        (
            (cost + context.between(left, path[-1], reading) + _EVEN * n, path)
            for n, (cost, path) in enumerate(paths)
        ),
        key=lambda found: found[0],
    )
    return cost + reading.cost + context.alone(reading.letters), [*path, reading]


def _supported(chosen: Sequence[Reading], n: int, slot: Slot, context: Context) -> Reading:
    """The chosen reading, or what was read where it needs a partner and has none."""
    reading = chosen[n]
    if not reading.needs_partner:
        return reading
    before = n > 0 and context.knows(chosen[n - 1].letters, reading.letters)
    after = n + 1 < len(chosen) and context.knows(reading.letters, chosen[n + 1].letters)
    return reading if before or after else slot.readings[0]
