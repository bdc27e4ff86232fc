"""The audit of a whole register cut into shares: each is done by itself, in any order, with a small part of the register in memory."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain

from sqlalchemy import Connection, select

from vanthu.audit.across.compare import Found
from vanthu.audit.across.reader import Reader, reader
from vanthu.register.across import passes
from vanthu.register.across.own import own_findings
from vanthu.register.batches import batches
from vanthu.register.plans import kept
from vanthu.register.register import Register
from vanthu.register.tables.across import FILED

_DOCUMENTS = 100  # a share
_BITS = 63  # of the number of a drawer
_MOST_CUTS = 20  # bits; what begins alike in more of them belongs to one issuer or unit: see `bands`


class Pass(StrEnum):
    """What a share looks at."""

    OWN = "own"  # what each plan says wrongly by itself, of plans that nobody checked since they were filed
    ALIKE = "alike"
    CITED = "cited"
    DAYS = "days"
    NUMBERS = "numbers"


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a pass: from the first to the last number of documents, or of drawers."""

    part: Pass
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Done:
    """What a share gave; `full` is how many drawers of like duties were too full to tell anything."""

    part: Pass
    found: tuple[Found, ...]
    full: int = 0


Spread = Callable[[Register, Sequence[Share]], Iterator[Done]]
"""Does shares, wherever it likes; gives what each gave as it is done."""


def one_by_one(register: Register, shares: Sequence[Share]) -> Iterator[Done]:
    """One share after the other, in this process."""
    return (do(register, share) for share in shares)


def cut(connection: Connection) -> list[Share]:
    """All shares of a register; the passes side by side, so that each tenth of them takes about as long as the next."""
    filed = connection.execute(
        select(FILED.c.document_id, FILED.c.checked).order_by(FILED.c.document_id)
    ).all()
    drawers = _drawers(len(filed))
    rows = (
        _documents(Pass.OWN, [row.document_id for row in filed if not row.checked]),
        _documents(Pass.CITED, [row.document_id for row in filed]),
        *([Share(part, *ends) for ends in drawers] for part in (Pass.ALIKE, Pass.DAYS, Pass.NUMBERS)),
    )
    placed = ((at / len(row), share) for row in rows for at, share in enumerate(row))
    return [share for _, share in sorted(placed, key=lambda place: place[0])]


def _documents(part: Pass, numbers: Sequence[int]) -> list[Share]:
    return [Share(part, some[0], some[-1]) for some in batches(numbers, _DOCUMENTS)]


def _drawers(documents: int) -> list[tuple[int, int]]:
    """Ranges of drawers, those of one issuer and year, or of one unit, in one range."""
    bits = min(_MOST_CUTS, max(0, (documents - 1) // _DOCUMENTS).bit_length())
    width = 1 << (_BITS - bits)
    return [(at * width, (at + 1) * width - 1) for at in range(1 << bits)]


def do(register: Register, share: Share) -> Done:
    """Do a share. Raises as `Register.look` does."""
    return register.look(lambda connection: _done(connection, share, reader()))


def _done(connection: Connection, share: Share, language: Reader) -> Done:
    ends = share.first, share.last
    full = 0
    found: Iterable[Found]
    match share.part:
        case Pass.OWN:
            found = _own(connection, share)
        case Pass.ALIKE:
            found, full = passes.alike(connection, ends, language)
        case Pass.CITED:
            found = passes.cited(connection, ends, language)
        case Pass.DAYS:
            found = passes.days(connection, ends, language)
        case Pass.NUMBERS:
            found = passes.rows_of_numbers(connection, ends, language)
    return Done(share.part, tuple(found), full)


def _own(connection: Connection, share: Share) -> Iterator[Found]:
    unchecked = select(FILED.c.document_id).where(
        ~FILED.c.checked, FILED.c.document_id.between(share.first, share.last)
    )
    return chain.from_iterable(own_findings(one) for one in kept(connection, connection.scalars(unchecked)))
