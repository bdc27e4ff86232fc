"""How the two kinds of database keep words, take them out again, and are asked for them."""

from __future__ import annotations

import math
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from sqlalchemy import Connection, column, func, select, table

from vanthu.register.inserting import by_column
from vanthu.register.search.words import Field, Term

Row: TypeAlias = Mapping[str, object]  # 'id', and a text for each `Field`
TABLES = ("document_words", "task_words")


@dataclass(frozen=True)
class Dialect:
    """Statements over a table of words. `{}` stands for the table's name; `made` makes it, `condition` is true where :asked holds."""

    made: tuple[str, ...]
    added: str
    removed: str
    key: str
    condition: str
    by_column: bool  # whether rows are handed over as columns
    rewritten: str | None = None  # lays the words down anew where what was taken out would still lie beneath
    spans: tuple[int, ...] = ()  # drawers that are looked through first, the newest; none: all at once

    def add(self, connection: Connection, table: str, rows: Sequence[Row]) -> None:
        """Keep words."""
        self._run(connection, self.added.format(table), rows)

    def remove(self, connection: Connection, table: str, rows: Sequence[Row]) -> None:
        """Take words out; they must be those that were kept."""
        self._run(connection, self.removed.format(table), rows)

    def _run(self, connection: Connection, statement: str, rows: Sequence[Row]) -> None:
        if rows:
            given = by_column(rows) if self.by_column else [dict(row) for row in rows]
            connection.exec_driver_sql(statement, given)


# without a copy of the texts, which stand in the tables themselves; marks are told apart, we fold ourselves
_FTS = (
    "CREATE VIRTUAL TABLE {} USING fts5(plain, marked, units, issuer, content='', "
    "tokenize='unicode61 remove_diacritics 0')"
)
SQLITE = Dialect(
    made=(_FTS,),
    added="INSERT INTO {} (rowid, plain, marked, units, issuer) VALUES (:id, :plain, :marked, :units, :issuer)",
    removed="INSERT INTO {0} ({0}, rowid, plain, marked, units, issuer) "
    "VALUES ('delete', :id, :plain, :marked, :units, :issuer)",
    key="rowid",
    condition="{} MATCH :asked",
    by_column=False,
    rewritten="INSERT INTO {0} ({0}) VALUES ('optimize')",
)
_WEIGHTS = dict(zip(Field, "ABCD", strict=True))
_IN_DRAWER = 2048  # rows
_HEARD, _SOON = "vanthu_newest", 10.0  # seconds after which the newest drawer is asked for again
_AHEAD = 8  # drawers that may have begun since
_WORTH_IT = 32  # times as many drawers as are looked through first: where there are fewer, all are as quick
_GIVEN = ", ".join(("%(id)s::bigint[]", *(f"%({field})s::text[]" for field in _WEIGHTS)))
_VECTOR = " || ".join(
    f"setweight(to_tsvector('simple', {field}), '{weight}')" for field, weight in _WEIGHTS.items()
)
# a letter before a number: no word of a text is like that
DRAWER = f"to_tsvector('simple', 'd' || id / {_IN_DRAWER})"
POSTGRESQL = Dialect(
    made=(
        "CREATE TABLE {} (id BIGINT PRIMARY KEY, words tsvector NOT NULL)",
        "CREATE INDEX ix_{0}_words ON {0} USING gin (words)",
    ),
    added=f"INSERT INTO {{}} (id, words) SELECT id, {_VECTOR} || {DRAWER} "  # noqa: S608 - our own words alone
    f"FROM unnest({_GIVEN}) AS given(id, {', '.join(_WEIGHTS)})",
    removed="DELETE FROM {} WHERE id = ANY(%(id)s)",
    key="id",
    # what was known of the newest rows may be old: where there are newer drawers than those asked about, nothing is found
    condition="{0}.words @@ to_tsquery('simple', :asked) AND (:below = 0 OR (SELECT max(id) FROM {0}) < :below)",
    by_column=True,
    spans=(2, 16),
)


def dialect_of(connection: Connection) -> Dialect:
    """How this database does it."""
    return SQLITE if connection.dialect.name == "sqlite" else POSTGRESQL


def everywhere(dialect: Dialect, terms: Iterable[Term]) -> dict[str, object]:
    """What to ask of all rows: that all terms hold."""
    one = _fts if dialect is SQLITE else _tsquery
    asked = (" AND " if dialect is SQLITE else " & ").join(one(term) for term in terms)
    return {"asked": asked, "below": 0} if dialect.spans else {"asked": asked}


def newest_drawers(connection: Connection) -> dict[str, int]:
    """The newest drawer of each table of words, as this connection last heard; all 0 where words are in none, or nothing is there."""
    dialect = dialect_of(connection)
    if not dialect.spans:
        return dict.fromkeys(TABLES, 0)
    known: dict[str, int]
    heard, known = connection.info.get(_HEARD, (-math.inf, {}))
    if time.monotonic() - heard > _SOON:
        known = _newest(connection, dialect)
        connection.info[_HEARD] = (time.monotonic(), known)
    return known


def _newest(connection: Connection, dialect: Dialect) -> dict[str, int]:
    newest = (
        select(func.max(column(dialect.key))).select_from(table(name)).scalar_subquery() for name in TABLES
    )
    rows = connection.execute(select(*newest)).one()
    return {name: (row or 0) // _IN_DRAWER for name, row in zip(TABLES, rows, strict=True)}


def questions(dialect: Dialect, terms: Iterable[Term], newest: int) -> Iterator[Mapping[str, object]]:
    """What to ask until enough was found, the last of them over all rows; `newest` is the newest drawer.

    FTS5 gives the newest rows first. A server looks up every row there is before it can tell which are the newest: where there are many it is
    asked for those in the newest drawers, then in more of them. What is common is found in the first, what is rare costs little.
    """
    everything = everywhere(dialect, terms)
    for span in dialect.spans:
        if _WORTH_IT * span <= newest:
            end = newest + 1 + _AHEAD
            drawers = " | ".join(f"d{drawer}" for drawer in range(newest - span + 1, end))
            yield {"asked": f"{everything['asked']} & ({drawers})", "below": end * _IN_DRAWER}
    yield everything


def _fts(term: Term) -> str:
    return f'{term.field} : "{" ".join(term.words)}"'


def _tsquery(term: Term) -> str:
    weight = _WEIGHTS[term.field]
    return "(" + " <-> ".join(f"{word}:{weight}" for word in term.words) + ")"
