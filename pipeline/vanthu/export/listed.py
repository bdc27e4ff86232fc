"""Findings as a list over many documents shows them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from vanthu.audit.places import place
from vanthu.contract.model import PublicPlan
from vanthu.document.content import Severity
from vanthu.export.wording import document_name

SEVERITY_NAMES = {Severity.ERROR: "Lỗi", Severity.WARNING: "Cảnh báo", Severity.NOTE: "Lưu ý"}
GRAVITY = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}


@dataclass(frozen=True)
class Listed:
    """A finding with the documents it concerns; page and quote of its first place, `None` where it has none.

    `where` is the path of each place; behind the name of its document and a `#` where there are several documents.
    """

    documents: tuple[str, ...]
    code: str
    where: tuple[str, ...]
    note: str
    severity: Severity = Severity.WARNING
    page: int | None = None
    quote: str | None = None

    @property
    def places(self) -> tuple[str, ...]:
        """Where it is, as one says it; the documents are told beside."""
        return tuple(place(where.rpartition("#")[2]) for where in self.where)


def listed(contract: PublicPlan) -> Iterator[Listed]:
    """The findings of one plan."""
    for finding in contract.findings:
        proof = finding.evidence[0] if finding.evidence else None
        yield Listed(
            documents=(contract.source or document_name(contract),),
            code=finding.code,
            where=finding.where,
            note=finding.note,
            severity=finding.severity,
            page=proof.page if proof else None,
            quote=proof.quote if proof else None,
        )
