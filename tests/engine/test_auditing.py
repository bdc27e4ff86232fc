from __future__ import annotations

from typing import Any

from vanthu.contract.model import PublicPlan
from vanthu.engine.auditing import between, filed, shown

DUTY = "Phối hợp với Đoàn xã tổ chức diễn tập sơ tán dân ở thôn Bãi Cạn"


def plan(number: str, due: str, **more: Any) -> PublicPlan:
    deadline = {"raw": f"ngày {due}", "kind": "due", "date": due, "qualifier": "on", "confidence": 0.9}
    task = {
        "id": "II.1",
        "text": DUTY,
        "lead": ["Công an xã"],
        "deadlines": [deadline],
        "units": [{"role": "lead", "name": "Công an xã", "resolved": "Công an xã An Lạc"}],
        "evidence": {"quote": DUTY, "page": 2},
    }
    document = {
        "type": "Kế hoạch",
        "number": number,
        "symbol": "KH-UBND",
        "issuer": ["UBND xã An Lạc"],
        "issued_on": "2026-03-02",
    }
    return PublicPlan.model_validate(
        {"source": f"{number}.pdf", "document": document, "tasks": [task], **more}
    )


def test_one_duty_with_two_dates_in_two_plans_is_found_with_its_page() -> None:
    plans = {"a.pdf": plan("1", "2026-06-06"), "b.pdf": plan("2", "2026-06-20")}
    (finding,) = between([filed(name, p) for name, p in plans.items()])
    assert finding.code == "deadline-conflict"
    assert finding.documents == ("a.pdf", "b.pdf")
    assert finding.where == ("a.pdf#II.1", "b.pdf#II.1")
    assert finding.page == 2


def test_plans_that_agree_raise_no_conflict() -> None:
    found = between([filed("a", plan("1", "2026-06-06")), filed("b", plan("2", "2026-06-06"))])
    assert [f.code for f in found] != ["deadline-conflict"]


def test_a_finding_of_one_plan_shows_every_quote_that_proves_it() -> None:
    quotes = [{"quote": f"ngày {day}/6/2026", "page": 1, "confidence": 0.9} for day in (1, 2, 3)]
    own = {"code": "deadline-order", "where": ["II.1", "II.2"], "note": "Ngược.", "evidence": quotes}
    (finding,) = shown([("1.pdf", plan("1", "2026-06-06", findings=[own]))])
    assert [(side.where, side.quote) for side in finding.sides] == [
        ("II.1", "ngày 1/6/2026"),
        ("II.2", "ngày 2/6/2026"),
        ("text", "ngày 3/6/2026"),
    ]


def test_papers_are_told_by_number_and_issuer_with_where_they_lie() -> None:
    plans = [("a.pdf", plan("1", "2026-06-06")), ("out/b/plan.json", plan("2", "2026-06-20"))]
    (finding,) = (f for f in shown(plans) if f.code == "deadline-conflict")
    assert [side.document for side in finding.sides] == [
        "Số 1/KH-UBND, UBND xã An Lạc (a.pdf)",
        "Số 2/KH-UBND, UBND xã An Lạc (out/b/plan.json)",
    ]
    own = {"code": "number-missing", "where": ["number"], "note": "Chưa có số."}
    (bare,) = shown([("c.png", plan("1", "2026-06-06", document={}, findings=[own]))])
    assert [side.document for side in bare.sides] == ["c.png"]
