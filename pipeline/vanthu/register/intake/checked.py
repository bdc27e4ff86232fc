"""Taking plans in and holding each against all that are there."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection

from vanthu.planning.journal import Journal
from vanthu.register.across import check
from vanthu.register.intake.add import add_filed
from vanthu.register.intake.arrival import Added, Arrival, Result
from vanthu.register.plans import Kept, standing_for


def add_checked(connection: Connection, arrivals: Iterable[Arrival]) -> tuple[Added, ...]:
    """As `add_all`; what is new, says something new, or was spoken of, is checked in the same transaction."""
    taken = tuple(arrivals)
    added, filed = add_filed(connection, taken)
    changed = [one.document for one in added if one.heard or one.result is not Result.KNOWN]
    at_hand = {
        one.document: Kept(one.document, 1, arrival.plan, Journal(), {})
        for one, arrival in zip(added, taken, strict=True)
        if one.result is Result.NEW and not one.heard
    }
    for document in standing_for(connection, changed) if changed else ():
        plan = at_hand.get(document)
        check(connection, document, plan, filed if plan else None)
    return added
