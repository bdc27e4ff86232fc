"""Checks of single dates: against the day of issue, the calendar, the day of the week."""

from __future__ import annotations

from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

import regex

from vanthu.audit.facts import Facts, as_date, show
from vanthu.document.content import Deadline, DeadlineKind, Finding, Qualifier, Severity
from vanthu.document.evidence import Evidence
from vanthu.orthography import fold
from vanthu.times.placing import IMPOSSIBLE
from vanthu.times.working_days import weekday_name

_LIMITS = (Qualifier.BEFORE, Qualifier.BY)
_EXPLICIT_DAY = regex.compile(r"\d{1,2}\s*[/.-]\s*\d{1,2}(?!\d)|(?:ngày|mùng|mồng)\s*\d", regex.IGNORECASE)
_WEEKDAYS = ("thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy", "chủ nhật")
_WEEKDAY = regex.compile(r"\b(thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)\b")


def evidence_of(deadlines: Iterable[Deadline]) -> tuple[Evidence, ...]:
    """What the deadlines rest on."""
    return tuple(d.evidence for d in deadlines if d.evidence)


def deadline_before_issue(facts: Facts) -> Iterator[Finding]:
    """A due date before the day of issue; one finding a task."""
    if facts.issued_on is None:
        return
    late: dict[str, list[tuple[Deadline, date]]] = defaultdict(list)
    for task, deadline, day in facts.dues():
        if day < facts.issued_on:
            late[task.id].append((deadline, day))
    for task_id, found in late.items():
        days = ", ".join(show(day) for _, day in found)
        yield Finding(
            code="deadline-before-issue",
            where=(task_id,),
            note=f"Hạn {days} trước ngày ban hành ({show(facts.issued_on)}).",
            severity=Severity.ERROR,
            evidence=evidence_of(d for d, _ in found),
        )


def start_before_issue(facts: Facts) -> Iterator[Finding]:
    """A period with a named first day that begins before the day of issue.

    A month or quarter that is under way when the plan is issued is no fault: nobody meant its first day.
    """
    owners = [("document", d) for d in facts.document_deadlines]
    owners += [(t.id, d) for t in facts.tasks for d in t.deadlines]
    seen: set[tuple[str | None, str | None]] = set()
    for owner, deadline in owners:
        start = as_date(deadline.start)
        if (
            facts.issued_on is None
            or start is None
            or start >= facts.issued_on
            or not _names_first_day(deadline)
        ):
            continue
        if (key := (deadline.start, deadline.end)) in seen:
            continue
        seen.add(key)
        yield Finding(
            code="start-before-issue",
            where=(owner,),
            note=f"Thời gian bắt đầu {show(start)} trước ngày ban hành ({show(facts.issued_on)}).",
            evidence=evidence_of([deadline]),
        )


def _names_first_day(deadline: Deadline) -> bool:
    start, end = as_date(deadline.start), as_date(deadline.end)
    whole = (
        start is not None
        and start.day == 1
        and (end is None or end.day == monthrange(end.year, end.month)[1])
    )
    return not whole or _EXPLICIT_DAY.search(deadline.raw) is not None


def deadline_on_day_off(facts: Facts) -> Iterator[Finding]:
    """A limit that falls on a day off; one finding a date. Events meant for that day are no limits."""
    shared: dict[date, list[tuple[str, Deadline]]] = defaultdict(list)
    for task, deadline, day in facts.dues():
        if deadline.qualifier in _LIMITS and facts.day_off(day):
            shared[day].append((task.id, deadline))
    for deadline in facts.document_deadlines:
        day_or_none = as_date(deadline.date)
        if day_or_none and deadline.qualifier in _LIMITS and facts.day_off(day_or_none):
            shared[day_or_none].append(("document", deadline))
    for day, found in sorted(shared.items()):
        yield Finding(
            code="deadline-on-day-off",
            where=tuple(dict.fromkeys(owner for owner, _ in found)),
            note=f"Hạn {show(day)} rơi vào ngày nghỉ ({facts.day_off(day)}).",
            severity=Severity.NOTE,
            evidence=evidence_of(d for _, d in found),
        )


def invalid_date(facts: Facts) -> Iterator[Finding]:
    """A date that no calendar has (31/6); a day whose year or month is unknown is no such date."""
    owners = [("document", d) for d in facts.document_deadlines]
    owners += [(t.id, d) for t in facts.tasks for d in t.deadlines]
    for owner, deadline in owners:
        if deadline.kind is DeadlineKind.DUE and deadline.date is None and IMPOSSIBLE in deadline.assumptions:
            yield Finding(
                code="invalid-date",
                where=(owner,),
                note=f"Ngày không có trong lịch: «{deadline.raw}».",
                severity=Severity.ERROR,
                evidence=evidence_of([deadline]),
            )


def weekday_mismatch(facts: Facts) -> Iterator[Finding]:
    """A day of the week that is not that of the date beside it."""
    for task, deadline, day in facts.dues():
        named = _WEEKDAY.findall(fold(deadline.raw))
        if len(named) == 1 and _weekday_number(named[0]) != day.weekday():
            yield Finding(
                code="weekday-mismatch",
                where=(task.id,),
                note=f"Ngày {show(day)} là {weekday_name(day)}, văn bản ghi {_written(named[0], deadline.raw)}.",
                evidence=evidence_of([deadline]),
            )


def _written(name: str, raw: str) -> str:
    """The name with the letters of the document; folding keeps every offset."""
    at = fold(raw).index(name)
    return raw[at : at + len(name)]


def _weekday_number(name: str) -> int:
    """Monday is 0."""
    return int(name[-1]) - 2 if name[-1].isdigit() else _WEEKDAYS.index(name)
