"""Files, the documents in them, every version of their plans, and which documents may be one and the same."""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, Date, Float, Index, LargeBinary, Table, UniqueConstraint

from vanthu.register.tables.base import METADATA, VALUE, count, identity, link, words

FILE = Table(
    "file",
    METADATA,
    identity(),
    words("sha256", needed=True, unique=True),  # of the untouched original
    words("name", needed=True),
    words("location"),  # where it lay when it was read; null: nobody told
    words("media_type", needed=True),
    Column("size", BigInteger, nullable=False),  # bytes
    count("documents", needed=False),  # in it; null: nobody saw the whole file
    Column("scan", VALUE),  # the pages: how each was read, its size, how it was turned
    words("added_at", needed=True),
)

DOCUMENT = Table(
    "document",
    METADATA,
    identity(),
    words("state", needed=True),  # a State
    words("type"),
    words("number"),
    words("symbol"),
    words("code"),  # number and symbol squeezed; null where one of them is unknown
    words("issuer"),
    words("issuer_key"),  # folded
    words("place"),
    words("issued_on"),  # as far as it is known: 2025, 2025-03, 2025-03-14
    Column("issued_day", Date),  # only where it is known whole
    words("title"),
    link("same_as", "document", needed=False, index=True),  # a person said that both are one document
    words("added_at", needed=True),
    Index(None, "code", "issued_day"),
    Index(None, "code", "issuer_key"),
    Index(None, "issuer_key", "issued_day"),
)

PLAN = Table(
    "plan",
    METADATA,
    identity(),
    link("document_id", "document"),
    link("file_id", "file"),
    count("part"),  # which of the documents in the file, from 1
    count("version"),  # of the document, from 1
    words("made_at", needed=True),
    words("rules"),  # fingerprint
    words("program"),
    words("sha256", needed=True),  # of the body's text
    Column("body", LargeBinary, nullable=False),  # plan.json, compressed
    Column("partial", Boolean, nullable=False),  # a page or a step failed: the file is worth another reading
    Column("current", Boolean, nullable=False),
    UniqueConstraint("document_id", "version"),
    Index(None, "file_id", "part"),
)

TWIN = Table(
    "twin",
    METADATA,
    link("newer", "document", primary=True),
    link("other", "document", primary=True, index=True),
    Column("likeness", Float, nullable=False),  # 0..1, of the texts
    Column("differs", VALUE, nullable=False),  # {field: [of the other, of the newer]}
    words("found_at", needed=True),
    words("decision", index=True),  # a Decision; null: nobody decided yet
    words("who"),
    words("at"),
)
