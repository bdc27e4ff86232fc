"""Steps of one task."""

from __future__ import annotations

import pytest

from facts import codes, due, task, window
from vanthu.document.content import Deadline, Qualifier, TaskKind


def of_text(text: str, *deadlines: Deadline) -> list[str]:
    return codes(task("II.1", *deadlines, text=text))


@pytest.mark.parametrize(
    ("closing", "expected"),
    [
        ("nghiệm thu dữ liệu", ["deadline-order"]),
        ("báo cáo kết quả về UBND huyện", ["report-before-completion"]),
        ("gửi danh sách về UBND huyện", []),
        ("tập huấn cho cán bộ", []),
        ("việc khó; rà soát các hộ còn lại, báo cáo UBND huyện", []),
    ],
)
def test_a_step_told_last_but_due_first(closing: str, expected: list[str]) -> None:
    first, then = (
        due("2024-11-29", raw="trước ngày 29/11/2024"),
        due("2024-11-25", raw="trước ngày 25/11/2024"),
    )
    text = f"Nhập liệu xong {first.raw}, {closing} {then.raw}"
    assert of_text(text, first, then) == expected


@pytest.mark.parametrize(
    ("first_step", "expected"), [("Lập dự toán", ["deadline-order"]), ("Rà soát nhu cầu", [])]
)
def test_a_paper_is_approved_after_it_was_drawn_up(first_step: str, expected: list[str]) -> None:
    first, then = (
        due("2024-11-29", raw="trước ngày 29/11/2024"),
        due("2024-11-25", raw="trước ngày 25/11/2024"),
    )
    assert of_text(f"{first_step} {first.raw}; phê duyệt dự toán {then.raw}", first, then) == expected


@pytest.mark.parametrize(
    ("paper", "expected"), [("báo cáo tổng kết", []), ("báo cáo kết quả", ["report-before-completion"])]
)
def test_a_closing_report_is_handed_in_before_the_closing_meeting(paper: str, expected: list[str]) -> None:
    first, then = (
        due("2024-11-29", raw="ngày 29/11/2024", qualifier="on"),
        due("2024-11-25", raw="trước ngày 25/11/2024"),
    )
    assert of_text(f"Tổng kết hội thao {first.raw}, các đội gửi {paper} {then.raw}", first, then) == expected


def test_a_report_in_the_last_days_of_a_month_that_is_named_alone_is_usual() -> None:
    first, then = (
        window("2024-04-01", "2024-04-30", raw="trong tháng 4/2024"),
        due("2024-04-25", raw="trước ngày 25/4/2024"),
    )
    assert of_text(f"Rà soát {first.raw}; báo cáo kết quả {then.raw}", first, then) == []


@pytest.mark.parametrize("name", ["Đợt 2", "Kỳ II", "KÌ 2", "Giai đoạn một"])
def test_the_steps_of_a_phase_lie_in_it(name: str) -> None:
    phase = window("2024-07-01", "2024-10-31", raw="từ tháng 7 đến tháng 10/2024")
    step = due("2024-09-30", raw="trước ngày 30/9/2024")
    assert of_text(f"{name}: {phase.raw}. Tổng kết phong trào {step.raw}", phase, step) == []
    assert of_text(f"{name}: trồng cây {phase.raw}, nghiệm thu {step.raw}", phase, step) == ["deadline-order"]


def test_a_paper_for_a_meeting_is_handed_in_before_it() -> None:
    meeting = due("2024-12-10", raw="ngày 10/12/2024", qualifier="on")
    paper = due("2024-12-04", raw="trước ngày 04/12/2024")
    assert of_text(f"Tổ chức hội thảo {meeting.raw}, báo cáo tham luận gửi {paper.raw}", meeting, paper) == []


def test_steps_in_their_order_are_sound() -> None:
    first, then = (
        due("2024-11-25", raw="trước ngày 25/11/2024"),
        due("2024-11-29", raw="trước ngày 29/11/2024"),
    )
    assert of_text(f"Nhập liệu xong {first.raw}, nghiệm thu xong {then.raw}", first, then) == []


@pytest.mark.parametrize(
    ("day", "expected"), [("2024-05-20", ["report-before-completion"]), ("2024-06-28", [])]
)
def test_a_report_on_days_that_stand_before_its_limit(day: str, expected: list[str]) -> None:
    span = window("2024-05-01", "2024-06-25", raw="từ ngày 01/5/2024 đến ngày 25/6/2024")
    limit = due(day, raw="chậm nhất ngày ...")
    report = task(
        "II.1",
        span,
        limit,
        text=f"Báo cáo kết quả đợt cao điểm ({span.raw}) {limit.raw}",
        kind=TaskKind.REPORT,
    )
    assert codes(report) == expected


def test_a_feast_that_work_prepares_is_no_step_before_it() -> None:
    text = "Lập phương án trực đêm Trung thu, trình phê duyệt trước ngày 30/8/2024"
    feast = due("2024-09-17", Qualifier.ON, raw="đêm Trung thu")
    assert codes(task("I.1", feast, due("2024-08-30", raw="trước ngày 30/8/2024"), text=text)) == []


def test_what_closes_other_work_behind_a_semicolon_is_no_step_of_the_first() -> None:
    text = "Xây xong bể bơi trước ngày 15/5/2024; {} trong ngày 10/5/2024"
    times = (
        due("2024-05-15", raw="trước ngày 15/5/2024"),
        due("2024-05-10", Qualifier.BY, raw="trong ngày 10/5/2024"),
    )
    other = task("I.1", *times, text=text.format("lập sơ đồ nhà xe, trình thẩm định"))
    same = task("I.1", *times, text=text.format("nghiệm thu"))
    assert codes(other) == []
    assert codes(same) == ["deadline-order"]
