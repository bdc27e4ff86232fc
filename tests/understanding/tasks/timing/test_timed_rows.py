"""Rows of tables whose times stand in several columns."""

from __future__ import annotations

from datetime import date

import pytest

from understanding.paper import tasks_of
from vanthu.document.content import Deadline, DeadlineKind
from vanthu.rulebook import Rulebook
from vanthu.times.context import Period, TimeContext

FROM_TO = """
I. NHIỆM VỤ
|TT|Nội dung công việc|Bắt đầu|Kết thúc|Chủ trì|
|1|Rà soát hồ sơ các hộ|{first}|{last}|Công an phường|
"""
MONTHS = """
I. NHIỆM VỤ
|Tháng|Ngày|Nội dung công việc|Chủ trì|
|10/2025|05/10|Họp triển khai|Ban Thường vụ|
|10/2025|Từ 10 - 25/10|Kiểm tra tổ công đoàn|Ủy ban Kiểm tra|
|11/2025||Thăm hỏi đoàn viên|Ban Thường vụ|
"""


def days(found: tuple[Deadline, ...]) -> list[tuple[str | None, ...]]:
    return [(d.date, d.start, d.end) for d in found]


def test_a_column_of_beginnings_and_one_of_ends_are_a_window(rulebook: Rulebook) -> None:
    (task,) = tasks_of(
        FROM_TO.format(first="01/10/2025", last="15/10/2025"), rulebook, issued_on="2025-09-10"
    )
    assert days(task.deadlines) == [(None, "2025-10-01", "2025-10-15")]
    assert task.deadlines[0].kind is DeadlineKind.WINDOW
    assert task.deadlines[0].evidence is not None
    assert "15/10/2025" in task.deadlines[0].evidence.quote


def test_from_one_month_till_another_is_a_window(rulebook: Rulebook) -> None:
    for first, last in (("Tháng 3", "Tháng 5"), ("03/2031", "05/2031"), ("Tháng 3", "31/5/2031")):
        (task,) = tasks_of(FROM_TO.format(first=first, last=last), rulebook, issued_on="2031-01-06")
        assert days(task.deadlines) == [(None, "2031-03-01", "2031-05-31")]


def test_an_end_before_its_beginning_makes_no_window(rulebook: Rulebook) -> None:
    (task,) = tasks_of(
        FROM_TO.format(first="15/10/2025", last="01/10/2025"), rulebook, issued_on="2025-09-10"
    )
    assert days(task.deadlines) == [("2025-10-01", None, None)]


def test_an_end_alone_is_a_limit(rulebook: Rulebook) -> None:
    (task,) = tasks_of(FROM_TO.format(first="", last="15/10/2025"), rulebook, issued_on="2025-09-10")
    assert [(d.date, d.qualifier) for d in task.deadlines] == [("2025-10-15", "by")]


def test_of_a_month_and_a_day_the_day_counts(rulebook: Rulebook) -> None:
    tasks = tasks_of(MONTHS, rulebook, issued_on="2025-09-10")
    assert [days(t.deadlines) for t in tasks] == [
        [("2025-10-05", None, None)],
        [(None, "2025-10-10", "2025-10-25")],
        [(None, "2025-11-01", "2025-11-30")],
    ]


def test_of_a_month_its_weeks_and_a_day_in_the_work_the_nearest_counts(rulebook: Rulebook) -> None:
    """Years and months that a finer place leaves open come from the coarser one, over the turn of the year too."""
    rows = {
        "Tuần 2|Họp hội đồng trường": (None, "2031-12-08", "2031-12-14"),
        "Từ 15 - 19/12|Kiểm kê thư viện": (None, "2031-12-15", "2031-12-19"),
        "Từ 22 - 26/12|Tổ chức chợ xuân (24/12)": ("2031-12-24", None, None),
        "Tuần 4|Nộp sổ điểm (chiều 03/01).": ("2032-01-03", None, None),
        "|Dự giờ toàn trường": (None, "2031-12-01", "2031-12-31"),
    }
    table = "".join(f"|12/2031|{row}|Ban Giám hiệu|\n" for row in rows)
    text = f"I. NHIỆM VỤ\n|Tháng|Tuần|Nội dung công việc|Thực hiện|\n{table}"
    found = [days(t.deadlines) for t in tasks_of(text, rulebook)]
    assert found == [[expected] for expected in rows.values()]


