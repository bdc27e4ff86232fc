"""A task as the audit between plans sees it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from itertools import islice, pairwise
from typing import NamedTuple

from vanthu.audit.across.marks import Marks
from vanthu.audit.across.paper import Paper
from vanthu.audit.across.parts import parts
from vanthu.audit.across.reader import Reader, without
from vanthu.audit.across.vocabulary import COMMON, Said, syllables

ENOUGH = 2  # telling syllables; an object of fewer is the plan itself (*báo cáo kết quả thực hiện*)
_START = 8  # syllables
_HEAD = 4  # syllables
_FOUND_BY = 3  # telling syllables, fewer are shared by too many


@dataclass(frozen=True, slots=True)
class Time:
    """A time of a task: its first and last day, `None` where unknown; `clock` in minutes of the day, from and to, for an event."""

    raw: str
    first: date | None
    last: date | None
    clock: tuple[int, int] | None = None
    event: bool = False  # set on a day, no limit


class _Said(NamedTuple):
    phrases: Sequence[Said]
    weights: Mapping[str, float]
    order: tuple[str, ...]
    things: frozenset[str]


@dataclass(frozen=True)
class Duty:
    """A task with what it is compared by. `lead` and `helps` are keys of units; `where` is its id in the plan."""

    paper: Paper
    where: str
    text: str
    lead: Mapping[str, str]  # key: as written
    helps: frozenset[str]
    times: tuple[Time, ...]
    report: bool = False
    page: int | None = None
    quote: str | None = None
    names: tuple[str, ...] = ()  # of all its units, as written
    reader: Reader = field(kw_only=True, repr=False, compare=False)

    @property
    def place(self) -> str:
        """Where it stands, over all plans."""
        return f"{self.paper.key}#{self.where}"

    @cached_property
    def last(self) -> Time | None:
        """The time that ends last."""
        dated = [t for t in self.times if t.last]
        return max(dated, key=lambda t: t.last or date.min, default=None)

    @cached_property
    def bare(self) -> str:
        """Its words without its times, in the active voice."""
        return self.reader.active(without(self.text, [t.raw for t in self.times]))

    @cached_property
    def _said(self) -> _Said:
        weights: dict[str, float] = {}
        order: list[str] = []
        said: list[Said] = []
        for clause, beside in self._parted:
            said += clause
            for phrase in clause:
                weight = min(phrase.weight, COMMON) if beside else phrase.weight
                for syllable in phrase.syllables:
                    weights[syllable] = max(weight, weights.get(syllable, 0.0))
                order += phrase.syllables
        behind = [p for before, p in pairwise(said) if before.stop]  # a verb there is part of the object
        named = (*(p for p in said if not p.action), *behind)
        things = {s for p in named for s in p.syllables if weights[s] > COMMON}
        return _Said(said, weights, tuple(order), frozenset(things))

    @property
    def _parted(self) -> Iterator[tuple[Sequence[Said], bool]]:
        """What each clause says, and whether that is beside the work itself."""
        told = (*self.names, *self.paper.homes)
        for part, beside in self.reader.work_and_manner(self.bare):
            yield self.reader.say(part, told), beside

    @cached_property
    def parts(self) -> tuple[Duty, ...]:
        """The works that it holds, where there are several and no more than one limit, each as a duty by itself."""
        if self.is_general or sum(t.last is not None for t in self.times) > 1:
            return ()
        told = parts(self.bare, self.reader, (*self.names, *self.paper.homes))
        return tuple(replace(self, text=part) for part in told)

    @property
    def weights(self) -> Mapping[str, float]:
        """Its own syllables by how much they tell."""
        return self._said.weights

    @cached_property
    def actions(self) -> tuple[str, ...]:
        """What is to be done, by groups of verbs."""
        return self.reader.vocabulary.actions(self._said.phrases)

    @cached_property
    def all_actions(self) -> frozenset[str]:
        """Every verb of the work, also one that stands behind its object."""
        return self.reader.verbs(self._body) | {*self.actions}

    @cached_property
    def _opening(self) -> tuple[Said, ...]:
        return self.reader.vocabulary.opening(self._said.phrases, self._placed)

    @cached_property
    def _placed(self) -> frozenset[str]:
        return frozenset(s for place in self.marks.places for s in place.split())

    @cached_property
    def order(self) -> tuple[str, ...]:
        """Its syllables as they stand."""
        return self._said.order

    @cached_property
    def _body(self) -> str:
        """Its words from the work on, without a place told first (*Tại thôn Suối Dẻ: ...*) and words that give it out."""
        return self.reader.body_of(self.bare)

    @cached_property
    def _from_work(self) -> Sequence[Said]:
        return self.reader.say(self._body, (*self.names, *self.paper.homes))

    @cached_property
    def begun(self) -> tuple[Said, ...]:
        """What it says first of the work itself, weak verbs apart."""
        return self.reader.vocabulary.opening(self._from_work, self._placed)

    @cached_property
    def start(self) -> frozenset[str]:
        """The syllables that the work begins with, some more than those of `begun`."""
        order = (s for p in self._from_work for s in p.syllables)
        return frozenset(islice(order, _START)) | syllables(self.begun)

    @cached_property
    def product(self) -> str | None:
        """What the work brings forth, where its first words name it."""
        return self.reader.product(self._body)

    @cached_property
    def aimed(self) -> frozenset[str]:
        """For whom it is said to be (*dành cho*, *áp dụng đối với*)."""
        return self.reader.aimed(self.bare)

    @cached_property
    def head(self) -> tuple[tuple[str, bool], ...]:
        """The syllables of what the work is done to, up to where its sentence tells of how and why; each with whether the phrase is known."""
        found: list[tuple[str, bool]] = []
        apart = self._placed | syllables(self.begun)
        for clause in self.reader.clauses(self._body):
            said = self.reader.say(clause, (*self.names, *self.paper.homes))
            telling = [
                p for p in said if not p.action and (p.weight > COMMON or self.reader.vocabulary.is_people(p))
            ]
            found += [(s, len(p.syllables) > 1) for p in telling for s in p.syllables if s not in apart]
            if len(found) >= _HEAD:
                break
        return tuple(found)

    @cached_property
    def opening(self) -> frozenset[str]:
        """The syllables of what it says first, weak verbs apart."""
        return syllables(self._opening)

    @cached_property
    def beside(self) -> str | None:
        """What it is beside some work: a report on it, or what is made ready for it; `None` for the work itself."""
        return self.reader.vocabulary.beside(self._said.phrases)

    @cached_property
    def people(self) -> Mapping[int, frozenset[tuple[tuple[str, ...], ...]]]:
        """By groups, whom the work is for, as said."""
        return self.reader.vocabulary.people(self._said.phrases)

    @cached_property
    def brought(self) -> frozenset[str]:
        """The telling syllables of what the verb that it begins with asks for (*phóng sự* of *làm phóng sự về*)."""
        return syllables(p for p in self._opening if not p.action and p.weight > COMMON)

    @cached_property
    def object(self) -> tuple[tuple[str, ...], ...]:
        """What the work is done to, by phrases, places apart; a verb within it (*danh sách tặng quà*) is part of it."""
        own = self.own_things - self._placed
        said = (p for p in self._from_work if p.action not in self.all_actions)
        return tuple(filter(None, (tuple(s for s in p.syllables if p.action or s in own) for p in said)))

    @property
    def own_things(self) -> frozenset[str]:
        """The telling syllables of what the work is done to, by its own words."""
        return self._said.things

    @cached_property
    def things(self) -> frozenset[str]:
        """The telling syllables of what the work is done to; with those of its plan's title where its own tell too little."""
        return self._said.things | (frozenset(self.subject) if self.is_general else frozenset())

    @cached_property
    def recipients(self) -> tuple[str, ...]:
        """Who is told of it, as compared."""
        return tuple(self.reader.key(told).partition(" ")[2] for told in self.reader.recipients(self.bare))

    @cached_property
    def is_general(self) -> bool:
        """Whether its words could stand in any plan, or are about its own plan."""
        things = self._said.things
        return (
            len(things) < ENOUGH or things <= self.subject.keys() or self.reader.says("own-plan", self.bare)
        )

    @cached_property
    def subject(self) -> Mapping[str, float]:
        """What its plan is about: the telling syllables of the title."""
        return self.reader.subject(without(self.paper.title, self.paper.homes))

    @cached_property
    def pairs(self) -> frozenset[tuple[str, str]]:
        """Neighbouring syllables."""
        return frozenset(pairwise(self._said.order))

    @cached_property
    def compared(self) -> Mapping[str, float]:
        """What is compared: its own syllables, with those of its plan's title where they tell too little."""
        return {**self.subject, **self.weights} if self.is_general else self.weights

    @cached_property
    def telling(self) -> frozenset[str]:
        """What candidates are found by: the syllables that tell one duty from another, with those of its plan's title where they are few."""
        own = frozenset(s for s, w in self.weights.items() if w > COMMON)
        return own if len(own) >= _FOUND_BY else own | self.subject.keys()

    @cached_property
    def marks(self) -> Marks:
        """What tells it from duties in like words; rounds that only the title names count for every duty of its plan."""
        own = self.reader.marker.marks(without(self.bare, self.names))
        title = self.reader.title_marks(self.paper.title)
        home = {self.reader.plain(p) for p in self.paper.homes}
        return own._replace(rounds={**title.rounds, **own.rounds}, places=own.places - home)

    @cached_property
    def years(self) -> frozenset[int]:
        """The years that it could be compared in: those of its times, of its plan's title, of the day of issue."""
        days = [d for t in self.times for d in (t.first, t.last) if d]
        told = self.reader.marker.years(self.bare) | self.reader.title_years(self.paper.title)
        issued = {self.paper.issued_on.year} if self.paper.issued_on else set()
        return frozenset({d.year for d in days} | told | issued)
