"""Who cites a document of a number and day is found by both."""

from __future__ import annotations

from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """An index over both, in the place of the one over numbers: thousands of plans cite one number of another year."""
    op.drop_index("ix_citation_code", "citation")
    op.create_index("ix_citation_code_issued_on", "citation", ["code", "issued_on"])
