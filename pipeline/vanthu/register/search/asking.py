"""What is in the register about something: documents first, those of the number asked for before all, then tasks; the newest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

import regex
from sqlalchemy import (
    ColumnClause,
    ColumnElement,
    Connection,
    FromClause,
    Select,
    column,
    literal_column,
    select,
    table,
    text,
)

from vanthu.document.numbers import told_number
from vanthu.planning.identity import squeezed
from vanthu.register.search.dialects import TABLES, dialect_of, newest_drawers, questions
from vanthu.register.search.words import Field, Term, named, terms
from vanthu.register.tables import DOCUMENT, TASK

_CODE = regex.compile(r"(?<![\d/.-])\d+\s*[/-]\s*(?:\d{4}\s*/\s*)?\p{L}[\p{L}\d&]*(?:\s*[/-]\s*[\p{L}&]+)*")
_NUMBER = regex.compile(r"(?<![\d/.,-])\d+(?![\d/.,-]*\d)")


@dataclass(frozen=True)
class Wanted:
    """What is looked for. All that is given must hold; `first` and `last` are days of issue, both included."""

    text: str = ""
    issuer: str | None = None
    unit: str | None = None
    first: date | None = None
    last: date | None = None
    kind: Literal["document", "task"] | None = None  # None: both
    most: int = 20  # of each kind


@dataclass(frozen=True)
class Hit:
    """A document, or a task of one: `task` is its key and `path` its place (`II.1.b2`), both `None` for the document itself;
    `text` is its title or words.
    """

    document: int
    task: str | None
    path: str | None
    text: str
    code: str | None  # number and symbol, as written
    type: str | None
    issuer: str | None
    issued_on: str | None
    page: int | None
    state: str


def find(connection: Connection, wanted: Wanted) -> tuple[Hit, ...]:
    """What fits, at most `wanted.most` of each kind."""
    hits: dict[tuple[int, str | None], Hit] = {}
    for hit in _hits(connection, wanted):
        hits.setdefault((hit.document, hit.task), hit)
    documents = [hit for hit in hits.values() if hit.task is None][: wanted.most]
    return (*documents, *(hit for hit in hits.values() if hit.task is not None))


def _hits(connection: Connection, wanted: Wanted) -> Iterator[Hit]:
    newest = newest_drawers(connection)
    if wanted.kind != "task" and wanted.unit is None:
        yield from _by_code(connection, wanted)
        yield from _documents(connection, wanted, newest)
    if wanted.kind != "document":
        yield from _tasks(connection, wanted, newest)


_NUMBERED = [DOCUMENT.c.number, DOCUMENT.c.symbol]
_ABOUT = [DOCUMENT.c.type, DOCUMENT.c.issuer, DOCUMENT.c.issued_on]


def _run(
    connection: Connection, statement: Select[tuple[object, ...]], values: Mapping[str, object] | None = None
) -> Iterator[Hit]:
    for row in connection.execute(statement, values):
        found = dict(row._mapping)  # noqa: SLF001 - its public name in the library's own documentation
        number, symbol = found.pop("number"), found.pop("symbol")
        yield Hit(code=told_number(number, symbol), **found)


def _paper() -> Select[tuple[object, ...]]:
    empty: ColumnElement[None] = literal_column("NULL")
    own = [
        DOCUMENT.c.id.label("document"),
        empty.label("task"),
        empty.label("path"),
        DOCUMENT.c.title.label("text"),
    ]
    return select(*own, *_NUMBERED, *_ABOUT, empty.label("page"), DOCUMENT.c.state)


def _by_code(connection: Connection, wanted: Wanted) -> Iterator[Hit]:
    """The document of a number and symbol, whatever else was typed."""
    if codes := [squeezed(code) for code in _CODE.findall(wanted.text)]:
        chosen = _paper().where(DOCUMENT.c.code.in_(codes), *_when(wanted))
        yield from _run(connection, chosen.order_by(DOCUMENT.c.id.desc()).limit(wanted.most))


def _documents(connection: Connection, wanted: Wanted, newest: Mapping[str, int]) -> Iterator[Hit]:
    """Documents with the words, those whose own number is among them before the others."""
    statements = [_paper()]
    if numbers := _NUMBER.findall(wanted.text):
        statements.insert(0, _paper().where(DOCUMENT.c.number.in_(numbers)))
    for statement in statements:
        yield from _with_words(connection, wanted, statement, TABLES[0], DOCUMENT.c.id, newest)


def _tasks(connection: Connection, wanted: Wanted, newest: Mapping[str, int]) -> Iterator[Hit]:
    own = [TASK.c.document_id.label("document"), TASK.c.key.label("task"), TASK.c.path, TASK.c.text]
    statement = select(*own, *_NUMBERED, *_ABOUT, TASK.c.page, TASK.c.state)
    joined = statement.join_from(TASK, DOCUMENT, DOCUMENT.c.id == TASK.c.document_id)
    yield from _with_words(connection, wanted, joined, TABLES[1], TASK.c.id, newest)


def _with_words(
    connection: Connection,
    wanted: Wanted,
    statement: Select[tuple[object, ...]],
    words: str,
    identity: ColumnElement[int],
    newest: Mapping[str, int],
) -> Iterable[Hit]:
    """The newest rows of a statement that hold the words."""
    statement = statement.where(*_when(wanted)).limit(wanted.most)
    asks = _terms(wanted)
    if not asks:
        return _run(connection, statement.order_by(identity.desc()))
    dialect = dialect_of(connection)
    key: ColumnClause[int] = column(dialect.key)
    kept: FromClause = table(words, key)
    holding = select(key).select_from(kept).where(text(dialect.condition.format(words)))
    if (
        statement.whereclause is None
    ):  # nothing else is asked of a row: only those that are shown are looked up
        holding = holding.order_by(key.desc()).limit(wanted.most)
    found = holding.subquery()
    newest_first = statement.join(found, found.c[dialect.key] == identity).order_by(
        found.c[dialect.key].desc()
    )
    hits: tuple[Hit, ...] = ()
    for question in questions(dialect, asks, newest[words]):
        hits = tuple(_run(connection, newest_first, question))
        if len(hits) >= wanted.most:
            break
    return hits


def _terms(wanted: Wanted) -> tuple[Term, ...]:
    return (*terms(wanted.text), *named(Field.UNITS, wanted.unit), *named(Field.ISSUER, wanted.issuer))


def _when(wanted: Wanted) -> Iterator[ColumnElement[bool]]:
    if wanted.first:
        yield DOCUMENT.c.issued_day >= wanted.first
    if wanted.last:
        yield DOCUMENT.c.issued_day <= wanted.last
