"""Deadlines laid out on the axis of days: every day between two others on which one binds, begins or repeats."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from vanthu.contract.model import Deadline, Due, Ongoing, Recurring, Relative, ScheduleRow, Window
from vanthu.document.content import Qualifier
from vanthu.planning.period import Frame
from vanthu.planning.recurrence import days
from vanthu.planning.slots import slots


class Role(StrEnum):
    """What a deadline does on a day."""

    DUE = "due"
    BEGIN = "begin"  # a window's first day
    END = "end"  # a window's last day
    REPEAT = "repeat"
    EVENT = "event"  # a row of a schedule


@dataclass(frozen=True)
class Occurrence:
    """A deadline on a day. `clock` is HH:MM, 24:00 for the end of that day; `None` for the whole day.

    `before`: the work must be done before that day begins (*trước ngày*).
    """

    day: date
    clock: str | None
    role: Role
    before: bool = False

    @property
    def last_day(self) -> date:
        """The last day on which the work can be done: the one to remind of."""
        return self.day - timedelta(days=1) if self.before else self.day


def occurrences(deadline: Deadline, frame: Frame, first: date, last: date) -> Iterator[Occurrence]:
    """Where a deadline stands between two days, both included, in the order of days. None for what has no day."""
    for found in _all(deadline, frame, first, last):
        if first <= found.day <= last:
            yield found


def of_row(row: ScheduleRow) -> Occurrence:
    """Where a row of a schedule stands."""
    return _edge(row.when, Role.EVENT)


def final(deadline: Deadline) -> Occurrence | None:
    """The one day by which a deadline binds; `None` where it repeats, has no end or no day."""
    match deadline:
        case Due(date=str(day), time=clock):
            return Occurrence(date.fromisoformat(day), clock, Role.DUE, excludes_its_day(deadline))
        case Window(end=str(end)) if _in_order(deadline):
            return _edge(end, Role.END)
        case Relative(resolved=str(day)):
            return Occurrence(date.fromisoformat(day), None, Role.DUE)
        case _:
            return None


def runs_on(deadline: Deadline, day: date) -> bool:
    """Whether a day lies within a window, its ends included; an open end counts as never."""
    if not isinstance(deadline, Window) or not deadline.start or not deadline.end:
        return False
    return deadline.start[:10] <= day.isoformat() <= deadline.end[:10]


def has_day(deadline: Deadline, frame: Frame) -> bool:
    """Whether a deadline can stand in a calendar; *thường xuyên* asks for no day and counts as told."""
    return isinstance(deadline, Ongoing) or bool(slots(deadline, frame))


def _all(deadline: Deadline, frame: Frame, first: date, last: date) -> Iterator[Occurrence]:
    if isinstance(deadline, Recurring):
        yield from _repeats(deadline, frame, first, last)
        return
    if isinstance(deadline, Window) and deadline.start and _in_order(deadline):
        begin = _edge(deadline.start, Role.BEGIN)
        if deadline.end is None or deadline.end[:10] != deadline.start[:10]:
            yield begin
    if end := final(deadline):
        yield end


def _repeats(recurring: Recurring, frame: Frame, first: date, last: date) -> Iterator[Occurrence]:
    found: set[date] = set()
    for slot in slots(recurring, frame):
        start = slot.start.date() if isinstance(slot.start, datetime) else slot.start
        end = min(slot.until or last, last)
        found.update(days(slot.rule or "", start, first, end))
    for day in sorted(found):
        yield Occurrence(day, recurring.time, Role.REPEAT)


def _edge(moment: str, role: Role) -> Occurrence:
    return Occurrence(date.fromisoformat(moment[:10]), moment[11:] or None, role)


def excludes_its_day(deadline: Deadline) -> bool:
    """*trước ngày X* leaves X out by its wording; *trước 17 giờ ngày X* is during X."""
    return isinstance(deadline, Due) and deadline.qualifier is Qualifier.BEFORE and deadline.time is None


def _in_order(window: Window) -> bool:
    return not window.start or not window.end or bool(slots(window, Frame(None, None)))
