"""The audit of a whole register, in passes over its drawers: each holds a small part of it at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import chain, islice

from sqlalchemy import Connection, select, update

from vanthu.audit.across.compare import Found
from vanthu.audit.across.reader import Reader, reader
from vanthu.register.across import passes
from vanthu.register.across.filing import clear, filed_documents, is_fresh, remember
from vanthu.register.across.findings import count, end, keep, single, unseen
from vanthu.register.across.own import own_findings
from vanthu.register.batches import batches
from vanthu.register.plans import kept, standing
from vanthu.register.register import Register
from vanthu.register.tables import DOCUMENT
from vanthu.register.tables.across import FILED

_AT_ONCE = 200  # documents, or findings, a transaction
_Pass = Callable[[Connection, Reader], Iterable[Found]]
_PASSES: tuple[_Pass, ...] = (passes.alike, passes.cited, passes.days, passes.rows_of_numbers)


def audit_all(register: Register) -> int:
    """Hold everything against everything; how many findings stand.

    What is there is looked at as it was when a pass began; plans that come in meanwhile are checked as they come. Raises as
    `Register.work` does.
    """
    _file(register)
    _check_each(register)
    seen: set[int] = set()
    for one in _PASSES:
        with register.reading() as connection:
            found = iter(one(connection, reader()))
            while some := list(islice(found, _AT_ONCE)):
                seen |= register.work(partial(keep, found=some))
    register.work(lambda connection: end(connection, unseen(connection, seen)))
    return register.look(count)


def _file(register: Register) -> None:
    """File what is not filed; all of it anew where it was filed in another way."""
    if not register.look(is_fresh):
        register.work(clear)
    everything = register.look(
        lambda connection: connection.scalars(select(DOCUMENT.c.id).where(standing())).all()
    )
    for some in batches(everything, _AT_ONCE):
        register.work(partial(_file_some, documents=some))


def _file_some(connection: Connection, documents: Sequence[int]) -> None:
    there = filed_documents(connection, documents)
    if missing := [document for document in documents if document not in there]:
        remember(connection, list(kept(connection, missing)))


def _check_each(register: Register) -> None:
    """What each plan says wrongly by itself, of plans that nobody checked since they were filed."""
    waiting = register.look(
        lambda connection: connection.scalars(
            select(FILED.c.document_id).where(~FILED.c.checked).order_by(FILED.c.document_id)
        ).all()
    )
    for some in batches(waiting, _AT_ONCE):
        register.work(partial(_check_some, documents=some))


def _check_some(connection: Connection, documents: Sequence[int]) -> None:
    found = chain.from_iterable(own_findings(one) for one in kept(connection, documents))
    end(connection, single(connection, documents) - keep(connection, found))
    connection.execute(update(FILED).where(FILED.c.document_id.in_(documents)).values(checked=True))
