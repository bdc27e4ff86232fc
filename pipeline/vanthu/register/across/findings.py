"""Findings that stand in a register: each known by a key that the next audit gives it again."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from hashlib import blake2b

from sqlalchemy import Connection, delete, func, insert, or_, select, update

from vanthu.audit.across.compare import Found
from vanthu.register.batches import Among, batches
from vanthu.register.history import MACHINE, Event, moment, record
from vanthu.register.inserting import insert_all
from vanthu.register.tables import FINDING, FINDING_PLACE
from vanthu.register.tables.across import FILED

FOUND, GONE = "found", "gone"


def key_of(found: Found) -> str:
    """What a finding is known by: its code and its places, in any order, or what it is about."""
    about = found.about or known_by(f"{spot.paper}#{spot.where}" for spot in found.spots)
    told = f"{found.code}\n{about}"
    return blake2b(told.encode(), digest_size=10).hexdigest()


def known_by(places: Iterable[str]) -> str:
    """What a finding between places is about."""
    return " ".join(sorted(places))


def keep(connection: Connection, found: Iterable[Found], *, told: Collection[int] = ()) -> set[int]:
    """Write down findings, those known among them as they are now; their numbers. What stood no longer stands again.

    Those with a number among `told` keep their words.
    """
    by_key = {key_of(f): f for f in found}
    numbers: set[int] = set()
    for keys in batches(sorted(by_key)):
        rows = connection.execute(
            select(FINDING.c.id, FINDING.c.key, FINDING.c.note, FINDING.c.gone_at).where(
                Among(FINDING.c.key, keys)
            )
        ).all()
        known = {row.key: row for row in rows}
        new = {key: by_key[key] for key in keys if key not in known}
        changed = {
            r.id: by_key[r.key]
            for r in rows
            if r.id not in told and (r.gone_at or r.note != by_key[r.key].note)
        }
        numbers |= {row.id for row in rows} | _add(connection, new)
        _change(connection, changed)
        back = [r.key for r in rows if r.gone_at]
        record(connection, [_event(FOUND, key, by_key[key]) for key in (*new, *back)])
    return numbers


def _add(connection: Connection, new: Mapping[str, Found]) -> set[int]:
    if not new:
        return set()
    rows = [
        {"key": key, "code": f.code, "severity": f.severity.value, "note": f.note, "made_at": moment()}
        for key, f in new.items()
    ]
    numbers = connection.scalars(
        insert(FINDING).returning(FINDING.c.id, sort_by_parameter_order=True), rows
    ).all()
    _place(connection, dict(zip(numbers, new.values(), strict=True)))
    return set(numbers)


def _change(connection: Connection, changed: Mapping[int, Found]) -> None:
    for number, found in changed.items():
        values = {"note": found.note, "severity": found.severity.value, "gone_at": None}
        connection.execute(update(FINDING).where(FINDING.c.id == number).values(**values))
    if changed:
        connection.execute(delete(FINDING_PLACE).where(Among(FINDING_PLACE.c.finding_id, changed)))
        _place(connection, changed)


def _place(connection: Connection, findings: Mapping[int, Found]) -> None:
    rows = [
        {
            "finding_id": number,
            "place": place,
            "document_id": int(spot.paper),
            "where": spot.where,
            "page": spot.page,
            "quote": spot.quote,
        }
        for number, found in findings.items()
        for place, spot in enumerate(found.spots)
    ]
    insert_all(connection, FINDING_PLACE, rows)


def _event(action: str, key: str, found: Found) -> Event:
    return Event(MACHINE, moment(), action, int(found.spots[0].paper), subject=key, value=found.code)


def standing(connection: Connection, documents: Sequence[int], codes: Sequence[str] = ()) -> set[int]:
    """The numbers of the findings that stand on some documents, all or those with some codes."""
    wanted = (
        select(FINDING.c.id)
        .join(FINDING_PLACE, FINDING_PLACE.c.finding_id == FINDING.c.id)
        .where(FINDING.c.gone_at.is_(None), Among(FINDING_PLACE.c.document_id, documents))
    )
    if codes:
        wanted = wanted.where(FINDING.c.code.in_(codes))
    return {row.id for row in connection.execute(wanted)}


def standing_keys(connection: Connection, keys: Iterable[str]) -> set[int]:
    """The numbers of the findings with these keys that stand."""
    found: set[int] = set()
    for some in batches(sorted(keys)):
        wanted = select(FINDING.c.id).where(FINDING.c.gone_at.is_(None), Among(FINDING.c.key, some))
        found |= set(connection.scalars(wanted))
    return found


_ABOUT_ONE = ("cited-missing", "number-against-date")  # they name one plan, and rest on others


def doubtful(connection: Connection) -> set[int]:
    """The numbers of standing findings that an audit of everything must come upon again: those that rest on several documents,
    and those on documents that were not checked since they were filed.
    """
    unchecked = select(FILED.c.document_id).where(~FILED.c.checked)
    several = func.count(FINDING_PLACE.c.document_id.distinct()) > 1
    wanted = (
        select(FINDING.c.id)
        .join(FINDING_PLACE, FINDING_PLACE.c.finding_id == FINDING.c.id)
        .where(FINDING.c.gone_at.is_(None))
        .group_by(FINDING.c.id, FINDING.c.code)
    )
    shared = wanted.having(or_(FINDING.c.code.in_(_ABOUT_ONE), several))
    return {
        *connection.scalars(shared),
        *connection.scalars(wanted.where(FINDING_PLACE.c.document_id.in_(unchecked))),
    }


def count(connection: Connection) -> int:
    """How many findings stand."""
    return connection.scalar(select(func.count()).where(FINDING.c.gone_at.is_(None))) or 0


def end(connection: Connection, findings: Iterable[int]) -> None:
    """Findings no longer hold; they stay, with what people said of them."""
    for some in batches(sorted(findings)):
        rows = connection.execute(
            select(FINDING.c.key, FINDING.c.code, FINDING_PLACE.c.document_id)
            .join(FINDING_PLACE, (FINDING_PLACE.c.finding_id == FINDING.c.id) & (FINDING_PLACE.c.place == 0))
            .where(Among(FINDING.c.id, some))
        ).all()
        connection.execute(update(FINDING).where(Among(FINDING.c.id, some)).values(gone_at=moment()))
        record(
            connection,
            [Event(MACHINE, moment(), GONE, r.document_id, subject=r.key, was=r.code) for r in rows],
        )
