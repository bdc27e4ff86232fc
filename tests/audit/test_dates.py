"""Single dates: against the day of issue, the calendar, days off."""

from __future__ import annotations

import pytest

from facts import codes, due, found, header, task, window
from vanthu.document.content import Deadline, DeadlineKind, Qualifier, TaskKind
from vanthu.document.evidence import Evidence, Sourced
from vanthu.times.placing import IMPOSSIBLE


def test_two_dates_before_issue_are_one_finding_a_task() -> None:
    assert codes(task("I.1", due("2024-02-01"), due("2024-02-02"))) == ["deadline-before-issue"]
    assert codes(task("I.1", due("2024-03-04"))) == []


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        (window("2024-03-01", "2024-04-15"), ["start-before-issue"]),
        (window("2024-03-01", "2024-03-31", raw="trong tháng 3/2024"), []),
        (window("2024-02-01", "2024-02-29", raw="trong tháng 02/2024"), ["start-before-issue"]),
        (window("2024-03-05", "2024-04-15"), []),
        (window("2024-03-01", "2024-03-07", raw="trong tuần thứ nhất của tháng 3/2024"), []),
        (window("2024-03-01", "2024-04-30", raw="Tháng 3 - 4/2024"), []),
        (window("2024-03-01", "2024-12-31", raw="các tháng 3 - 12/2024"), []),
        (window("2024-03-01", "2024-04-30", raw="01/3 - 30/4/2024"), ["start-before-issue"]),
        (window(None, "2024-04-15"), []),
    ],
)
def test_a_period_that_began_before_issue(period: Deadline, expected: list[str]) -> None:
    assert codes(period=(period,)) == expected


def test_one_finding_for_a_day_off_that_tasks_share() -> None:
    limit = due("2024-06-15", raw="trước ngày 15/6/2024")
    assert codes(task("I.1", limit), task("I.2", limit, text="Tập huấn")) == ["deadline-on-day-off"]


def test_a_day_of_every_year_is_no_day_overlooked() -> None:
    text = "Báo cáo năm: các trạm nộp về Chi cục Thú y trước ngày 15/6"
    assert codes(task("I.1", due("2024-06-15", raw="trước ngày 15/6"), text=text)) == []
    once = due("2024-06-15", raw="trước ngày 15/6/2024")
    assert codes(task("I.1", once, text=text)) == ["deadline-on-day-off"]
    beside = due("2024-06-15", raw="trước ngày 15/6"), due("2024-11-25", raw="trước ngày 25/11/2024")
    assert codes(task("I.1", *beside, text=text)) == ["deadline-on-day-off"]


def test_an_event_meant_for_a_saturday_is_none() -> None:
    assert codes(task("I.1", due("2024-06-15", Qualifier.ON))) == []


def test_the_plans_own_day_is_no_limit_overlooked() -> None:
    guard = task("I.1", due("2024-06-15", Qualifier.BY, "đến ngày 15/6"), text="Phân luồng giao thông")
    assert codes(guard, period=(due("2024-06-15", Qualifier.ON, raw="thứ Bảy, ngày 15/6/2024"),)) == []
    assert codes(guard) == ["deadline-on-day-off"]


def test_what_an_event_on_a_saturday_needs_by_then_is_no_limit_overlooked() -> None:
    event = task("I.1", due("2024-06-15", Qualifier.ON), text="Tổ chức hội thi")
    assert codes(event, task("I.2", due("2024-06-15"), text="Các đội có mặt")) == []


def test_the_first_or_the_last_day_of_a_month_is_no_day_off_overlooked() -> None:
    assert codes(task("I.1", due("2024-06-01", raw="trước tháng 6/2024"))) == []
    assert codes(task("I.1", due("2024-06-30", Qualifier.BY, raw="đến hết tháng 6/2024"))) == []
    last = due("2024-06-30", Qualifier.BY, raw="đến hết ngày 30/6/2024")
    assert codes(task("I.1", last)) == ["deadline-on-day-off"]
    for raw in ("trước ngày 01/6/2024", "trước 1 tháng 6"):
        assert codes(task("I.1", due("2024-06-01", raw=raw))) == ["deadline-on-day-off"]


