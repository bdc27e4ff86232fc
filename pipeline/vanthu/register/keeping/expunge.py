"""A document taken out of a register for good: what must never have come in, such as a state secret that was seen too late.

The one way by which anything is deleted. Append-only tables open for it within its transaction and are closed again before it ends;
one line of the history stays, which says who did it, when and why, and nothing of the document.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, Table, delete, exists, or_, select, text, update

from vanthu.register.batches import batches
from vanthu.register.history import Action, Event, moment, record
from vanthu.register.intake.project import withdraw
from vanthu.register.search import rewrite
from vanthu.register.tables import (
    CORRECTION,
    DOCUMENT,
    FILE,
    FINDING,
    FINDING_PLACE,
    HISTORY,
    OWN_TASK,
    PLAN,
    TASK,
    TASK_UNIT,
    TWIN,
    UNIT,
    VERDICT,
)

_CLOSED = (VERDICT, CORRECTION, OWN_TASK, HISTORY)


@dataclass(frozen=True)
class Expunged:
    """Which documents went (a document and those said to be the same), and the originals, which nobody touched.

    `files` are hashes and places of originals that no other document here came from; a place is `None` where nobody told it.
    """

    documents: tuple[int, ...]
    files: tuple[tuple[str, str | None], ...]


def expunge(connection: Connection, document: int, *, who: str, reason: str) -> Expunged:
    """Delete a document, all versions, what people said of it and every finding that quotes it. `document` is one that is there."""
    _overwrite(connection)
    documents = _same(connection, document)
    units = _units(connection, documents)
    withdraw(connection, documents)
    with _opened(connection):
        _delete_findings(connection, documents)
        files = _delete_documents(connection, documents)
    used = exists().where(TASK_UNIT.c.unit_id == UNIT.c.id)
    for some in batches(units):
        connection.execute(delete(UNIT).where(UNIT.c.id.in_(some), ~used))
    rewrite(connection)
    at = moment()
    record(connection, [Event(who, at, Action.EXPUNGED, subject=str(d), value=reason) for d in documents])
    return Expunged(documents, files)


def _overwrite(connection: Connection) -> None:
    """A SQLite file holds what was deleted until the place is used again, unless told to write zeros there."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("PRAGMA secure_delete=ON")


def _same(connection: Connection, document: int) -> tuple[int, ...]:
    """All documents that are said to be one with it."""
    home = connection.scalar(select(DOCUMENT.c.same_as).where(DOCUMENT.c.id == document)) or document
    found = select(DOCUMENT.c.id).where(or_(DOCUMENT.c.id == home, DOCUMENT.c.same_as == home))
    return tuple(connection.scalars(found.order_by(DOCUMENT.c.id)))


def _units(connection: Connection, documents: Sequence[int]) -> Sequence[int]:
    of_tasks = select(TASK_UNIT.c.unit_id).join(TASK, TASK.c.id == TASK_UNIT.c.task_id)
    return connection.scalars(of_tasks.where(TASK.c.document_id.in_(documents)).distinct()).all()


def _delete_findings(connection: Connection, documents: Sequence[int]) -> None:
    """Findings that quote the documents, beside whatever else: their words are made of both."""
    quoting = select(FINDING_PLACE.c.finding_id).where(FINDING_PLACE.c.document_id.in_(documents))
    told = select(FINDING.c.id, FINDING.c.key).where(FINDING.c.id.in_(quoting))
    for some in batches(connection.execute(told).all()):
        ids, keys = [row.id for row in some], [row.key for row in some]
        _delete(connection, FINDING_PLACE, FINDING_PLACE.c.finding_id.in_(ids))
        _delete(connection, FINDING, FINDING.c.id.in_(ids))
        _delete(connection, VERDICT, VERDICT.c.finding_key.in_(keys))
        _delete(connection, HISTORY, HISTORY.c.subject.in_(keys))


def _delete_documents(connection: Connection, documents: Sequence[int]) -> tuple[tuple[str, str | None], ...]:
    files = connection.scalars(
        select(PLAN.c.file_id).where(PLAN.c.document_id.in_(documents)).distinct()
    ).all()
    for table in (CORRECTION, OWN_TASK, HISTORY, PLAN):
        _delete(connection, table, table.c.document_id.in_(documents))
    _delete(connection, TWIN, or_(TWIN.c.newer.in_(documents), TWIN.c.other.in_(documents)))
    own = DOCUMENT.c.id.in_(documents)
    connection.execute(update(DOCUMENT).where(own).values(same_as=None))
    _delete(connection, DOCUMENT, own)
    orphans = FILE.c.id.in_(files) & ~exists().where(PLAN.c.file_id == FILE.c.id)
    gone = connection.execute(select(FILE.c.sha256, FILE.c.location).where(orphans)).all()
    _delete(connection, FILE, orphans)
    _delete(connection, HISTORY, HISTORY.c.subject.in_([file.sha256 for file in gone]))  # who cleared them
    return tuple((file.sha256, file.location) for file in gone)


def _delete(connection: Connection, table: Table, *where: ColumnElement[bool]) -> None:
    connection.execute(delete(table).where(*where))


@contextmanager
def _opened(connection: Connection) -> Iterator[None]:
    """Append-only tables without what forbids changes; a failure within takes the whole transaction back."""
    if connection.dialect.name == "postgresql":
        for table in _CLOSED:
            connection.execute(text(f"ALTER TABLE {table.name} DISABLE TRIGGER USER"))
        yield
        for table in _CLOSED:
            connection.execute(text(f"ALTER TABLE {table.name} ENABLE TRIGGER USER"))
        return
    wanted = text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = :table")
    guards = [row for t in _CLOSED for row in connection.execute(wanted, {"table": t.name})]
    for guard in guards:
        connection.exec_driver_sql(f"DROP TRIGGER {guard.name}")
    yield
    for guard in guards:
        connection.exec_driver_sql(guard.sql)
