"""Findings as a list over many documents shows them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from vanthu.audit.places import place
from vanthu.contract.model import Finding
from vanthu.document.content import Severity

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


def document_names(documents: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """Names of documents, each given by its file and its folder of results: the file's, or the folder's where several have one name."""
    every = tuple(documents)
    files = Counter(file for file, _ in every)
    return tuple(file if files[file] == 1 else folder for file, folder in every)


def listed(name: str, findings: Iterable[Finding]) -> Iterator[Listed]:
    """The findings of one plan, under the name that tells it from the others."""
    for finding in findings:
        proof = finding.evidence[0] if finding.evidence else None
        yield Listed(
            documents=(name,),
            code=finding.code,
            where=finding.where,
            note=finding.note,
            severity=finding.severity,
            page=proof.page if proof else None,
            quote=proof.quote if proof else None,
        )
