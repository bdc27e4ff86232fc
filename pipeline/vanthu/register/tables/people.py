"""What people said, how far the work is, and everything that ever happened."""

from __future__ import annotations

from sqlalchemy import Column, Date, Index, Table

from vanthu.register.tables.base import METADATA, VALUE, identity, link, words

CORRECTION = Table(  # append-only: the last one on a field holds
    "correction",
    METADATA,
    identity(),
    link("document_id", "document", needed=False),  # null: of a task that no document here gives
    words("task"),  # its key; null: of the document's header
    words("path"),  # where the task stood when this was said
    words("text"),  # its words when this was said; by them it is found again
    words("field", needed=True),
    Column("was", VALUE),
    Column("value", VALUE),  # null: emptied
    words("who", needed=True),
    words("at", needed=True),
    words("source"),  # file, sheet and row that it came from
    Index(None, "document_id", "task"),
)

OWN_TASK = Table(  # append-only: tasks that people added
    "own_task",
    METADATA,
    identity(),
    link("document_id", "document", needed=False, index=True),  # null: of no document here
    words("key", needed=True, unique=True),
    words("text", needed=True),
    words("source"),  # the document that gives it, as people wrote it
    words("who", needed=True),
    words("at", needed=True),
)

PROGRESS = Table(
    "progress",
    METADATA,
    link("document_id", "document", primary=True),
    Column("task", words("key").type, primary_key=True),  # its key
    words("progress"),  # a planning.clock.Progress
    Column("done_on", Date),
    words("note"),
)

HISTORY = Table(  # append-only
    "history",
    METADATA,
    identity(),
    words("at", needed=True),
    words("who", needed=True),  # a person, or the program and its version
    words("action", needed=True),
    link("document_id", "document", needed=False, index=True),
    words("subject"),  # a task's key, a finding's key, a file's hash
    words("field"),
    Column("was", VALUE),
    Column("value", VALUE),
)
