"""Documents that a plan names."""

from __future__ import annotations

import pytest

from facts import codes
from vanthu.document.content import Citation
from vanthu.document.evidence import Evidence
from vanthu.document.geometry import Span


def test_citations_without_number_or_date() -> None:
    assert codes(citations=(Citation(type="Quyết định", number="12/QĐ-UBND"),)) == ["citation-incomplete"]
    assert codes(citations=(Citation(type="Nghị định", number="30/NĐ-CP", issued_on="2020-03-05"),)) == [
        "citation-incomplete"
    ]
    assert codes(citations=(Citation(type="Luật", title="Luật Cư trú"),)) == []


def test_a_number_with_its_year_needs_no_date() -> None:
    assert codes(citations=(Citation(type="Nghị định", number="12/2024/NĐ-CP", legal_basis=True),)) == []


def test_one_number_with_two_dates() -> None:
    cited = [Citation(type="Quyết định", number="12/QĐ-UBND", issued_on=f"2024-01-0{d}") for d in (2, 3)]
    assert codes(citations=tuple(cited)) == ["citation-conflict"]


def test_documents_of_other_names_are_not_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lists of thousands of documents are held against each other by their names alone."""
    monkeypatch.setattr(
        "vanthu.audit.citations._may_be_one", lambda a, b: pytest.fail(f"{a.number}, {b.number}")
    )
    cited = (Citation(type="Quyết định", number=f"{n}/QĐ-UBND", issued_on="2024-01-02") for n in range(1, 9))
    assert codes(citations=tuple(cited)) == []


def test_one_number_with_the_parts_of_its_symbol_in_two_orders() -> None:
    cited = (
        Citation(type="Kế hoạch", number="31/KH-MTTQ-BTT", issued_on="2024-01-02"),
        Citation(type="Kế hoạch", number="31/KH-BTT-MTTQ"),
    )
    assert codes(citations=cited) == ["citation-conflict"]


@pytest.mark.parametrize(("issuer", "expected"), [("UBND xã", []), ("UBND huyện", ["citation-conflict"])])
def test_one_number_of_two_bodies_is_two_documents(issuer: str, expected: list[str]) -> None:
    cited = (
        Citation(
            type="Quyết định", number="8/QĐ-UBND", issued_on="2024-01-02", issuer="Ủy ban nhân dân huyện"
        ),
        Citation(type="Quyết định", number="8/QĐ-UBND", issued_on="2024-02-02", issuer=issuer),
    )
    assert codes(citations=cited) == expected


def test_two_documents_without_a_date_are_two_findings() -> None:
    cited = tuple(Citation(type="Quyết định", number=f"{n}/QĐ-UBND") for n in (12, 13))
    assert codes(citations=cited) == ["citation-incomplete"] * 2


def test_a_cited_day_that_no_calendar_has() -> None:
    quote = Evidence(quote="Quyết định số 12/QĐ-UBND ngày 31/6/2023")
    cited = Citation(type="Quyết định", number="12/QĐ-UBND", issued_on="2023-06", evidence=(quote,))
    assert codes(citations=(cited,)) == ["invalid-date"]


def test_two_that_are_told_side_by_side_are_two_documents() -> None:
    def told(day: str, at: int) -> Citation:
        place = Evidence(quote="...", span=Span(at, at + 40))
        return Citation(type="Quyết định", number="12/QĐ-UBND", issued_on=day, evidence=(place,))

    assert codes(citations=(told("2023-01-15", 100), told("2024-01-14", 144))) == []
    assert codes(citations=(told("2023-01-15", 100), told("2024-01-14", 900))) == ["citation-conflict"]
