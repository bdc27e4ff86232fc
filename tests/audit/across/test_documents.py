"""Whole plans against each other: grounds, citations, numbers."""

from __future__ import annotations

from typing import Any

from filings import audited, codes, plan
from vanthu.contract.model import PublicPlan

OLD = ("1/KH-UBND", "2024-01-05")


def row(*days: str) -> list[PublicPlan]:
    return [plan(str(n), issued_on=day) for n, day in enumerate(days, start=1)]


def citing(code: str, day: str, **more: Any) -> PublicPlan:
    return plan("90", cited=[(code, day, more)], issued_on="2024-09-30")


def test_a_ground_that_was_replaced() -> None:
    new = plan("5", cited=[(*OLD, {})], replaces=[OLD], issued_on="2024-03-01")
    later = plan("9", cited=[(*OLD, {})], issued_on="2024-04-01")
    (finding,) = audited(plan("1"), new, later)
    assert finding.code == "basis-replaced"
    assert [s.paper for s in finding.spots] == ["3", "2"]
    earlier = plan("3", cited=[(*OLD, {})], issued_on="2024-02-01")
    assert codes(plan("1"), new, earlier) == []


def test_another_commune_may_replace_its_own_plan_of_that_number() -> None:
    elsewhere = {"issuer": ["UBND xã Hải An"], "place": "Hải An", "issued_on": "2024-03-01"}
    foreign = plan(
        "5", cited=[("1/KH-UBND", "2024-01-09", {})], replaces=[("1/KH-UBND", "2024-01-09")], **elsewhere
    )
    later = plan("9", cited=[(*OLD, {})], issued_on="2024-04-01")
    assert "basis-replaced" not in codes(plan("1"), foreign, later)


def test_a_citation_with_another_day() -> None:
    (finding,) = audited(plan("1"), citing("1/KH-UBND", "2024-01-15", issuer="UBND xã Bình Giang"))
    assert finding.code == "citation-conflict"
    assert "05/01/2024" in finding.note


def test_a_citation_with_another_number() -> None:
    plans = row("2024-01-05", "2024-02-05", "2024-03-05", "2024-04-05")
    own = {"issuer": "UBND xã Bình Giang"}
    (finding,) = audited(*plans, citing("22/KH-UBND", "2024-02-05", **own))
    assert finding.code == "citation-conflict"
    assert "số 2/KH-UBND" in finding.note


def test_a_body_beside_the_one_that_cites_it_is_at_home_there() -> None:
    police = {"issuer": ["Công an xã Bình Giang"], "symbol": "KH-CAX"}
    plans = [plan(str(n), issued_on=f"2024-0{n}-05", **police) for n in (1, 2, 3)]
    assert codes(*plans, citing("4/KH-CAX", "2024-04-01", issuer="Công an xã")) == ["cited-missing"]
    assert codes(*plans, citing("4/KH-CAT", "2024-04-01", issuer="Công an tỉnh")) == []
    missing = [("4/KH-CAX", "2024-04-01", {"issuer": "Công an xã"})]
    with_level = plan("90", cited=missing, issued_on="2024-09-30", place="Xã Bình Giang")
    assert codes(*plans, with_level) == ["cited-missing"]


def test_a_plan_that_should_be_in_the_register() -> None:
    plans = row("2024-01-05", "2024-02-05", "2024-03-05")
    assert codes(*plans, citing("4/KH-UBND", "2024-04-01")) == ["cited-missing"]
    assert codes(*plans, citing("4/KH-UBND", "2024-04-01", issuer="UBND xã Hải An")) == []
    last_year = plan("4", issued_on="2023-04-04")
    assert codes(last_year, *plans, citing("4/KH-UBND", "2024-04-01")) == ["cited-missing"]
    assert codes(*plans, citing("4/KH-UBND", "2023-04-01")) == [], "nothing of that year is here"
    assert codes(*plans[:2], citing("3/KH-UBND", "2024-04-01")) == [], "too few are here to miss one"


def test_numbers_that_run_against_their_dates() -> None:
    (finding,) = audited(*row("2024-01-05", "2024-02-05", "2024-01-02", "2024-03-05"))
    assert finding.code == "number-against-date"
    assert finding.spots[0].paper == "3"
    assert codes(*row("2024-01-05", "2024-01-05", "2024-02-05")) == []


def test_a_body_that_cites_itself_need_not_say_where_it_is() -> None:
    own = {"issuer": ["Sở Y tế tỉnh Đông Sậy"], "place": "Đông Sậy"}
    plans = [plan(str(n), issued_on=f"2024-0{n}-05", **own) for n in (1, 2, 3)]
    cites = plan(
        "90", cited=[("4/KH-UBND", "2024-04-01", {"issuer": "Sở Y tế"})], issued_on="2024-09-30", **own
    )
    assert codes(*plans, cites) == ["cited-missing"]


def test_two_provinces_may_issue_plans_of_one_number_on_one_day() -> None:
    there = {"issuer": ["Ủy ban nhân dân tỉnh Giang Lam"], "place": "Giang Lam", "issued_on": "2024-03-01"}
    new = plan("5", cited=[(*OLD, {})], replaces=[OLD], **there)
    own = {"issuer": "Ủy ban nhân dân tỉnh Sơn Trạch"}
    later = plan("9", cited=[(*OLD, own)], issued_on="2024-04-01")
    assert "basis-replaced" not in codes(new, later)
