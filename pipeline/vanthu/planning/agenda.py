"""What falls due between two days, over many plans: what an office asks on Monday morning."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import repeat

from vanthu.contract.model import DayOff, Deadline, Due, PublicPlan, Recurring, ScheduleRow, Task
from vanthu.planning.called import helping, leading
from vanthu.planning.clock import Progress, Report, is_over
from vanthu.planning.followed import FollowedPlan
from vanthu.planning.occurrences import Occurrence, Role, final, has_day, occurrences, of_row, runs_on
from vanthu.planning.period import Frame, frame
from vanthu.planning.recurrence import names_weekday
from vanthu.times.working_days import day_off_reason, weekday_name, working_day_before

_NOTHING_SAID = Report()


@dataclass(frozen=True)
class Matter:
    """A deadline with what it belongs to: a task, the whole plan (`task` is `None`), or a row of a schedule.

    `report` is what people say of it; of a rhythm only that it was given up, for *done* speaks of one turn.
    """

    plan: PublicPlan
    frame: Frame
    deadline: Deadline | None
    task: Task | None = None
    row: ScheduleRow | None = None
    report: Report = _NOTHING_SAID

    @property
    def units(self) -> tuple[str, ...]:
        """Who leads; empty where nobody is named."""
        return leading(self.task) if self.task else ()

    @property
    def helpers(self) -> tuple[str, ...]:
        """Who helps."""
        return helping(self.task) if self.task else ()

    def between(self, first: date, last: date) -> Iterator[Occurrence]:
        """Where it stands between two days, both included."""
        if self.deadline:
            yield from occurrences(self.deadline, self.frame, first, last)
        elif self.row and first <= (found := of_row(self.row)).day <= last:
            yield found


@dataclass(frozen=True)
class Item:
    """A matter on a day. `day_off` is set where offices are closed on a day that binds; the day itself is never moved."""

    matter: Matter
    at: Occurrence

    @property
    def day_off(self) -> DayOff | None:
        """As the plan says, else as the calendar of holidays does. Beginnings and events may well be on such a day."""
        deadline = self.matter.deadline
        if isinstance(deadline, Due):
            return deadline.day_off or closed(self.at.day)
        if isinstance(deadline, Recurring) and _is_meant(deadline, self.at.day):
            return None
        return closed(self.at.day) if self.at.role in {Role.DUE, Role.END, Role.REPEAT} else None


def _is_meant(rhythm: Recurring, day: date) -> bool:
    """*vào sáng thứ Bảy hằng tuần*: the plan itself says Saturday; a holiday that falls on one is still told."""
    return names_weekday(rhythm.rrule, day) and day_off_reason(day) == weekday_name(day)


@dataclass(frozen=True)
class Agenda:
    """`due` lies between the days, `overdue` before the first of them, `running` are windows that hold it.

    `undated` are times that have no day. Work that is over is in none of these: `over` is what would else be due or overdue.
    """

    first: date
    last: date
    overdue: tuple[Item, ...]
    due: tuple[Item, ...]
    running: tuple[Matter, ...]
    undated: tuple[Matter, ...]
    over: tuple[Item, ...] = ()


def matters(plan: PublicPlan | FollowedPlan) -> Iterator[Matter]:
    """All deadlines of a plan and the rows of its schedule, in the order of `plan.json`; with what people say, where it is given."""
    if isinstance(plan, FollowedPlan):
        yield from _matters(plan.plan, [followed.report for followed in plan.tasks])
    else:
        yield from _matters(plan, repeat(_NOTHING_SAID, len(plan.tasks)))


def _matters(plan: PublicPlan, reports: Iterable[Report]) -> Iterator[Matter]:
    within = frame(plan)
    for deadline in plan.document_deadlines:
        yield Matter(plan, within, deadline)
    for task, report in zip(plan.tasks, reports, strict=True):
        for deadline in task.deadlines:
            yield Matter(plan, within, deadline, task, report=_of(deadline, report))
    for row in plan.schedule:
        yield Matter(plan, within, None, row=row)


def _of(deadline: Deadline, report: Report) -> Report:
    goes_on = isinstance(deadline, Recurring) and report.progress is not Progress.STOPPED
    return _NOTHING_SAID if goes_on else report


def agenda(found: Iterable[Matter], first: date, last: date) -> Agenda:
    """What falls due from `first` to `last`, both included, ordered by day.

    *trước ngày X* is among it from X-1 on and overdue from X+1. Rhythms are never overdue: their next time comes.
    """
    overdue, due, over = [], [], []
    running, undated = [], []
    for matter in found:
        items = [Item(matter, at) for at in matter.between(first, last + timedelta(days=1))]
        coming = [item for item in items if item.at.last_day <= last]
        ended = final(matter.deadline) if matter.deadline else None
        late = [Item(matter, ended)] if ended and ended.day < first else []
        if is_over(matter.report, first):
            over += late + coming
            continue
        overdue += late
        due += coming
        if matter.deadline and not has_day(matter.deadline, matter.frame):
            undated.append(matter)
        if matter.deadline and runs_on(matter.deadline, first) and not items:
            running.append(matter)
    every = (in_order(overdue), in_order(due), tuple(running), tuple(undated), in_order(over))
    return Agenda(first, last, *every)


def in_order(items: Iterable[Item]) -> tuple[Item, ...]:
    """By day and hour, whole days last; otherwise as they came."""
    return tuple(sorted(items, key=lambda item: (item.at.day, item.at.clock or "25:00")))


def closed(day: date) -> DayOff | None:
    """Why offices are closed on a day, with the working day before; `None` for a working day."""
    reason = day_off_reason(day)
    if reason is None:
        return None
    return DayOff(reason=reason, working_day_before=working_day_before(day).isoformat())
