"""What is planted: every kind of contradiction between and within plans, in several forms each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from registers import dates
from registers.country import COMMUNES
from registers.desk import Desk
from registers.grammar import grammar
from registers.ordinary import retold
from registers.sheets import ACTS, Cited, Item

_OFF = ((4, 30), (5, 1), (9, 2))
_CLOCKS = (("07:30", "07:30"), ("08:00", "08:00"), ("08:00", "08:30"), ("14:00", "14:00"), (None, None))
_MEETINGS = (
    "Tổ chức họp giao ban chuyên đề về {}", "Tổ chức hội nghị sơ kết công tác {}", "Họp thẩm định hồ sơ {}",
    "Tổ chức ra quân hưởng ứng công tác {}", "Tổ chức đối thoại với nhân dân về {}", "Tổ chức lễ phát động phong trào {}",
)  # fmt: skip
_WHOLE_DAYS = (
    "Tổ chức ra quân đồng loạt hưởng ứng công tác {}", "Ra quân kiểm tra thực địa về {}", "Tổ chức ngày hội {} tại nhà văn hóa",
)  # fmt: skip


def deadline_conflict(desk: Desk) -> None:
    first, second = desk.pair()
    duty, lead = desk.fresh(first), desk.leads(first)[0]
    day, closeness = desk.day(first, second), desk.closeness()
    one = desk.task(first, duty, desk.due(day), lead)
    when = dates.other_time(desk.rng, day, after=second.issued + timedelta(days=3))
    other = desk.add(second, retold(one, when, lead, desk.rng, closeness))
    desk.record("deadline-conflict", closeness, (one, other), (first, second))


def deadline_after_superior(desk: Desk) -> None:
    upper, lower = desk.lower()
    duty, closeness = desk.fresh(lower, place=upper.issuer.places[0]), desk.closeness()
    day = dates.work_day(desk.rng, lower.issued + timedelta(days=15), date(lower.year, 11, 1))
    above = desk.task(upper, duty, desk.due(day), lower.issuer.office or COMMUNES)
    own = replace_place(above, lower.issuer.places[0])
    later = dates.on_work_day(day + timedelta(days=desk.rng.randint(4, 40)))
    below = retold(own, desk.due(later), desk.leads(lower)[0], desk.rng, closeness)
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
    again = retold(one, when, other_lead if code == "duty-two-units" else lead, desk.rng, closeness)
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
    name = grammar().subjects[sheet.subject].name
    first = sheet.issued + timedelta(days=10)
    quarter_end = dates.quarter_end(first + timedelta(days=75))
    early = dates.on_work_day(max(first, quarter_end - timedelta(days=desk.rng.randint(42, 60))))
    when, year_when = desk.due(early), desk.due(desk.rng.choice((early, dates.on_work_day(first))))
    span = dates.span(first + timedelta(days=20), first + timedelta(days=75))
    within = desk.due(dates.on_work_day(first + timedelta(days=desk.rng.randint(24, 50))))
    quarter = dates.quarter(quarter_end).words.removeprefix("trong ")
    text, when = desk.rng.choice(
        (
            (f"Báo cáo kết quả công tác {name} {quarter} về Ủy ban nhân dân {when.words}.", when),
            (f"Tổng hợp số liệu {name} của {quarter}, gửi báo cáo {when.words}.", when),
            (
                f"{year_when.words[0].upper()}{year_when.words[1:]}, báo cáo kết quả thực hiện công tác {name} cả năm {sheet.year}.",
                year_when,
            ),
            (f"Báo cáo kết quả đợt cao điểm {name} ({span.words}) {within.words}.", within),
        )
    )
    item = Item(
        text, (desk.leads(sheet)[0],), when, "report", times=(span, when) if span.words in text else ()
    )
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


def meeting(desk: Desk, lead: str, when: dates.When) -> Item:
    """An event with a title; one that takes the whole day where no hour is told."""
    titles = _MEETINGS if when.fields and when.fields["time"] else _WHOLE_DAYS
    name = desk.rng.choice(grammar().subjects).name
    return Item(f"{desk.rng.choice(titles).format(name)} {when.words}.", (lead,), when)


def two_events(desk: Desk) -> None:
    first, second = desk.pair()
    lead, day = desk.leads(first)[0], desk.free_day(second)
    clocks = desk.rng.choice(_CLOCKS)
    one = desk.add(first, meeting(desk, lead, dates.event(day, clocks[0])))
    while (other := meeting(desk, lead, dates.event(day, clocks[1]))).text[:12] == one.text[:12]:
        pass
    desk.add(second, other)
    desk.record("two-events-at-once", f"{clocks[0]} {clocks[1]}", (one, other), (first, second))


def overload(desk: Desk) -> None:
    own = [s for s in desk.year() if s.issued < date(s.year, 9, 1) and s.role == "ordinary"][:4]
    if len(own) < 3:
        return
    lead, day = desk.leads(own[0])[0], desk.day(*own, least=20)
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
    """Once for all: the plans were drafted as such."""
    for sheet in desk.sheets:
        if sheet.role == "outdated" and sheet.source:
            desk.record_plans("basis-replaced", "legal basis", (sheet, sheet.source))


def citation_conflict(desk: Desk) -> None:
    """A superior's plan or a known act, with another date or number than it has."""
    upper, lower = desk.lower()
    if desk.rng.random() < 0.3:
        act = desk.rng.choice(ACTS)
        lower.cited.append(replace(act, day=act.day + timedelta(days=desk.rng.choice((-30, -9, 1, 10, 61)))))
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
ONCE: tuple[Callable[[Desk], None], ...] = (plan_repeats, basis_replaced)
MANY: tuple[Callable[[Desk], None], ...] = (
    deadline_conflict, deadline_after_superior, duty_two_units, duplicate_task, deadline_before_issue, report_before_period,
    child_after_parent, two_events, overload, day_off, cited_missing,
)  # fmt: skip
