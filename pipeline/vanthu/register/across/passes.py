"""Passes over all that is filed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, groupby

from sqlalchemy import Connection, String, Table, cast, func, or_, select

from vanthu.audit.across.bands import CAP, day_bands, scope_of
from vanthu.audit.across.busy import busy
from vanthu.audit.across.compare import Found
from vanthu.audit.across.documents import Shelf, against_dates, of_paper, series
from vanthu.audit.across.duty import Duty
from vanthu.audit.across.memory import near, ordered
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

_DOCUMENTS = 100  # at a time
_DRAWERS = 2000  # at a time
_REMEMBERED = 400  # plans with their duties, of those that many others cite


def alike(connection: Connection, reader: Reader) -> Iterator[Found]:
    """Like duties, issuer by issuer and year by year."""
    sizes = Sizes(connection)
    drawers = _drawers(connection, BAND, most=CAP)
    for _, held in groupby(drawers, key=lambda drawer: scope_of(drawer[0])):
        pairs = sorted({pair for _, numbers in held for pair in combinations(numbers, 2)})
        fetched = by_number(connection, {n for pair in pairs for n in pair}, {}, reader)
        there = ((fetched[a], fetched[b]) for a, b in pairs if a in fetched and b in fetched)
        yield from judged(there, sizes)


def _drawers(
    connection: Connection, table: Table, *, most: int | None = None
) -> Iterator[tuple[int, list[int]]]:
    """Drawers with more than one thing in them, by their numbers; none with more than `most`."""
    held = next(column for column in table.c if column.name != "band")
    many = func.count().between(2, most) if most else func.count() >= 2
    wanted = (
        select(table.c.band, func.aggregate_strings(cast(held, String), ","))
        .group_by(table.c.band)
        .having(many)
        .order_by(table.c.band)
        .execution_options(yield_per=_DRAWERS)
    )
    for band, numbers in connection.execute(wanted):
        yield band, sorted(map(int, numbers.split(",")))


def cited(connection: Connection, reader: Reader) -> Iterator[Found]:
    """What plans cite: duties of higher plans, grounds, days, numbers, what is missing."""
    everything = connection.scalars(select(FILED.c.document_id).order_by(FILED.c.document_id)).all()
    sizes = Sizes(connection)
    remembered: dict[int, Sequence[Duty]] = {}
    for some in batches(everything, _DOCUMENTS):
        own = papers(connection, some, reader)
        known, shelf = _shelf(connection, own, reader)
        for paper in own.values():
            yield from of_paper(paper, shelf, reader)
            yield from of_acts(connection, paper, reader)
        pairs = [(n, other) for n in own for other in known if _is_lower(own[n], known[other])]
        theirs = {h: known[h] for _, h in pairs if h not in remembered}
        if len(remembered) > _REMEMBERED:
            remembered.clear()
            theirs = {h: known[h] for _, h in pairs}
        remembered |= _dated(connection, theirs, reader)
        lower = _dated(connection, {n: own[n] for n, _ in pairs}, reader)
        for number, higher in pairs:
            yield from judged(near(remembered[higher], lower[number]), sizes)


def _is_lower(paper: Paper, other: Paper) -> bool:
    return paper.issuer != other.issuer and paper.cites(other) is not None


def _shelf(
    connection: Connection, own: Mapping[int, Paper], reader: Reader
) -> tuple[dict[int, Paper], Shelf]:
    """What a few plans cite, with full heads; and all that their citations and numbers are held against."""
    told = {(c.code, day) for p in own.values() for c in p.cited if (day := as_date(c.issued_on))}
    exact = candidates.documents_of(connection, told)
    grounds = {replaced_band(c.code) for p in own.values() for c in p.cited if c.basis}
    replacing = candidates.in_drawers(connection, grounds)
    known = {**papers(connection, {*exact, *replacing} - own.keys(), reader), **own}
    rows = {series_band(row) for p in own.values() for row in candidates.rows_of_numbers(p)}
    light = heads(connection, set(candidates.in_drawers(connection, rows)) - known.keys(), reader)
    return known, Shelf({**light, **known}.values(), least=reader.limits.registered)


def _dated(connection: Connection, known: dict[int, Paper], reader: Reader) -> dict[int, Sequence[Duty]]:
    """The duties with a limit of some plans."""
    found: dict[int, list[Duty]] = {number: [] for number in known}
    for some in batches(sorted(known), _DOCUMENTS):
        for duty in duties(connection, TASK.c.document_id.in_(some), known, reader).values():
            if duty.last:
                found[int(duty.paper.key)].append(duty)
    return dict(found)


def days(connection: Connection, reader: Reader) -> Iterator[Found]:
    """Days of units with many limits, or with several events."""
    full = (d for d in _drawers(connection, DAY_BAND) if len(d[1]) >= reader.limits.overloaded)
    yield from _busy(connection, full, reader)
    yield from _busy(connection, _events(connection), reader)


def _events(connection: Connection) -> Iterator[tuple[int, list[int]]]:
    on_a_day = or_(
        DEADLINE.c.qualifier == Qualifier.ON,
        (DEADLINE.c.kind == DeadlineKind.WINDOW) & DEADLINE.c.time.is_not(None),
    )
    wanted = (
        select(DAY_BAND.c.band, DAY_BAND.c.task_id)
        .join(DEADLINE, DEADLINE.c.task_id == DAY_BAND.c.task_id)
        .where(on_a_day)
        .distinct()
        .order_by(DAY_BAND.c.band)
        .execution_options(yield_per=_DRAWERS)
    )
    for band, rows in groupby(connection.execute(wanted), key=lambda row: row.band):
        numbers = [row.task_id for row in rows]
        if len(numbers) > 1:
            yield band, numbers


def _busy(
    connection: Connection, drawers: Iterable[tuple[int, list[int]]], reader: Reader
) -> Iterator[Found]:
    waiting: dict[int, list[int]] = {}
    for band, numbers in drawers:
        waiting[band] = numbers
        if len(waiting) >= _DOCUMENTS:
            yield from _busy_some(connection, waiting, reader)
            waiting = {}
    yield from _busy_some(connection, waiting, reader)


def _busy_some(connection: Connection, held: Mapping[int, list[int]], reader: Reader) -> Iterator[Found]:
    fetched = by_number(connection, {n for numbers in held.values() for n in numbers}, {}, reader)
    for band, numbers in held.items():
        there = ordered(fetched[n] for n in numbers if n in fetched)
        unit = next((u for d in there for b, u in day_bands(d).items() if b == band), None)
        if unit:
            yield from busy(*unit, there)


def rows_of_numbers(connection: Connection, reader: Reader) -> Iterator[Found]:
    """Numbers that run against their dates."""
    for _, numbers in _drawers(connection, DOCUMENT_BAND):
        rows: dict[object, list[Paper]] = defaultdict(list)
        for paper in heads(connection, numbers, reader).values():
            rows[series(paper)].append(paper)
        for row, there in rows.items():
            if row is not None and len(there) > 1:
                yield from against_dates(there)
