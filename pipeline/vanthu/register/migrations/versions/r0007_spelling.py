"""*quản lí* and *quản lý* are one spelling: names and words that were kept apart are made one."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from vanthu.orthography import fold
from vanthu.register.search.dialects import TABLES
from vanthu.register.search.index import remember_all

revision = "0007"
down_revision = "0006"

_DOCUMENT = sa.table("document", *map(sa.column, ("id", "same_as", "code", "issuer_key")))
_CITATION = sa.table("citation", *map(sa.column, ("id", "code")))
_UNIT = sa.table("unit", *map(sa.column, ("id", "key")))
_TASK_UNIT = sa.table("task_unit", sa.column("unit_id"))


def upgrade() -> None:
    """What is kept folded is folded as it is now, and the words to be found by are kept anew."""
    connection = op.get_bind()
    for table, name in ((_DOCUMENT, "code"), (_DOCUMENT, "issuer_key"), (_CITATION, "code")):
        _fold(connection, table, table.c[name])
    _merge_units(connection)
    sqlite = connection.dialect.name == "sqlite"
    for words in TABLES:  # the old ones can't be taken out one by one: they are not known any more
        op.execute(f"INSERT INTO {words} ({words}) VALUES ('delete-all')" if sqlite else f"TRUNCATE {words}")  # noqa: S608
    alone = sa.select(_DOCUMENT.c.id).where(_DOCUMENT.c.same_as.is_(None))
    remember_all(connection, connection.scalars(alone).all())


def _fold(connection: sa.Connection, table: sa.TableClause, column: sa.ColumnClause[str]) -> None:
    for key in connection.scalars(sa.select(column).where(column.is_not(None)).distinct()).all():
        if (folded := fold(key)) != key:
            connection.execute(sa.update(table).where(column == key).values({column.name: folded}))


def _merge_units(connection: sa.Connection) -> None:
    """Two spellings of a unit are the one that came first under its usual name."""
    known: dict[str, int] = {
        key: number for number, key in connection.execute(sa.select(_UNIT.c.id, _UNIT.c.key))
    }
    for key, number in sorted(known.items(), key=lambda unit: unit[1]):
        folded = fold(key)
        if folded == key:
            continue
        own = _UNIT.c.id == number
        if (other := known.setdefault(folded, number)) == number:
            connection.execute(sa.update(_UNIT).where(own).values(key=folded))
        else:
            connection.execute(
                sa.update(_TASK_UNIT).where(_TASK_UNIT.c.unit_id == number).values(unit_id=other)
            )
            connection.execute(sa.delete(_UNIT).where(own))
