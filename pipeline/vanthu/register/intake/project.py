"""The tables of content, and all that is kept beside them, follow the plans and what people said of them."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, bindparam, delete, select, update

from vanthu.register import search
from vanthu.register.across import filing
from vanthu.register.across.filing import Filing
from vanthu.register.batches import batches
from vanthu.register.intake import content
from vanthu.register.intake.header import columns
from vanthu.register.plans import Kept, kept, standing
from vanthu.register.tables import CITATION, DEADLINE, DOCUMENT, PROGRESS, TASK, TASK_UNIT


def project(connection: Connection, documents: Sequence[int]) -> None:
    """Make the rows of documents anew from their plans and what people said of them. Raises `RegisterError` where a plan is damaged."""
    withdraw(connection, documents)
    restore(connection, documents)


def withdraw(connection: Connection, documents: Sequence[int]) -> None:
    """Take out the rows of documents, before it changes whether they stand for themselves."""
    for some in batches(documents):
        there = connection.scalars(select(DOCUMENT.c.id).where(DOCUMENT.c.id.in_(some), standing())).all()
        filing.forget(connection, there)
        search.forget(connection, there)
        _clear(connection, there)


def restore(connection: Connection, documents: Sequence[int]) -> None:
    """The rows of documents that were withdrawn; those that another one stands for get none."""
    for some in batches(documents):
        plans = list(kept(connection, some))
        _head(connection, plans)
        lay_down(connection, plans)


def _head(connection: Connection, plans: Sequence[Kept]) -> None:
    rows = [
        columns(plan.followed.plan.document) | {"home": plan.document, "state": plan.state} for plan in plans
    ]
    if rows:
        connection.execute(update(DOCUMENT).where(DOCUMENT.c.id == bindparam("home")), rows)


def lay_down(connection: Connection, plans: Sequence[Kept]) -> Filing | None:
    """The rows of documents that have none, and what is kept beside them; how they were filed, `None` where there are none."""
    if not plans:
        return None
    content.write(connection, plans)
    search.remember(connection, plans)
    return filing.remember(connection, plans)


def _clear(connection: Connection, documents: Sequence[int]) -> None:
    tasks = select(TASK.c.id).where(TASK.c.document_id.in_(documents))
    connection.execute(delete(TASK_UNIT).where(TASK_UNIT.c.task_id.in_(tasks)))
    for table in (DEADLINE, CITATION, PROGRESS, TASK):
        connection.execute(delete(table).where(table.c.document_id.in_(documents)))
