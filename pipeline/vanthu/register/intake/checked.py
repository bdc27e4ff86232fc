"""Taking plans in and holding each against all that are there."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection

from vanthu.register.across import check
from vanthu.register.intake.add import add_all
from vanthu.register.intake.arrival import Added, Arrival, Result
from vanthu.register.plans import standing_for


def add_checked(connection: Connection, arrivals: Iterable[Arrival]) -> tuple[Added, ...]:
    """As `add_all`; what is new, says something new, or was spoken of, is checked in the same transaction."""
    added = add_all(connection, arrivals)
    changed = [one.document for one in added if one.heard or one.result is not Result.KNOWN]
    for document in standing_for(connection, changed) if changed else ():
        check(connection, document)
    return added
