"""Between plans: conflicts are found, and what only looks like one is left alone."""

from __future__ import annotations

from datetime import date

from vanthu.audit.across import Filed, audit_across
from vanthu.document.content import Deadline, DeadlineKind, Qualifier, Task, Unit

DUTY = "Tổ chức tập huấn kỹ năng phòng cháy, chữa cháy cho lực lượng dân phòng các thôn trên địa bàn xã"


def plan(name: str, due: str | None, *, text: str = DUTY, lead: str = "Công an xã", **more: object) -> Filed:
    limit = Deadline(raw="trước ngày", kind=DeadlineKind.DUE, date=due, qualifier=Qualifier.BEFORE)
    task = Task(id="II.1", text=text, lead=(Unit(name=lead),), deadlines=(limit,) if due else ())
    facts = {
        "issuer": "Ủy ban nhân dân xã Bình Giang",
        "number": f"{name}/kh-ubnd",
        "issued_on": date(2024, 1, 5),
        "cited": frozenset(),
    }
    return Filed(name=name, tasks=(task,), **(facts | more))  # type: ignore[arg-type]


def codes(*plans: Filed) -> list[str]:
    return [f.code for f in audit_across(plans)]


def test_one_duty_two_dates() -> None:
    later = plan("2", "2024-06-14", text=DUTY.replace("kỹ năng", "kĩ năng"), issued_on=date(2024, 4, 1))
    (finding,) = audit_across([later, plan("1", "2024-05-31")])
    assert finding.code == "deadline-conflict"
    assert finding.where == ("1#II.1", "2#II.1")
    assert "31/5/2024" in finding.note
    assert "14/6/2024" in finding.note


def test_the_same_duty_with_the_same_date_is_a_duplicate() -> None:
    assert codes(plan("1", "2024-05-31"), plan("2", "2024-05-31")) == ["duplicate-task"]


def test_other_units_and_other_bodies_have_their_own_dates() -> None:
    assert codes(plan("1", "2024-05-31"), plan("2", "2024-06-14", lead="Trạm Y tế xã")) == []
    assert codes(plan("1", "2024-05-31"), plan("2", "2024-06-14", issuer="Ủy ban nhân dân xã Hải An")) == []


def test_a_plan_that_cites_another_is_compared_with_it() -> None:
    lower = plan("2", "2024-06-14", issuer="Công an xã Bình Giang", cited=frozenset({"1/kh-ubnd"}))
    assert codes(plan("1", "2024-05-31"), lower) == ["deadline-conflict"]


def test_last_years_round_is_no_conflict() -> None:
    assert codes(plan("1", "2023-05-31", issued_on=date(2023, 1, 5)), plan("2", "2024-05-31")) == []


def test_undated_duties_of_different_years_are_no_duplicates() -> None:
    assert codes(plan("1", None, issued_on=date(2023, 1, 5)), plan("2", None)) == []
