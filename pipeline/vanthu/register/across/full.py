"""The audit of a whole register: filed, cut into shares, each done by itself, what they give written down by one writer."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from sqlalchemy import Connection, select, update

from vanthu.audit.across.compare import Found
from vanthu.register.across.check import check
from vanthu.register.across.filing import clear, filed_documents, is_fresh, remember
from vanthu.register.across.findings import FOUND, GONE, count, doubtful, end, keep
from vanthu.register.across.shares import Pass, Share, Spread, cut, one_by_one
from vanthu.register.across.verdicts import JUDGED
from vanthu.register.batches import batches
from vanthu.register.history import changed_since, last_event
from vanthu.register.plans import kept, standing
from vanthu.register.register import Register
from vanthu.register.tables import DOCUMENT
from vanthu.register.tables.across import FILED

_AT_ONCE = 200  # documents a transaction
_OWN_EVENTS = (FOUND, GONE, JUDGED)  # after these a document is as it was


class Stage(StrEnum):
    """What an audit is doing."""

    FILING = "filing"
    COMPARING = "comparing"


Told = Callable[[Stage, int, int], object]
"""Hears how far an audit is: the stage, how much of it is done, how much it is in all."""


@dataclass(frozen=True, slots=True)
class Audited:
    """How many findings stand; how many drawers held too many like duties to compare them one by one."""

    standing: int
    full: int


@dataclass(frozen=True, slots=True)
class _Before:
    """A register as an audit found it: the last thing that happened, documents that nobody checked, findings that may be gone."""

    event: int
    unchecked: Sequence[int]
    doubtful: frozenset[int]
    shares: Sequence[Share]


def silent(stage: Stage, done: int, whole: int) -> None:
    """Tells nobody."""


def audit_all(register: Register, *, spread: Spread = one_by_one, told: Told = silent) -> Audited:
    """Hold everything against everything.

    `spread` does the shares, here or in other processes. Interrupted at any moment it leaves the register whole, and every finding
    true: those that no longer hold end last. The next audit begins anew. Plans that come in meanwhile are checked as they come; what changed
    meanwhile is checked once more in the end. Raises as `Register.work` does.
    """
    _file(register, told)
    before = register.look(_before)
    seen: set[int] = set()
    full = 0
    for number, done in enumerate(spread(register, before.shares), start=1):
        if done.found:
            told_better = (
                seen if done.part is Pass.OWN else ()
            )  # between plans a finding is told with its likeness
            seen |= register.work(partial(_take, found=done.found, told=told_better))
        full += done.full
        told(Stage.COMPARING, number, len(before.shares))
    register.work(partial(_finish, before=before, seen=seen))
    for document in register.look(partial(changed_since, event=before.event, but=_OWN_EVENTS)):
        register.work(partial(check, document=document))
    return Audited(register.look(count), full)


def _file(register: Register, told: Told) -> None:
    """File what is not filed; all of it anew where it was filed in another way."""
    if not register.look(is_fresh):
        register.work(clear)
    missing = register.look(_unfiled)
    for number, some in enumerate(batches(missing, _AT_ONCE)):
        register.work(partial(_file_some, documents=some))
        told(Stage.FILING, number * _AT_ONCE + len(some), len(missing))


def _unfiled(connection: Connection) -> Sequence[int]:
    wanted = (
        select(DOCUMENT.c.id)
        .outerjoin(FILED, FILED.c.document_id == DOCUMENT.c.id)
        .where(standing(), FILED.c.document_id.is_(None))
        .order_by(DOCUMENT.c.id)
    )
    return connection.scalars(wanted).all()


def _file_some(connection: Connection, documents: Sequence[int]) -> None:
    there = filed_documents(connection, documents)
    if missing := [document for document in documents if document not in there]:
        remember(connection, list(kept(connection, missing)))


def _before(connection: Connection) -> _Before:
    unchecked = connection.scalars(select(FILED.c.document_id).where(~FILED.c.checked)).all()
    return _Before(last_event(connection), unchecked, frozenset(doubtful(connection)), cut(connection))


def _take(connection: Connection, found: Sequence[Found], told: Collection[int]) -> set[int]:
    """Write down what a share gave, but what it says of documents that were taken out or linked meanwhile; the findings' numbers."""
    there = filed_documents(connection, {int(spot.paper) for f in found for spot in f.spots})
    left = [f for f in found if all(int(spot.paper) in there for spot in f.spots)]
    return keep(connection, left, told=told)


def _finish(connection: Connection, before: _Before, seen: set[int]) -> None:
    end(connection, before.doubtful - seen)
    for some in batches(before.unchecked):
        connection.execute(update(FILED).where(FILED.c.document_id.in_(some)).values(checked=True))
