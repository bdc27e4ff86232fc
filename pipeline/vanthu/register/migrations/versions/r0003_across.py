"""Where the audit between plans finds what is worth comparing."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from vanthu.register.tables import base

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Tables, empty: whoever audits the register fills them first."""
    for name, holds in (("band", "task_id"), ("day_band", "task_id"), ("document_band", "document_id")):
        op.create_table(
            name,
            sa.Column("band", sa.BigInteger, primary_key=True, autoincrement=False),
            sa.Column(holds, sa.BigInteger, primary_key=True, autoincrement=False),
            sqlite_with_rowid=False,
        )
    op.create_table(
        "filed",
        base.link("document_id", "document", primary=True),
        sa.Column("cited", base.VALUE, nullable=False),
        sa.Column("effects", base.VALUE, nullable=False),
        sa.Column("checked", sa.Boolean, nullable=False),
    )
    op.create_table(
        "act_day",
        sa.Column("code", sa.Text, primary_key=True),
        sa.Column("issued_on", sa.Text, primary_key=True),
        sa.Column("times", sa.Integer, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table("recipe", sa.Column("name", sa.Text, primary_key=True), base.words("value", needed=True))
