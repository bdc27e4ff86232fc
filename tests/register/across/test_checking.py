"""One document held against the register; all against all; both come to the same, on both databases."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import select

from filings import DUTY, plan, task
from vanthu.contract.base import Proof
from vanthu.contract.model import Finding, PublicPlan
from vanthu.document.content import Severity
from vanthu.errors import InputError
from vanthu.register import Register
from vanthu.register.across import Verdict, audit_all, judge, shown
from vanthu.register.history import happened
from vanthu.register.intake import Arrival, add_all, add_checked, project
from vanthu.register.tables import BAND, CORRECTION, DAY_BAND, FILED, FINDING, FINDING_PLACE

MEETING = "Tổ chức hội nghị triển khai công tác tuyển quân"


def codes(register: Register, **more: Any) -> list[str]:
    return [f.code for f in register.look(lambda c: shown(c, **more))]


def came(register: Register, *plans: PublicPlan) -> list[int]:
    """The plans one after the other, each checked as it comes; their numbers."""
    return [
        register.work(lambda c, p=p: add_checked(c, [Arrival(p)]))[0].document  # type: ignore[misc]
        for p in plans
    ]


def office() -> list[PublicPlan]:
    """Plans with one finding of nearly every kind."""
    higher = {"issuer": ["Ủy ban nhân dân huyện Đông Sậy"], "place": "Đông Sậy"}
    cites = [("1/KH-UBND", "2024-01-05", {"issuer": "Ủy ban nhân dân huyện Đông Sậy"})]
    return [
        plan("1", task(due="2024-05-31", lead=["UBND các xã"]), **higher),
        plan(
            "2",
            task(due="2024-06-14"),
            task(MEETING, "2024-05-20T08:00"),
            cited=cites,
            issued_on="2024-02-01",
        ),
        plan(
            "3",
            task(DUTY.replace("kỹ năng", "kĩ năng"), "2024-06-28"),
            task("Kiểm tra bếp ăn của trường mầm non", "2024-05-20T08:30"),
            cited=[("22/KH-UBND", "2024-02-02", {})],
            issued_on="2024-02-10",
        ),
        plan("4", task("Nạo vét kênh nội đồng", "2024-01-31"), issued_on="2024-02-12"),
        plan("5", task("Trồng cây xanh ven đường", "2024-03-16"), issued_on="2024-02-11"),
    ]


EXPECTED = [
    "deadline-after-superior",
    "deadline-before-issue",
    "deadline-conflict",
    "number-against-date",
    "two-events-at-once",
    "cited-missing",
    "deadline-on-day-off",
]


def lacks(what: str) -> Finding:
    """A citation without its day, one of several in one place."""
    return Finding(
        code="citation-incomplete",
        where=("legal_basis",),
        note=f"{what} chưa ghi ngày.",
        evidence=(Proof(quote=what, page=1, confidence=0.9),),
    )


def test_findings_of_one_kind_in_one_place_are_kept_one_by_one(register: Register) -> None:
    lacking = (lacks("Thông tư số 05/TT-BTP"), lacks("Thông tư số 07/TT-BTP"))
    came(register, plan("1").model_copy(update={"findings": lacking}))
    found = register.look(shown)
    assert {f.note for f in found} == {f.note for f in lacking}
    audit_all(register)
    assert {f.key for f in register.look(shown)} == {f.key for f in found}


def test_a_finding_shows_all_that_proves_it(register: Register) -> None:
    proofs = tuple(Proof(quote=f"ngày {day}/4/2024", page=day, confidence=0.9) for day in (1, 2))
    wrong = Finding(code="citation-conflict", where=("citations",), note="Hai ngày.", evidence=proofs)
    came(register, plan("1").model_copy(update={"findings": (wrong,)}))
    (found,) = register.look(shown)
    assert [(s.where, s.page, s.quote) for s in found.sides] == [
        ("citations", 1, "ngày 1/4/2024"),
        ("text", 2, "ngày 2/4/2024"),
    ]


def test_what_a_plan_says_wrongly_by_itself_outlives_an_audit_of_everything(register: Register) -> None:
    """The same code is that of a finding between plans, which the audit must come upon again."""
    wrong = Finding(
        code="citation-conflict", where=("citations",), note="Hai ngày.", severity=Severity.WARNING
    )
    came(register, plan("1").model_copy(update={"findings": (wrong,)}), plan("2"))
    assert codes(register) == ["citation-conflict"]
    audit_all(register)
    audit_all(register)
    assert codes(register) == ["citation-conflict"]


def test_each_is_checked_as_it_comes(register: Register) -> None:
    came(register, *office())
    assert codes(register) == EXPECTED


def test_the_order_in_which_they_come_makes_no_difference(register: Register) -> None:
    came(register, *reversed(office()))
    assert codes(register) == EXPECTED


def test_the_audit_of_everything_finds_what_was_never_checked(register: Register) -> None:
    register.work(lambda c: add_all(c, [Arrival(p) for p in office()]))
    assert codes(register) == []
    assert audit_all(register).standing == len(EXPECTED)
    assert codes(register) == EXPECTED


def test_the_audit_of_everything_comes_to_what_the_checks_did(register: Register) -> None:
    came(register, *office())
    keys = [f.key for f in register.look(shown)]
    assert audit_all(register).standing == len(EXPECTED)
    assert [f.key for f in register.look(shown)] == keys


def test_both_places_are_shown_with_their_words(register: Register) -> None:
    came(register, *office())
    conflict = next(f for f in register.look(shown) if f.code == "deadline-conflict")
    assert [side.quote for side in conflict.sides] == [DUTY, DUTY.replace("kỹ năng", "kĩ năng")]
    assert "Số 2/KH-UBND, Ủy ban nhân dân xã Bình Giang" in conflict.sides[0].document


def test_what_was_missing_and_came_is_missing_no_more(register: Register) -> None:
    came(register, *office())
    came(register, plan("22", issued_on="2024-02-02"))
    assert "cited-missing" not in codes(register)


def test_a_finding_goes_with_what_it_rested_on_and_comes_back_with_it(register: Register) -> None:
    numbers = came(register, *office())
    task_key = _key(register, numbers[2])
    _say(register, numbers[2], task_key, "2024-06-14")
    assert "deadline-conflict" not in codes(register)
    assert "duplicate-task" in codes(register)
    _say(register, numbers[2], task_key, "2024-06-28")
    assert "deadline-conflict" in codes(register)
    actions = [e.action for e in register.look(happened)]
    assert "found" in actions
    assert "gone" in actions


def _key(register: Register, document: int) -> str:
    from vanthu.register.plans import kept

    return next(iter(register.look(lambda c: list(kept(c, [document]))))).followed.tasks[0].key


def _say(register: Register, document: int, task_key: str, due: str) -> None:
    """A person's word on a due date, with what follows from it."""
    from vanthu.register.across import check

    row = {"document_id": document, "task": task_key, "field": "due", "was": None, "value": due}

    def said(connection: Any) -> None:
        connection.execute(
            CORRECTION.insert(), row | {"who": "Nguyễn Thị Mẫu", "at": "2026-01-01T00:00:00+00:00"}
        )
        project(connection, [document])
        check(connection, document)

    register.work(said)


