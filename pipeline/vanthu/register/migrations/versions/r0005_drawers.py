"""On a server words tell in which drawer their row lies: common ones are found among the newest rows, and not among all."""

from __future__ import annotations

from alembic import op

from vanthu.register.search.dialects import DRAWER, TABLES

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """The word of its drawer to the words of every row; the index is made anew, which is quicker than changing it row by row."""
    if op.get_bind().dialect.name != "postgresql":
        return
    for table in TABLES:
        op.execute(f"DROP INDEX ix_{table}_words")
        op.execute(f"UPDATE {table} SET words = words || {DRAWER}")  # noqa: S608 - our own words alone
        op.execute(
            f"CREATE INDEX ix_{table}_words ON {table} USING gin (words) WITH (gin_pending_list_limit = 256)"
        )
