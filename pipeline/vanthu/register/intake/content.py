"""Plans as rows: tasks, who does them, their deadlines, what they cite."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, select

from vanthu.contract.model import Citation, Deadline, PublicPlan, Task, Window
from vanthu.export.unit_names import relative_names
from vanthu.planning.clock import limit_of
from vanthu.planning.followed import Followed
from vanthu.planning.identity import Relative, squeezed, unit_key
from vanthu.planning.journal import Name
from vanthu.register.batches import Among, batches
from vanthu.register.inserting import insert_all
from vanthu.register.intake.header import clean
from vanthu.register.plans import Kept, task_state
from vanthu.register.tables import CITATION, DEADLINE, PROGRESS, TASK, TASK_UNIT, UNIT
from vanthu.rulebook.load import load_rulebook

_Row = dict[str, Any]
_PROGRESS: frozenset[Name] = frozenset({"progress", "done_on", "note"})


def write(connection: Connection, plans: Sequence[Kept]) -> None:
    """The rows of plans that have none. A few statements, however many plans there are."""
    followed = [(kept.document, kept.followed) for kept in plans]
    tasks = [(home, plan.plan, task) for home, plan in followed for task in plan.tasks]
    numbers = _numbered(connection, [_task(home, task) for home, _, task in tasks])
    insert_all(connection, PROGRESS, [row for home, _, task in tasks if (row := _progress(home, task))])
    units = [
        row
        for number, (_, plan, task) in zip(numbers, tasks, strict=True)
        for row in _units(number, plan, task.task)
    ]
    insert_all(connection, TASK_UNIT, _with_units(connection, units))
    deadlines = [
        _deadline(home, number, deadline)
        for number, (home, _, task) in zip(numbers, tasks, strict=True)
        for deadline in task.task.deadlines
    ]
    whole = [_deadline(home, None, d) for home, plan in followed for d in plan.plan.document_deadlines]
    insert_all(connection, DEADLINE, [*deadlines, *whole])
    insert_all(connection, CITATION, [row for home, plan in followed for row in _citations(home, plan.plan)])


def _numbered(connection: Connection, rows: Sequence[_Row]) -> Sequence[int]:
    """The numbers of new tasks, in their order: asked for at once, as SQLite would tell them with one statement a row."""
    insert_all(connection, TASK, rows)
    numbers: dict[tuple[int, str], int] = {}
    for homes in batches(sorted({row["document_id"] for row in rows})):
        wanted = select(TASK.c.id, TASK.c.document_id, TASK.c.key).where(Among(TASK.c.document_id, homes))
        numbers |= {(row.document_id, row.key): row.id for row in connection.execute(wanted)}
    return [numbers[row["document_id"], row["key"]] for row in rows]


def _task(home: int, followed: Followed) -> _Row:
    task = followed.task
    return {
        "document_id": home,
        "key": followed.key,
        "path": clean(task.id) or "",
        "text": clean(task.text) or "",
        "kind": task.kind.value,
        "parent": task.parent,
        "page": task.page or (task.evidence.page if task.evidence else None),
        "state": task_state(followed),
    }


def _progress(home: int, followed: Followed) -> _Row | None:
    """How far the work is; `None` where nobody said anything of it."""
    if not _PROGRESS & followed.said.keys():
        return None
    report = followed.report
    return {
        "document_id": home,
        "task": followed.key,
        "progress": report.progress,
        "done_on": report.done_on,
        "note": clean(followed.note),
    }


def _units(number: int, plan: PublicPlan, task: Task) -> Iterator[_Row]:
    """`key` stands where the unit's number will."""
    resolved: dict[tuple[str, str], str | None] = {(u.role, u.name): u.resolved for u in task.units}
    named = [("lead", name) for name in task.lead] + [("coordinate", name) for name in task.coordinate]
    for place, (role, name) in enumerate(named):
        whole = resolved.get((role, name)) or name
        yield {
            "task_id": number,
            "place": place,
            "role": role,
            "name": clean(name) or "",
            "key": clean(unit_key(whole, plan, relative())) or "",
            "whole": clean(whole) or "",
        }


@cache
def relative() -> Relative:
    """Tells which names of units mean somebody only together with their plan."""
    return relative_names(load_rulebook())


def _with_units(connection: Connection, rows: Sequence[_Row]) -> list[_Row]:
    names = {row["key"]: row["whole"] for row in reversed(rows)}
    known = _known_units(connection, list(names))
    new = [{"key": key, "name": name} for key, name in names.items() if key not in known]
    if new:
        insert_all(connection, UNIT, new)
        known |= _known_units(connection, [row["key"] for row in new])
    kept = ("task_id", "place", "role", "name")
    return [{name: row[name] for name in kept} | {"unit_id": known[row["key"]]} for row in rows]


def _known_units(connection: Connection, keys: Sequence[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for some in batches(keys):
        rows = connection.execute(select(UNIT.c.key, UNIT.c.id).where(Among(UNIT.c.key, some)))
        found |= {row.key: row.id for row in rows}
    return found


def _deadline(home: int, task: int | None, deadline: Deadline) -> _Row:
    return {
        "document_id": home,
        "task_id": task,
        "kind": deadline.kind,
        "raw": clean(deadline.raw) or "",
        "day": limit_of([deadline]).day,
        "starts": getattr(deadline, "start", None),
        "time": deadline.end[11:] or None
        if isinstance(deadline, Window) and deadline.end
        else getattr(deadline, "time", None),
        "rrule": getattr(deadline, "rrule", None),
        "qualifier": getattr(deadline, "qualifier", None),
    }


def _citations(home: int, plan: PublicPlan) -> Iterable[_Row]:
    basis = {_cited(citation) for citation in plan.legal_basis}
    for citation in plan.citations:
        yield {
            "document_id": home,
            "code": clean(squeezed(citation.number)) if citation.number else None,
            "type": clean(citation.type) or "",
            "number": clean(citation.number),
            "issued_on": citation.issued_on,
            "title": clean(citation.title),
            "basis": _cited(citation) in basis,
        }


def _cited(citation: Citation) -> tuple[str | None, ...]:
    return citation.type, citation.number, citation.issued_on, citation.title
