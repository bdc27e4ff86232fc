"""Many rows at once, in the way that is quickest on each kind of database."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import JSON, Connection, Insert, Table, bindparam, func, insert, select
from sqlalchemy.dialects.postgresql import ARRAY

Row = Mapping[str, object]


def insert_all(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Insert rows that all give the same columns; nothing is done where there are none."""
    if len(rows) > 1 and connection.dialect.name == "postgresql" and not _has_json(table):
        connection.execute(_from_columns(table, rows[0]), by_column(rows))
    elif rows:
        connection.execute(insert(table), [dict(row) for row in rows])


def by_column(rows: Sequence[Row]) -> dict[str, list[object]]:
    """Rows as columns. A server takes these as arrays in one message; rows would be one each."""
    return {name: [row[name] for row in rows] for name in rows[0]}


def _has_json(table: Table) -> bool:
    """JSON goes in by rows: an array of it would make an empty value the word `null`."""
    return any(isinstance(column.type, JSON) for column in table.columns)


def _from_columns(table: Table, row: Row) -> Insert:
    columns = [table.columns[name] for name in row]
    values = (func.unnest(bindparam(c.name, type_=ARRAY(c.type))) for c in columns)
    return insert(table).from_select([c.name for c in columns], select(*values))
