"""What a calendar is told: one entry for every time that has a day, and a list of those that have none."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from vanthu.contract.model import (
    Deadline,
    Due,
    Ongoing,
    PublicPlan,
    Recurring,
    Relative,
    ScheduleRow,
    Task,
    Window,
)
from vanthu.export.rhythm import calendar_rules, first_occurrence
from vanthu.export.timing import day_of, issue_day, phrase, plan_period
from vanthu.export.wording import describe_deadline, describe_row, headline, units_of

Moment = date | datetime  # a date is a whole day; a date-time is local time of Vietnam


@dataclass(frozen=True)
class Entry:
    """One event. `end` is exclusive, as in iCalendar; `None` for a moment without length. `rule` is an RRULE without UNTIL."""

    uid: str
    start: Moment
    end: Moment | None
    summary: str
    description: str
    categories: tuple[str, ...] = ()
    rule: str | None = None
    until: date | None = None


@dataclass(frozen=True)
class Undated:
    """A time that no calendar can show, with the Vietnamese reason."""

    where: str  # task id, or 'document'
    raw: str
    reason: str


def plan_key(contract: PublicPlan) -> str:
    """What all entries of one plan have in common: the file's hash, or what identifies the document without it."""
    if contract.file:
        return contract.file.sha256[:16]
    facts = contract.document
    identity = "\n".join(
        str(v) for v in (facts.type, facts.number, facts.symbol, facts.issued_on, facts.title)
    )
    return hashlib.sha256(identity.encode()).hexdigest()[:16]


def entries(contract: PublicPlan) -> Iterator[Entry]:
    """Every dated time of a plan, in the order of `plan.json`. No two have the same `uid`."""
    seen: Counter[str] = Counter()
    for entry in _all_entries(contract):
        seen[entry.uid] += 1
        yield entry if seen[entry.uid] == 1 else replace(entry, uid=f"{entry.uid}-{seen[entry.uid]}")


def undated(contract: PublicPlan) -> Iterator[Undated]:
    """The times that are in no entry; *thường xuyên* is none of them, for it asks for no day."""
    owned = [("document", d) for d in contract.document_deadlines]
    owned += [(task.id, d) for task in contract.tasks for d in task.deadlines]
    for where, deadline in owned:
        if not isinstance(deadline, Ongoing) and not _slots(deadline, contract):
            yield Undated(where, deadline.raw, _reason(deadline))


def _all_entries(contract: PublicPlan) -> Iterator[Entry]:
    key = plan_key(contract)
    yield from _of_deadlines(contract, None, f"{key}-plan")
    for task in contract.tasks:
        yield from _of_deadlines(contract, task, task.uid or f"{key}-{task.id}")
    for index, row in enumerate(contract.schedule, start=1):
        yield _of_row(contract, row, f"{key}-schedule-{index}")


def _of_deadlines(contract: PublicPlan, task: Task | None, owner: str) -> Iterator[Entry]:
    """Named by kind and place among that kind, so that a corrected date keeps its entry."""
    places: Counter[str] = Counter()
    for deadline in task.deadlines if task else contract.document_deadlines:
        places[deadline.kind] += 1
        for index, slot in enumerate(_slots(deadline, contract), start=1):
            part = f"-{index}" if index > 1 else ""
            yield Entry(
                uid=f"{owner}-{deadline.kind}-{places[deadline.kind]}{part}",
                start=slot.start,
                end=slot.end,
                summary=headline(contract, task, deadline),
                description=describe_deadline(contract, task, deadline),
                categories=units_of(task) if task else (),
                rule=slot.rule,
                until=slot.until,
            )


def _of_row(contract: PublicPlan, row: ScheduleRow, uid: str) -> Entry:
    start = _moment(row.when)
    end = None if isinstance(start, datetime) else start + timedelta(days=1)
    return Entry(
        uid=uid, start=start, end=end, summary=f"Lịch: {row.what}", description=describe_row(contract, row)
    )


@dataclass(frozen=True)
class _Slot:
    start: Moment
    end: Moment | None
    rule: str | None = None
    until: date | None = None


def _slots(deadline: Deadline, contract: PublicPlan) -> tuple[_Slot, ...]:
    match deadline:
        case Due(date=str(day), time=clock):
            return (_slot(_moment(f"{day}T{clock}" if clock else day)),)
        case Window():
            return _window(deadline)
        case Recurring():
            return _recurring(deadline, contract)
        case Relative(resolved=str(day)):
            return (_slot(date.fromisoformat(day)),)
        case _:
            return ()


def _slot(start: Moment) -> _Slot:
    return _Slot(start, None if isinstance(start, datetime) else start + timedelta(days=1))


def _moment(value: str) -> Moment:
    """24:00 is 00:00 of the next day."""
    day = date.fromisoformat(value[:10])
    clock = value[11:]
    if not clock:
        return day
    if clock == "24:00":
        return datetime.combine(day + timedelta(days=1), time.min)
    return datetime.combine(day, time.fromisoformat(clock))


def _window(window: Window) -> tuple[_Slot, ...]:
    """An open end leaves the day that is known."""
    edges = [edge for edge in (window.start, window.end) if edge]
    if len(edges) < 2:
        return tuple(_slot(_moment(edge)) for edge in edges)
    start, end = (_moment(edge) for edge in edges)
    if not isinstance(start, datetime) and not isinstance(end, datetime):
        return (_Slot(start, end + timedelta(days=1)),) if start <= end else ()
    begin, finish = _at_start(start), _at_end(end)
    if begin > finish:
        return ()
    return (_Slot(begin, finish if begin < finish else None),)


def _at_start(moment: Moment) -> datetime:
    return moment if isinstance(moment, datetime) else datetime.combine(moment, time.min)


def _at_end(moment: Moment) -> datetime:
    return moment if isinstance(moment, datetime) else datetime.combine(moment + timedelta(days=1), time.min)


def _recurring(recurring: Recurring, contract: PublicPlan) -> tuple[_Slot, ...]:
    """From the day of issue, or the plan's first day where that is later, to its own end or the plan's."""
    period_start, period_end = plan_period(contract)
    anchor = max((d for d in (issue_day(contract), period_start) if d), default=None)
    until = day_of(recurring.until) or period_end
    if anchor is None:
        return ()
    rules = ((rule, first_occurrence(rule, anchor)) for rule in calendar_rules(recurring.rrule, anchor))
    return tuple(
        _repeat(recurring, rule, first, until) for rule, first in rules if first and first <= (until or first)
    )


def _repeat(recurring: Recurring, rule: str, first: date, until: date | None) -> _Slot:
    """An hour of 24:00 stays with its day: moved to the next one it would no longer fit the rule."""
    timed = recurring.time and recurring.time != "24:00"
    slot = _slot(_moment(f"{first.isoformat()}T{recurring.time}") if timed else first)
    return _Slot(slot.start, slot.end, rule, until)


def _reason(deadline: Deadline) -> str:
    match deadline:
        case Due():
            return "ngày không có trong lịch"
        case Relative():
            return "chưa tính được ngày vì phụ thuộc vào một sự kiện"
        case Recurring():
            return "chưa rõ ngày bắt đầu, nhịp lặp, hoặc đã quá ngày kết thúc"
        case _:
            return f"chưa xác định được khoảng thời gian ({phrase(deadline)})"
