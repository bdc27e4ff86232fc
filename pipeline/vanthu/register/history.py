"""What happened in a register: written with every change, never changed itself."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, and_, func, select

from vanthu import __version__
from vanthu.register.inserting import insert_all
from vanthu.register.tables import HISTORY, TASK

MACHINE = f"vanthu {__version__}"


class Action(StrEnum):
    """What was done."""

    ADDED = "added"  # a document; `value` is the file's hash
    READ_AGAIN = "read again"  # a new version of its plan; `was` and `value` are versions
    TWIN_FOUND = "twin found"  # `value` is the other document
    TWIN_DECIDED = "twin decided"  # `subject` is the other document, `was` and `value` are decisions
    SAID = "said"  # a person's word on a field of a task or header
    CLEARED = "cleared"  # a person says that a file is no state secret, whatever mark is seen; `subject` is its hash
    EXPUNGED = "expunged"  # a document, for good; `subject` is its number, `value` the reason


@dataclass(frozen=True)
class Event:
    """One thing that happened: `was` and `value` are plain JSON values; `path` is where the task that it is about stands now."""

    who: str
    at: str
    action: str
    document: int | None = None
    subject: str | None = None
    field: str | None = None
    was: Any = None
    value: Any = None
    path: str | None = None


def moment(at: datetime | None = None) -> str:
    """A moment, now unless told otherwise, as it is written into a register."""
    return (at or datetime.now(UTC)).astimezone(UTC).isoformat(timespec="seconds")


def record(connection: Connection, events: Iterable[Event]) -> None:
    """Write down what happened."""
    rows = [
        {
            "at": event.at,
            "who": event.who,
            "action": event.action,
            "document_id": event.document,
            "subject": event.subject,
            "field": event.field,
            "was": event.was,
            "value": event.value,
        }
        for event in events
    ]
    insert_all(connection, HISTORY, rows)


def last_event(connection: Connection) -> int:
    """The number of the last thing that happened; 0 where nothing did."""
    return connection.scalar(select(func.max(HISTORY.c.id))) or 0


def changed_since(connection: Connection, event: int, but: Sequence[str]) -> Sequence[int]:
    """The documents to which anything happened since, but some actions."""
    later = (HISTORY.c.id > event, HISTORY.c.action.not_in(but), HISTORY.c.document_id.is_not(None))
    return connection.scalars(select(HISTORY.c.document_id).where(*later).distinct()).all()


def happened(connection: Connection, document: int | None = None, *, limit: int = 100) -> tuple[Event, ...]:
    """The last things that happened, of one document or of all, in their order."""
    of_task = and_(TASK.c.document_id == HISTORY.c.document_id, TASK.c.key == HISTORY.c.subject)
    wanted = select(HISTORY, TASK.c.path).outerjoin(TASK, of_task).order_by(HISTORY.c.id.desc()).limit(limit)
    if document is not None:
        wanted = wanted.where(HISTORY.c.document_id == document)
    rows = connection.execute(wanted).all()
    return tuple(
        Event(
            row.who, row.at, row.action, row.document_id, row.subject, row.field, row.was, row.value, row.path
        )
        for row in reversed(rows)
    )
