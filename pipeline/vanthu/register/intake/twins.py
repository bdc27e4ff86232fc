"""The same document scanned twice: found by its header or nearly the same text, shown, and left to a person."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import combinations
from typing import Any

import regex
from rapidfuzz.fuzz import ratio
from sqlalchemy import Connection, Select, and_, bindparam, select, union_all

from vanthu.contract.model import PublicPlan
from vanthu.orthography import fold
from vanthu.register.bodies import unpack
from vanthu.register.history import MACHINE, Action, Event, moment, record
from vanthu.register.inserting import insert_all
from vanthu.register.intake.arrival import Twin
from vanthu.register.intake.differences import differences
from vanthu.register.intake.header import columns
from vanthu.register.plans import standing
from vanthu.register.tables import DOCUMENT, PLAN, TWIN
from vanthu.register.tables.base import AnyRow

_NEARLY_THE_SAME = (
    0.7  # shared runs of three syllables: two readings of one paper lie above, two papers far below
)
_ONE_PAPER_PERHAPS = 0.3  # enough where number, symbol and issuer are the same and one of the days is unknown
_SAME_ISSUER = 85.0  # letters of two readings of one name, in percent
_MOST = 20  # documents compared in one respect
_WORD = regex.compile(r"\p{L}+|\d+")
_RUN = 3


def find_twins(connection: Connection, document: int, plan: PublicPlan) -> tuple[Twin, ...]:
    """Documents that may be the one that just came in, the most alike first. Reads a bounded number of them."""
    own = columns(plan.document)
    rows = [row for row in _candidates(connection, document, own) if _one_issuer(own, row)]
    shingles = _shingles(plan) if rows else frozenset()
    found = []
    for row in rows:
        other = unpack(row.body)
        alike = _likeness(shingles, _shingles(other))
        if _same(own, row, alike):
            found.append(Twin(row.id, round(alike, 3), differences(other, plan)))
    return tuple(sorted(found, key=lambda twin: -twin.likeness))


def keep_twins(connection: Connection, document: int, twins: tuple[Twin, ...]) -> None:
    """Write down what a person has to decide."""
    at = moment()
    rows = [
        {
            "newer": document,
            "other": twin.other,
            "likeness": twin.likeness,
            "differs": twin.differs,
            "found_at": at,
        }
        for twin in twins
    ]
    insert_all(connection, TWIN, rows)
    events = (Event(MACHINE, at, Action.TWIN_FOUND, document, value=twin.other) for twin in twins)
    record(connection, events)


def _candidates(connection: Connection, document: int, own: dict[str, Any]) -> Sequence[AnyRow]:
    """Each once; every question is answered from an index."""
    told = {name: own[name] for name in ("code", "issued_day", "issuer_key") if own[name] is not None}
    if len(told) <= 1:
        return ()
    return connection.execute(_alike_in_head(tuple(told)), told | {"own": document}).all()


@cache
def _alike_in_head(told: tuple[str, ...]) -> Select[tuple[Any, ...]]:
    """Documents whose heads say the same in any two respects of those told."""
    alike = (select(_newest(pair).subquery().c.id) for pair in combinations(told, 2))
    return (
        select(DOCUMENT.c.id, DOCUMENT.c.code, DOCUMENT.c.issuer_key, DOCUMENT.c.issued_day, PLAN.c.body)
        .join(PLAN, and_(PLAN.c.document_id == DOCUMENT.c.id, PLAN.c.current))
        .where(DOCUMENT.c.id.in_(union_all(*alike)))
        .order_by(DOCUMENT.c.id.desc())
    )


def _newest(same: Iterable[str]) -> Select[tuple[int]]:
    conditions = (DOCUMENT.c[name] == bindparam(name) for name in same)
    others = select(DOCUMENT.c.id).where(*conditions, standing(), DOCUMENT.c.id != bindparam("own"))
    return others.order_by(DOCUMENT.c.id.desc()).limit(_MOST)


def _same(own: dict[str, Any], other: AnyRow, alike: float) -> bool:
    """Whether a person should be asked."""
    if alike >= _NEARLY_THE_SAME:
        return True
    if own["code"] is None or own["code"] != other.code:
        return False
    days = {own["issued_day"], other.issued_day}
    return alike >= _ONE_PAPER_PERHAPS if None in days else len(days) == 1


def _one_issuer(own: dict[str, Any], other: AnyRow) -> bool:
    """Communes number alike: another issuer's paper is another paper."""
    one, two = own["issuer_key"], other.issuer_key
    return not one or not two or ratio(one, two) >= _SAME_ISSUER


def _shingles(plan: PublicPlan) -> frozenset[tuple[str, ...]]:
    """Runs of syllables in title and tasks."""
    found: set[tuple[str, ...]] = set()
    for text in (plan.document.title or "", *(task.text for task in plan.tasks)):
        words = _WORD.findall(fold(text))
        found.update(tuple(words[at : at + _RUN]) for at in range(max(1, len(words) - _RUN + 1)))
    return frozenset(found - {()})


def _likeness(one: frozenset[tuple[str, ...]], other: frozenset[tuple[str, ...]]) -> float:
    """Shared ones over all; 0 where there is no text."""
    every = one | other
    return len(one & other) / len(every) if every else 0.0
