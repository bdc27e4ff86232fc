"""What the words of a duty say, phrase by phrase."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from vanthu.audit.across.entries import Said
from vanthu.audit.across.marks import undated
from vanthu.audit.across.reader import Reader, without
from vanthu.audit.across.vocabulary import COMMON, People, syllables

Short = Sequence[Sequence[int | str]]
"""What clauses say: a 1 for what is beside the work or a 0, then phrases as `Vocabulary.shorthand` has them."""


class _Said(NamedTuple):
    phrases: Sequence[Said]
    weights: Mapping[str, float]
    order: tuple[str, ...]
    things: frozenset[str]


@dataclass(frozen=True)
class Wording:
    """A duty's words, compared without its `times` and in the active voice. `names` of its units and of its own place (`homes`) say nothing of it."""

    text: str
    times: tuple[str, ...]
    names: tuple[str, ...]
    homes: frozenset[str]
    reader: Reader
    short: Short | None = None  # what it says, where that was kept

    @cached_property
    def bare(self) -> str:
        """The words that are compared."""
        return self.reader.active(self.reader.vocabulary.legible(without(self.text, self.times)))

    @cached_property
    def unnamed(self) -> str:
        """The same without its units, days and numbers of documents: what tells by marks and places."""
        return undated(without(self.bare, self.names))

    @cached_property
    def clauses(self) -> Sequence[tuple[Sequence[Said], bool]]:
        """What each clause says, and whether that is beside the work itself."""
        if self.short is not None:
            return [(self.reader.vocabulary.longhand(said), bool(beside)) for beside, *said in self.short]
        return [(self.say(part), beside) for part, beside in self.reader.work_and_manner(self.bare)]

    def shorthand(self) -> Short:
        """What it says, to be kept."""
        return [[int(beside), *self.reader.vocabulary.shorthand(said)] for said, beside in self.clauses]

    def say(self, text: str) -> Sequence[Said]:
        """The phrases of a part of it."""
        return self.reader.say(text, self._apart)

    @cached_property
    def _apart(self) -> tuple[str, ...]:
        """Names that say nothing of the work; of a unit, without its level too (*Trạm Y tế phường*)."""
        short = map(self.reader.marker.without_level, self.names)
        return tuple(dict.fromkeys((*self.names, *short, *self.homes)))

    @cached_property
    def _said(self) -> _Said:
        weights: dict[str, float] = {}
        order: list[str] = []
        said: list[Said] = []
        for clause, beside in self.clauses:
            said += clause
            for phrase in clause:
                weight = min(phrase.weight, COMMON) if beside else phrase.weight
                for syllable in phrase.syllables:
                    weights[syllable] = max(weight, weights.get(syllable, 0.0))
                order += phrase.syllables
        closed = self.reader.vocabulary.ends_in_object
        behind = [
            p for before, p in pairwise(said) if before.stop or closed(before)
        ]  # a verb there is part of the object
        named = (*(p for p in said if not p.action), *behind)
        things = {s for p in named for s in p.syllables if weights[s] > COMMON}
        return _Said(said, weights, tuple(order), frozenset(things))

    @property
    def weights(self) -> Mapping[str, float]:
        """Its syllables by how much they tell."""
        return self._said.weights

    @cached_property
    def pairs(self) -> frozenset[tuple[str, str]]:
        """Neighbouring syllables."""
        return frozenset(pairwise(self._said.order))

    @property
    def things(self) -> frozenset[str]:
        """The telling syllables of what the work is done to."""
        return self._said.things

    @cached_property
    def actions(self) -> tuple[str, ...]:
        """What is to be done, by groups of verbs; a weak verb where there is no other."""
        said, words = self._said.phrases, self.reader.vocabulary
        weak = words.weak_action(said)
        return words.actions(said) or ((weak,) if weak else ())

    @cached_property
    def places(self) -> frozenset[str]:
        """Names of the places where it is to be done, other than its own place."""
        own = {self.reader.plain(place) for place in self.homes}
        return self.reader.marker.places_told(self.unnamed) - own

    @cached_property
    def placing(self) -> frozenset[str]:
        """The syllables of those names, as written and as compared (*Bờ Hồ* is no lake)."""
        said = (phrase for place in self.places for phrase in self.reader.vocabulary.say(place))
        return frozenset(s for place in self.places for s in place.split()) | syllables(said)

    @cached_property
    def opening(self) -> tuple[Said, ...]:
        """What it says first, weak verbs apart."""
        return self.reader.vocabulary.opening(self._said.phrases, self.placing)

    @cached_property
    def brought(self) -> frozenset[str]:
        """The telling syllables of what the verb that it begins with asks for (*phóng sự* of *làm phóng sự về*)."""
        return syllables(p for p in self.opening if not p.action and p.weight > COMMON)

    @cached_property
    def beside(self) -> str | None:
        """What it is beside some work: a report on it, or what is made ready for it; `None` for the work itself."""
        return self.reader.vocabulary.beside(self._said.phrases)

    @cached_property
    def people(self) -> People:
        """By groups, whom the work is for, as said."""
        return self.reader.vocabulary.people(self._said.phrases)

    @cached_property
    def aimed(self) -> frozenset[str]:
        """For whom it is said to be (*dành cho*, *áp dụng đối với*)."""
        return self.reader.aimed(self.bare)

    @cached_property
    def recipients(self) -> tuple[str, ...]:
        """Who is told of it, as compared."""
        return tuple(self.reader.key(told).partition(" ")[2] for told in self.reader.recipients(self.bare))
