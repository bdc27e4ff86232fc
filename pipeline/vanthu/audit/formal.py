"""Checks of the formal parts: number and date of issue."""

from __future__ import annotations

from collections.abc import Iterator

from vanthu.audit.facts import Facts
from vanthu.document.content import Finding, Severity


def number_missing(facts: Facts) -> Iterator[Finding]:
    """The number was left blank. One that is there but can't be read goes to review instead, it is not missing."""
    number = facts.header.number
    if number.value is None and number.blank:
        evidence = number.evidence
        yield Finding(
            code="number-missing",
            where=("document.number",),
            note=f"Số của văn bản để trống (ký hiệu {facts.header.symbol.value or 'cũng không có'}).",
            evidence=(evidence,) if evidence else (),
        )


def date_incomplete(facts: Facts) -> Iterator[Finding]:
    """The day, or the month, of issue was left blank."""
    issued = facts.header.issued_on
    if issued.blank:
        yield Finding(
            code="date-incomplete",
            where=("document.issued_on",),
            note="Ngày ban hành ghi chưa đủ ngày, tháng, năm.",
            severity=Severity.WARNING,
            evidence=(issued.evidence,) if issued.evidence else (),
        )
