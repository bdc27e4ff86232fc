"""What in a register is worth holding against one of its documents: found by drawers and numbers, never by looking at everything."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, func, or_, select

from vanthu.audit.across.bands import CAP, day_bands
from vanthu.audit.across.documents import Shelf
from vanthu.audit.across.duty import Duty
from vanthu.audit.across.memory import near, ordered
from vanthu.audit.across.numbering import Series, parts, series
from vanthu.audit.across.paper import Paper
from vanthu.audit.across.reader import Reader
from vanthu.audit.facts import as_date
from vanthu.register.across.filing import Filing, filing_of, replaced_band, series_band
from vanthu.register.across.rows import by_number, duties, heads, papers
from vanthu.register.batches import Among, batches
from vanthu.register.tables import CITATION, DOCUMENT, TASK
from vanthu.register.tables.across import BAND, DAY_BAND, DOCUMENT_BAND

MOST = (
    300  # plans that cite one, or rest on what it replaces; more are left to the audit of the whole register
)
FEW = 12  # plans of other bodies whose duties are held against those of one that is added
_LATE = 2


@dataclass
class Desk:
    """One document with its duties, and what was fetched to be held against it."""

    connection: Connection
    document: int
    paper: Paper
    duties: Mapping[int, Duty]
    words: Mapping[int, frozenset[int]]  # the drawers of like duties that each of them lies in
    known: dict[int, Paper]
    reader: Reader

    @classmethod
    def of(
        cls, connection: Connection, document: int, reader: Reader, filed: Filing | None = None
    ) -> Desk | None:
        """A document's desk; `None` where it is not filed. `filed` is what was filed of it, where that is at hand."""
        filed = filed or filing_of(connection, [document], reader)
        if document not in filed.papers:
            return None
        paper = filed.papers[document]
        own = {number: duty for number, duty in filed.duties.items() if duty.paper.key == paper.key}
        return cls(connection, document, paper, own, filed.words, {document: paper}, reader)

    def alike(self) -> Iterator[tuple[Duty, Duty]]:
        """Pairs with like duties of the same issuer, its own other duties among them."""
        drawers: dict[int, list[int]] = defaultdict(list)
        for number in self.duties:
            for band in self.words[number]:
                drawers[band].append(number)
        found: set[tuple[int, int]] = set()
        for band, other in self._in_drawers(drawers):
            found |= {(own, other) for own in drawers[band] if own != other}
        once = {(a, b) for a, b in found if b not in self.duties or a < b}
        others = by_number(
            self.connection, {b for _, b in once} - self.duties.keys(), self.known, self.reader
        )
        fetched = {**others, **self.duties}
        yield from ((self.duties[a], fetched[b]) for a, b in sorted(once) if b in fetched)

    def _in_drawers(self, drawers: Iterable[int]) -> Iterator[tuple[int, int]]:
        """What lies in drawers that are not too full to tell anything."""
        for some in batches(sorted(drawers)):
            held = func.count().over(partition_by=BAND.c.band).label("held")
            rows = select(BAND.c.band, BAND.c.task_id, held).where(Among(BAND.c.band, some)).subquery()
            wanted = select(rows.c.band, rows.c.task_id).where(rows.c.held <= CAP)
            yield from ((row.band, row.task_id) for row in self.connection.execute(wanted))

    def up_and_down(self) -> Iterator[tuple[Duty, Duty]]:
        """Pairs with duties of plans of other bodies that this one cites, or that cite it."""
        if not any(duty.last for duty in self.duties.values()):
            return
        related = {
            n: p
            for n, p in self.known.items()
            if p.issuer != self.paper.issuer and (self.paper.cites(p) or p.cites(self.paper))
        }
        few = dict(islice(related.items(), FEW))
        fetched = duties(self.connection, Among(TASK.c.document_id, few), few, self.reader) if few else {}
        theirs: dict[str, list[Duty]] = defaultdict(list)
        for duty in fetched.values():
            theirs[duty.paper.key].append(duty)
        for others in theirs.values():
            yield from near(others, list(self.duties.values()))

    def days(self) -> Iterator[tuple[str, date, list[Duty]]]:
        """The days of units on which this document sets something, with all that is set there."""
        units = {band: unit for duty in self.duties.values() for band, unit in day_bands(duty).items()}
        held: dict[int, list[int]] = defaultdict(list)
        for some in batches(sorted(units)):
            rows = self.connection.execute(
                select(DAY_BAND.c.band, DAY_BAND.c.task_id).where(Among(DAY_BAND.c.band, some))
            )
            for row in rows:
                held[row.band].append(row.task_id)
        busy = {band: numbers for band, numbers in held.items() if len(numbers) > 1}
        wanted = {n for numbers in busy.values() for n in numbers} - self.duties.keys()
        fetched = {**by_number(self.connection, wanted, self.known, self.reader), **self.duties}
        for band, numbers in busy.items():
            yield *units[band], ordered(fetched[n] for n in numbers if n in fetched)

    def shelf(self) -> Shelf:
        """The plans that this one's citations and number are held against; full heads of those cited come into `known`."""
        cited = {(c.code, day) for c in self.paper.cited if (day := as_date(c.issued_on))}
        exact = documents_of(self.connection, cited)
        row = series(self.paper)
        rows = {series_band(row) for row in rows_of_numbers(self.paper)}
        grounds = {replaced_band(c.code) for c in self.paper.cited if c.basis}
        held = in_drawers(self.connection, rows | grounds)
        replacing = {number for drawer in grounds for number in held[drawer]}
        citing = self._citing()
        self.known |= papers(self.connection, {*exact, *replacing, *citing} - self.known.keys(), self.reader)
        own = held[series_band(row)] if row else []
        if (
            len(own) <= self.reader.limits.registered + _LATE
        ):  # enough are here only now to miss what these cite
            self.known |= papers(self.connection, set(own) - self.known.keys(), self.reader)
        beside = {number for drawer in rows for number in held[drawer]}
        light = heads(self.connection, beside - self.known.keys(), self.reader)
        return Shelf({**light, **self.known}.values(), least=self.reader.limits.registered)

    def _citing(self) -> list[int]:
        """Plans that name this one, or what it replaces, by number and day."""
        meant = {(e.code, e.issued_on) for e in self.paper.effects if e.issued_on}
        if self.paper.code and self.paper.issued_on:
            meant.add((self.paper.code, self.paper.issued_on.isoformat()))
        if not meant:
            return []
        wanted = (
            select(CITATION.c.document_id)
            .where(_either(CITATION.c.code, CITATION.c.issued_on, meant))
            .order_by(CITATION.c.id.desc())
            .limit(MOST)
        )
        return list(self.connection.scalars(wanted))


