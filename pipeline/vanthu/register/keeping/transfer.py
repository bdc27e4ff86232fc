"""All rows of a register from one database into another, whichever kind each of them is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Table, bindparam, func, select, text, update

from vanthu.register import search
from vanthu.register.inserting import insert_all
from vanthu.register.plans import standing
from vanthu.register.tables import DOCUMENT
from vanthu.register.tables.base import METADATA

_AT_ONCE = 5000  # rows


def transfer(source: Connection, target: Connection) -> None:
    """Copy every row, numbers included, into a register that holds none; what is found by words is made anew there."""
    for table in METADATA.sorted_tables:
        _copy(table, source, target)
    if target.dialect.name == "postgresql":
        for table in METADATA.sorted_tables:
            _number_on(table, target)
    search.remember_all(target, target.scalars(select(DOCUMENT.c.id).where(standing())).all())


def _copy(table: Table, source: Connection, target: Connection) -> None:
    """Links to rows of the same table are set when all of them stand."""
    inner = [c.name for c in table.columns if any(key.column.table is table for key in c.foreign_keys)]
    names = [column.name for column in table.columns]
    left_out: dict[str, object] = dict.fromkeys(inner)
    found = source.execute(select(table).execution_options(yield_per=_AT_ONCE))
    for some in found.partitions():
        rows = [dict(zip(names, row, strict=True)) for row in some]
        insert_all(target, table, [row | left_out for row in rows] if inner else rows)
        for name in inner:
            _link(table, name, [{"row": row["id"], "to": row[name]} for row in rows if row[name]], target)


def _link(table: Table, name: str, pairs: Sequence[dict[str, Any]], target: Connection) -> None:
    if pairs:
        chosen = table.c.id == bindparam("row")
        target.execute(update(table).where(chosen).values({name: bindparam("to")}), pairs)


def _number_on(table: Table, target: Connection) -> None:
    """New rows get numbers behind those that came."""
    column = table.autoincrement_column
    if column is not None:
        last = target.scalar(select(func.max(column)))
        sequence = text("SELECT setval(pg_get_serial_sequence(:table, :column), :last, :used)")
        values = {"table": table.name, "column": column.name, "last": last or 1, "used": last is not None}
        target.execute(sequence, values)
