"""Many rows at once, in the way that is quickest on each kind of database."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

from sqlalchemy import (
    JSON,
    Column,
    ColumnElement,
    Connection,
    Dialect,
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
    if not rows:
        return
    if connection.dialect.name == "sqlite":
        statement, forms = _plain(connection.dialect, table, tuple(rows[0]))
        connection.exec_driver_sql(statement, _in_order(rows, forms))
    elif len(rows) > 1:
        connection.execute(_from_columns(table, rows[0]), _as_text(table, by_column(rows)))
    else:
        connection.execute(insert(table), [dict(row) for row in rows])


_Form = Callable[[object], object]


@lru_cache(maxsize=256)
def _plain(dialect: Dialect, table: Table, names: tuple[str, ...]) -> tuple[str, Mapping[str, _Form | None]]:
    """A statement as a file's driver takes it, and how it takes the values of each column (`None`: as they are).

    The library's own way looks at every value of every row anew.
    """
    statement = insert(table).compile(dialect=dialect, column_keys=list(names))
    columns = (column for column in table.columns if column.name in names)  # so the statement has them
    return str(statement), {c.name: c.type.dialect_impl(dialect).bind_processor(dialect) for c in columns}


def _in_order(rows: Sequence[Row], forms: Mapping[str, _Form | None]) -> list[tuple[object, ...]]:
    ways = list(forms.items())
    if not any(forms.values()):
        return [tuple(row[name] for name in forms) for row in rows]
    return [tuple(form(row[name]) if form else row[name] for name, form in ways) for row in rows]


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
