"""Writing down what people say: on headers, on tasks, on what they think of them; and tasks of their own."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert

from vanthu.contract.model import Document
from vanthu.export.tracker.changes import current
from vanthu.planning.followed import Followed, keys
from vanthu.planning.journal import Journal
from vanthu.register.across import check
from vanthu.register.history import Action, Event, moment, record
from vanthu.register.intake import project
from vanthu.register.intake.words import take_words
from vanthu.register.people.naming import one, task_named
from vanthu.register.plans import Kept, kept, task_state
from vanthu.register.states import STATE, State
from vanthu.register.tables import CORRECTION

_ON_PROGRESS = frozenset({"progress", "done_on", "note"})


@dataclass(frozen=True)
class Speaker:
    """Who says something, when (now, unless told otherwise), and where it stands written: file, sheet, row."""

    who: str
    at: datetime | None = None
    source: str | None = None


@dataclass(frozen=True)
class Change:
    """A word that now stands in the place of another. `task` is a key; `None`: of the document itself."""

    document: int
    task: str | None
    field: str
    was: Any
    value: Any
    path: str | None = None  # where the task stands
    text: str | None = None  # its words, as the machine read them


def correct(
    connection: Connection,
    document: int,
    values: Mapping[str, Any],
    speaker: Speaker,
    *,
    task: str | None = None,
) -> tuple[Change, ...]:
    """Keep a person's words on a document, or on one of its tasks (its key or place); what stands there already is left.

    Fields and values are those of `fields`. What has changed is given back. Raises `InputError` where there is no such document or task.
    """
    paper = one(connection, document)
    followed = task_named(paper, task) if task is not None else None
    now = _task_now(followed) if followed else _header_now(paper.followed.plan.document)
    changes = [
        _change(paper, followed, name, now.get(name), value)
        for name, value in values.items()
        if value != now.get(name)
    ]
    return _keep(connection, changes, speaker)


def mark(
    connection: Connection,
    document: int,
    state: State,
    speaker: Speaker,
    *,
    tasks: Sequence[str] = (),
    waiting: bool = False,
) -> tuple[Change, ...]:
    """Keep what a person thinks of tasks, or, where none are named, of the document; with `waiting` of its pending tasks too.

    Raises as `correct` does.
    """
    paper = one(connection, document)
    chosen = [task_named(paper, name) for name in tasks]
    changes = []
    if not tasks and paper.state is not state:
        changes = [_change(paper, None, STATE, paper.state, state)]
    if waiting:
        chosen += [task for task in paper.followed.tasks if task_state(task) is State.PENDING]
    told = {task.key: task for task in chosen if task_state(task) is not state}
    changes += [_change(paper, task, STATE, task_state(task), state) for task in told.values()]
    return _keep(connection, changes, speaker)


def _change(paper: Kept, followed: Followed | None, name: str, was: Any, value: Any) -> Change:
    if followed is None:
        return Change(paper.document, None, name, was, value)
    text = as_read(paper).get(followed.key, followed.task.text)
    return Change(paper.document, followed.key, name, was, value, followed.task.id, text)


def as_read(paper: Kept) -> dict[str, str]:
    """The words of each task by its key as the machine read them: by these it is found again in another reading."""
    return dict(zip(keys(paper.plan), (task.text for task in paper.plan.tasks), strict=True))


def _task_now(followed: Followed) -> dict[str, Any]:
    return {str(name): value for name, value in current(followed).items()}


def _header_now(document: Document) -> dict[str, Any]:
    facts = document.model_dump()
    return facts | {"issuer": next(iter(document.issuer), None), "signer": document.signer.name}


def _keep(connection: Connection, changes: Sequence[Change], speaker: Speaker) -> tuple[Change, ...]:
    """With their history; the tables of content follow."""
    at = moment(speaker.at)
    if changes:
        connection.execute(insert(CORRECTION), [_row(change, at, speaker) for change in changes])
        record(connection, [_event(change, at, speaker) for change in changes])
        _follow(connection, {change.document for change in changes}, {change.field for change in changes})
    return tuple(changes)


def _follow(connection: Connection, documents: Iterable[int], fields: Collection[str]) -> None:
    """The tables of content say what people said, and the audit looks again, but for words on progress."""
    homes = sorted(documents)
    project(connection, homes)
    if not _ON_PROGRESS.issuperset(fields):
        for home in homes:
            check(connection, home)


def _row(change: Change, at: str, speaker: Speaker) -> dict[str, Any]:
    return {
        "document_id": change.document,
        "task": change.task,
        "path": change.path,
        "text": change.text,
        "field": change.field,
        "was": change.was,
        "value": change.value,
        "who": speaker.who,
        "at": at,
        "source": speaker.source,
    }


def _event(change: Change, at: str, speaker: Speaker) -> Event:
    words = (change.field, change.was, change.value)
    return Event(speaker.who, at, Action.SAID, change.document, change.task, *words)


def take(connection: Connection, said: Mapping[int | None, Journal]) -> None:
    """Keep what a sheet says of tasks, and the tasks that people added in it, by document; `None`: tasks of no document here.

    What is there already is not doubled.
    """
    homes = [home for home in said if home is not None]
    read = {paper.document: as_read(paper) for paper in kept(connection, homes)}
    for home, journal in said.items():
        words = read.get(home, {}) if home is not None else {}
        entries = (e.model_copy(update={"text": words.get(e.task, e.text)}) for e in journal.entries)
        take_words(connection, home, Journal(entries=tuple(entries), own=journal.own))
    fields: set[str] = {e.field for journal in said.values() for e in journal.entries}
    _follow(connection, homes, fields | {"text" for journal in said.values() if journal.own})
