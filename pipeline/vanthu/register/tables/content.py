"""What the current plan of each document says, with people's corrections on top: made anew with every version."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Date, Index, Table, UniqueConstraint

from vanthu.register.tables.base import METADATA, count, identity, link, words

UNIT = Table("unit", METADATA, identity(), words("key", needed=True, unique=True), words("name", needed=True))

TASK = Table(
    "task",
    METADATA,
    identity(),
    link("document_id", "document"),
    words("key", needed=True),  # what people know it by: stable over versions
    words("path", needed=True),
    words("text", needed=True),
    words("kind", needed=True),
    words("parent"),  # path
    count("page", needed=False),
    words("state", needed=True),  # a State
    UniqueConstraint("document_id", "key"),
)

TASK_UNIT = Table(
    "task_unit",
    METADATA,
    link("task_id", "task", primary=True),
    count("place", primary=True),  # from 0
    link("unit_id", "unit", index=True),
    words("role", needed=True),
    words("name", needed=True),  # as written
    sqlite_with_rowid=False,
)

DEADLINE = Table(
    "deadline",
    METADATA,
    identity(),
    link("document_id", "document", index=True),
    link("task_id", "task", needed=False, index=True),  # null: it binds the whole document
    words("kind", needed=True),
    words("raw", needed=True),
    Column("day", Date, index=True),  # the last day that is not late; null where none can be named
    words("starts"),  # the first moment of a window, the first day of a rhythm
    words("time"),  # of a window: when its last day ends
    words("rrule"),
    words("qualifier"),
)

CITATION = Table(
    "citation",
    METADATA,
    identity(),
    link("document_id", "document", index=True),
    words("code"),  # squeezed
    words("type", needed=True),
    words("number"),
    words("issued_on"),
    words("title"),
    Column("basis", Boolean, nullable=False),  # named as ground in the preamble
    Index(None, "code", "issued_on"),
)
