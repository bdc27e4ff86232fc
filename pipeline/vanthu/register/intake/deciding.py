"""A person's decision about two documents that may be one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select, update

from vanthu.errors import InputError
from vanthu.register.across import check
from vanthu.register.history import Action, Event, moment, record
from vanthu.register.intake.project import restore, withdraw
from vanthu.register.states import Decision
from vanthu.register.tables import DOCUMENT, TWIN
from vanthu.register.tables.base import AnyRow


@dataclass(frozen=True)
class Pair:
    """Two documents that may be one; `differs` has what the other and the newer one say, by field."""

    newer: int
    other: int
    likeness: float
    differs: dict[str, list[object]]
    decision: Decision | None = None
    who: str | None = None
    at: str | None = None


def pairs(connection: Connection, *, undecided: bool = True, document: int | None = None) -> tuple[Pair, ...]:
    """Pairs in the order in which they were found: those that wait for a decision, or all; of one document, or of all."""
    wanted = select(TWIN).order_by(TWIN.c.newer, TWIN.c.likeness.desc())
    if undecided:
        wanted = wanted.where(TWIN.c.decision.is_(None))
    if document is not None:
        wanted = wanted.where((TWIN.c.newer == document) | (TWIN.c.other == document))
    return tuple(_pair(row) for row in connection.execute(wanted))


def _pair(row: AnyRow) -> Pair:
    decision = Decision(row.decision) if row.decision else None
    return Pair(row.newer, row.other, row.likeness, row.differs, decision, row.who, row.at)


def decide(connection: Connection, pair: Pair, decision: Decision, *, who: str) -> None:
    """Carry out a decision; another one can follow. A document that another stands for keeps all that belongs to it; the audit
    looks at both again.

    Raises `InputError` where one of the two is already linked to a third document.
    """
    kept, linked = _roles(pair, decision)
    _check(connection, pair)
    numbers = (pair.newer, pair.other)
    withdraw(connection, numbers)
    connection.execute(update(DOCUMENT).where(DOCUMENT.c.id.in_(numbers)).values(same_as=None))
    if linked is not None:
        stand_in = (DOCUMENT.c.id == linked) | (DOCUMENT.c.same_as == linked)
        connection.execute(update(DOCUMENT).where(stand_in).values(same_as=kept))
    connection.execute(
        update(TWIN)
        .where(TWIN.c.newer == pair.newer, TWIN.c.other == pair.other)
        .values(decision=decision, who=who, at=moment())
    )
    event = Event(
        who, moment(), Action.TWIN_DECIDED, pair.newer, str(pair.other), None, pair.decision, decision
    )
    record(connection, [event])
    restore(connection, numbers)
    for number in numbers:
        check(connection, number)


def _roles(pair: Pair, decision: Decision) -> tuple[int, int | None]:
    """Which of the two stands for both, and which one it stands for; `None` where both stay."""
    if decision is Decision.LINK:
        return pair.other, pair.newer
    return pair.newer, pair.other if decision is Decision.REPLACE else None


def _check(connection: Connection, pair: Pair) -> None:
    numbers = (pair.newer, pair.other)
    linked: Sequence[int] = connection.scalars(
        select(DOCUMENT.c.id).where(
            DOCUMENT.c.id.in_(numbers), DOCUMENT.c.same_as.is_not(None), DOCUMENT.c.same_as.not_in(numbers)
        )
    ).all()
    if linked:
        raise InputError(
            f"văn bản {linked[0]} đã được nối với một văn bản khác; hãy quyết định lại cặp đó trước"
        )
