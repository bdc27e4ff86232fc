"""Rows of a register as the audit between plans sees them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, select

from vanthu.audit.across.duty import Duty, Gist, Time
from vanthu.audit.across.paper import Cited, Effect, Paper
from vanthu.audit.across.reader import Reader
from vanthu.audit.facts import as_date
from vanthu.document.content import DeadlineKind, Qualifier, TaskKind
from vanthu.document.graph import EdgeKind
from vanthu.document.numbers import whole_number
from vanthu.planning.filed import clocks
from vanthu.register.across.recipe import recipe
from vanthu.register.batches import Among, batches
from vanthu.register.states import State
from vanthu.register.tables import DEADLINE, DOCUMENT, TASK, TASK_UNIT, UNIT
from vanthu.register.tables.across import FILED, SAID
from vanthu.register.tables.base import AnyRow

_HEAD = tuple(
    DOCUMENT.c[name]
    for name in ("id", "number", "symbol", "code", "issuer", "place", "issued_day", "title", "state")
)


_LIMIT = tuple(DEADLINE.c[name] for name in ("task_id", "kind", "raw", "day", "starts", "time", "qualifier"))


def papers(connection: Connection, documents: Iterable[int], reader: Reader) -> dict[int, Paper]:
    """The heads of documents that are filed, by their numbers; those of which a person said that they are nothing left out."""
    found: dict[int, Paper] = {}
    for some in batches(sorted(set(documents))):
        rows = connection.execute(
            select(*_HEAD, FILED.c.cited, FILED.c.effects)
            .join(FILED, FILED.c.document_id == DOCUMENT.c.id)
            .where(Among(DOCUMENT.c.id, some), DOCUMENT.c.state != State.DISCARDED)
        )
        found |= {row.id: _paper(row, reader) for row in rows}
    return found


def heads(connection: Connection, documents: Iterable[int], reader: Reader) -> dict[int, Paper]:
    """As `papers`, without what they cite and do."""
    found: dict[int, Paper] = {}
    for some in batches(sorted(set(documents))):
        rows = connection.execute(
            select(*_HEAD).where(Among(DOCUMENT.c.id, some), DOCUMENT.c.state != State.DISCARDED)
        )
        found |= {row.id: _head(row, reader) for row in rows}
    return found


def _paper(row: AnyRow, reader: Reader) -> Paper:
    return replace(
        _head(row, reader),
        homes=reader.homes(row.issuer, row.place),
        cited=tuple(Cited(**c) for c in row.cited),
        effects=tuple(Effect(**{**e, "kind": EdgeKind(e["kind"])}) for e in row.effects),
    )


def _head(row: AnyRow, reader: Reader) -> Paper:
    return Paper(
        key=str(row.id),
        name=row.title or f"văn bản {row.id} trong sổ",
        issuer=reader.body(row.issuer, row.place) if row.issuer else None,
        place=reader.home(row.issuer, row.place),
        code=row.code,
        number=whole_number(row.number, row.symbol),
        issued_on=row.issued_day,
        title=row.title or "",
    )


def duties(
    connection: Connection, wanted: ColumnElement[bool], known: dict[int, Paper], reader: Reader
) -> dict[int, Duty]:
    """The duties of the wanted rows of TASK, by their numbers; those of documents in `known` that nobody discarded."""
    return _duties(connection, wanted, _tasks(connection, wanted), known, reader)


def by_number(
    connection: Connection, numbers: Iterable[int], known: dict[int, Paper], reader: Reader
) -> dict[int, Duty]:
    """The duties with these numbers; `known` takes up the documents that they are of."""
    found: dict[int, Duty] = {}
    for some in batches(sorted(set(numbers))):
        wanted = Among(TASK.c.id, some)
        tasks = _tasks(connection, wanted)
        known |= papers(connection, {row.document_id for row in tasks} - known.keys(), reader)
        found |= _duties(connection, wanted, tasks, known, reader)
    return found


def _tasks(connection: Connection, wanted: ColumnElement[bool]) -> Sequence[AnyRow]:
    columns = (TASK.c.id, TASK.c.document_id, TASK.c.path, TASK.c.text, TASK.c.kind, TASK.c.page)
    kept = select(*columns).where(wanted, TASK.c.state != State.DISCARDED).order_by(TASK.c.id)
    return connection.execute(kept).all()


def _duties(
    connection: Connection,
    wanted: ColumnElement[bool],
    tasks: Sequence[AnyRow],
    known: dict[int, Paper],
    reader: Reader,
) -> dict[int, Duty]:
    units: dict[int, list[AnyRow]] = defaultdict(list)
    named = (
        select(TASK_UNIT.c.task_id, TASK_UNIT.c.role, TASK_UNIT.c.name, UNIT.c.name.label("whole"))
        .join(UNIT, UNIT.c.id == TASK_UNIT.c.unit_id)
        .join(TASK, TASK.c.id == TASK_UNIT.c.task_id)
        .where(wanted)
        .order_by(TASK_UNIT.c.task_id, TASK_UNIT.c.place)
    )
    for row in connection.execute(named):
        units[row.task_id].append(row)
    times: dict[int, list[Time]] = defaultdict(list)
    dated = select(*_LIMIT).join(TASK, TASK.c.id == DEADLINE.c.task_id).where(wanted).order_by(DEADLINE.c.id)
    for row in connection.execute(dated):
        times[row.task_id].append(_time(row))
    said = _said(connection, {row.document_id for row in tasks} & known.keys())
    return {
        row.id: _duty(
            row,
            units[row.id],
            times[row.id],
            known[row.document_id],
            reader,
            said[row.document_id].get(row.path),
        )
        for row in tasks
        if row.document_id in known
    }


def _said(connection: Connection, documents: Iterable[int]) -> dict[int, Mapping[str, Sequence[Any]]]:
    """What the duties of documents came to, by their places there; nothing where they did by other rules than this program has."""
    found: dict[int, Mapping[str, Sequence[Any]]] = defaultdict(dict)
    for some in batches(sorted(documents)):
        wanted = select(SAID.c.document_id, SAID.c.duties).where(
            Among(SAID.c.document_id, some), SAID.c.recipe == recipe()
        )
        found |= {row.document_id: row.duties for row in connection.execute(wanted)}
    return found


def _duty(
    row: AnyRow,
    units: Sequence[AnyRow],
    times: Sequence[Time],
    paper: Paper,
    reader: Reader,
    said: Sequence[Any] | None,
) -> Duty:
    return Duty(
        paper=paper,
        where=row.path,
        text=row.text,
        lead={reader.unit(u.whole, paper.place): u.name for u in units if u.role == "lead"},
        helps=frozenset(reader.unit(u.whole, paper.place) for u in units if u.role != "lead"),
        times=tuple(times),
        report=row.kind == TaskKind.REPORT,
        page=row.page,
        quote=row.text,
        names=tuple(u.name for u in units),
        reader=reader,
        gist=Gist(*said) if said else None,
    )


def _time(row: Any) -> Time:
    match row.kind:
        case DeadlineKind.DUE:
            event = row.qualifier == Qualifier.ON
            return Time(row.raw, None, row.day, clocks(row.time, row.time) if event else None, event)
        case DeadlineKind.WINDOW:
            first = as_date(row.starts)
            hours = clocks((row.starts or "")[11:], row.time) if first == row.day else None
            return Time(row.raw, first, row.day, hours, hours is not None)
        case DeadlineKind.RELATIVE:
            return Time(row.raw, None, row.day)
        case _:
            return Time(row.raw, None, None)
