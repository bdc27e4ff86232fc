"""What people said of a plan beside its file (`corrections.json`) comes in with it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, select

from vanthu.planning.journal import Entry, Journal, OwnTask
from vanthu.register.history import Action, Event, record
from vanthu.register.inserting import insert_all
from vanthu.register.tables import CORRECTION, OWN_TASK


def take_words(connection: Connection, document: int | None, journal: Journal) -> bool:
    """Write down what is not there yet, in its order; whether there was any. `None`: of tasks that no document here gives."""
    if not (journal.entries or journal.own):
        return False
    there = _there(connection, document)
    entries = [
        entry for entry in journal.entries if (entry.task, entry.field, entry.by, entry.at) not in there
    ]
    known = set(
        connection.scalars(
            select(OWN_TASK.c.key).where(OWN_TASK.c.key.in_([task.task for task in journal.own]))
        )
    )
    own = [task for task in journal.own if task.task not in known]
    insert_all(connection, CORRECTION, [_row(document, entry) for entry in entries])
    record(connection, [_event(document, entry) for entry in entries])
    insert_all(connection, OWN_TASK, [_own(document, task) for task in own])
    return bool(entries or own)


def _there(connection: Connection, document: int | None) -> set[tuple[str, ...]]:
    said = CORRECTION.c
    rows = connection.execute(
        select(said.task, said.field, said.who, said.at).where(said.document_id == document)
    )
    return {tuple(row) for row in rows}


def _row(document: int | None, entry: Entry) -> dict[str, Any]:
    data = entry.model_dump(mode="json", exclude={"id", "by", "where"})
    return data | {"document_id": document, "path": entry.id, "who": entry.by, "source": entry.where or None}


def _event(document: int | None, entry: Entry) -> Event:
    return Event(entry.by, entry.at, Action.SAID, document, entry.task, entry.field, entry.was, entry.value)


def _own(document: int | None, task: OwnTask) -> dict[str, Any]:
    data = task.model_dump(mode="json", include={"text", "source", "at"})
    return data | {"document_id": document, "key": task.task, "who": task.by}
