"""A task as the audit between plans sees it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import NamedTuple

from vanthu.audit.across.marks import Marks
from vanthu.audit.across.paper import Paper
from vanthu.audit.across.parts import parts
from vanthu.audit.across.reader import Reader, without
from vanthu.audit.across.vocabulary import COMMON
from vanthu.audit.across.wording import Short, Wording
from vanthu.audit.across.work import Work

ENOUGH = 2  # telling syllables; an object of fewer is the plan itself (*báo cáo kết quả thực hiện*)
_FOUND_BY = 3  # telling syllables, fewer are shared by too many


@dataclass(frozen=True, slots=True)
class Time:
    """A time of a task: its first and last day, `None` where unknown; `clock` in minutes of the day, from and to, for an event."""

    raw: str
    first: date | None
    last: date | None
    clock: tuple[int, int] | None = None
    event: bool = False  # set on a day, no limit


class Gist(NamedTuple):
    """What a duty came to when it was filed: whether it is general, what its clauses say, its parts with what they came to."""

    general: bool
    clauses: Short
    parts: Sequence[tuple[str, Gist]] = ()


@dataclass(frozen=True)
class Duty:
    """A task with what it is compared by: its words, the work that they ask for, and what its plan's title adds.

    `lead` and `helps` are keys of units; `where` is its id in the plan.
    """

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
    gist: Gist | None = field(default=None, kw_only=True, repr=False, compare=False)

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
    def words(self) -> Wording:
        """What it says."""
        times = tuple(time.raw for time in self.times)
        short = self.gist.clauses if self.gist else None
        return Wording(self.text, times, self.names, self.paper.homes, self.reader, short)

    @cached_property
    def work(self) -> Work:
        """What is to be done."""
        return Work(self.words)

    @cached_property
    def parts(self) -> tuple[Duty, ...]:
        """The works that it holds, where there are several and no more than one limit, each as a duty by itself."""
        if self.gist:
            return tuple(replace(self, text=text, gist=Gist(*gist)) for text, gist in self.gist.parts)
        if self.is_general or sum(t.last is not None for t in self.times) > 1:
            return ()
        return tuple(replace(self, text=part) for part in parts(self.words))

    def to_gist(self) -> Gist:
        """What it comes to, in a form that JSON has too; true as long as words and rules stay as they are."""
        parts = [(p.text, Gist(p.is_general, p.words.shorthand())) for p in self.parts]
        return Gist(self.is_general, self.words.shorthand(), parts)

    @cached_property
    def subject(self) -> Mapping[str, float]:
        """What its plan is about: the telling syllables of the title."""
        return self.reader.subject(without(self.paper.title, self.paper.homes))

    @cached_property
    def is_general(self) -> bool:
        """Whether its words could stand in any plan, or are about its own plan."""
        if self.gist:
            return self.gist.general
        things = self.words.things
        few = len(things) < ENOUGH or things <= self.subject.keys()
        return few or self.reader.says("own-plan", self.words.bare)

    @cached_property
    def things(self) -> frozenset[str]:
        """The telling syllables of what the work is done to; with those of its plan's title where its own tell too little."""
        return self.words.things | (frozenset(self.subject) if self.is_general else frozenset())

    @cached_property
    def compared(self) -> Mapping[str, float]:
        """What is compared: its own syllables, with those of its plan's title where they tell too little."""
        return {**self.subject, **self.words.weights} if self.is_general else self.words.weights

    @cached_property
    def telling(self) -> frozenset[str]:
        """The syllables that tell one duty from another, with those of its plan's title where they are few."""
        return self.found_by[0]

    @cached_property
    def found_by(self) -> tuple[frozenset[str], ...]:
        """What candidates are found by, together or by themselves: a few words by themselves too, another plan has another title."""
        own = frozenset(s for s, w in self.words.weights.items() if w > COMMON)
        if len(own) >= _FOUND_BY:
            return (own,)
        with_title = own | self.subject.keys()
        return (with_title, own) if len(own) >= ENOUGH else (with_title,)

    @cached_property
    def marks(self) -> Marks:
        """What tells it from duties in like words; rounds that only the title names count for every duty of its plan."""
        own = self.reader.marker.marks(self.words.unnamed)
        title = self.reader.title_marks(self.paper.title)
        return own._replace(rounds={**title.rounds, **own.rounds})

    @cached_property
    def years(self) -> frozenset[int]:
        """The years that it could be compared in: those of its times, of its plan's title, of the day of issue."""
        days = [d for t in self.times for d in (t.first, t.last) if d]
        told = self.reader.marker.years(self.words.bare) | self.reader.title_years(self.paper.title)
        issued = {self.paper.issued_on.year} if self.paper.issued_on else set()
        return frozenset({d.year for d in days} | told | issued)
