"""Words of documents and tasks, to be found by."""

from __future__ import annotations

from alembic import op
from sqlalchemy import select

from vanthu.register.search.dialects import TABLES, dialect_of
from vanthu.register.search.index import remember_all
from vanthu.register.tables import DOCUMENT

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Tables for words, and the words of what is there already."""
    connection = op.get_bind()
    for table in TABLES:
        for statement in dialect_of(connection).made:
            op.execute(statement.format(table))
    remember_all(
        connection, connection.scalars(select(DOCUMENT.c.id).where(DOCUMENT.c.same_as.is_(None))).all()
    )