def test_bare_days_and_weeks_lie_in_the_month_beside_them(rulebook: Rulebook) -> None:
    cells = {
        "Ngày 05, 15 và 25": [
            ("2031-10-05", None, None),
            ("2031-10-15", None, None),
            ("2031-10-25", None, None),
        ],
        "12-13": [(None, "2031-10-12", "2031-10-13")],
        "Từ 13 đến 20": [(None, "2031-10-13", "2031-10-20")],
        "Trước 15": [("2031-10-15", None, None)],
        "Cuối tháng": [("2031-10-31", None, None)],
        "Trung tuần": [(None, "2031-10-11", "2031-10-20")],
        "Tuần 1, 2": [(None, "2031-10-01", "2031-10-14")],
        "Cả tháng": [(None, "2031-10-01", "2031-10-31")],
    }
    table = "".join(f"|Tháng 10/2031|{cell}|Kiểm tra bếp ăn|Tổ cấp dưỡng|\n" for cell in cells)
    text = f"I. NHIỆM VỤ\n|Tháng|Thời gian|Nội dung công việc|Thực hiện|\n{table}"
    assert [days(t.deadlines) for t in tasks_of(text, rulebook)] == list(cells.values())


def test_weeks_counted_through_the_year_are_none_of_a_month(rulebook: Rulebook) -> None:
    rows = "".join(
        f"|{month}/2031|{week}|Dạy học theo thời khóa biểu|Giáo viên|\n" for month, week in ((9, 3), (10, 7))
    )
    text = f"I. NHIỆM VỤ\n|Tháng|Tuần|Nội dung công việc|Thực hiện|\n{rows}"
    found = [days(t.deadlines) for t in tasks_of(text, rulebook)]
    assert found == [[(None, "2031-09-01", "2031-09-30")], [(None, "2031-10-01", "2031-10-31")]]
    (first, _) = tasks_of(text.replace("|7|", "|4|"), rulebook)
    assert days(first.deadlines) == [(None, "2031-09-15", "2031-09-21")]


def test_a_month_written_once_holds_for_the_rows_below(rulebook: Rulebook) -> None:
    text = """I. NHIỆM VỤ
|Tháng|Tuần|Nội dung công việc|Thực hiện|
|9/2031|Tuần 1|Đón học sinh|Ban Giám hiệu|
||Tuần 2|Họp cha mẹ học sinh|Giáo viên chủ nhiệm|
|||Phát sách|Thư viện|
|10/2031||Hội khỏe|Giáo viên thể dục|
"""
    found = [days(t.deadlines) for t in tasks_of(text, rulebook)]
    assert found == [
        [(None, "2031-09-01", "2031-09-07")],
        [(None, "2031-09-08", "2031-09-14")],
        [(None, "2031-09-08", "2031-09-14")],
        [(None, "2031-10-01", "2031-10-31")],
    ]


def test_a_day_told_by_the_way_leaves_the_column_its_time(rulebook: Rulebook) -> None:
    text = """I. NHIỆM VỤ
|TT|Nội dung công việc|Thực hiện|Thời gian|
|1|Treo cờ chào mừng ngày 02/9/2031|Các tổ|Tháng 8/2031|
"""
    (task,) = tasks_of(text, rulebook)
    assert (None, "2031-08-01", "2031-08-31") in days(task.deadlines)


