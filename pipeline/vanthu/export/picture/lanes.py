"""What a picture of a plan shows: lanes of units, rows of tasks, marks in time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from itertools import islice

from dateutil.rrule import rrulestr

from vanthu.contract.model import Deadline, Due, Ongoing, PublicPlan, Recurring, Relative, Task, Window
from vanthu.export.timing import first_day, phrase
from vanthu.export.wording import units_of
from vanthu.planning.period import day_of, frame, issue_day, plan_period
from vanthu.planning.recurrence import calendar_rules
from vanthu.planning.slots import rhythm_frame

NOBODY = "Chưa nêu đơn vị chủ trì"
_MOST_BEATS = 400


class MarkKind(StrEnum):
    """Shapes: a point, a bar, a dotted line."""

    POINT = "point"
    BAR = "bar"
    BEATS = "beats"


@dataclass(frozen=True)
class Mark:
    """A time on the axis. `open_start`, `open_end`: the plan does not say where it begins or ends."""

    kind: MarkKind
    start: date
    end: date
    title: str
    beats: tuple[date, ...] = ()
    counted: bool = False  # resolved from a length of time, not written as a date
    open_start: bool = False
    open_end: bool = False


@dataclass(frozen=True)
class Row:
    """A task with its marks, and its times that have no place on the axis."""

    task: Task
    marks: tuple[Mark, ...]
    apart: tuple[str, ...]
    alarms: tuple[str, ...]  # notes of findings about it

    @property
    def first(self) -> date | None:
        """The first day it shows."""
        return min((m.start for m in self.marks), default=None)


@dataclass(frozen=True)
class Lane:
    """The rows of one leading unit."""

    unit: str
    rows: tuple[Row, ...]


def lanes(contract: PublicPlan) -> tuple[Lane, ...]:
    """Lanes in the order of the document, work without a leading unit last; rows by their days, undated ones last."""
    groups: dict[str, list[Row]] = {}
    for task in contract.tasks:
        unit = next(iter(units_of(task)), NOBODY)
        groups.setdefault(unit, []).append(row_of(contract, task))
    ordered = sorted(groups, key=lambda unit: unit == NOBODY)
    return tuple(
        Lane(unit, tuple(sorted(groups[unit], key=lambda r: r.first or date.max))) for unit in ordered
    )


def row_of(contract: PublicPlan, task: Task) -> Row:
    """A task with its marks in the order of time."""
    marks = [(d, mark(d, contract)) for d in task.deadlines]
    return Row(
        task=task,
        marks=tuple(sorted((m for _, m in marks if m), key=lambda m: m.start)),
        apart=tuple(phrase(d) for d, m in marks if m is None),
        alarms=tuple(f.note for f in contract.findings if task.id in f.where),
    )


def mark(deadline: Deadline, contract: PublicPlan) -> Mark | None:
    """The deadline on the axis; `None` where it has no day."""
    match deadline:
        case Due() | Relative():
            day = first_day(deadline)
            counted = isinstance(deadline, Relative)
            return Mark(MarkKind.POINT, day, day, phrase(deadline), counted=counted) if day else None
        case Window():
            return _bar(deadline, contract)
        case Recurring():
            return _beats(deadline, contract)
        case Ongoing():
            return None


def _bar(window: Window, contract: PublicPlan) -> Mark | None:
    """An open end reaches to the plan's own border; with none, the window is a point."""
    start, end = day_of(window.start), day_of(window.end)
    known = start or end
    if known is None or (start and end and start > end):
        return None
    period_start, period_end = plan_period(contract)
    first = start or min(period_start or issue_day(contract) or known, known)
    last = end or max(period_end or known, known)
    return Mark(MarkKind.BAR, first, last, phrase(window), open_start=start is None, open_end=end is None)


def _beats(recurring: Recurring, contract: PublicPlan) -> Mark | None:
    """From its own first day or the day of issue to the rhythm's end, the plan's, or the last day that the plan names."""
    within = rhythm_frame(recurring, frame(contract))
    first = within.first
    if first is None:
        return None
    end = within.last or max((first, *_named_days(contract)))
    beats = sorted(
        {day for rule in calendar_rules(recurring.rrule, first) for day in _occurrences(rule, first, end)}
    )
    if not beats:
        return None
    return Mark(
        MarkKind.BEATS,
        beats[0],
        max(beats[-1], end),
        phrase(recurring),
        beats=tuple(beats),
        open_end=within.last is None,
    )


def _occurrences(rule: str, first: date, last: date) -> Iterator[date]:
    start = datetime.combine(first, time.min)
    until = datetime.combine(last, time.min) + timedelta(days=1)
    for moment in islice(rrulestr(rule, dtstart=start), _MOST_BEATS):
        if moment >= until:
            return
        yield moment.date()


def _named_days(contract: PublicPlan) -> Iterator[date]:
    owned = [*contract.document_deadlines, *(d for t in contract.tasks for d in t.deadlines)]
    for deadline in owned:
        if not isinstance(deadline, Recurring) and (day := _last(deadline)):
            yield day
    yield from (day for row in contract.schedule if (day := day_of(row.when)))


def _last(deadline: Deadline) -> date | None:
    return day_of(deadline.end) if isinstance(deadline, Window) else first_day(deadline)
