"""Many rows at once, in the way that is quickest on each kind of database."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from sqlalchemy import (
    JSON,
    Column,
    ColumnElement,
    Connection,
    Insert,
    Table,
    Text,
    bindparam,
    cast,
    func,
    insert,
    select,
)
from sqlalchemy.dialects.postgresql import ARRAY

Row = Mapping[str, object]


def insert_all(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Insert rows that all give the same columns; nothing is done where there are none."""
    if len(rows) > 1 and connection.dialect.name == "postgresql":
        connection.execute(_from_columns(table, rows[0]), _as_text(table, by_column(rows)))
    elif rows:
        connection.execute(insert(table), [dict(row) for row in rows])


def by_column(rows: Sequence[Row]) -> dict[str, list[object]]:
    """Rows as columns. A server takes these as arrays in one message; rows would be one each."""
    return {name: [row[name] for row in rows] for name in rows[0]}


def _as_text(table: Table, columns: dict[str, list[object]]) -> dict[str, list[object]]:
    """JSON is handed over as texts: an array of it would make an empty value the word `null`."""
    wanted = {name for name in columns if _is_json(table.columns[name])}
    return {
        name: [None if value is None else json.dumps(value, ensure_ascii=False) for value in values]
        if name in wanted
        else values
        for name, values in columns.items()
    }


def _is_json(column: Column[object]) -> bool:
    return isinstance(column.type, JSON)


def _from_columns(table: Table, row: Row) -> Insert:
    columns = [table.columns[name] for name in row]
    return insert(table).from_select([c.name for c in columns], select(*map(_values, columns)))


def _values(column: Column[object]) -> ColumnElement[object]:
    if _is_json(column):
        return cast(func.unnest(bindparam(column.name, type_=ARRAY(Text))), column.type)
    return func.unnest(bindparam(column.name, type_=ARRAY(column.type)))
