"""What is planted: every kind of contradiction between and within plans, in several forms each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from registers import dates
from registers.dates import When
from registers.desk import Desk
from registers.grammar import Closeness, said, subjects
from registers.ordinary import retold
from registers.sheets import ACTS, Cited, Item, Sheet

_OFF = ((4, 30), (5, 1), (9, 2))
_CLOCKS = (
    ("07:30", "07:30"), ("08:00", "08:00"), ("08:00", "08:30"), ("14:00", "14:00"), ("07:30-11:00", "09:00"),
    ("13:30-16:30", "14:00-15:00"), (None, None),
)  # fmt: skip


def deadline_conflict(desk: Desk) -> None:
    first, second = desk.pair()
    duty, lead = desk.fresh(first), desk.leads(first)[0]
    day, closeness = desk.day(first, second), desk.closeness()
    one = desk.task(first, duty, desk.due(day), lead)
    when = dates.other_time(
        desk.rng, day, after=second.issued + timedelta(days=3), forms=desk.tongue.lines("limits")
    )
    other = desk.add(second, anew(desk, first, one, when, lead, closeness))
    desk.record("deadline-conflict", closeness, (one, other), (first, second))


def anew(desk: Desk, sheet: Sheet, item: Item, when: When, lead: str, closeness: Closeness) -> Item:
    """The duty of another task in other words, maybe with a second thing."""
    if closeness == "merged" and item.duty:
        item = replace(item, duty=desk.also(sheet, item.duty))
    return retold(item, when, lead, desk.rng, closeness)


def deadline_after_superior(desk: Desk) -> None:
    upper, lower = desk.lower()
    upper = desk.rng.choice(list(lower.superiors()))
    duty, closeness = desk.fresh(lower, place=upper.issuer.places[0]), desk.closeness()
    day = dates.work_day(desk.rng, lower.issued + timedelta(days=15), date(lower.year, 11, 1))
    above = desk.task(upper, duty, desk.due(day), lower.issuer.called)
    own = replace_place(above, lower.issuer.places[0])
    later = dates.on_work_day(day + timedelta(days=desk.rng.randint(4, 40)))
    below = anew(desk, lower, own, desk.due(later), desk.unit(lower), closeness)
    desk.record("deadline-after-superior", closeness, (above, desk.add(lower, below)), (upper, lower))


def replace_place(item: Item, place: str) -> Item:
    """The same task at another place, for wording it anew."""
    duty = replace(item.duty, place=place) if item.duty else None
    return Item(item.text, item.lead, item.when, duty=duty, wording=item.wording)


def duty_two_units(desk: Desk) -> None:
    _given_twice(desk, "duty-two-units")


def duplicate_task(desk: Desk) -> None:
    _given_twice(desk, "duplicate-task")


def _given_twice(desk: Desk, code: str) -> None:
    """With one time or none, in two plans or in one; to another unit or to the same."""
    first, second = desk.pair()
    second = first if desk.rng.random() < 0.25 else second
    duty, (lead, other_lead), closeness = desk.fresh(first), desk.leads(first), desk.closeness()
    when = desk.due(desk.day(first, second)) if desk.rng.random() < 0.7 else dates.NO_TIME
    one = desk.task(first, duty, when, lead)
    again = anew(desk, first, one, when, other_lead if code == "duty-two-units" else lead, closeness)
    desk.record(code, closeness, (one, desk.add(second, again)), (first, second))


def plan_repeats(desk: Desk) -> None:
    """Once for all: the plans were drafted as such."""
    present = {id(s) for s in desk.sheets}
    for sheet in desk.sheets:
        if sheet.role == "repeats" and sheet.source and id(sheet.source) in present:
            desk.record_plans("plan-repeats", "copies, slips, light", (sheet.source, sheet))


def deadline_before_issue(desk: Desk) -> None:
    sheet = desk.one()
    day = dates.on_work_day(sheet.issued - timedelta(days=desk.rng.randint(6, 60)))
    item = desk.task(sheet, desk.fresh(sheet), desk.due(day), desk.leads(sheet)[0])
    desk.record("deadline-before-issue", "due", (item,), (sheet,))


def report_before_period(desk: Desk) -> None:
    sheet = desk.reporting()
    first = sheet.issued + timedelta(days=10)
    quarter_end = dates.quarter_end(first + timedelta(days=75))
    early = dates.on_work_day(max(first, quarter_end - timedelta(days=desk.rng.randint(42, 60))))
    when, year_when = desk.due(early), desk.due(desk.rng.choice((early, dates.on_work_day(first))))
    span = dates.span(first + timedelta(days=20), first + timedelta(days=75))
    within = desk.due(dates.on_work_day(first + timedelta(days=desk.rng.randint(24, 50))))
    form = desk.rng.choice(desk.tongue.lines("early_reports"))
    when = within if "{within}" in form else year_when if "{year}" in form else when
    text = form.format(
        name=subjects()[sheet.subject].name,
        quarter=dates.quarter(quarter_end).words.removeprefix("trong "),
        when=when.words,
        When=f"{when.words[0].upper()}{when.words[1:]}",
        year=sheet.year,
        span=span.words,
        within=when.words,
    )
    times = (span, when) if span.words in text else ()
    item = Item(text, (desk.leads(sheet)[0],), when, "report", times=times)
    desk.record("report-before-completion", text.split()[0], (desk.add(sheet, item),), (sheet,))


def child_after_parent(desk: Desk) -> None:
    sheet = desk.one()
    lead, day = desk.leads(sheet)[0], desk.day(sheet)
    when = desk.due(day) if desk.rng.random() < 0.7 else dates.span(sheet.issued + timedelta(days=5), day)
    parent = desk.task(sheet, desk.fresh(sheet), when, lead)
    later = dates.on_work_day(day + timedelta(days=desk.rng.randint(3, 20)))
    child = desk.task(sheet, desk.fresh(sheet), desk.due(later), lead)
    child.parent = parent
    desk.record("deadline-order", "child", (child, parent), (sheet,))


def event(text: str, lead: str, when: When) -> Item:
    """A task that is an event."""
    return Item(f"{text} {when.words}.", (lead,), when)


def at(day: date, clock: str | None) -> When:
    """The day, with an hour or from one to another."""
    start, _, end = (clock or "").partition("-")
    return dates.hours(day, start, end) if end else dates.event(day, clock)


def two_events(desk: Desk) -> None:
    first, second = desk.pair()
    lead, day = desk.unit(first), desk.free_day(second)
    clocks = desk.rng.choice(_CLOCKS)
    told = [desk.meeting(first, field_day=clocks[0] is None)[0]]
    while (other := desk.meeting(first, field_day=clocks[0] is None)[0])[:12] == told[0][:12]:
        pass
    items = [
        desk.add(sheet, event(text, lead, at(day, clock)))
        for sheet, text, clock in zip((first, second), (*told, other), clocks, strict=True)
    ]
    desk.record("two-events-at-once", f"{clocks[0]} {clocks[1]}", items, (first, second))


def after_a_letter(desk: Desk) -> None:
    """Letters that give more time: a change and no contradiction, but where a later plan still has the old date.

    Once for all: the letters were drafted as such.
    """
    present = {id(s) for s in desk.sheets}
    for letter in desk.sheets:
        if letter.role == "letter" and letter.source and id(letter.source) in present:
            cited = letter.source.as_cited(short=True, basis=False, before="nêu tại ")
            letter.cited.append(replace(cited, edge=desk.rng.choice((None, "amends"))))
            for _ in range(2):
                _more_time(desk, letter, letter.source)


def _more_time(desk: Desk, letter: Sheet, plan: Sheet) -> None:
    lead, day = desk.unit(plan), desk.day(letter, least=25)
    one = desk.task(plan, desk.fresh(plan), desk.due(day), lead)
    new = desk.due(dates.on_work_day(day + timedelta(days=desk.rng.randint(8, 20))))
    item = desk.add(letter, _given_more(desk, one, new, lead))
    desk.trap("more time by letter", (one, item), (plan, letter))
    later = [s for s in desk.years.get((plan.issuer, plan.year), []) if letter.issued < s.issued < day]
    later = [s for s in later if s.role == "ordinary"]
    if later:
        third = later[0]
        obeys = desk.rng.random() < 0.5
        again = desk.add(third, retold(one, new if obeys else one.when, lead, desk.rng, desk.closeness()))
        if obeys:
            desk.trap("as the letter says", (one, again), (plan, third))
        else:
            desk.record("deadline-conflict", "old date after a letter", (item, again), (letter, third))
        desk.record("duplicate-task", "given again", (item if obeys else one, again), (letter, plan, third))


def _given_more(desk: Desk, one: Item, new: When, lead: str) -> Item:
    if one.duty is None or one.wording is None or one.when.last is None:
        raise ValueError("only a duty with a day can be given more time")
    work = said(one.duty, one.wording, inside=True)
    form = desk.rng.choice(desk.tongue.lines("letters"))
    old = dates.written(one.when.last)
    text = form.format(work=work, old=old, when=new.words)
    before = When(f"ngày {old}", dates.event(one.when.last, None).fields, one.when.last)
    times = (before, new) if before.words in text else ()
    return Item(f"{text[0].upper()}{text[1:]}", (lead,), new, times=times)


def overload(desk: Desk) -> None:
    own = [s for s in desk.year() if s.issued < date(s.year, 9, 1) and s.role == "ordinary"][:4]
    if len(own) < 3:
        return
    lead, day = desk.unit(own[0]), desk.day(*own, least=20)
    count = desk.rng.randint(16, 20)
    tasks = [
        desk.task(s, desk.fresh(s), desk.due(day), lead) for s in (own[n % len(own)] for n in range(count))
    ]
    desk.record("unit-overloaded", f"{count} tasks", tasks, own)


def day_off(desk: Desk) -> None:
    sheet = desk.one()
    day = desk.day(sheet) + timedelta(days=1)
    while dates.working(day):
        day += timedelta(days=1)
    feasts = [d for d in (date(sheet.year, *f) for f in _OFF) if d > sheet.issued]
    day = desk.rng.choice(feasts) if feasts and desk.rng.random() < 0.3 else day
    item = desk.task(sheet, desk.fresh(sheet), desk.due(day), desk.leads(sheet)[0])
    desk.record("deadline-on-day-off", day.strftime("%a"), (item,), (sheet,))


def basis_replaced(desk: Desk) -> None:
    """Once for all: plans that rest on what was replaced before they were issued, be it on the ground of their own ground."""
    for new in (s for s in desk.sheets if s.role == "replaces"):
        for sheet in desk.sheets:
            if sheet.issued > new.issued and new.source in list(sheet.superiors())[:2]:
                desk.record_plans("basis-replaced", "legal basis", (sheet, new))


def citation_conflict(desk: Desk) -> None:
    """A superior's plan or a known act, with another date or number than it has."""
    upper, lower = desk.lower()
    if desk.rng.random() < 0.3:
        act = desk.rng.choice(ACTS)
        days = (act.day + timedelta(days=away) for away in (-30, -9, 1, 10, 61))
        # 88/NQ-CP of another year may be another act
        lower.cited.append(replace(act, day=desk.rng.choice([d for d in days if d.year == act.day.year])))
        desk.record_plans("citation-conflict", "act", (lower,))
        return
    right = upper.as_cited(short=desk.rng.random() < 0.6)
    day = upper.issued
    if desk.rng.random() < 0.5:
        swapped = (
            date(day.year, day.day, day.month)
            if day.day <= 12 != day.month and day.day != day.month
            else None
        )
        wrong = swapped or day + timedelta(days=desk.rng.choice((-10, -1, 1, 3, 10)))
        cited = replace(right, day=wrong)
    else:
        known = {s.number for s in desk.years.get((upper.issuer, upper.year), [upper])}
        near = [n for n in range(max(1, upper.number - 9), upper.number + 90) if n not in known]
        cited = replace(right, number=f"{desk.rng.choice(near)}/{upper.issuer.symbol}")
    lower.misdated = cited
    desk.record_plans("citation-conflict", "date" if cited.number == right.number else "number", (lower,))