def documents_of(connection: Connection, cited: set[tuple[str, date]]) -> list[int]:
    """Documents with these numbers and days."""
    found: list[int] = []
    for some in batches(sorted(cited)):
        wanted = select(DOCUMENT.c.id).where(_either(DOCUMENT.c.code, DOCUMENT.c.issued_day, some))
        found += connection.scalars(wanted)
    return found


def _either(
    one: ColumnElement[Any], other: ColumnElement[Any], pairs: Iterable[tuple[object, object]]
) -> ColumnElement[bool]:
    """That two columns hold one of some pairs. Said so that SQLite looks in an index: for `(a, b) IN (...)` it reads all rows."""
    return or_(*(and_(one == first, other == second) for first, second in pairs))


def in_drawers(connection: Connection, bands: Iterable[int]) -> dict[int, list[int]]:
    """Documents in drawers, by drawer; none in one that is empty."""
    found: dict[int, list[int]] = defaultdict(list)
    for some in batches(sorted(bands)):
        for row in connection.execute(select(DOCUMENT_BAND).where(Among(DOCUMENT_BAND.c.band, some))):
            found[row.band].append(row.document_id)
    return found


def rows_of_numbers(paper: Paper) -> Iterator[Series]:
    """The rows of numbers that a plan, and those that it cites, stand in."""
    if own := series(paper):
        yield own
    for cited in paper.cited:
        code, day = parts(cited.code), as_date(cited.issued_on)
        issuer = cited.issuer or paper.issuer
        if code and day and issuer:
            yield issuer, code[1], day.year
