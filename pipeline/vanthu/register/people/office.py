"""What people follow besides the tasks of documents here, and the documents of tasks that they name."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection, select

from vanthu.planning.journal import Journal, OwnTask
from vanthu.register.plans import Kept, entry_of, kept
from vanthu.register.tables import CORRECTION, OWN_TASK, TASK

_AT_ONCE = 500  # values in one question


def office_journal(connection: Connection) -> Journal:
    """Tasks that people added and that no document here gives, and what they said of them."""
    said = select(CORRECTION).where(CORRECTION.c.document_id.is_(None)).order_by(CORRECTION.c.id)
    added = select(OWN_TASK).where(OWN_TASK.c.document_id.is_(None)).order_by(OWN_TASK.c.id)
    return Journal(
        entries=tuple(entry_of(row) for row in connection.execute(said)),
        own=tuple(
            OwnTask(task=row.key, text=row.text, source=row.source or "", by=row.who, at=row.at)
            for row in connection.execute(added)
        ),
    )


def papers_with(connection: Connection, keys: Collection[str]) -> tuple[Kept, ...]:
    """The documents that have tasks of these keys."""
    names = sorted(keys)
    homes: set[int] = set()
    for start in range(0, len(names), _AT_ONCE):
        some = names[start : start + _AT_ONCE]
        homes |= set(connection.scalars(select(TASK.c.document_id).where(TASK.c.key.in_(some)).distinct()))
    return tuple(kept(connection, sorted(homes)))
