"""Passes over what is filed, each over a range of documents or drawers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, groupby, islice
from operator import itemgetter

from sqlalchemy import Connection, Table, or_, select

from vanthu.audit.across.bands import CAP, day_bands, scope_of
from vanthu.audit.across.busy import busy
from vanthu.audit.across.compare import Found
from vanthu.audit.across.documents import Shelf, of_paper
from vanthu.audit.across.duty import Duty
from vanthu.audit.across.memory import near, ordered
from vanthu.audit.across.numbering import against_dates, series
from vanthu.audit.across.paper import Paper
from vanthu.audit.across.reader import Reader
from vanthu.audit.across.together import judged
from vanthu.audit.facts import as_date
from vanthu.document.content import DeadlineKind, Qualifier
from vanthu.register.across import candidates
from vanthu.register.across.acts import of_acts
from vanthu.register.across.filing import replaced_band, series_band
from vanthu.register.across.rows import by_number, duties, heads, papers
from vanthu.register.across.sizes import Sizes
from vanthu.register.batches import batches
from vanthu.register.tables import DEADLINE, TASK
from vanthu.register.tables.across import BAND, DAY_BAND, DOCUMENT_BAND, FILED

_AT_ONCE = 100  # documents
_ROWS = 20_000  # of drawers at a time
_PAIRS = 20_000  # of duties at a time
Ends = tuple[int, int]
"""The first and the last number of a range."""
_Drawer = tuple[int, list[int]]


def alike(connection: Connection, ends: Ends, reader: Reader) -> tuple[list[Found], int]:
    """What like duties give, issuer by issuer and year by year; and how many drawers were too full to tell anything."""
    sizes = Sizes(connection)
    found: list[Found] = []
    full = 0
    for _, drawers in groupby(_drawers(connection, BAND, ends), key=lambda drawer: scope_of(drawer[0])):
        pairs: set[tuple[int, int]] = set()
        for _, numbers in drawers:
            if len(numbers) > CAP:
                full += 1
            else:
                pairs.update(combinations(numbers, 2))
        found += judged(_fetched(connection, sorted(pairs), reader), sizes)
    return found, full


def _drawers(connection: Connection, table: Table, ends: Ends) -> Iterator[_Drawer]:
    """Drawers with more than one thing in them, by their numbers."""
    number, held = table.primary_key.columns
    wanted = select(number, held).where(number.between(*ends)).order_by(number, held)
    rows = connection.execute(wanted.execution_options(yield_per=_ROWS))
    for drawer, inside in groupby(rows, key=itemgetter(0)):
        numbers = [row[1] for row in inside]
        if len(numbers) > 1:
            yield drawer, numbers


def _fetched(
    connection: Connection, pairs: Sequence[tuple[int, int]], reader: Reader
) -> Iterator[tuple[Duty, Duty]]:
    """The duties of pairs of numbers; only those of a few pairs are here at a time."""
    known: dict[int, Paper] = {}
    here: dict[int, Duty] = {}
    for some in batches(pairs, _PAIRS):
        wanted = {number for pair in some for number in pair}
        here = {number: duty for number, duty in here.items() if number in wanted}
        here |= by_number(connection, wanted - here.keys(), known, reader)
        yield from ((here[a], here[b]) for a, b in some if a in here and b in here)


def cited(connection: Connection, ends: Ends, reader: Reader) -> Iterator[Found]:
    """What plans cite: duties of higher plans, grounds, days, numbers, what is missing."""
    everything = connection.scalars(
        select(FILED.c.document_id).where(FILED.c.document_id.between(*ends)).order_by(FILED.c.document_id)
    ).all()
    sizes = Sizes(connection)
    for some in batches(everything, _AT_ONCE):
        own = papers(connection, some, reader)
        known, shelf = _shelf(connection, own, reader)
        for paper in own.values():
            yield from of_paper(paper, shelf, reader)
            yield from of_acts(connection, paper, reader)
        pairs = [(n, other) for n in own for other in known if _is_lower(own[n], known[other])]
        fetched = _dated(connection, {n: known[n] for pair in pairs for n in pair}, reader)
        for number, higher in pairs:
            yield from judged(near(fetched[higher], fetched[number]), sizes)


def _is_lower(paper: Paper, other: Paper) -> bool:
    return paper.issuer != other.issuer and paper.cites(other) is not None


def _shelf(
    connection: Connection, own: Mapping[int, Paper], reader: Reader
) -> tuple[dict[int, Paper], Shelf]:
    """What a few plans cite, with full heads; and all that their citations and numbers are held against."""
    told = {(c.code, day) for p in own.values() for c in p.cited if (day := as_date(c.issued_on))}
    exact = candidates.documents_of(connection, told)
    grounds = {replaced_band(c.code) for p in own.values() for c in p.cited if c.basis}
    rows = {series_band(row) for p in own.values() for row in candidates.rows_of_numbers(p)}
    held = candidates.in_drawers(connection, grounds | rows)
    replacing = {number for drawer in grounds for number in held[drawer]}
    known = {**papers(connection, {*exact, *replacing} - own.keys(), reader), **own}
    beside = {number for drawer in rows for number in held[drawer]}
    light = heads(connection, beside - known.keys(), reader)
    return known, Shelf({**light, **known}.values(), least=reader.limits.registered)


def _dated(connection: Connection, known: dict[int, Paper], reader: Reader) -> dict[int, Sequence[Duty]]:
    """The duties with a limit of some plans."""
    found: dict[int, list[Duty]] = {number: [] for number in known}
    for some in batches(sorted(known), _AT_ONCE):
        for duty in duties(connection, TASK.c.document_id.in_(some), known, reader).values():
            if duty.last:
                found[int(duty.paper.key)].append(duty)
    return dict(found)


def days(connection: Connection, ends: Ends, reader: Reader) -> Iterator[Found]:
    """Days of units with many limits, or with several events."""
    full = (d for d in _drawers(connection, DAY_BAND, ends) if len(d[1]) >= reader.limits.overloaded)
    yield from _busy(connection, full, reader)
    yield from _busy(connection, _events(connection, ends), reader)


def _events(connection: Connection, ends: Ends) -> Iterator[_Drawer]:
    on_a_day = or_(
        DEADLINE.c.qualifier == Qualifier.ON,
        (DEADLINE.c.kind == DeadlineKind.WINDOW) & DEADLINE.c.time.is_not(None),
    )
    wanted = (
        select(DAY_BAND.c.band, DAY_BAND.c.task_id)
        .join(DEADLINE, DEADLINE.c.task_id == DAY_BAND.c.task_id)
        .where(on_a_day, DAY_BAND.c.band.between(*ends))
        .distinct()
        .order_by(DAY_BAND.c.band)
        .execution_options(yield_per=_ROWS)
    )
    for band, rows in groupby(connection.execute(wanted), key=lambda row: row.band):
        numbers = [row.task_id for row in rows]
        if len(numbers) > 1:
            yield band, numbers


def _busy(connection: Connection, drawers: Iterable[_Drawer], reader: Reader) -> Iterator[Found]:
    waiting = iter(drawers)
    while some := dict(islice(waiting, _AT_ONCE)):
        yield from _busy_some(connection, some, reader)


def _busy_some(connection: Connection, held: Mapping[int, list[int]], reader: Reader) -> Iterator[Found]:
    fetched = by_number(connection, {n for numbers in held.values() for n in numbers}, {}, reader)
    for band, numbers in held.items():
        there = ordered(fetched[n] for n in numbers if n in fetched)
        unit = next((u for d in there for b, u in day_bands(d).items() if b == band), None)
        if unit:
            yield from busy(*unit, there)


def rows_of_numbers(connection: Connection, ends: Ends, reader: Reader) -> Iterator[Found]:
    """Numbers that run against their dates."""
    for _, numbers in _drawers(connection, DOCUMENT_BAND, ends):
        rows: dict[object, list[Paper]] = defaultdict(list)
        for paper in heads(connection, numbers, reader).values():
            rows[series(paper)].append(paper)
        for row, there in rows.items():
            if row is not None and len(there) > 1:
                yield from against_dates(there)
