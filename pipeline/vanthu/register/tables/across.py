"""What the audit between plans looks things up by. All of it is made from the other tables, and may be made anew."""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, Integer, Table

from vanthu.register.tables.base import METADATA, VALUE, link, words


def _drawers(name: str, holds: str) -> Table:
    """Numbers under which things are filed; the rows of one scope lie side by side."""
    return Table(
        name,
        METADATA,
        Column("band", BigInteger, primary_key=True, autoincrement=False),
        Column(holds, BigInteger, primary_key=True, autoincrement=False),
        sqlite_with_rowid=False,
    )


BAND = _drawers("band", "task_id")  # like duties of one issuer and year
DAY_BAND = _drawers("day_band", "task_id")  # limits and events of one unit on one day
DOCUMENT_BAND = _drawers(
    "document_band", "document_id"
)  # one row of numbers; those that replace one document

FILED = Table(
    "filed",
    METADATA,
    link("document_id", "document", primary=True),
    Column("cited", VALUE, nullable=False),
    Column("effects", VALUE, nullable=False),
    Column("checked", Boolean, nullable=False),  # for what the plan by itself says wrongly
)

SAID = Table(  # what the duties of a document came to when it was filed, by their places there
    "said",
    METADATA,
    link("document_id", "document", primary=True),
    words("recipe", needed=True),  # by which they did
    Column("duties", VALUE, nullable=False),
)

ACT_DAY = Table(  # how often a national act is cited with a day
    "act_day",
    METADATA,
    Column("code", words("code").type, primary_key=True),
    Column("issued_on", words("issued_on").type, primary_key=True),
    Column("times", Integer, nullable=False),
    sqlite_with_rowid=False,
)

RECIPE = Table(
    "recipe", METADATA, Column("name", words("name").type, primary_key=True), words("value", needed=True)
)
