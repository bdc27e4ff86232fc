"""The first form: files, documents, plans and what they say, findings, people's words, history."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from vanthu.register.migrations.append_only import forbid_changes
from vanthu.register.tables import base

revision = "0001"
down_revision = None


def upgrade() -> None:
    """From nothing."""
    _papers()
    _content()
    _findings()
    _people()
    forbid_changes("verdict", "correction", "own_task", "history")


def _papers() -> None:
    op.create_table(
        "file",
        base.identity(),
        base.words("sha256", needed=True, unique=True),
        base.words("name", needed=True),
        base.words("location"),
        base.words("media_type", needed=True),
        sa.Column("size", sa.BigInteger, nullable=False),
        base.count("documents", needed=False),
        sa.Column("scan", base.VALUE),
        base.words("added_at", needed=True),
    )
    op.create_table(
        "document",
        base.identity(),
        base.words("state", needed=True),
        base.words("type"),
        base.words("number"),
        base.words("symbol"),
        base.words("code"),
        base.words("issuer"),
        base.words("issuer_key"),
        base.words("place"),
        base.words("issued_on"),
        sa.Column("issued_day", sa.Date),
        base.words("title"),
        base.link("same_as", "document", needed=False, index=True),
        base.words("added_at", needed=True),
        sa.Index(None, "code", "issued_day"),
        sa.Index(None, "code", "issuer_key"),
        sa.Index(None, "issuer_key", "issued_day"),
    )
    op.create_table(
        "plan",
        base.identity(),
        base.link("document_id", "document"),
        base.link("file_id", "file"),
        base.count("part"),
        base.count("version"),
        base.words("made_at", needed=True),
        base.words("rules"),
        base.words("program"),
        base.words("sha256", needed=True),
        sa.Column("body", sa.LargeBinary, nullable=False),
        sa.Column("partial", sa.Boolean, nullable=False),
        sa.Column("current", sa.Boolean, nullable=False),
        sa.UniqueConstraint("document_id", "version"),
        sa.Index(None, "file_id", "part"),
    )
    op.create_table(
        "twin",
        base.link("newer", "document", primary=True),
        base.link("other", "document", primary=True, index=True),
        sa.Column("likeness", sa.Float, nullable=False),
        sa.Column("differs", base.VALUE, nullable=False),
        base.words("found_at", needed=True),
        base.words("decision", index=True),
        base.words("who"),
        base.words("at"),
    )


def _content() -> None:
    op.create_table(
        "unit", base.identity(), base.words("key", needed=True, unique=True), base.words("name", needed=True)
    )
    op.create_table(
        "task",
        base.identity(),
        base.link("document_id", "document"),
        base.words("key", needed=True),
        base.words("path", needed=True),
        base.words("text", needed=True),
        base.words("kind", needed=True),
        base.words("parent"),
        base.count("page", needed=False),
        base.words("state", needed=True),
        sa.UniqueConstraint("document_id", "key"),
    )
    op.create_table(
        "task_unit",
        base.link("task_id", "task", primary=True),
        base.count("place", primary=True),
        base.link("unit_id", "unit", index=True),
        base.words("role", needed=True),
        base.words("name", needed=True),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "deadline",
        base.identity(),
        base.link("document_id", "document", index=True),
        base.link("task_id", "task", needed=False, index=True),
        base.words("kind", needed=True),
        base.words("raw", needed=True),
        sa.Column("day", sa.Date, index=True),
        base.words("starts"),
        base.words("time"),
        base.words("rrule"),
        base.words("qualifier"),
    )
    op.create_table(
        "citation",
        base.identity(),
        base.link("document_id", "document", index=True),
        base.words("code", index=True),
        base.words("type", needed=True),
        base.words("number"),
        base.words("issued_on"),
        base.words("title"),
        sa.Column("basis", sa.Boolean, nullable=False),
    )


def _findings() -> None:
    op.create_table(
        "finding",
        base.identity(),
        base.words("key", needed=True, unique=True),
        base.words("code", needed=True, index=True),
        base.words("severity", needed=True),
        base.words("note", needed=True),
        base.words("made_at", needed=True),
        base.words("gone_at"),
    )
    op.create_table(
        "finding_place",
        base.link("finding_id", "finding", primary=True),
        base.count("place", primary=True),
        base.link("document_id", "document", index=True),
        base.words("where"),
        base.count("page", needed=False),
        base.words("quote"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "verdict",
        base.identity(),
        base.words("finding_key", needed=True, index=True),
        base.words("verdict", needed=True),
        base.words("reason"),
        base.words("who", needed=True),
        base.words("at", needed=True),
    )


def _people() -> None:
    op.create_table(
        "correction",
        base.identity(),
        base.link("document_id", "document", needed=False),
        base.words("task"),
        base.words("path"),
        base.words("text"),
        base.words("field", needed=True),
        sa.Column("was", base.VALUE),
        sa.Column("value", base.VALUE),
        base.words("who", needed=True),
        base.words("at", needed=True),
        base.words("source"),
        sa.Index(None, "document_id", "task"),
    )
    op.create_table(
        "own_task",
        base.identity(),
        base.link("document_id", "document", needed=False, index=True),
        base.words("key", needed=True, unique=True),
        base.words("text", needed=True),
        base.words("source"),
        base.words("who", needed=True),
        base.words("at", needed=True),
    )
    op.create_table(
        "progress",
        base.link("document_id", "document", primary=True),
        sa.Column("task", base.words("key").type, primary_key=True),
        base.words("progress"),
        sa.Column("done_on", sa.Date),
        base.words("note"),
    )
    op.create_table(
        "history",
        base.identity(),
        base.words("at", needed=True),
        base.words("who", needed=True),
        base.words("action", needed=True),
        base.link("document_id", "document", needed=False, index=True),
        base.words("subject"),
        base.words("field"),
        sa.Column("was", base.VALUE),
        sa.Column("value", base.VALUE),
    )
