"""What an auditor would raise, where, and what people said of it."""

from __future__ import annotations

from sqlalchemy import Table

from vanthu.register.tables.base import METADATA, count, identity, link, words

FINDING = Table(
    "finding",
    METADATA,
    identity(),
    words("key", needed=True, unique=True),  # the same at every run
    words("code", needed=True, index=True),
    words("severity", needed=True),
    words("note", needed=True),
    words("made_at", needed=True),
    words("gone_at"),  # since when it no longer holds
)

FINDING_PLACE = Table(
    "finding_place",
    METADATA,
    link("finding_id", "finding", primary=True),
    count("place", primary=True),  # from 0
    link("document_id", "document", index=True),
    words("where"),  # task path, 'document.number', ...
    count("page", needed=False),
    words("quote"),
    sqlite_with_rowid=False,
)

VERDICT = Table(  # append-only: the last one holds
    "verdict",
    METADATA,
    identity(),
    words("finding_key", needed=True, index=True),
    words("verdict", needed=True),
    words("reason"),
    words("who", needed=True),
    words("at", needed=True),
)
