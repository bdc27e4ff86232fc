"""Cells of a column of time that tell several times, or one that stands bare between words of work."""

from __future__ import annotations

import pytest

from understanding.deadlines.deadline_table import shown
from understanding.paper import tasks_of
from vanthu.rulebook import Rulebook

TABLE = """
I. NHIỆM VỤ
|TT|Nội dung công việc|Chủ trì|Tiến độ|
|1|Nạo vét kênh nội đồng|Phòng Kinh tế|{cell}|
"""
Q2, Q4 = "win 2031-04-01 2031-06-30", "win 2031-10-01 2031-12-31"


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Khảo sát xong quý II/2031; nghiệm thu, bàn giao quý IV/2031", [Q2, Q4]),
        ("Dự thảo quý II, ban hành quý IV/2031", [Q2, Q4]),
        ("Quý II (khảo sát), quý IV (nghiệm thu)", [Q2, Q4]),
        ("Quý II khảo sát, quý IV nghiệm thu", [Q2, Q4]),
        ("Danh mục trình duyệt quý II/2031; cập nhật hằng năm", [Q2, "rec FREQ=YEARLY"]),
        (
            "Tuyến chính năm 2031, đợt 2 năm 2032",
            ["win 2031-01-01 2031-12-31", "win 2032-01-01 2032-12-31"],
        ),
        ("Chọn thầu: 15/5; thi công: 30/9", ["due 2031-05-15 on", "due 2031-09-30 on"]),
        (
            "5-7/5 (thôn Bầu); 8-12/7 (thôn Mít)",
            ["win 2031-05-05 2031-05-07", "win 2031-07-08 2031-07-12"],
        ),
        ("Họp thôn quý II, quý IV năm 2031", [Q2, Q4]),
        ("Thường xuyên, tổng vệ sinh quý II và quý IV", ["ong", Q2, Q4]),
    ],
)
def test_each_part_tells_its_time(rulebook: Rulebook, cell: str, expected: list[str]) -> None:
    (task,) = tasks_of(TABLE.format(cell=cell), rulebook, issued_on="2031-01-06")
    assert [shown(d) for d in task.deadlines] == expected


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Theo kế hoạch năm 2031 của xã", []),
        ("Thực hiện xong 3/10 thôn", []),
        ("Tỷ lệ 3/4; khối lượng còn lại theo mùa vụ", []),
        ("Gắn với chương trình 5 năm 2031-2035", []),
        ("Theo Thông báo số 12/TB-UBND ngày 03/01/2031", []),
        ("Báo cáo quý II/2031 trước ngày 05/7/2031", ["due 2031-07-05 before"]),
    ],
)
def test_the_time_of_another_thing_is_none(rulebook: Rulebook, cell: str, expected: list[str]) -> None:
    (task,) = tasks_of(TABLE.format(cell=cell), rulebook, issued_on="2031-01-06")
    assert [shown(d) for d in task.deadlines] == expected


def test_a_month_that_something_begins_with_is_not_that_month_alone(rulebook: Rulebook) -> None:
    (task,) = tasks_of(TABLE.format(cell="Liên tục từ tháng 3"), rulebook, issued_on="2031-01-06")
    assert "win 2031-03-01 2031-03-31" not in [shown(d) for d in task.deadlines]
