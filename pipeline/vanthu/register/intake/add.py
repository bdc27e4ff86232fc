"""Taking plans in: a document is in the register with everything that belongs to it, or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from sqlalchemy import Connection, func, insert, select, update

from vanthu.planning.journal import Journal
from vanthu.register.across.filing import Filing
from vanthu.register.batches import batches
from vanthu.register.bodies import Body, pack
from vanthu.register.history import Action, Event, moment, record
from vanthu.register.intake.arrival import Added, Arrival, Result
from vanthu.register.intake.header import clean, columns
from vanthu.register.intake.project import lay_down, project
from vanthu.register.intake.twins import find_twins, keep_twins
from vanthu.register.intake.words import take_words
from vanthu.register.plans import Kept, standing_for
from vanthu.register.states import State
from vanthu.register.tables import DOCUMENT, FILE, PLAN
from vanthu.register.tables.base import AnyRow


def add(connection: Connection, arrival: Arrival) -> Added:
    """Take in one plan: see `add_all`."""
    return add_all(connection, [arrival])[0]


def add_all(connection: Connection, arrivals: Iterable[Arrival]) -> tuple[Added, ...]:
    """Take in plans; done twice it comes to the same.

    A file is known by its hash: what it says anew becomes a new version of its document, what it says again is left alone. Other
    documents that may be the same are found and kept for a person's decision; nothing is decided here.
    """
    return add_filed(connection, arrivals)[0]


def add_filed(connection: Connection, arrivals: Iterable[Arrival]) -> tuple[tuple[Added, ...], Filing | None]:
    """As `add_all`, with how the new documents were filed before people's words came on top; `None` where there are none."""
    fresh: list[Kept] = []
    taken = tuple(arrivals)
    added = tuple(_add(connection, arrival, fresh) for arrival in taken)
    filed = lay_down(connection, fresh)
    added = tuple(
        replace(a, heard=take_words(connection, a.document, arrival.journal))
        for a, arrival in zip(added, taken, strict=True)
    )
    changed = [a.document for a in added if a.heard or a.result is Result.READ_AGAIN]
    if changed:
        project(connection, standing_for(connection, changed))
    return added, filed


def _add(connection: Connection, arrival: Arrival, fresh: list[Kept]) -> Added:
    body = pack(arrival.plan)
    file, fresh_file = _file(connection, arrival)
    before = None if fresh_file else _before(connection, file, arrival.part)
    if before is None:
        return _new(connection, arrival, body, file, fresh)
    if before.sha256 == body.sha256:
        return Added(before.document_id, Result.KNOWN)
    return _version(connection, arrival, body, file, before)


def _before(connection: Connection, file: int, part: int) -> AnyRow | None:
    """The last version of the document that is this part of a file."""
    return connection.execute(
        select(PLAN.c.id, PLAN.c.document_id, PLAN.c.sha256)
        .where(PLAN.c.file_id == file, PLAN.c.part == part)
        .order_by(PLAN.c.version.desc())
        .limit(1)
    ).one_or_none()


def _new(connection: Connection, arrival: Arrival, body: Body, file: int, fresh: list[Kept]) -> Added:
    head = columns(arrival.plan.document) | {"state": State.PENDING, "added_at": moment()}
    document = connection.scalars(insert(DOCUMENT).returning(DOCUMENT.c.id), head).one()
    _keep(connection, arrival, body, file, document, 1)
    record(connection, [Event(arrival.who, moment(), Action.ADDED, document, value=arrival.file.sha256)])
    twins = find_twins(connection, document, arrival.plan)
    keep_twins(connection, document, twins)
    fresh.append(Kept(document, 1, arrival.plan, Journal(), {}))
    return Added(document, Result.NEW, twins)


def _version(connection: Connection, arrival: Arrival, body: Body, file: int, before: AnyRow) -> Added:
    document = before.document_id
    of_document = PLAN.c.document_id == document
    last = connection.scalars(select(func.max(PLAN.c.version)).where(of_document)).one()
    connection.execute(update(PLAN).where(of_document, PLAN.c.current).values(current=False))
    _keep(connection, arrival, body, file, document, last + 1)
    record(
        connection,
        [
            Event(
                arrival.who, moment(), Action.READ_AGAIN, document, field="version", was=last, value=last + 1
            )
        ],
    )
    return Added(document, Result.READ_AGAIN)


def _keep(
    connection: Connection, arrival: Arrival, body: Body, file: int, document: int, version: int
) -> None:
    plan = {
        "document_id": document,
        "file_id": file,
        "part": arrival.part,
        "version": version,
        "made_at": moment(),
        "rules": arrival.plan.rules,
        "program": arrival.program,
        "sha256": body.sha256,
        "body": body.packed,
        "partial": arrival.plan.status == "partial",
        "current": True,
    }
    connection.execute(insert(PLAN), plan)


def _file(connection: Connection, arrival: Arrival) -> tuple[int, bool]:
    """The number of the file's row, and whether the file was never here before; what is told anew about it is noted."""
    facts = arrival.file
    place = str(arrival.location).encode(errors="replace").decode() if arrival.location else None
    told = {"location": clean(place), "documents": arrival.documents}
    known = connection.execute(select(FILE).where(FILE.c.sha256 == facts.sha256)).one_or_none()
    if known is None:
        row = {
            "sha256": facts.sha256,
            "name": clean(facts.name) or "",
            "media_type": facts.media_type,
            "size": facts.size,
            "scan": [page.model_dump(mode="json") for page in arrival.plan.pages],
            "added_at": moment(),
        }
        return connection.scalars(insert(FILE).returning(FILE.c.id), row | told).one(), True
    news = {name: value for name, value in told.items() if value is not None}
    if any(getattr(known, name) != value for name, value in news.items()):
        connection.execute(update(FILE).where(FILE.c.id == known.id).values(news))
    return known.id, False


def known_files(connection: Connection, hashes: Sequence[str]) -> dict[str, tuple[int, ...]]:
    """The documents of each file that is in the register whole, by its hash; one that is worth another reading is not among them."""
    found: dict[str, tuple[int, ...]] = {}
    for some in batches(hashes):
        rows = connection.execute(
            select(FILE.c.sha256, FILE.c.documents, PLAN.c.document_id, PLAN.c.partial)
            .join(PLAN, PLAN.c.file_id == FILE.c.id)
            .where(FILE.c.sha256.in_(some), PLAN.c.current)
            .order_by(FILE.c.sha256, PLAN.c.part)
        )
        for sha256, plans in groupby(rows, key=lambda row: row.sha256):
            every = list(plans)
            if len(every) == every[0].documents and not any(plan.partial for plan in every):
                found[sha256] = tuple(plan.document_id for plan in every)
    return found
