"""When a task may begin and by when it must be done, as far as its deadlines name days."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from vanthu.contract.model import Deadline, Due, Ongoing, Recurring, Relative, Window
from vanthu.document.content import Qualifier
from vanthu.planning.period import day_of


def last_day(deadline: Deadline) -> date | None:
    """The day by which a deadline binds; `None` where it names none or only repeats."""
    match deadline:
        case Due(date=day) | Window(end=day) | Relative(resolved=day):
            return day_of(day)
        case Recurring() | Ongoing():
            return None


def first_day(deadline: Deadline) -> date | None:
    """The day before which the work is not to be done: a window's first, or that of an event; `None` for everything else."""
    match deadline:
        case Window(start=day):
            return day_of(day)
        case Due(date=day, qualifier=Qualifier.ON | Qualifier.DURING):
            return day_of(day)
        case _:
            return None


def begin(deadlines: Iterable[Deadline]) -> date | None:
    """The first day that any deadline allows the work."""
    return min((day for d in deadlines if (day := first_day(d))), default=None)


def due(deadlines: Iterable[Deadline]) -> date | None:
    """The last day that any deadline binds: the work is over when its last part is."""
    return max((day for d in deadlines if (day := last_day(d))), default=None)
