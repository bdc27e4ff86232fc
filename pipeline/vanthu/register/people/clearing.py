"""Files that a person said are no state secret, whatever mark is seen on them: kept in the history, by the file's hash."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, select

from vanthu.reading.secrecy import Cleared
from vanthu.register.history import Action, Event, moment, record
from vanthu.register.tables import HISTORY


def clear(connection: Connection, said: Iterable[Cleared]) -> None:
    """Keep a person's word on files; a word that is there already is left."""
    new = sorted(set(said) - cleared(connection))
    at = moment()
    record(connection, [Event(one.who, at, Action.CLEARED, subject=one.sha256) for one in new])


def cleared(connection: Connection) -> frozenset[Cleared]:
    """All that people have said so far."""
    said = select(HISTORY.c.subject, HISTORY.c.who).where(HISTORY.c.action == Action.CLEARED)
    return frozenset(Cleared(sha256, who) for sha256, who in connection.execute(said))