TITLED = """I. NHIỆM VỤ
|Ngày|Nội dung công việc|Thực hiện|
|{cell}|Kiểm tra hồ chứa|Tổ thủy nông|
"""


@pytest.mark.parametrize(
    ("title", "cell", "expected"),
    [
        ("Công tác tháng 9 năm 2031", "05", ("2031-09-05", None, None)),
        ("Kiểm tra an toàn hồ đập tháng 9/2031", "Tuần cuối", (None, "2031-09-24", "2031-09-30")),
        ("Trực lễ từ ngày 01/9/2031 đến ngày 07/9/2031", "Thứ Tư", ("2031-09-03", None, None)),
        ("Nhiệm vụ năm học 2031-2032", "Tháng 3", (None, "2032-03-01", "2032-03-31")),
        ("Nhiệm vụ năm học 2031-2032", "20/8", ("2031-08-20", None, None)),
        ("Nhiệm vụ quý IV năm 2031", "Trong quý", (None, "2031-10-01", "2031-12-31")),
    ],
)
def test_a_title_tells_the_month_week_or_school_year_of_bare_times(
    rulebook: Rulebook, title: str, cell: str, expected: tuple[str | None, ...]
) -> None:
    (task,) = tasks_of(TITLED.format(cell=cell), rulebook, title=title)
    assert days(task.deadlines) == [expected]
    assert task.deadlines[0].assumptions


@pytest.mark.parametrize("cell", ["30-31", "Ngày 30, 31", "Từ 30 đến 31"])
def test_of_days_that_a_month_has_only_some_of_none_is_taken(rulebook: Rulebook, cell: str) -> None:
    (task,) = tasks_of(TITLED.format(cell=cell), rulebook, title="Công tác tháng 9 năm 2031")
    assert task.deadlines == ()


def test_a_month_that_the_plan_itself_tells_is_said_to_be_of_the_plan(rulebook: Rulebook) -> None:
    (task,) = tasks_of(TITLED.format(cell="05"), rulebook, title="Công tác tháng 9 năm 2031")
    assert task.deadlines[0].assumptions == ("tháng 9/2031 lấy theo thời gian thực hiện của kế hoạch",)


@pytest.mark.parametrize(("year", "month"), [(2032, None), (None, 8)])
def test_a_heading_of_another_year_or_month_leaves_the_month_open(
    year: int | None, month: int | None
) -> None:
    period = Period(date(2031, 9, 1), date(2031, 9, 30))
    assert TimeContext(period=period, year=year, month=month).whole_month is None
    assert TimeContext(period=period).whole_month == (2031, 9)


@pytest.mark.parametrize("cell", ["05", "Tuần 2", "Thứ Tư", "Cuối tháng"])
def test_bare_times_without_a_month_or_a_week_say_nothing(rulebook: Rulebook, cell: str) -> None:
    (task,) = tasks_of(TITLED.format(cell=cell), rulebook, issued_on="2031-08-20")
    assert task.deadlines == ()


def test_a_line_over_the_whole_table_tells_the_time_of_the_rows_below(rulebook: Rulebook) -> None:
    text = """I. NHIỆM VỤ
|Thời gian|Công việc|Phụ trách|
|Tháng 11/2031|||
|Trước 10/11|Đăng ký công trình măng non|Các chi đoàn|
|Tuần 3|Ra quân trồng cây|Các chi đoàn|
|Tháng 12/2031|||
|Đầu tháng|Chấm điểm công trình|Ban Thường vụ Đoàn xã|
"""
    found = [days(t.deadlines) for t in tasks_of(text, rulebook)]
    assert found == [
        [("2031-11-10", None, None)],
        [(None, "2031-11-15", "2031-11-21")],
        [("2031-12-01", None, None)],
    ]


