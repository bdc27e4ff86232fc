"""Taking plans in and holding each against all that are there."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection

from vanthu.register.across import check
from vanthu.register.intake.add import add_all
from vanthu.register.intake.arrival import Added, Arrival, Result


def add_checked(connection: Connection, arrivals: Iterable[Arrival]) -> tuple[Added, ...]:
    """As `add_all`; what is new, or says something new, is checked in the same transaction."""
    added = add_all(connection, arrivals)
    for one in added:
        if one.result is not Result.KNOWN:
            check(connection, one.document)
    return added
