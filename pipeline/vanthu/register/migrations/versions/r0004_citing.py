"""Who cites a document of a number and day is found by both; words that came in last are found as quickly as others."""

from __future__ import annotations

from alembic import op

from vanthu.register.search.dialects import TABLES

revision = "0004"
down_revision = "0003"
_WAITING = 256  # KiB


def upgrade() -> None:
    """An index over both, in the place of the one over numbers: thousands of plans cite one number of another year.

    On PostgreSQL the words of a few plans wait to be sorted in, no more: every question reads through what waits.
    """
    op.drop_index("ix_citation_code", "citation")
    op.create_index("ix_citation_code_issued_on", "citation", ["code", "issued_on"])
    if op.get_bind().dialect.name == "postgresql":
        for table in TABLES:
            op.execute(f"ALTER INDEX ix_{table}_words SET (gin_pending_list_limit = {_WAITING})")
