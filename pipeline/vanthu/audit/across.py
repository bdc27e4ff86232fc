"""Checks across plans: one duty, two dates; one duty given twice.

What is no conflict matters as much: other units, other places, and last year's plan beside this year's. Two plans are therefore
compared only where they have to do with each other: one body issued both, or one cites the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from vanthu.audit.duties import same_units
from vanthu.audit.facts import as_date, show
from vanthu.audit.likeness import duty, likeness, neighbours
from vanthu.audit.order import last_due
from vanthu.document.content import Citation, Finding, Header, Severity, Task
from vanthu.orthography import fold

SAME = 0.7  # lower than within a plan: drafters reword from one plan to the next
ANOTHER_ROUND = 300  # days; dates further apart belong to another year's round of the same work


@dataclass(frozen=True)
class Filed:
    """A plan as the audit across plans sees it; `name` is unique among those compared."""

    name: str
    issuer: str | None
    number: str | None  # with symbol: 12/KH-UBND
    issued_on: date | None
    cited: frozenset[str]
    tasks: tuple[Task, ...]

    @classmethod
    def of(cls, name: str, header: Header, citations: Iterable[Citation], tasks: Iterable[Task]) -> Filed:
        """From the layers of a finished plan."""
        parts = header.number.value, header.symbol.value
        return cls(
            name=name,
            issuer=header.issuer.value,
            number=_key("/".join(p for p in parts if p)) if all(parts) else None,
            issued_on=as_date(header.issued_on.value),
            cited=frozenset(_key(c.number) for c in citations if c.number),
            tasks=tuple(tasks),
        )

    def has_to_do_with(self, other: Filed) -> bool:
        """Whether one body issued both, or one cites the other."""
        same_issuer = (
            self.issuer is not None and other.issuer is not None and _key(self.issuer) == _key(other.issuer)
        )
        return same_issuer or self.number in other.cited or other.number in self.cited


def _key(text: str) -> str:
    return "".join(fold(text).split())


def audit_across(plans: Sequence[Filed]) -> tuple[Finding, ...]:
    """Findings between different plans; `where` holds 'name#task id' of both, the earlier plan's first."""
    ordered = sorted(plans, key=lambda p: (p.issued_on or date.max, p.name))
    owned = [(plan, task) for plan in ordered for task in plan.tasks]
    duties = [duty(t) for _, t in owned]
    found = []
    for i, j in neighbours(duties):
        (first, a), (second, b) = owned[i], owned[j]
        if first is second or not first.has_to_do_with(second) or not same_units(a, b):
            continue
        if (value := likeness(duties[i], duties[j])) >= SAME:
            finding = _between(first, a, second, b, value)
            found += [finding] if finding else []
    return tuple(found)


def _between(first: Filed, a: Task, second: Filed, b: Task, value: float) -> Finding | None:
    limits = last_due(a), last_due(b)
    where = (f"{first.name}#{a.id}", f"{second.name}#{b.id}")
    evidence = tuple(e for e in (a.evidence, b.evidence) if e)
    if limits[0] and limits[1]:
        one, two = limits[0][1], limits[1][1]
        if abs((one - two).days) >= ANOTHER_ROUND:
            return None
        if one != two:
            return Finding(
                code="deadline-conflict",
                where=where,
                note=f"Cùng một việc (giống {value:.0%}, cùng đơn vị) có hai hạn: {show(one)} theo {_title(first)}, "
                f"{show(two)} theo {_title(second)}.",
                severity=Severity.ERROR,
                evidence=evidence,
            )
    elif limits[0] or limits[1] or _years_apart(first, second):
        return None
    note = f"Nhiệm vụ {b.id} của {_title(second)} lặp lại {a.id} của {_title(first)} (giống {value:.0%}, cùng đơn vị)."
    return Finding(code="duplicate-task", where=where, note=note, severity=Severity.NOTE, evidence=evidence)


def _years_apart(first: Filed, second: Filed) -> bool:
    if first.issued_on is None or second.issued_on is None:
        return False
    return abs((first.issued_on - second.issued_on).days) >= ANOTHER_ROUND


def _title(plan: Filed) -> str:
    return f"văn bản số {plan.number.upper()}" if plan.number else plan.name
