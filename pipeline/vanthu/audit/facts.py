"""What the checks ask of a plan, computed once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from vanthu.document.content import Citation, Deadline, DeadlineKind, Header, ScheduleRow, Task
from vanthu.document.graph import Edge
from vanthu.document.plan import Plan
from vanthu.rulebook import RuleSet

DayOff = Callable[[date], str | None]
"""Why a day is no working day, in Vietnamese ('thứ Bảy', 'Quốc khánh'); `None` for a working day."""


@dataclass(frozen=True)
class Facts:
    """A plan's layers that the checks read; `issued_on` is `None` where the day is not known."""

    header: Header
    issued_on: date | None
    tasks: tuple[Task, ...]
    document_deadlines: tuple[Deadline, ...]
    schedule: tuple[ScheduleRow, ...]
    citations: tuple[Citation, ...]
    edges: tuple[Edge, ...]
    day_off: DayOff
    words: RuleSet  # rules/audit.yaml

    def dues(self) -> Iterator[tuple[Task, Deadline, date]]:
        """Every due date of every task; impossible dates left out."""
        for task in self.tasks:
            for deadline in task.deadlines:
                if deadline.kind is DeadlineKind.DUE and (day := as_date(deadline.date)):
                    yield task, deadline, day

    def plan_end(self) -> date | None:
        """The last day of the whole plan, as the plan itself says it; `None` where it does not."""
        ends = [as_date(d.end) or as_date(d.date) for d in self.document_deadlines]
        return max((e for e in ends if e), default=None)

    def plan_start(self) -> date | None:
        """The first day of the whole plan, as the plan itself says it; `None` where it does not."""
        return min((s for d in self.document_deadlines if (s := as_date(d.start))), default=None)


def as_date(text: str | None) -> date | None:
    """The day of an ISO date or date-time; `None` for anything less than a whole date."""
    try:
        return date.fromisoformat(text[:10]) if text else None
    except ValueError:
        return None


def show(day: date) -> str:
    """A date as offices write it."""
    return f"{day.day:02}/{day.month:02}/{day.year}"


def facts_of(plan: Plan, *, day_off: DayOff, words: RuleSet) -> Facts:
    """The facts of a plan whose content layers are all made."""
    header = plan.header or Header()
    return Facts(
        header=header,
        issued_on=as_date(header.issued_on.value),
        tasks=plan.tasks or (),
        document_deadlines=plan.document_deadlines or (),
        schedule=plan.schedule or (),
        citations=plan.citations or (),
        edges=plan.graph.edges if plan.graph else (),
        day_off=day_off,
        words=words,
    )
