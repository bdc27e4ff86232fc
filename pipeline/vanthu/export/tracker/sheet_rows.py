"""Which rows a plan gives to each sheet of the tracker."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from vanthu.audit.places import place
from vanthu.contract.model import FieldProof, PublicPlan, Task
from vanthu.export.document_facts import document_facts
from vanthu.export.listed import SEVERITY_NAMES, Listed
from vanthu.export.sheets.sheet import Column, Row, Value
from vanthu.export.timing import show_day
from vanthu.export.wording import document_code
from vanthu.planning.period import day_of

FINDING_COLUMNS = (
    Column("STT", 5.5, "number"),
    Column("Mức độ", 12, "centre"),
    Column("Nội dung phát hiện", 60),
    Column("Liên quan đến", 22),
    Column("Trang", 7, "number"),
    Column("Trích dẫn", 46),
    Column("Văn bản", 18),
    Column("Mã phát hiện", 24, "code"),
)
DOCUMENT_COLUMNS = (
    Column("STT", 5.5, "number"),
    Column("Tên loại", 13),
    Column("Số, ký hiệu", 17),
    Column("Ngày ban hành", 12.5, "date"),
    Column("Cơ quan ban hành", 26),
    Column("Trích yếu", 50),
    Column("Người ký", 20),
    Column("Số nhiệm vụ", 9, "number"),
    Column("Số phát hiện", 9, "number"),
    Column("Tình trạng", 14),
    Column("Tệp", 26),
)
FACT_COLUMNS = (
    Column("STT", 5.5, "number"),
    Column("Thông tin", 24),
    Column("Giá trị", 70),
    Column("Trang", 7, "number"),
    Column("Độ tin cậy", 8.5, "share"),
    Column("Cần xem lại", 40),
)
_STATUS = {"complete": "Đầy đủ", "partial": "Chưa đầy đủ", None: ""}


def finding_rows(contract: PublicPlan) -> Iterator[Row]:
    """A row a finding."""
    source = document_code(contract)
    for finding in contract.findings:
        proof = finding.evidence[0] if finding.evidence else None
        quote = " ".join(proof.quote.split()) if proof else ""
        page = proof.page if proof else _page_of(contract.tasks, finding.where)
        severity = SEVERITY_NAMES[finding.severity]
        where = "; ".join(map(place, finding.where))
        yield Row((None, severity, finding.note, where, page, quote, source, finding.code))


def listed_row(finding: Listed) -> Row:
    """A row for a finding that concerns several documents."""
    quote = " ".join((finding.quote or "").split())
    severity, where = SEVERITY_NAMES[finding.severity], "; ".join(finding.places)
    documents = ";\n".join(finding.documents)
    return Row((None, severity, finding.note, where, finding.page, quote, documents, finding.code))


def _page_of(tasks: tuple[Task, ...], where: tuple[str, ...]) -> int | None:
    return next((task.page for task in tasks if task.id in where), None)


def document_row(contract: PublicPlan) -> Row:
    """One row for a whole plan."""
    facts = contract.document
    values: tuple[Value, ...] = (
        None,
        facts.type,
        document_code(contract),
        day_of(facts.issued_on) if _whole(facts.issued_on) else show_day(facts.issued_on),
        facts.issuer[0] if facts.issuer else None,
        facts.title,
        facts.signer.name,
        len(contract.tasks),
        len(contract.findings),
        _STATUS[contract.status],
        contract.source,
    )
    return Row(values, marked=contract.status == "partial")


def _whole(day: str | None) -> bool:
    return day is not None and len(day) == len("2000-01-01")


def fact_rows(contract: PublicPlan) -> Iterator[Row]:
    """The facts of one document, a row each; what the document does not say stays an empty row."""
    proofs = contract.document.fields
    for name, label, value in document_facts(contract.document):
        yield _fact(label, value, name, proofs)
    counts = f"{len(contract.tasks)} nhiệm vụ, {len(contract.findings)} phát hiện, {len(contract.citations)} văn bản dẫn"
    yield Row((None, "Kết quả đọc", counts, None, None, _STATUS[contract.status]))
    yield Row((None, "Tệp", contract.source, None, None, None))
    for problem in contract.problems:
        yield Row((None, "Sự cố khi đọc", problem.message, problem.page, None, None), marked=True)


def _fact(label: str, value: str, name: str, proofs: Mapping[str, FieldProof]) -> Row:
    proof = proofs.get(name, FieldProof())
    page = proof.evidence.page if proof.evidence else None
    return Row((None, label, value, page, proof.confidence, proof.review), marked=proof.review is not None)
