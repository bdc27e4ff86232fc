"""The plans of a register as people follow them: the current version of each, with what they said of it on top."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from sqlalchemy import ColumnElement, Connection, func, or_, select

from vanthu.contract.model import Document, PublicPlan
from vanthu.planning.followed import Followed, FollowedPlan, follow
from vanthu.planning.journal import Entry, Journal, Name, OwnTask
from vanthu.register.batches import Among, batches
from vanthu.register.bodies import unpack
from vanthu.register.states import STATE, State, state_after
from vanthu.register.tables import CORRECTION, DOCUMENT, OWN_TASK, PLAN
from vanthu.register.tables.base import AnyRow

HEADER = ("type", "number", "symbol", "issuer", "place", "issued_on", "title", "signer")
"""What people may put right in a header; of the signer it is the name."""
RIGHTED: frozenset[Name] = frozenset({"due", "lead", "coordinate", "products", "text"})
"""What they may put right in a task."""
AT_ONCE = 200  # documents


@dataclass(frozen=True)
class Kept:
    """A document with the version of its plan that counts, what people said of it, and both together.

    `header` is what people said of the document itself, by field, the last word last.
    """

    document: int
    version: int
    plan: PublicPlan
    journal: Journal
    header: Mapping[str, object]

    @cached_property
    def followed(self) -> FollowedPlan:
        """The plan with people's words on top."""
        head = _headed(self.plan.document, self.header)
        return follow(self.plan.model_copy(update={"document": head}), self.journal)

    @property
    def live(self) -> FollowedPlan:
        """The same without the tasks of which people said that they are none."""
        followed = self.followed
        tasks = tuple(task for task in followed.tasks if task_state(task) is not State.DISCARDED)
        plan = followed.plan.model_copy(update={"tasks": tuple(task.task for task in tasks)})
        return FollowedPlan(plan, tasks)

    @property
    def state(self) -> State:
        """How far people have looked at the document itself."""
        return state_after(self.header, self.header.get(STATE))


def task_state(followed: Followed) -> State:
    """How far people have looked at a task."""
    said = [name for name in followed.said if name in RIGHTED or name == STATE]
    return state_after(said, followed.said["state"].value if "state" in followed.said else None)


def standing() -> ColumnElement[bool]:
    """That a document stands for itself: no other one was said to be the same."""
    return DOCUMENT.c.same_as.is_(None)


def standing_for(connection: Connection, documents: Sequence[int]) -> Sequence[int]:
    """The documents that stand for some: themselves, unless a person said that they are the same as another one."""
    stands = func.coalesce(DOCUMENT.c.same_as, DOCUMENT.c.id)
    return connection.scalars(select(stands).where(Among(DOCUMENT.c.id, documents)).distinct()).all()


def kept(connection: Connection, documents: Iterable[int] | None = None) -> Iterator[Kept]:
    """Documents that stand for themselves, all or those wanted, in the order of their numbers.

    Read a few at a time. Raises `RegisterError` where a plan is damaged.
    """
    wanted = list(documents) if documents is not None else all_standing(connection)
    for some in batches(wanted, AT_ONCE):
        yield from few(connection, some)


def all_standing(connection: Connection) -> Sequence[int]:
    """The documents that stand for themselves, in the order of their numbers."""
    return connection.scalars(select(DOCUMENT.c.id).where(standing()).order_by(DOCUMENT.c.id)).all()


def few(connection: Connection, documents: Sequence[int]) -> Iterator[Kept]:
    """As `kept`, for a few: all of them are read at once, and unpacked as they are asked for, without the connection."""
    journals, headers = said_of(connection, documents)
    rows = connection.execute(
        select(PLAN.c.document_id, PLAN.c.version, PLAN.c.body)
        .join(DOCUMENT, DOCUMENT.c.id == PLAN.c.document_id)
        .where(Among(PLAN.c.document_id, documents), PLAN.c.current, standing())
        .order_by(PLAN.c.document_id)
    ).all()
    return (
        Kept(
            row.document_id,
            row.version,
            unpack(row.body),
            journals.get(row.document_id, Journal()),
            headers.get(row.document_id, {}),
        )
        for row in rows
    )


def said_of(
    connection: Connection, documents: Sequence[int]
) -> tuple[Mapping[int, Journal], Mapping[int, Mapping[str, object]]]:
    """What people said of documents and their tasks, and of the documents that they stand for, in its order."""
    home = _homes(connection, documents)
    entries: dict[int, list[Entry]] = defaultdict(list)
    headers: dict[int, dict[str, object]] = defaultdict(dict)
    said = select(CORRECTION).where(Among(CORRECTION.c.document_id, home)).order_by(CORRECTION.c.id)
    for row in connection.execute(said):
        if row.task is None:
            header = headers[home[row.document_id]]
            header.pop(row.field, None)
            header[row.field] = row.value
        else:
            entries[home[row.document_id]].append(entry_of(row))
    own: dict[int, list[OwnTask]] = defaultdict(list)
    added = select(OWN_TASK).where(Among(OWN_TASK.c.document_id, home)).order_by(OWN_TASK.c.id)
    for row in connection.execute(added):
        task = OwnTask(task=row.key, text=row.text, source=row.source or "", by=row.who, at=row.at)
        own[home[row.document_id]].append(task)
    journals = {
        document: Journal(entries=tuple(entries[document]), own=tuple(own[document]))
        for document in {*entries, *own}
    }
    return journals, headers


def _homes(connection: Connection, documents: Sequence[int]) -> dict[int, int]:
    """Each document, and each that one of them stands for, with the one that stands for it."""
    linked = select(DOCUMENT.c.id, DOCUMENT.c.same_as).where(
        or_(Among(DOCUMENT.c.id, documents), Among(DOCUMENT.c.same_as, documents))
    )
    return {row.id: row.same_as if row.same_as in documents else row.id for row in connection.execute(linked)}


def entry_of(row: AnyRow) -> Entry:
    """A row of corrections as a journal has it."""
    return Entry.model_validate(
        {
            "task": row.task,
            "id": row.path or "",
            "text": row.text or "",
            "field": row.field,
            "was": row.was,
            "value": row.value,
            "by": row.who,
            "at": row.at,
            "where": row.source or "",
        }
    )


def _headed(document: Document, header: Mapping[str, object]) -> Document:
    """With people's words on it."""
    said = {name: value for name, value in header.items() if name in HEADER}
    if "issuer" in said:  # may have several wordings
        said["issuer"] = () if said["issuer"] is None else (said["issuer"],)
    if "signer" in said:
        said["signer"] = document.signer.model_dump() | {"name": said["signer"]}
    return Document.model_validate(document.model_dump() | said) if said else document
