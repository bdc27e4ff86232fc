"""The tasks of a plan in which nothing is wrong: own duties, those taken over from above, and what every plan says of itself."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from registers import dates
from registers.country import leaders
from registers.dates import When
from registers.grammar import (
    Closeness,
    Duty,
    Wording,
    Work,
    any_wording,
    loose,
    other_wording,
    product,
    sentence,
    subjects,
    tongue_of,
    works,
)
from registers.sheets import Item, Sheet
from registers.slips import slipped

_YEARLY = 8  # works that come again every year
_CLOCKS = ("07:30", "08:00", "13:30", "14:00")
_MASS = ("Hội Phụ nữ", "Hội Cựu chiến binh", "Ủy ban Mặt trận Tổ quốc Việt Nam")
_SCANNED = 0.4
_SLIPPING = 0.25
_TABLES = 0.15  # of the tasks told anew stand in a table


def ordinary(sheet: Sheet) -> list[Item]:
    """The tasks of a plan but for those planted, always the same ones."""
    if sheet.drawn is not None:
        return sheet.drawn
    if sheet.role == "letter":
        return []
    rng = random.Random(sheet.seed)
    if sheet.role in ("repeats", "twin") and sheet.source:
        found = [_again(i, rng) for i in ordinary(sheet.source) if not _is_over(i, sheet.issued)]
    else:
        found = list(_Drawing(sheet, rng).items())
    if sheet.issuer.gives:
        sheet.drawn = found  # many lower plans ask for them
    return found


def told(
    duty: Duty,
    wording: Wording,
    when: When,
    lead: str,
    rng: random.Random | None = None,
    *,
    in_table: bool = False,
) -> Item:
    """A duty as a task; with slips of recognition where a lot is given."""
    text = sentence(duty, wording, when.words, table=in_table)
    if rng:
        text = slipped(text, rng, kept=as_in(text, when.words) if not in_table else "")
    return Item(text, (lead,), when, product=product(duty), duty=duty, wording=wording, in_table=in_table)


def as_in(text: str, words: str) -> str:
    """The words of a time as they stand in a text, which may begin with them."""
    return words if words in text else words[:1].upper() + words[1:]


def retold(first: Item, when: When, lead: str, rng: random.Random, closeness: Closeness) -> Item:
    """The duty of another task in other words, with another time or unit."""
    if first.duty is None or first.wording is None:
        raise ValueError("a task without a duty can't be told in other words")
    wording = other_wording(rng, first.wording, closeness)
    slips = closeness == "slips" or (closeness != "copy" and rng.random() < 0.3)
    return told(first.duty, wording, when, lead, rng if slips else None, in_table=rng.random() < _TABLES)


def _again(item: Item, rng: random.Random) -> Item:
    closeness: Closeness = rng.choice(("copy", "copy", "slips", "light"))
    if item.duty:
        return retold(item, item.when, item.lead[0], rng, closeness)
    return Item(item.text, item.lead, item.when, item.kind, helper=item.helper)


def _is_over(item: Item, day: date) -> bool:
    """Events, and what was due by then: a plan that repeats another leaves them out."""
    is_event = bool(item.when.fields and item.when.fields.get("qualifier") == "on")
    return is_event or (item.when.last is not None and item.when.last <= day)


class _Drawing:
    def __init__(self, sheet: Sheet, rng: random.Random) -> None:
        self.sheet, self.rng = sheet, rng
        self.lasting = random.Random(sheet.issuer.seed * 1000 + sheet.subject)  # the same in every year
        self.load: Counter[tuple[str, date]] = Counter()
        self.scanned = rng.random() < _SCANNED

    def items(self) -> Iterator[Item]:
        above = ordinary(self.sheet.superior) if self.sheet.superior else []
        before = ordinary(self.sheet.source) if self.sheet.role == "replaces" and self.sheet.source else []
        higher = [i for sheet in self.sheet.superiors() for i in ordinary(sheet)]
        taken = {i.duty.work for i in (*higher, *before) if i.duty}
        yield from self._taken_over(above)
        yield from self._restated(before)
        yield from self._own(taken)
        yield from self._of_every_plan()

    def _told(self, duty: Duty, when: When, lead: str, wording: Wording | None = None) -> Item:
        slips = self.rng if self.scanned and self.rng.random() < _SLIPPING else None
        wording = wording or any_wording(self.rng)
        if when.words and when.last is None:
            wording = replace(wording, form=loose(duty.work.subject))
        return told(duty, wording, when, lead, slips)

    def _taken_over(self, above: list[Item]) -> Iterator[Item]:
        """Duties that the superior gave, in time, by own units."""
        mine = self.sheet.issuer.called
        given = [i for i in above if i.duty and mine in i.lead]
        for item in self.rng.sample(given, min(len(given), 6)):
            place = self.sheet.issuer.places[int(self.rng.random() * 2)]
            lead = leaders(self.sheet.issuer, self.sheet.subject)[0]
            if item.duty:
                yield self._told(
                    Duty(item.duty.work, place), self._not_after(item.when), lead, self._near(item)
                )

    def _near(self, item: Item) -> Wording:
        return item.wording if item.wording and self.rng.random() < 0.3 else any_wording(self.rng)

    def _not_after(self, when: When) -> When:
        first = self.sheet.issued + timedelta(days=10)
        if when.last is None:
            return when
        if when.last < first + timedelta(days=3):
            return dates.NO_TIME
        day = dates.work_day(self.rng, first, when.last - timedelta(days=2))
        return self._due(day) if day <= when.last else dates.NO_TIME

    def _due(self, day: date) -> When:
        return dates.due(self.rng, day, tongue_of(self.sheet.subject).lines("limits"))

    def _restated(self, before: list[Item]) -> Iterator[Item]:
        """What the replaced plan said, with new times."""
        for item in before:
            if item.duty and self.rng.random() < 0.6:
                yield retold(
                    item, self._time(item.lead[0], self.rng.random()), item.lead[0], self.rng, "light"
                )

    def _own(self, taken: set[Work]) -> Iterator[Item]:
        every = list(works(self.sheet.subject, reserved=False))
        self.lasting.shuffle(every)
        yearly, other = every[:_YEARLY], every[_YEARLY:]
        self.rng.shuffle(other)
        units = leaders(self.sheet.issuer, self.sheet.subject)
        free = [w for w in (*yearly, *other) if w not in taken]
        children = iter(free[-2:])
        for at, work in enumerate(free[: min(self.rng.randint(15, 26), len(free) - 2)]):
            steady = self._steady(work) if at < _YEARLY else self.rng
            place = steady.choice(self.sheet.issuer.places)
            lead = units[0] if steady.random() < 0.7 else units[-1]
            item = self._told(Duty(work, place), self._time(lead, steady.random()), lead)
            yield item
            if at in (9, 12) and item.when.last and (child := next(children, None)):
                yield self._child(item, Duty(child, place), item.when.last)

    def _steady(self, work: Work) -> random.Random:
        """What is drawn from it for a work is the same in every year."""
        return random.Random(self.sheet.issuer.seed * 400 + work.thing * 20 + work.action)

    def _child(self, parent: Item, duty: Duty, last: date) -> Item:
        first = min(self.sheet.issued + timedelta(days=5), last)
        day = dates.work_day(self.rng, first, last - timedelta(days=3))
        child = self._told(duty, self._due(day) if day <= last else dates.NO_TIME, parent.lead[0])
        child.parent = parent
        return child

    def _time(self, lead: str, steady: float) -> When:
        """A time; `steady` between 0 and 1 sets where in the plan's period it lies."""
        lot = self.rng.random()
        if lot < 0.3:
            return (dates.NO_TIME, dates.NO_TIME, dates.ONGOING, dates.monthly(20), dates.ON_RECEIPT)[
                int(lot * 16.5)
            ]
        first, last = self.sheet.issued + timedelta(days=15), self.sheet.end - timedelta(days=10)
        length = max(1, (last - first).days)
        day = first + timedelta(days=int(steady * length)) + timedelta(days=self.rng.randint(-5, 5))
        day = dates.on_work_day(max(day, first))
        while self.load[lead, day] >= 2:
            day = dates.on_work_day(day + timedelta(days=1))
        self.load[lead, day] += 1
        if lot < 0.4 and day.replace(day=1) > self.sheet.issued:
            return dates.month(day) if lot < 0.35 else dates.quarter(day)
        if lot < 0.45:
            return dates.span(first - timedelta(days=3), day) if day > first else self._due(day)
        return self._due(day)

    def _of_every_plan(self) -> Iterator[Item]:
        issuer, rng = self.sheet.issuer, self.rng
        tongue, name = tongue_of(self.sheet.subject), subjects()[self.sheet.subject].name
        forms: dict[str, str] = tongue.wording["of_every_plan"]
        units = leaders(issuer, self.sheet.subject)
        body = "Ủy ban nhân dân tỉnh" if issuer.superior is None else f"Ủy ban nhân dân {issuer.places[0]}"
        body = f"Giám đốc {issuer.office}" if issuer.office else body
        desk = issuer.units[0]
        what = rng.choice(("Kế hoạch", "Kế hoạch này", f"công tác {name}", f"Kế hoạch {name}"))
        last = dates.on_work_day(self.sheet.end + timedelta(days=rng.randint(3, 9)))
        when = self._due(last)
        yield Item(forms["report"].format(what=what, body=body, when=when.words), units[:1], when, "report")
        purse = next((u for u in issuer.units if "Tài chính" in u), desk)
        yield Item(forms["money"].format(what=what), (purse,))
        rhythm = dates.monthly(rng.choice((15, 20, 25)))
        text = forms["rhythm"].format(when=as_in("", rhythm.words), what=what)
        yield Item(text, units[-1:], rhythm, "report")
        for unit in _MASS if issuer.superior and not issuer.office else ():
            yield Item(forms["members"].format(name=name), (f"{unit} {issuer.level}",))
        if self.sheet.event_day:
            begin = dates.event(self.sheet.event_day, rng.choice(_CLOCKS))
            yield Item(forms["opening"].format(name=name, when=begin.words), (desk,), begin)
