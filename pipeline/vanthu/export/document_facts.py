"""What stands in the head and at the foot of a document, as text with its label."""

from __future__ import annotations

from collections.abc import Iterator

from vanthu.contract.model import Document
from vanthu.export.timing import show_day


def document_facts(facts: Document) -> Iterator[tuple[str, str, str]]:
    """Key of the field, its Vietnamese label, its value as text."""
    singles = (
        ("type", "Tên loại"),
        ("number", "Số"),
        ("symbol", "Ký hiệu"),
        ("superior", "Cơ quan chủ quản"),
        ("issuer", "Cơ quan ban hành"),
        ("place", "Địa danh"),
        ("issued_on", "Ngày ban hành"),
        ("urgency", "Độ khẩn"),
        ("title", "Trích yếu"),
    )
    for name, label in singles:
        yield name, label, _text_of(facts, name)
    for part, label in (
        ("authority", "Thẩm quyền ký"),
        ("position", "Chức vụ người ký"),
        ("office", "Chức vụ khác"),
        ("name", "Người ký"),
    ):
        values = (getattr(s, part) for s in facts.signers or (facts.signer,))
        yield f"signer.{part}", label, "; ".join(v for v in values if v)
    yield "addressees.0", "Kính gửi", _lines(facts.addressees)
    yield "recipients.0", "Nơi nhận", _lines(facts.recipients)
    yield "archive", "Lưu", facts.archive or ""


def _text_of(facts: Document, name: str) -> str:
    if name == "issuer":
        return facts.issuer[0] if facts.issuer else ""
    value = getattr(facts, name) or ""
    return show_day(value) if name == "issued_on" and value else value


def _lines(values: tuple[str, ...]) -> str:
    return ";\n".join(values)
