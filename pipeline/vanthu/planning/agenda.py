"""What falls due between two days, over many plans: what an office asks on Monday morning."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from vanthu.contract.model import DayOff, Deadline, Due, PublicPlan, ScheduleRow, Task
from vanthu.planning.called import helping, leading
from vanthu.planning.occurrences import Occurrence, Role, final, has_day, occurrences, of_row, runs_on
from vanthu.planning.period import Frame, frame
from vanthu.times.working_days import day_off_reason, working_day_before


@dataclass(frozen=True)
class Matter:
    """A deadline with what it belongs to: a task, the whole plan (`task` is `None`), or a row of a schedule."""

    plan: PublicPlan
    frame: Frame
    deadline: Deadline | None
    task: Task | None = None
    row: ScheduleRow | None = None

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
        return closed(self.at.day) if self.at.role in {Role.DUE, Role.END, Role.REPEAT} else None


@dataclass(frozen=True)
class Agenda:
    """`due` lies between the days, `overdue` before the first of them, `running` are windows that hold it.

    `undated` are times that have no day.
    """

    first: date
    last: date
    overdue: tuple[Item, ...]
    due: tuple[Item, ...]
    running: tuple[Matter, ...]
    undated: tuple[Matter, ...]


def matters(plan: PublicPlan) -> Iterator[Matter]:
    """All deadlines of a plan and the rows of its schedule, in the order of `plan.json`."""
    within = frame(plan)
    for deadline in plan.document_deadlines:
        yield Matter(plan, within, deadline)
    for task in plan.tasks:
        for deadline in task.deadlines:
            yield Matter(plan, within, deadline, task)
    for row in plan.schedule:
        yield Matter(plan, within, None, row=row)


def agenda(found: Iterable[Matter], first: date, last: date) -> Agenda:
    """What falls due from `first` to `last`, both included, ordered by day.

    *trước ngày X* is among it from X-1 on and overdue from X+1. Rhythms are never overdue: their next time comes.
    """
    overdue, due, running, undated = [], [], [], []
    for matter in found:
        deadline = matter.deadline
        if deadline and not has_day(deadline, matter.frame):
            undated.append(matter)
            continue
        items = [Item(matter, at) for at in matter.between(first, last + timedelta(days=1))]
        due += [item for item in items if item.at.last_day <= last]
        ended = final(deadline) if deadline else None
        if ended and ended.day < first:
            overdue.append(Item(matter, ended))
        if deadline and runs_on(deadline, first) and not items:
            running.append(matter)
    return Agenda(first, last, in_order(overdue), in_order(due), tuple(running), tuple(undated))


def in_order(items: Iterable[Item]) -> tuple[Item, ...]:
    """By day and hour, whole days last; otherwise as they came."""
    return tuple(sorted(items, key=lambda item: (item.at.day, item.at.clock or "25:00")))


def closed(day: date) -> DayOff | None:
    """Why offices are closed on a day, with the working day before; `None` for a working day."""
    reason = day_off_reason(day)
    if reason is None:
        return None
    return DayOff(reason=reason, working_day_before=working_day_before(day).isoformat())