def test_a_limit_that_has_passed_may_be_on_a_day_off_too() -> None:
    limit = due("2024-02-25", raw="trước ngày 25/02/2024")
    assert sorted(codes(task("I.1", limit))) == ["deadline-before-issue", "deadline-on-day-off"]
    text = "Hồ sơ đã nộp trước ngày 25/02/2024 không phải nộp lại"
    assert codes(task("I.1", limit, text=text)) == []


def test_a_paper_issued_on_a_saturday_makes_it_no_day_of_an_event() -> None:
    paper = task(
        "I.1", due("2024-06-15", Qualifier.ON, raw="trong ngày 15/6/2024"), text="Ban hành kế hoạch của xã"
    )
    assert codes(paper, task("I.2", due("2024-06-15", raw="trước ngày 15/6"), text="Lập danh sách")) == [
        "deadline-on-day-off"
    ]


@pytest.mark.parametrize(("end", "expected"), [("2024-02-29", []), ("2024-04-15", ["start-before-issue"])])
def test_a_period_over_of_work_that_the_task_starts_from(end: str, expected: list[str]) -> None:
    raw = "từ ngày 01/02/2024 đến nay"
    text = f"Trên cơ sở kết quả rà soát {raw}, xử lý các vi phạm"
    assert codes(task("I.1", window("2024-02-01", end, raw=raw), text=text)) == expected


def test_days_off_that_are_said_to_count_are_meant() -> None:
    text = "Nhận thóc giống của các hộ đến ngày 15/6/2024, không kể ngày nghỉ"
    assert codes(task("I.1", due("2024-06-15", Qualifier.BY), text=text)) == []


def test_an_event_in_a_column_of_limits_is_meant_for_its_day() -> None:
    bare = due("2024-06-15", Qualifier.BY, raw="15/6/2024")
    assert codes(task("III.r1", bare, text="Tổ chức lễ đón bằng")) == []
    assert codes(task("III.r2", bare, text="Gửi giấy mời")) == ["deadline-on-day-off"]


def test_a_feast_with_its_year_is_still_the_border() -> None:
    assert codes(task("I.1", due("2024-06-15", raw="trước Tết Đoan ngọ 2024"))) == []


def test_a_school_year_under_way_has_no_first_day_that_anybody_meant() -> None:
    assert codes(period=(window("2023-09-05", "2024-05-31", raw="trong năm học 2023-2024"),)) == []


def test_a_day_that_no_calendar_has() -> None:
    impossible = due(None, raw="trước 31/6").model_copy(update={"assumptions": (IMPOSSIBLE,)})
    assert codes(task("I.1", impossible)) == ["invalid-date"]


def test_a_day_of_an_unknown_year_is_not_impossible() -> None:
    assert codes(task("I.1", due(None, raw="trước 30/6"))) == []


def test_a_feast_named_as_a_border_is_no_day_off_overlooked() -> None:
    assert codes(task("I.1", due("2024-06-15", raw="trước Tết Nguyên đán"))) == []


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("trước dịp 15/6", []),
        ("trước dịp lễ 15/6", []),
        ("trước 15/6", ["deadline-on-day-off"]),
        ("trước ngày 15/6, dịp khai hội", ["deadline-on-day-off"]),
        ("xong trước ngày 15 tháng 6", ["deadline-on-day-off"]),
        ("trước 15 tháng 6, 9 giờ", ["deadline-on-day-off"]),
    ],
)
def test_a_feast_called_by_its_day_is_a_border(raw: str, expected: list[str]) -> None:
    assert codes(task("I.1", due("2024-06-15", raw=raw))) == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("trong 03 tháng 2, 3, 4", []),
        ("trong 2 tháng 2 và 3", []),
        ("trong tháng 2, 3 và 4", []),
        ("từ 01 tháng 2 đến 30 tháng 4", ["start-before-issue"]),
        ("từ ngày 01/02 đến 30/4", ["start-before-issue"]),
        ("01 tháng 2, 30 tháng 4", ["start-before-issue"]),
    ],
)
def test_months_that_are_counted_have_no_first_day_that_anybody_meant(raw: str, expected: list[str]) -> None:
    assert codes(task("I.1", window("2024-02-01", "2024-04-30", raw=raw))) == expected