def test_nothing_is_left_of_a_document_that_is_taken_out(register: Register) -> None:
    from vanthu.register.intake.project import withdraw

    numbers = came(register, *office())
    register.work(lambda c: withdraw(c, numbers))
    for table in (BAND, DAY_BAND, FILED):
        assert register.look(lambda c, t=table: c.execute(select(t)).all()) == []  # type: ignore[misc]


def test_a_dismissed_finding_stays_dismissed(register: Register) -> None:
    came(register, *office())
    key = next(f.key for f in register.look(shown) if f.code == "deadline-conflict")
    register.work(
        lambda c: judge(c, key[:8], Verdict.DISMISSED, reason="Hai đợt khác nhau", who="Nguyễn Thị Mẫu")
    )
    assert "deadline-conflict" not in codes(register)
    audit_all(register)
    assert "deadline-conflict" not in codes(register)
    kept = next(f for f in register.look(lambda c: shown(c, everything=True)) if f.key == key)
    assert kept.said is not None
    assert (kept.said.verdict, kept.said.reason, kept.said.who) == (
        "Bỏ qua",
        "Hai đợt khác nhau",
        "Nguyễn Thị Mẫu",
    )
    register.work(lambda c: judge(c, key, Verdict.REOPENED, reason=None, who="Trần Văn Thử"))
    assert "deadline-conflict" in codes(register)


def test_to_dismiss_needs_a_reason(register: Register) -> None:
    came(register, *office())
    key = register.look(shown)[0].key
    with pytest.raises(InputError, match="lý do"):
        register.work(lambda c: judge(c, key, Verdict.DISMISSED, reason=" ", who="Nguyễn Thị Mẫu"))
    with pytest.raises(InputError, match="không có phát hiện"):
        register.work(lambda c: judge(c, "ffffffffff", Verdict.ACCEPTED, reason=None, who="Nguyễn Thị Mẫu"))


def test_done_twice_it_comes_to_the_same(register: Register) -> None:
    plans = office()
    came(register, *plans)
    came(register, *plans)
    audit_all(register)
    rows = register.look(lambda c: c.execute(select(FINDING.c.id)).all())
    places = register.look(lambda c: c.execute(select(FINDING_PLACE.c.finding_id).distinct()).all())
    assert len(rows) == len(places) == len(EXPECTED)


def test_a_letter_that_comes_in_after_the_plan_that_obeys_it_explains_its_date(register: Register) -> None:
    text = f"Gia hạn thời gian thực hiện: {DUTY}"
    letter = plan("2", task(text, "2024-06-14"), issued_on="2024-03-01")
    obeys = plan("3", task(due="2024-06-14"), issued_on="2024-04-01")
    came(register, plan("1", task(due="2024-05-31")), obeys)
    assert codes(register) == ["deadline-conflict"]
    came(register, letter)
    assert codes(register) == ["duplicate-task"]
    audit_all(register)
    assert codes(register) == ["duplicate-task"]
