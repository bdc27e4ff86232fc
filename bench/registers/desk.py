"""Where contradictions and traps are planted: choice of plans, of duties that nothing else touches, and the record of the truth."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from registers import dates
from registers.country import COMMUNES, DISTRICTS, Issuer, leaders
from registers.dates import When
from registers.grammar import (
    CLOSENESS,
    Closeness,
    Duty,
    Tongue,
    Work,
    any_wording,
    subjects,
    tongue_of,
    works,
)
from registers.ordinary import told
from registers.sheets import Item, Sheet, by_year


@dataclass(frozen=True, slots=True)
class Planted:
    """A contradiction or a trap before its plans are set; `items` are its tasks, `sheets` the whole plans it names."""

    code: str
    how: str
    items: tuple[Item, ...]
    sheets: tuple[Sheet, ...]
    holders: tuple[Sheet, ...]  # all plans that must be there for it
    is_trap: bool = False


class Desk:
    """The plans of one province, with what was planted in them so far; `subjects` are those that its plans may be about."""

    def __init__(self, sheets: Sequence[Sheet], rng: random.Random, subjects: range) -> None:
        self.sheets, self.rng, self.subjects = sheets, rng, subjects
        self.tongue: Tongue = tongue_of(subjects[0])
        self.planted: list[Planted] = []
        self.years = {k: v for k, v in by_year(sheets).items() if len(v) >= 4}
        self._chosen = list(self.years.values())
        self._taken: dict[tuple[Issuer, int], set[Work]] = defaultdict(set)
        self._met: set[tuple[Issuer, int, str, int]] = set()
        self._reporting: set[int] = set()
        self._days: dict[tuple[Issuer, int], set[date]] = defaultdict(set)

    def year(self) -> list[Sheet]:
        """The plans of one issuer in one year, four or more, by date."""
        return self.rng.choice(self._chosen)

    def pair(self) -> tuple[Sheet, Sheet]:
        """Two plans of one issuer and year that don't repeat each other, the earlier first, with time left after both."""
        while True:
            own = [s for s in self.year() if s.issued < date(s.year, 10, 1) and s.role == "ordinary"]
            if len(own) >= 2:
                first, second = sorted(self.rng.sample(range(len(own)), 2))
                return own[first], own[second]

    def one(self) -> Sheet:
        """Any plan with time left in its year."""
        while True:
            sheet = self.rng.choice(self.sheets)
            if sheet.issued < date(sheet.year, 10, 1) and sheet.role == "ordinary":
                return sheet

    def reporting(self) -> Sheet:
        """A plan in which no report was planted yet: two on one subject would contradict each other."""
        while id(sheet := self.one()) in self._reporting:
            pass
        self._reporting.add(id(sheet))
        return sheet

    def lower(self) -> tuple[Sheet, Sheet]:
        """A plan and the superior's plan that it carries out, the superior's first."""
        while True:
            sheet = self.one()
            if sheet.superior and sheet.misdated is None:
                return sheet.superior, sheet

    def fresh(self, sheet: Sheet, *, part: str = "", place: str | None = None) -> Duty:
        """A duty that nobody of the issuer, nor of the bodies above and below it, has in that year."""
        free = [w for subject in self._near(sheet.subject) for w in self._free(sheet, subject)]
        if not free:
            raise ValueError("too much was planted in one year of one issuer")
        work = free[0]
        self._take(sheet, work)
        return Duty(work, place or self.rng.choice(sheet.issuer.places), part)

    def keep(self, sheet: Sheet, duty: Duty) -> bool:
        """Whether nobody of another plan's issuer, nor of the bodies above it, has a duty in that year; nobody will."""
        free = duty.work in self._free(sheet, duty.work.subject)
        if free:
            self._take(sheet, duty.work)
        return free

    def together(self, *sheets: Sheet) -> bool:
        """Whether something is planted between some plans."""
        return any({*map(id, sheets)} <= {*map(id, one.holders)} for one in self.planted)

    def also(self, sheet: Sheet, duty: Duty) -> Duty:
        """The duty with a second thing that nobody has; as it is where all are taken."""
        work = duty.work
        alike = (w for w in self._free(sheet, work.subject) if w.action == work.action)
        other = next(alike, None)
        if other is None:
            return duty
        self._take(sheet, other)
        return replace(duty, also=other.thing)

    def _near(self, subject: int) -> list[int]:
        return [subject, *self.rng.sample(self.subjects, 8)]

    def _free(self, sheet: Sheet, subject: int) -> list[Work]:
        bodies = (sheet.issuer, *sheet.issuer.bodies_above())
        taken = set().union(*(self._taken[body, sheet.year] for body in bodies))
        free = [w for w in works(subject, reserved=True) if w not in taken]
        self.rng.shuffle(free)
        return free

    def _take(self, sheet: Sheet, work: Work) -> None:
        for body in (sheet.issuer, *sheet.issuer.bodies_above()):
            self._taken[body, sheet.year].add(work)

    def leads(self, sheet: Sheet, subject: int | None = None) -> tuple[str, str]:
        """Two units that work of the plan's subject may fall to."""
        first = leaders(sheet.issuer, sheet.subject if subject is None else subject)
        main = self.rng.choice(first)
        return main, next(u for u in first if u != main)

    def unit(self, sheet: Sheet) -> str:
        """One that stands for itself alone."""
        return next(u for u in self.leads(sheet) if u not in (COMMUNES, DISTRICTS))

    def meeting(self, sheet: Sheet, *, field_day: bool = False) -> tuple[str, ...]:
        """An event that the issuer has not yet had in that year, in other words each."""
        while True:
            forms = self.rng.choice(self.tongue.wording["field_days" if field_day else "meetings"])
            forms = (forms,) if isinstance(forms, str) else tuple(forms)
            subject = self.rng.choice(self.subjects)
            met = (sheet.issuer, sheet.year, forms[0], subject)
            if met not in self._met:
                self._met.add(met)
                return tuple(f.format(subjects()[subject].name) for f in forms)

    def day(self, *sheets: Sheet, least: int = 12) -> date:
        """A working day after the issue of all these plans, within their year."""
        first = max(s.issued for s in sheets) + timedelta(days=least)
        return dates.work_day(self.rng, first, date(first.year, 12, 10))

    def free_day(self, sheet: Sheet) -> date:
        """A working day on which the issuer has no event."""
        days = self._days[sheet.issuer, sheet.year]
        days.update(s.event_day for s in self.years.get((sheet.issuer, sheet.year), []) if s.event_day)
        while (day := self.day(sheet)) in days:
            pass
        days.add(day)
        return day

    def due(self, day: date) -> When:
        """A limit."""
        return dates.due(self.rng, day, self.tongue.lines("limits"))

    def closeness(self) -> Closeness:
        """How near the second wording is to the first."""
        return self.rng.choice(CLOSENESS)

    def task(self, sheet: Sheet, duty: Duty, when: When, lead: str) -> Item:
        """A new task in a plan."""
        item = told(duty, any_wording(self.rng), when, lead)
        sheet.planted.append(item)
        return item

    def add(self, sheet: Sheet, item: Item) -> Item:
        """A task that was worded elsewhere."""
        sheet.planted.append(item)
        return item

    def record(self, code: str, how: str, items: Sequence[Item], holders: Sequence[Sheet]) -> None:
        """A contradiction between tasks."""
        self.planted.append(Planted(code, how, tuple(items), (), tuple(holders)))

    def record_plans(self, code: str, how: str, sheets: Sequence[Sheet]) -> None:
        """A contradiction of whole plans."""
        self.planted.append(Planted(code, how, (), tuple(sheets), tuple(sheets)))

    def trap(self, how: str, items: Sequence[Item], holders: Sequence[Sheet]) -> None:
        """Something that looks like a contradiction and is none."""
        self.planted.append(Planted("", how, tuple(items), (), tuple(holders), is_trap=True))

    def gaps(self, own: Sequence[Sheet]) -> Iterator[tuple[int, date]]:
        """Numbers between those of two plans that no plan has, with a day between theirs."""
        known = {sheet.number for sheet in own}
        for first, second in pairwise(own):
            if (
                second.number - first.number > 1
                and (second.issued - first.issued).days > 1
                and first.number + 1 not in known
            ):
                yield first.number + 1, first.issued + timedelta(days=1)