def test_a_named_saturday_is_meant() -> None:
    assert codes(task("I.1", due("2024-06-15", raw="trước thứ Bảy, ngày 15/6/2024"))) == []


def test_paperwork_on_a_bare_day_of_a_table_is_a_limit_and_an_event_is_none() -> None:
    bare = due("2024-06-15", Qualifier.ON, raw="15/6/2024")
    assert codes(task("III.r1", bare, text="Lập danh sách cơ sở")) == ["deadline-on-day-off"]
    assert codes(task("III.r1", bare, text="Lễ ra quân")) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tiếp tục xử lý các công trình khởi công trước ngày 01/02/2024", []),
        ("Cấp thẻ cho người đã nộp đơn trước ngày 01/02/2024", []),
        ("Kiểm tra các hộ vay vốn trước ngày 01/02/2024", []),
        ("Thành lập Tổ công tác trước ngày 01/02/2024", ["deadline-before-issue"]),
    ],
)
def test_what_was_so_before_is_no_limit(text: str, expected: list[str]) -> None:
    assert codes(task("I.1", due("2024-02-01", raw="trước ngày 01/02/2024"), text=text)) == expected


def test_a_passed_limit_of_the_whole_plan() -> None:
    assert codes(period=(due("2024-02-01"),)) == ["deadline-before-issue"]


def test_numbers_of_forms_and_houses_are_no_days() -> None:
    number = due(None, raw="31/6/2024").model_copy(update={"assumptions": (IMPOSSIBLE,)})
    assert codes(task("I.1", number, text="Lập theo Mẫu số 31/6/2024")) == []
    assert codes(task("I.1", number, text="Ra quân 31/6/2024")) == ["invalid-date"]


def test_a_day_of_issue_that_no_calendar_has() -> None:
    wrong = Sourced[str](evidence=Evidence(quote="30 tháng 02 năm 2024"))
    assert codes(head=header(issued_on=wrong)) == ["invalid-date"]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("từ ngày 25/6/2024 đến ngày 30/4/2024", ["deadline-order"]),
        ("từ ngày 25/6 đến ngày 30/4/2024", []),  # the year before may be meant
    ],
)
def test_what_ends_before_it_begins_is_raised(raw: str, expected: list[str]) -> None:
    assert codes(task("I.1", window("2024-06-25", "2024-04-30", raw=raw))) == expected
    rhythm = Deadline(
        raw=f"hằng tuần, {raw}", kind=DeadlineKind.RECURRING, start="2024-06-25", until="2024-04-30"
    )
    assert codes(task("I.1", rhythm)) == expected


def test_a_report_on_a_feast_is_not_due_on_it() -> None:
    report = task("V.1", due("2024-06-15", Qualifier.ON, raw="trong Tết"), kind=TaskKind.REPORT)
    assert codes(report) == []
    named = task("V.1", due("2024-06-15", Qualifier.ON, raw="ngày 15/6"), kind=TaskKind.REPORT)
    assert codes(named) == ["deadline-on-day-off"]


def test_a_day_of_every_month_is_not_the_first_of_the_year() -> None:
    months = Deadline(
        raw="vào ngày 15 hằng tháng trong năm 2024",
        kind=DeadlineKind.RECURRING,
        rrule="FREQ=MONTHLY;BYMONTHDAY=15",
        start="2024-01-01",
    )
    assert codes(task("I.1", months)) == []
    named = months.model_copy(update={"raw": "ngày 15 hằng tháng, từ ngày 01/01/2024"})
    assert codes(task("I.1", named)) == ["start-before-issue"]


@pytest.mark.parametrize("qualifier", [Qualifier.BY, None])
def test_a_day_that_a_person_gave_is_named_whatever_the_words_say(qualifier: Qualifier | None) -> None:
    told = Deadline(raw="đến hết tháng 6/2024", kind=DeadlineKind.DUE, date="2024-06-30", qualifier=qualifier)
    assert codes(task("I.1", told)) == []
    given = told.model_copy(update={"assumptions": ("thời hạn do Lan sửa, trước đó: 28/06/2024",)})
    (one,) = found(task("I.1", given))
    assert one.code == "deadline-on-day-off"
