"""What is in the register about something: documents first, those of the number asked for before all, then tasks; the newest first."""

from __future__ import annotations

from collections.abc import Iterator
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
    true,
)

from vanthu.planning.identity import squeezed
from vanthu.register.search.dialects import asked, dialect_of
from vanthu.register.search.words import Field, Term, named, terms
from vanthu.register.tables import DOCUMENT, TASK

_CODE = regex.compile(r"(?<![\d/.-])\d+\s*/\s*(?:\d{4}\s*/\s*)?\p{L}[\p{L}\d&]*(?:\s*-\s*[\p{L}&]+)*")
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
    if wanted.kind != "task" and wanted.unit is None:
        yield from _run(connection, _by_code(wanted))
        yield from _run(connection, _documents(connection, wanted, numbered=True))
        yield from _run(connection, _documents(connection, wanted, numbered=False))
    if wanted.kind != "document":
        yield from _run(connection, _tasks(connection, wanted))


_NUMBERED = [DOCUMENT.c.number, DOCUMENT.c.symbol]
_ABOUT = [DOCUMENT.c.type, DOCUMENT.c.issuer, DOCUMENT.c.issued_on]


def _run(connection: Connection, statement: Select[tuple[object, ...]] | None) -> Iterator[Hit]:
    for row in connection.execute(statement) if statement is not None else ():
        found = dict(row._mapping)  # noqa: SLF001 - its public name in the library's own documentation
        number, symbol = found.pop("number"), found.pop("symbol")
        yield Hit(code="/".join(part for part in (number, symbol) if part) or None, **found)


def _paper() -> Select[tuple[object, ...]]:
    empty: ColumnElement[None] = literal_column("NULL")
    own = [
        DOCUMENT.c.id.label("document"),
        empty.label("task"),
        empty.label("path"),
        DOCUMENT.c.title.label("text"),
    ]
    return select(*own, *_NUMBERED, *_ABOUT, empty.label("page"), DOCUMENT.c.state)


def _by_code(wanted: Wanted) -> Select[tuple[object, ...]] | None:
    """The document of a number and symbol, whatever else was typed."""
    codes = [squeezed(code) for code in _CODE.findall(wanted.text)]
    if not codes:
        return None
    return (
        _paper()
        .where(DOCUMENT.c.code.in_(codes), *_when(wanted))
        .order_by(DOCUMENT.c.id.desc())
        .limit(wanted.most)
    )


def _documents(
    connection: Connection, wanted: Wanted, *, numbered: bool
) -> Select[tuple[object, ...]] | None:
    """Documents with the words; `numbered`: those whose own number is among them."""
    numbers = _NUMBER.findall(wanted.text)
    if numbered and not numbers:
        return None
    statement = _with_words(connection, _paper(), "document_words", DOCUMENT.c.id, wanted)
    return statement.where(DOCUMENT.c.number.in_(numbers)) if numbered else statement


def _tasks(connection: Connection, wanted: Wanted) -> Select[tuple[object, ...]]:
    own = [TASK.c.document_id.label("document"), TASK.c.key.label("task"), TASK.c.path, TASK.c.text]
    statement = select(*own, *_NUMBERED, *_ABOUT, TASK.c.page, TASK.c.state)
    joined = statement.join_from(TASK, DOCUMENT, DOCUMENT.c.id == TASK.c.document_id)
    return _with_words(connection, joined, "task_words", TASK.c.id, wanted)


def _with_words(
    connection: Connection,
    statement: Select[tuple[object, ...]],
    words: str,
    identity: ColumnElement[int],
    wanted: Wanted,
) -> Select[tuple[object, ...]]:
    dialect, asks = dialect_of(connection), _terms(wanted)
    statement = statement.where(*_when(wanted)).limit(wanted.most)
    if not asks:
        return statement.order_by(identity.desc())
    key: ColumnClause[int] = column(dialect.key)
    kept: FromClause = table(words, key)
    condition = text(dialect.condition.format(words)).bindparams(asked=asked(dialect, asks))
    return (
        statement.join(kept, kept.c[dialect.key] == identity)
        .where(condition)
        .order_by(kept.c[dialect.key].desc())
    )


def _terms(wanted: Wanted) -> tuple[Term, ...]:
    return (*terms(wanted.text), *named(Field.UNITS, wanted.unit), *named(Field.ISSUER, wanted.issuer))


def _when(wanted: Wanted) -> Iterator[ColumnElement[bool]]:
    yield DOCUMENT.c.issued_day >= wanted.first if wanted.first else true()
    yield DOCUMENT.c.issued_day <= wanted.last if wanted.last else true()
