"""A finding as an auditor looks at it: both places side by side, and what people said of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from vanthu.audit.across.compare import Found
from vanthu.contract.model import Finding
from vanthu.document.content import Severity
from vanthu.export.listed import GRAVITY

KINDS = {
    "deadline-conflict": "Một việc, hai thời hạn",
    "deadline-after-superior": "Hạn muộn hơn cấp trên",
    "duty-two-units": "Một việc, hai đơn vị",
    "duplicate-task": "Việc giao hai lần",
    "plan-repeats": "Kế hoạch lặp lại",
    "deadline-before-issue": "Hạn đã qua khi ban hành",
    "start-before-issue": "Bắt đầu trước khi ban hành",
    "report-before-completion": "Báo cáo trước khi việc xong",
    "deadline-order": "Hạn sai trình tự",
    "two-events-at-once": "Hai sự kiện cùng lúc",
    "unit-overloaded": "Đơn vị quá tải trong một ngày",
    "deadline-on-day-off": "Hạn vào ngày nghỉ",
    "basis-replaced": "Căn cứ đã bị thay thế",
    "citation-conflict": "Viện dẫn sai số, ngày",
    "citation-incomplete": "Viện dẫn thiếu số, ngày",
    "cited-missing": "Văn bản dẫn chưa có trong sổ",
    "number-against-date": "Số ngược với ngày",
    "number-missing": "Chưa có số",
    "date-incomplete": "Chưa đủ ngày ban hành",
    "invalid-date": "Ngày không có thật",
    "weekday-mismatch": "Thứ không khớp ngày",
    "event-outside-window": "Ngoài thời gian thực hiện",
}
"""Kinds of findings as auditors call them."""


@dataclass(frozen=True)
class Side:
    """One of the places that a finding names. `where` is a task's id or a part of the document."""

    document: str  # as people know it
    where: str
    page: int | None = None
    quote: str | None = None


@dataclass(frozen=True)
class Said:
    """What a person said of a finding last."""

    verdict: str  # in Vietnamese
    reason: str | None
    who: str
    at: str


@dataclass(frozen=True)
class Shown:
    """A finding. `key` names it when one answers it; empty where nothing keeps it."""

    code: str
    severity: Severity
    note: str
    sides: tuple[Side, ...]
    key: str = ""
    said: Said | None = None

    @property
    def kind(self) -> str:
        """Its kind as auditors call it."""
        return KINDS.get(self.code, self.code)


def paper_told(number: str | None, title: str | None, issuer: str | None) -> str:
    """*Số 45/KH-UBND, Ủy ban nhân dân xã Hải An*; by its title where it has no number, empty where it has neither."""
    return ", ".join(part for part in (f"Số {number}" if number else title, issuer) if part)


def shown_found(found: Found) -> Shown:
    """A finding between plans whose keys are their names."""
    sides = (Side(s.paper, s.where, s.page, s.quote) for s in found.spots)
    return Shown(found.code, found.severity, found.note, tuple(sides))


def shown_finding(name: str, finding: Finding) -> Shown:
    """A finding that a plan carries, with all that proves it."""
    sides = tuple(
        Side(name, where, proof.page if proof else None, proof.quote if proof else None)
        for where, proof in finding.places
    )
    return Shown(finding.code, finding.severity, finding.note, sides)


def gravest_first(findings: Iterable[Shown]) -> tuple[Shown, ...]:
    """By gravity, then by kind; otherwise as they came."""
    return tuple(sorted(findings, key=lambda f: (GRAVITY[f.severity], f.code)))
