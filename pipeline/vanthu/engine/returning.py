"""A tracker that came back from people, for the tasks of a register."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from pathlib import Path

from sqlalchemy import Connection

from vanthu.engine.tracking import NO_PLAN, Import, journals
from vanthu.errors import InputError
from vanthu.export.tracker.changes import review
from vanthu.export.tracker.returned import Returned, read_tracker
from vanthu.planning.followed import Followed, follow
from vanthu.register import Register
from vanthu.register.history import moment
from vanthu.register.people import document_named, take
from vanthu.register.people.office import office_journal, papers_with
from vanthu.register.people.saying import Speaker


def look_into_register(file: Path, register: Register) -> Import[int | None]:
    """What a workbook says anew of the tasks of a register. Raises `InputError` where it is no tracker, `RegisterError`."""
    returned = read_tracker(file)
    return register.look(partial(_looked, file=file, returned=returned))


def _looked(connection: Connection, file: Path, returned: Returned) -> Import[int | None]:
    papers = papers_with(connection, {row.key for row in returned.rows if row.key})
    tasks: dict[str, Followed] = {}
    homes: dict[str, int | None] = {}
    followed = [(paper.document, paper.followed.tasks) for paper in papers]
    for home, found in (*followed, (None, follow(NO_PLAN, office_journal(connection)).tasks)):
        for task in found:
            tasks.setdefault(task.key, task)
            homes.setdefault(task.key, home)
    seen = review(returned, tasks)
    only = papers[0].document if len(papers) == 1 else None
    for added in seen.added:
        homes[added.key] = _home(connection, added.source) if added.source else only
    return Import(file, seen, homes)


def _home(connection: Connection, source: str) -> int | None:
    """The document that gives a task, as people wrote it; `None` where that is none here, or not clear."""
    with suppress(InputError):
        return document_named(connection, source)
    return None


def take_into_register(
    found: Import[int | None], register: Register, speaker: Speaker
) -> tuple[int | None, ...]:
    """Keep what the workbook says; the documents that it spoke of, `None` for tasks of none. Raises `RegisterError`, `OutputError`."""
    said = journals(found, by=speaker.who, at=moment(speaker.at))
    register.work(partial(take, said=said))
    return tuple(said)
