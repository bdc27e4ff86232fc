"""What a register's audit found, as the score takes it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from sqlalchemy import Connection, select

from registers.score import Found
from vanthu.register.tables import FILE, FINDING, FINDING_PLACE, PLAN, TASK


def findings(connection: Connection) -> list[Found]:
    """All that stand, with the plans by the names of their files."""
    rows = connection.execute(
        select(FINDING.c.id, FINDING.c.code, FILE.c.name, FINDING_PLACE.c.where)
        .join(FINDING_PLACE, FINDING_PLACE.c.finding_id == FINDING.c.id)
        .join(PLAN, (PLAN.c.document_id == FINDING_PLACE.c.document_id) & PLAN.c.current)
        .join(FILE, FILE.c.id == PLAN.c.file_id)
        .where(FINDING.c.gone_at.is_(None))
        .order_by(FINDING.c.id)
    )
    places: dict[tuple[int, str], set[str]] = defaultdict(set)
    for row in rows:
        places[row.id, row.code].add(f"{row.name}#{row.where}" if row.where else row.name)
    return [Found(code, frozenset(found)) for (_, code), found in places.items()]


def texts(connection: Connection, wanted: Iterable[str]) -> dict[str, str]:
    """The words of tasks, by 'plan#task id'."""
    found = {}
    for place in wanted:
        name, _, path = place.partition("#")
        row = connection.execute(
            select(TASK.c.text)
            .join(PLAN, (PLAN.c.document_id == TASK.c.document_id) & PLAN.c.current)
            .join(FILE, FILE.c.id == PLAN.c.file_id)
            .where(FILE.c.name == name, TASK.c.path == path)
        ).first()
        if row:
            found[place] = row.text
    return found
