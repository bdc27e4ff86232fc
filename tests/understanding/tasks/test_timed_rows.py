"""Rows of tables whose times stand in several columns."""

from __future__ import annotations

from understanding.paper import tasks_of
from vanthu.document.content import Deadline, DeadlineKind
from vanthu.rulebook import Rulebook

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
