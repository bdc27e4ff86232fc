import json
from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from contracts import AFTER, DUE, MONTHLY, WINDOW, contract, contracts, task, unhurried
from vanthu.contract.model import PublicPlan
from vanthu.export.calendar.due_text import due_json, due_text
from vanthu.planning.agenda import Agenda, agenda, matters


def found(public: PublicPlan, first: str = "2024-07-25", last: str = "2024-08-08") -> Agenda:
    return agenda(matters(public), date.fromisoformat(first), date.fromisoformat(last))


def plan(*deadlines: dict[str, Any], where: str = "II.1", **more: Any) -> PublicPlan:
    return contract(task(where, lead=["Công an xã"], deadlines=list(deadlines), **more))


def test_a_day_is_told_with_what_it_asks_of_whom_and_where_it_stands() -> None:
    text = due_text(found(plan(DUE | {"qualifier": "by"}, kind="report")))
    assert "Thời hạn từ thứ Năm 25/07/2024 đến thứ Năm 08/08/2024" in text
    assert "  thứ Tư 31/07/2024\n    Báo cáo · Công an xã · 12/KH-UBND, mục II.1\n" in text


def test_a_place_is_told_in_words() -> None:
    text = due_text(found(plan(DUE, where="II.r4")))
    assert "12/KH-UBND, dòng 4 của bảng, mục II " in " ".join(text.split())


def test_before_a_day_names_the_last_day_to_act_on() -> None:
    assert "trước ngày này, xong trong 30/07/2024 ·" in due_text(found(plan(DUE)))
    monday = due_text(found(plan(DUE | {"date": "2024-07-29"})))
    assert "trước ngày này, xong trong 28/07/2024 (làm việc: 26/07/2024)" in " ".join(monday.split())


def test_a_day_off_is_marked_with_the_working_day_before() -> None:
    text = due_text(found(plan(MONTHLY), "2024-06-25", "2024-07-01"))
    assert "Chủ nhật 30/06/2024  ! ngày nghỉ (Chủ nhật), làm việc liền trước: 28/06/2024" in text


def test_what_was_due_before_what_runs_and_what_has_no_day_stand_apart() -> None:
    public = plan(DUE, WINDOW, AFTER)
    text = due_text(found(public, "2024-08-05", "2024-08-10"))
    assert "ĐÃ QUA HẠN TRƯỚC 05/08/2024 (1)" in text
    assert "ĐẾN HẠN\n  không có thời hạn nào" in text
    assert "ĐANG TRONG THỜI GIAN THỰC HIỆN NGÀY 05/08/2024 (1)" in text
    assert "CHƯA TÍNH ĐƯỢC NGÀY (1)" in text


def test_programs_are_told_the_same() -> None:
    said = json.loads(due_json(found(plan(DUE, WINDOW, AFTER))))
    assert [(d["date"], d["role"], d["lead"]) for d in said["due"]] == [
        ("2024-07-31", "due", ["Công an xã"]),
        ("2024-08-01", "begin", ["Công an xã"]),
    ]
    assert said["due"][0]["last_day"] == "2024-07-30"
    assert [u["raw"] for u in said["undated"]] == ["sau khi tổng kết"]
    assert said["undated"][0]["reason"].startswith("chưa tính được ngày")


@unhurried
@given(contracts(), st.dates(date(1990, 1, 1), date(2100, 12, 1)))
def test_any_plan_can_be_told(public: PublicPlan, first: date) -> None:
    seen = agenda(matters(public), first, date(first.year, 12, 31))
    assert due_text(seen).endswith("\n")
    said = json.loads(due_json(seen))
    assert len(said["due"]) == len(seen.due)
    assert all(said["on"] <= day["last_day"] or day["date"] >= said["on"] for day in said["due"])