def cited_missing(desk: Desk) -> None:
    own = desk.year()
    gap = next(iter(desk.rng.sample(found, 1)), None) if (found := list(desk.gaps(own))) else None
    later = [s for s in desk.sheets if gap and s.issued > gap[1] + timedelta(days=5) and s.role == "ordinary"]
    near = [s for s in later if s.issuer in (own[0].issuer, own[0].issuer.superior)] or later
    if not gap or not near:
        return
    holder = desk.rng.choice(near)
    name = own[0].as_cited(short=desk.rng.random() < 0.5).issuer
    cited = Cited("Kế hoạch", f"{gap[0]}/{own[0].issuer.symbol}", gap[1], name, basis=desk.rng.random() < 0.6)
    holder.cited.append(cited)
    desk.record_plans("cited-missing", "gap", (holder,))


def serial_against_date(desk: Desk) -> None:
    """Two neighbouring plans have each other's number."""
    own = desk.year()
    at = desk.rng.randrange(len(own) - 1)
    first, second = own[at], own[at + 1]
    if (second.issued - first.issued).days < 4 or any(s.number < p.number for p, s in pairwise(own)):
        return
    first.number, second.number = second.number, first.number
    desk.record_plans("number-against-date", "swapped", (first, second))


FIRST: tuple[Callable[[Desk], None], ...] = (serial_against_date, citation_conflict)
"""Before anything cites anything."""
ONCE: tuple[Callable[[Desk], None], ...] = (plan_repeats, basis_replaced, after_a_letter)
MANY: tuple[Callable[[Desk], None], ...] = (
    deadline_conflict, deadline_after_superior, duty_two_units, duplicate_task, deadline_before_issue, report_before_period,
    child_after_parent, two_events, overload, day_off, cited_missing,
)  # fmt: skip
