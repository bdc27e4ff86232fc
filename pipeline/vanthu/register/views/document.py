"""One document with all that is known of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, select

from vanthu.contract.plan_file import contract_json
from vanthu.planning import clock
from vanthu.planning.followed import Followed
from vanthu.register.history import Event, happened
from vanthu.register.intake import Pair, pairs
from vanthu.register.people.naming import one
from vanthu.register.plans import Kept, task_state
from vanthu.register.states import State
from vanthu.register.tables import FILE, FINDING, FINDING_PLACE, PLAN

_MOST = 1000  # things that happened


@dataclass(frozen=True)
class Version:
    """A reading of the document; `rules` is the fingerprint of the rules it was made with."""

    version: int
    made_at: str
    rules: str | None
    program: str | None


@dataclass(frozen=True)
class Raised:
    """A finding that holds, with the place in this document."""

    code: str
    severity: str
    note: str
    where: str | None
    page: int | None


@dataclass(frozen=True)
class Looked:
    """A document on a day: its file, its readings, what people said, what was found, what happened to it."""

    paper: Kept
    on: date
    file: dict[str, Any]  # name, location, sha256
    versions: tuple[Version, ...]
    findings: tuple[Raised, ...]
    twins: tuple[Pair, ...]
    history: tuple[Event, ...]

    def tasks(self) -> Iterator[tuple[Followed, State, clock.State]]:
        """Each task with how far people have looked at it and how the clock stands."""
        for task in self.paper.followed.tasks:
            yield task, task_state(task), clock.state(task.limit, task.report, self.on)

    def as_json(self) -> dict[str, Any]:
        """All of it in plain JSON values; the plan as people follow it."""
        return {
            "document": self.paper.document,
            "state": self.paper.state,
            "on": self.on.isoformat(),
            "file": self.file,
            "versions": [asdict(version) for version in self.versions],
            "plan": contract_json(self.paper.followed.plan),
            "tasks": [_task(*told) for told in self.tasks()],
            "findings": [asdict(finding) for finding in self.findings],
            "twins": [asdict(pair) for pair in self.twins],
            "history": [asdict(event) for event in self.history],
        }


def _task(followed: Followed, state: State, standing: clock.State) -> dict[str, Any]:
    report, day = followed.report, followed.limit.day
    return {
        "key": followed.key,
        "id": followed.task.id,
        "state": state,
        "due": day.isoformat() if day else None,
        "clock": standing,
        "progress": report.progress,
        "done_on": report.done_on.isoformat() if report.done_on else None,
        "note": followed.note or None,
        "lost": followed.lost,
    }


def look_at(connection: Connection, document: int, on: date) -> Looked:
    """A document as it stands on a day. Raises `InputError` where there is none, or another one stands for it."""
    paper = one(connection, document)
    of_document = PLAN.c.document_id == document
    versions = connection.execute(
        select(PLAN.c.version, PLAN.c.made_at, PLAN.c.rules, PLAN.c.program)
        .where(of_document)
        .order_by(PLAN.c.version)
    )
    file = connection.execute(
        select(FILE.c.name, FILE.c.location, FILE.c.sha256)
        .join(PLAN, PLAN.c.file_id == FILE.c.id)
        .where(of_document, PLAN.c.current)
    ).mappings()
    return Looked(
        paper=paper,
        on=on,
        file=dict(next(iter(file), {})),
        versions=tuple(Version(*row) for row in versions),
        findings=_findings(connection, document),
        twins=pairs(connection, undecided=False, document=document),
        history=happened(connection, document, limit=_MOST),
    )


def _findings(connection: Connection, document: int) -> tuple[Raised, ...]:
    rows = connection.execute(
        select(
            FINDING.c.code, FINDING.c.severity, FINDING.c.note, FINDING_PLACE.c.where, FINDING_PLACE.c.page
        )
        .join(FINDING_PLACE, FINDING_PLACE.c.finding_id == FINDING.c.id)
        .where(FINDING_PLACE.c.document_id == document, FINDING.c.gone_at.is_(None))
        .order_by(FINDING.c.id, FINDING_PLACE.c.place)
    )
    return tuple(Raised(*row) for row in rows)
