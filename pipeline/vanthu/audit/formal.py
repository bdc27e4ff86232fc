"""Checks of the formal parts: number and date of issue."""

from __future__ import annotations

from collections.abc import Iterator

from vanthu.audit.facts import Facts
from vanthu.document.content import Finding, Severity
from vanthu.document.evidence import Sourced


def number_missing(facts: Facts) -> Iterator[Finding]:
    """The number was left blank, or a text that lost no words has none. One that can't be read goes to review, it is not missing;
    what is issued with a decision goes by the decision's number.
    """
    number = facts.header.number
    if number.value is None and (number.blank or _is_absent(number, facts)):
        symbol = facts.header.symbol.value
        known = f"chỉ có ký hiệu {symbol}" if symbol else "cả ký hiệu cũng không có"
        yield Finding(
            code="number-missing",
            where=("document.number",),
            note=f"Số văn bản {'còn để trống' if number.blank else 'không có'} ({known}); đề nghị ghi số trước khi phát hành.",
            evidence=(number.evidence,) if number.evidence else (),
        )


def _is_absent(field: Sourced[str], facts: Facts) -> bool:
    """Whether a part that every paper of its own bears stands nowhere, in a text that lost no words."""
    whole = facts.header.type.value and not (facts.recognised or facts.attached)
    return bool(whole) and not (field.value or field.evidence or field.candidates)


def date_incomplete(facts: Facts) -> Iterator[Finding]:
    """The day, or the month, of issue was left blank, or no day stands there at all."""
    issued = facts.header.issued_on
    if issued.blank or _is_absent(issued, facts):
        yield Finding(
            code="date-incomplete",
            where=("document.issued_on",),
            note="Ngày ban hành ở phần đầu văn bản chưa ghi đủ ngày, tháng, năm; đề nghị ghi đủ trước khi phát hành.",
            severity=Severity.WARNING,
            evidence=facts.issued_evidence,
        )