def test_a_class_and_its_teacher_in_two_columns_both_lead(rulebook: Rulebook) -> None:
    text = """I. NHIỆM VỤ
|TT|Lớp|GV chỉ đạo|Nội dung công việc|
|1|9A|Lò Thị Mận|Quét sân trước|
"""
    (task,) = tasks_of(text, rulebook)
    assert [u.name for u in task.lead] == ["9A", "Lò Thị Mận"]


def test_numbered_lines_over_the_table_and_bare_months_tell_the_time(rulebook: Rulebook) -> None:
    text = """I. NHIỆM VỤ
|TT|Thời gian|Nội dung công việc|Thực hiện|
|I|Tháng 8/2031|||
|1|Tuần 1|Rà soát hộ nghèo|Phòng Văn hóa|
|II|Tháng 9/2031|||
|2|Ngày 25|Báo cáo kết quả về huyện|Phòng Văn hóa|
II. KIỂM TRA
|Tháng|Nội dung kiểm tra|Người kiểm tra|
|9|Kiểm tra bếp ăn|Ban Thanh tra nhân dân|
|01/2032|Kiểm tra tài chính|Hiệu trưởng|
"""
    found = [days(t.deadlines) for t in tasks_of(text, rulebook, issued_on="2031-07-20")]
    assert found == [
        [(None, "2031-08-01", "2031-08-07")],
        [("2031-09-25", None, None)],
        [(None, "2031-09-01", "2031-09-30")],
        [(None, "2032-01-01", "2032-01-31")],
    ]


def test_a_row_with_a_letter_belongs_to_the_numbered_row_above(rulebook: Rulebook) -> None:
    text = """I. NHIỆM VỤ
|STT|Nội dung công việc|Chủ trì|Thời gian|
|1|Xóa vùng lõm sóng|Bưu điện xã|Năm 2031|
|a|Khảo sát các điểm lõm|Bưu điện xã|Quý I/2031|
|b|Lắp đặt trạm|Bưu điện xã|Quý II/2031|
|2|Nâng cấp mạng|Văn phòng|Quý III/2031|
"""
    assert [t.parent for t in tasks_of(text, rulebook)] == [None, "I.r1", "I.r1", None]


def test_work_that_goes_on_without_a_break_takes_the_time_of_its_column(rulebook: Rulebook) -> None:
    (task,) = tasks_of(
        """
I. NHIỆM VỤ
|TT|Nội dung công việc|Chủ trì|Thời gian|
|1|Vận hành liên tục trạm bơm tiêu úng|Hợp tác xã|Quý III/2031|
""",
        rulebook,
    )
    assert days(task.deadlines) == [(None, "2031-07-01", "2031-09-30")]


def test_a_list_of_months_before_a_year_is_one_window(rulebook: Rulebook) -> None:
    cells = {
        "3, 4/2031": [(None, "2031-03-01", "2031-04-30")],
        "5-7/2031": [(None, "2031-05-01", "2031-07-31")],
        "5-7/8/2031": [(None, "2031-08-05", "2031-08-07")],
    }
    table = "".join(f"|Kiểm tra bếp ăn|Tổ cấp dưỡng|{cell}|\n" for cell in cells)
    text = f"I. NHIỆM VỤ\n|Nội dung công việc|Thực hiện|Thời gian|\n{table}"
    assert [days(t.deadlines) for t in tasks_of(text, rulebook)] == list(cells.values())


def test_what_a_cell_abridges_is_a_time(rulebook: Rulebook) -> None:
    text = """I. NHIỆM VỤ
|Nội dung công việc|Thực hiện|Thời gian|
|Lau cầu thang|Tổ vệ sinh|TX|
|Thay nước hồ cá|Tổ vệ sinh|Tháng, quý|
"""
    mop, fish = (t.deadlines for t in tasks_of(text, rulebook))
    assert [(d.kind, d.raw) for d in mop] == [(DeadlineKind.ONGOING, "TX")]
    assert [d.rrule for d in fish] == ["FREQ=MONTHLY", "FREQ=MONTHLY;INTERVAL=3"]
