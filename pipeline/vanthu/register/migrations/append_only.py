"""Tables whose rows stay as they were written: the database itself refuses to change or delete them."""

from __future__ import annotations

from alembic import op

_REFUSE = """
CREATE FUNCTION vanthu_append_only() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'append-only'; END $$
"""


def forbid_changes(*tables: str) -> None:
    """Lay triggers on tables; a step calls it once on the first of them all."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute(_REFUSE)
        for table in tables:
            op.execute(
                f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table} "
                "FOR EACH ROW EXECUTE FUNCTION vanthu_append_only()"
            )
        return
    for table in tables:
        for change in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{change.lower()} BEFORE {change} ON {table} "
                "BEGIN SELECT RAISE(ABORT, 'append-only'); END"
            )
