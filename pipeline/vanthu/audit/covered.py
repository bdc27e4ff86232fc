"""Reports held against the period that they cover by name: *báo cáo kết quả quý III/2024 trước ngày 01/8/2024*."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

from vanthu.audit.dates import evidence_of
from vanthu.audit.facts import Facts, as_date, quoted, show, without_times
from vanthu.document.content import Deadline, Finding, Task, TaskKind
from vanthu.rulebook.match import Match
from vanthu.times.numbers import to_int

_COVERS = "covers-period"
_EARLY = timedelta(days=31)  # offices report on a period in its last weeks
_MONTHS_OF_QUARTER, _MONTHS = 3, 12


def report_before_its_period(facts: Facts) -> Iterator[Finding]:
    """A report due long before the period that it covers by name is over; what is sent ahead (plans, lists) may be."""
    for task in facts.tasks:
        if task.kind is not TaskKind.REPORT or facts.says("plans-ahead", task.text):
            continue
        found, dues = _covered(task, facts), _dues(task)
        if found and dues:
            start, end = found
            last, deadline = max(dues, key=lambda due: due[0])
            if last < end - min(_EARLY, (end - start) / 2):
                yield Finding(
                    code="report-before-completion",
                    where=(task.id,),
                    note=f"Tại {facts.at(task)}, thời hạn báo cáo {quoted(deadline)} sớm hơn nhiều so với ngày kết thúc kỳ báo cáo "
                    f"({show(end)}); đề nghị thống nhất lại.",
                    evidence=evidence_of([deadline]),
                )


def _dues(task: Task) -> list[tuple[date, Deadline]]:
    return [(day, d) for d in task.deadlines if (day := as_date(d.date))]


def _covered(task: Task, facts: Facts) -> tuple[date, date] | None:
    """The first and last day of the period; of a period without a year that of the limit."""
    text = without_times(task)
    match = facts.found(_COVERS, text)
    dues = _dues(task)
    if match is None or not dues:
        return None
    year = int(match.groups.get("year") or dues[-1][0].year)
    return _period(match, year)


def _period(match: Match, year: int) -> tuple[date, date] | None:
    groups = match.groups
    first, last = 1, _MONTHS
    if quarter := to_int(groups.get("quarter")):
        first, last = _MONTHS_OF_QUARTER * (quarter - 1) + 1, _MONTHS_OF_QUARTER * quarter
    elif month := to_int(groups.get("month")):
        first = last = month
    elif "half" in groups:
        first, last = (1, 6) if groups["half"].casefold() == "đầu" else (7, 12)
    if not 1 <= first <= last <= _MONTHS:
        return None
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])
