"""What the duties of filed documents say is kept: to work it out is the better part of an audit."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from vanthu.register.tables import base

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """An empty table: what is not there is worked out anew wherever it is asked for."""
    op.create_table(
        "said",
        base.link("document_id", "document", primary=True),
        base.words("recipe", needed=True),
        sa.Column("duties", base.VALUE, nullable=False),
    )
