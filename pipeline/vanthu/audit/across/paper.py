"""A plan as the audit between plans sees it: its head, what it cites, what it does to other documents."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from vanthu.document.graph import EdgeKind

WHOLE_DAY = len("2000-01-01")


@dataclass(frozen=True, slots=True)
class Cited:
    """A document that a plan names. `code` is its number as it is compared; `issuer` as it is compared, `None` where not told."""

    code: str
    number: str
    type: str
    issued_on: str | None
    issuer: str | None
    basis: bool
    subject: str = ""  # the words that follow its number
    page: int | None = None
    quote: str | None = None


@dataclass(frozen=True, slots=True)
class Effect:
    """What a plan does to another document: replaces or amends it."""

    kind: EdgeKind
    code: str
    issued_on: str | None
    quote: str | None = None
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Paper:
    """The head of a plan. `key` is unique among those compared; `issuer` and `place` are as they are compared."""

    key: str
    name: str  # as people know it
    issuer: str | None
    place: str | None  # where its units are at home
    code: str | None  # number and symbol, as they are compared
    number: str | None  # as written: 12/KH-UBND
    issued_on: date | None
    title: str = ""
    homes: frozenset[str] = (
        frozenset()
    )  # names of its own place, as written: they tell its duties from nobody's
    cited: tuple[Cited, ...] = ()
    effects: tuple[Effect, ...] = ()

    def is_meant(self, code: str, issued_on: str | None, issuer: str | None, by: Paper) -> bool:
        """Whether words in another plan mean this one: many communes have a plan of that number."""
        if code != self.code:
            return False
        if issued_on and self.issued_on and not self.issued_on.isoformat().startswith(issued_on):
            return False
        if issuer and self.issuer and issuer not in self.issuer and self.issuer not in issuer:
            return False
        whole = bool(issued_on and self.issued_on and len(issued_on) == WHOLE_DAY)
        return whole or bool(self.issuer and (issuer or by.issuer == self.issuer))

    def cites(self, other: Paper) -> Cited | None:
        """Where this plan names another one."""
        return next((c for c in self.cited if other.is_meant(c.code, c.issued_on, c.issuer, self)), None)

    def affects(self, other: Paper) -> Iterator[Effect]:
        """What this plan does to another one."""
        return (e for e in self.effects if other.is_meant(e.code, e.issued_on, None, self))

    def is_twin_of(self, other: Paper) -> bool:
        """Whether both are readings of one document: a scan and its original."""
        same_head = self.code is not None and (self.code, self.issuer) == (other.code, other.issuer)
        days = self.issued_on, other.issued_on
        return same_head and (None in days or days[0] == days[1])


class Relation(StrEnum):
    """Why two plans are compared at all."""

    ONE_PLAN = "one-plan"
    ONE_ISSUER = "one-issuer"
    LOWER = "lower"  # the second one carries out the first


def relation(first: Paper, second: Paper) -> Relation | None:
    """What two plans have to do with each other; `None`: nothing, or they are one document, or one takes the other's place.

    The first was issued before the second.
    """
    if first.key == second.key:
        return Relation.ONE_PLAN
    if first.is_twin_of(second):
        return None
    if any(True for a, b in ((first, second), (second, first)) for _ in a.affects(b)):
        return None
    if first.issuer is not None and first.issuer == second.issuer:
        return Relation.ONE_ISSUER
    return Relation.LOWER if second.cites(first) else None
