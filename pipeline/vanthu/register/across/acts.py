"""National acts that a plan cites with another day than the other plans of the register do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from sqlalchemy import Connection, select

from vanthu.audit.across.compare import Found
from vanthu.audit.across.documents import by_days
from vanthu.audit.across.paper import Paper
from vanthu.audit.across.reader import Reader
from vanthu.register.batches import Among
from vanthu.register.tables.across import ACT_DAY


def of_acts(connection: Connection, paper: Paper, reader: Reader) -> Iterator[Found]:
    """The acts that one plan cites with a day of its own."""
    codes = {c.code for c in paper.cited if c.issued_on and reader.says("national", c.number)}
    if not codes:
        return
    days: dict[str, dict[str, int]] = defaultdict(dict)
    for row in connection.execute(select(ACT_DAY).where(Among(ACT_DAY.c.code, sorted(codes)))):
        days[row.code][row.issued_on] = row.times
    yield from by_days(paper, days)
