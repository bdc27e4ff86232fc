"""Facts of invented plans as the checks of one plan ask for them, and what those find."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

from vanthu.audit.checks import audit
from vanthu.audit.facts import Facts
from vanthu.document.content import Deadline, DeadlineKind, Finding, Header, Qualifier, Task, Unit
from vanthu.document.evidence import Sourced
from vanthu.rulebook import RuleSet, load_rulebook

ISSUED = date(2024, 3, 4)  # a Monday


@cache
def words() -> RuleSet:
    """The words of the checks."""
    return load_rulebook()["AUDIT"]


def weekend(day: date) -> str | None:
    """Why a day is none for work; no feasts."""
    return {5: "thứ Bảy", 6: "Chủ nhật"}.get(day.weekday())


def due(day: str | None, qualifier: Qualifier = Qualifier.BEFORE, raw: str = "trước ngày ...") -> Deadline:
    """A limit."""
    return Deadline(raw=raw, kind=DeadlineKind.DUE, date=day, qualifier=qualifier)


def window(start: str | None, end: str | None, raw: str = "từ ngày 01/3/2024 đến ...") -> Deadline:
    """A period."""
    return Deadline(raw=raw, kind=DeadlineKind.WINDOW, start=start, end=end)


def task(
    identity: str, *deadlines: Deadline, text: str = "Rà soát", lead: str = "Công an xã", **more: Any
) -> Task:
    """A task of one unit."""
    return Task.model_validate(
        {"id": identity, "text": text, "lead": (Unit(name=lead),), "deadlines": deadlines, **more}
    )


def header(**fields: Sourced[str]) -> Header:
    """A head with a number and a day."""
    values = {"number": "12", "symbol": "KH-UBND", "issued_on": ISSUED.isoformat()}
    return Header.model_validate({k: Sourced[str](value=v) for k, v in values.items()} | fields)


def found(
    *tasks: Task, head: Header | None = None, period: tuple[Deadline, ...] = (), **layers: Any
) -> tuple[Finding, ...]:
    """The findings of a plan with these tasks; `period` is its own, `layers` are other fields of its facts."""
    empty: dict[str, Any] = dict.fromkeys(("schedule", "citations", "edges"), ())
    facts = Facts(
        header=head or header(),
        issued_on=ISSUED,
        tasks=tasks,
        document_deadlines=period,
        day_off=weekend,
        words=words(),
        **(empty | layers),
    )
    return audit(facts)


def codes(*tasks: Task, **layers: Any) -> list[str]:
    """Their codes."""
    return [f.code for f in found(*tasks, **layers)]
