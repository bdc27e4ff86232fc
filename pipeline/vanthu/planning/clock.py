"""How far a task is and how the clock stands for it: two sides that do not depend on each other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from vanthu.contract.model import Deadline, Due, Ongoing, Recurring, Relative, Window
from vanthu.document.content import Qualifier
from vanthu.planning.period import day_of

SOON = 7
"""Days before the day of reminding from which on a deadline is near, unless told otherwise."""


class Progress(StrEnum):
    """How far the work is, in the words of the office."""

    WAITING = "Chưa thực hiện"
    WORKING = "Đang thực hiện"
    DONE = "Hoàn thành"
    PAUSED = "Tạm dừng"
    STOPPED = "Dừng thực hiện"


class State(StrEnum):
    """How the clock stands on a chosen day, in the words of the office."""

    AHEAD = "Chưa đến hạn"
    SOON = "Sắp đến hạn"
    OVERDUE = "Quá hạn"
    ON_TIME = "Hoàn thành đúng hạn"
    LATE = "Hoàn thành quá hạn"
    UNDATED = "Hoàn thành, chưa ghi ngày"
    RECURRING = "Định kỳ"
    ONGOING = "Thường xuyên"
    EVENT = "Theo sự kiện"
    NONE = "Không có hạn"
    STOPPED = "Dừng thực hiện"


@dataclass(frozen=True)
class Limit:
    """What the clock runs against.

    `day` is the last day that is not late, `None` where no single day can be named; `lead` how many days before it one
    reminds: 1 for *trước ngày X*, where X itself is still borne with. `repeats` is true where the day ends a rhythm, so that
    it is no date of the work. `otherwise` is the state where there is no such day.
    """

    day: date | None = None
    lead: int = 0
    repeats: bool = False
    otherwise: State = State.NONE


@dataclass(frozen=True)
class Report:
    """What people say of the work: `done_on` is the day it was done, `None` where that is not told."""

    progress: Progress | None = None
    done_on: date | None = None


def limit_of(deadlines: Iterable[Deadline]) -> Limit:
    """The earliest limit of all: what comes first must not be overlooked. Of two on one day the one that is no rhythm."""
    limits = [_limit(d) for d in deadlines]
    dated = [limit for limit in limits if limit.day]
    if dated:
        return min(dated, key=lambda x: (x.day or date.max, x.repeats, -x.lead))
    return next((x for x in limits if x.otherwise is not State.NONE), Limit())


def _limit(deadline: Deadline) -> Limit:
    match deadline:
        case Due(date=day, qualifier=qualifier):
            return Limit(day_of(day), lead=1 if qualifier is Qualifier.BEFORE else 0)
        case Window(end=end):
            return Limit(day_of(end))
        case Recurring(until=until):
            return Limit(day_of(until), repeats=True, otherwise=State.RECURRING)
        case Relative(resolved=resolved):
            return Limit(day_of(resolved), otherwise=State.EVENT)
        case Ongoing():
            return Limit(otherwise=State.ONGOING)


def state(limit: Limit, report: Report, on: date, *, soon: int = SOON) -> State:
    """How the clock stands on a day. A completion after that day has not happened yet."""
    if report.progress is Progress.STOPPED:
        return State.STOPPED
    if limit.day is None or limit.repeats:
        return limit.otherwise
    if _done(report, on):
        return _finished(limit.day, report.done_on)
    if on > limit.day:
        return State.OVERDUE
    return State.SOON if on + timedelta(days=soon) >= limit.day - timedelta(days=limit.lead) else State.AHEAD


def is_over(report: Report, on: date) -> bool:
    """Whether people say that the work has ended by a day: done, or given up."""
    return report.progress is Progress.STOPPED or _done(report, on)


def _done(report: Report, on: date) -> bool:
    return report.done_on <= on if report.done_on else report.progress is Progress.DONE


def _finished(day: date, done_on: date | None) -> State:
    if done_on is None:
        return State.UNDATED
    return State.ON_TIME if done_on <= day else State.LATE
