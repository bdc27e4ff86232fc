"""Figures over the whole register, on a day that can be chosen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Subquery, and_, func, or_, select

from vanthu.planning.clock import SOON, Progress, State
from vanthu.register.across import is_filed_otherwise
from vanthu.register.plans import standing
from vanthu.register.tables import DEADLINE, DOCUMENT, FINDING, PROGRESS, TASK, TASK_UNIT, TWIN, UNIT

_RHYTHM = "recurring"
_LEAD = "lead"
_DISCARDED = "discarded"
_CLOSED = (Progress.DONE, Progress.STOPPED)


@dataclass(frozen=True)
class LateUnit:
    """A leading unit with overdue tasks; the place is that of its plans (`None`: they name none), for units of one name."""

    name: str
    place: str | None
    tasks: int


@dataclass(frozen=True)
class Figures:
    """How much there is, and how it stands. Keys of the mappings are what is counted: a type, a year, a code, a name."""

    documents: int
    tasks: int
    by_type: Mapping[str | None, int]
    by_year: Mapping[str | None, int]
    by_state: Mapping[str, int]  # of documents
    clock: Mapping[State, int]  # of tasks that have a single day as their limit
    late_units: tuple[LateUnit, ...]  # those with the most overdue tasks first
    findings: Mapping[str, int]  # by code, those that hold today
    undecided_twins: int
    linked: int  # documents that a person said are another one; not counted above
    filed_otherwise: bool  # by other words than this program has: new plans meet the old ones only after an audit of everything


def figures(connection: Connection, on: date, *, most: int = 10) -> Figures:
    """Figures of the register as it is, the clock read on a day; `most` units at the most."""
    limits = _limits(on)
    year = func.substr(DOCUMENT.c.issued_on, 1, 4)
    return Figures(
        documents=_count(connection, DOCUMENT.c.id, standing()),
        tasks=_count(connection, TASK.c.id),
        by_type=_counted(connection, DOCUMENT.c.type, standing()),
        by_year=_counted(connection, year, standing()),
        by_state=_counted(connection, DOCUMENT.c.state, standing()),
        clock=_clock(connection, limits, on),
        late_units=_late_units(connection, limits, on, most),
        findings=_counted(connection, FINDING.c.code, FINDING.c.gone_at.is_(None)),
        undecided_twins=_count(connection, TWIN.c.newer, TWIN.c.decision.is_(None)),
        linked=_count(connection, DOCUMENT.c.id, ~standing()),
        filed_otherwise=is_filed_otherwise(connection),
    )


def _count(connection: Connection, what: ColumnElement[int], *conditions: ColumnElement[bool]) -> int:
    return connection.scalar(select(func.count(what)).where(*conditions)) or 0


def _counted(
    connection: Connection, what: ColumnElement[str], *conditions: ColumnElement[bool]
) -> dict[Any, int]:
    number = func.count()
    rows = connection.execute(
        select(what, number).where(*conditions).group_by(what).order_by(number.desc(), what)
    )
    return {value: count for value, count in rows}  # noqa: C416 - a row is no pair to the type checker


def _limits(on: date) -> Subquery:
    """Each task that is not finished by that day, with its earliest limit; rhythms are no single day.

    What people discarded, tasks or whole documents, has none.
    """
    finished = or_(
        and_(PROGRESS.c.progress.in_(_CLOSED), PROGRESS.c.done_on.is_(None)), PROGRESS.c.done_on <= on
    )
    return (
        select(TASK.c.id.label("task"), func.min(DEADLINE.c.day).label("day"))
        .join(DEADLINE, DEADLINE.c.task_id == TASK.c.id)
        .join(DOCUMENT, DOCUMENT.c.id == TASK.c.document_id)
        .outerjoin(
            PROGRESS, and_(PROGRESS.c.document_id == TASK.c.document_id, PROGRESS.c.task == TASK.c.key)
        )
        .where(TASK.c.state != _DISCARDED, DOCUMENT.c.state != _DISCARDED)
        .where(DEADLINE.c.day.is_not(None), DEADLINE.c.kind != _RHYTHM, func.coalesce(~finished, True))
        .group_by(TASK.c.id)
        .subquery()
    )


def _clock(connection: Connection, limits: Subquery, on: date) -> dict[State, int]:
    near = on + timedelta(days=SOON)
    conditions = {
        State.OVERDUE: limits.c.day < on,
        State.SOON: limits.c.day.between(on, near),
        State.AHEAD: limits.c.day > near,
    }
    columns = [func.count().filter(condition) for condition in conditions.values()]
    row = connection.execute(select(*columns).select_from(limits)).one()
    return dict(zip(conditions, row, strict=True))


def _late_units(connection: Connection, limits: Subquery, on: date, most: int) -> tuple[LateUnit, ...]:
    number = func.count()
    rows = connection.execute(
        select(UNIT.c.name, func.min(DOCUMENT.c.place), number)
        .join(TASK_UNIT, TASK_UNIT.c.unit_id == UNIT.c.id)
        .join(TASK, TASK.c.id == TASK_UNIT.c.task_id)
        .join(DOCUMENT, DOCUMENT.c.id == TASK.c.document_id)
        .join(limits, limits.c.task == TASK.c.id)
        .where(TASK_UNIT.c.role == _LEAD, limits.c.day < on)
        .group_by(UNIT.c.id, UNIT.c.name)
        .order_by(number.desc(), UNIT.c.name, UNIT.c.key)
        .limit(most)
    )
    return tuple(LateUnit(*row) for row in rows)
