"""One document held against the whole register: what it costs does not depend on how much the register holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from sqlalchemy import Connection, update

from vanthu.audit.across.busy import busy
from vanthu.audit.across.compare import Found, changes
from vanthu.audit.across.documents import Shelf, missing_key, of_paper
from vanthu.audit.across.numbering import against_dates, series
from vanthu.audit.across.reader import reader
from vanthu.audit.across.together import judged
from vanthu.document.content import Severity
from vanthu.register.across.acts import of_acts
from vanthu.register.across.candidates import Desk
from vanthu.register.across.filing import Filing
from vanthu.register.across.findings import end, keep, key_of, standing, standing_keys
from vanthu.register.across.own import own_findings
from vanthu.register.across.sizes import Sizes
from vanthu.register.plans import Kept, kept
from vanthu.register.tables.across import FILED

_ROW, _MISSING, _AGAIN = "number-against-date", "cited-missing", "duplicate-task"


def check(
    connection: Connection, document: int, plan: Kept | None = None, filed: Filing | None = None
) -> tuple[Found, ...]:
    """Hold a document against all others; its findings, written down. Those that it no longer gives are gone.

    `plan` is what the register has of it, `filed` how it was filed, where that is at hand. Raises `RegisterError` where its plan is damaged.
    """
    desk = Desk.of(connection, document, reader(), filed)
    before = standing(connection, [document])
    if desk is None:
        end(connection, before)
        return ()
    shelf = desk.shelf()
    row = [int(p.key) for p in shelf.by_series.get(series(desk.paper) or ("", "", 0), ())]
    before |= standing(connection, row, [_ROW]) | standing_keys(connection, _no_longer_missing(desk, shelf))
    found = tuple(_found(desk, shelf, [plan] if plan else kept(connection, [document])))
    end(connection, before - keep(connection, found))
    connection.execute(update(FILED).where(FILED.c.document_id == document).values(checked=True))
    for other in _obeying(desk, found):
        check(connection, other)
    return found


def _obeying(desk: Desk, found: Iterable[Found]) -> list[int]:
    """Later documents with a duty that this one, a letter that came in after them, gives another time: they may contradict nobody now."""
    if not any(map(changes, desk.duties.values())):
        return []
    issued = desk.paper.issued_on or date.max
    given = {spot.paper for f in found if f.code == _AGAIN for spot in f.spots}
    later = (p for p in desk.known.values() if p.key in given and p.issued_on and p.issued_on > issued)
    return sorted(int(p.key) for p in later)


def _found(desk: Desk, shelf: Shelf, plans: Iterable[Kept]) -> Iterator[Found]:
    for one in plans:
        yield from own_findings(one)
    yield from judged(desk.alike(), Sizes(desk.connection))
    yield from judged(desk.up_and_down(), Sizes(desk.connection))
    for unit, day, duties in desk.days():
        yield from busy(unit, day, duties)
    yield from of_paper(desk.paper, shelf, desk.reader)
    yield from of_acts(desk.connection, desk.paper, desk.reader)
    for other in desk.known.values():
        if other.key != desk.paper.key and other.cited:
            about = of_paper(other, shelf, desk.reader)
            yield from (f for f in about if _concerns(f, desk, shelf))
    if row := series(desk.paper):
        yield from against_dates(shelf.by_series[row])


def _concerns(found: Found, desk: Desk, shelf: Shelf) -> bool:
    """Whether a finding on another plan names this one, or could only be told since this one is here."""
    if found.code == _MISSING:
        row = shelf.by_series.get(series(desk.paper) or ("", "", 0), [])
        return found.spots[0].paper in {paper.key for paper in row}
    return any(spot.paper == desk.paper.key for spot in found.spots)


def _no_longer_missing(desk: Desk, shelf: Shelf) -> list[str]:
    """The keys of findings that this document was not there."""
    return [
        key_of(Found(_MISSING, Severity.NOTE, "", (), about=missing_key(other, cited)))
        for other in desk.known.values()
        for cited in other.cited
        if other.key != desk.paper.key and shelf.meant(cited, other) is desk.paper
    ]
