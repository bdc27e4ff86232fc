"""Events and timetables against the period of their work."""

from __future__ import annotations

import pytest

from facts import codes, due, task, window
from vanthu.audit.timetables import Timetable
from vanthu.document.content import Deadline, DeadlineKind, Qualifier, ScheduleRow
from vanthu.document.evidence import Evidence

TITLE = "Lịch khám sàng lọc, tư vấn phòng bệnh tăng huyết áp giai đoạn {} tại các thôn"


def test_a_schedule_outside_the_plan() -> None:
    rows = ScheduleRow(when="2024-07-01", what="Thôn Đông"), ScheduleRow(when="2024-06-01", what="Thôn Đoài")
    assert codes(schedule=rows, period=(window("2024-03-05", "2024-06-28"),)) == ["event-outside-window"]


def test_the_first_day_of_a_rhythm_is_not_that_of_the_plan() -> None:
    rhythm = Deadline(
        raw="hằng tuần, từ ngày 01/6/2024",
        kind=DeadlineKind.RECURRING,
        rrule="FREQ=WEEKLY",
        start="2024-06-01",
    )
    rows = (ScheduleRow(when="2024-05-06", what="Thôn Đông"),)
    assert codes(schedule=rows, period=(rhythm, due("2024-06-28"))) == []


def test_what_prepares_or_closes_the_work_may_lie_outside_its_period() -> None:
    period = (window("2024-03-05", "2024-06-28"),)
    day = due("2024-07-05", Qualifier.ON, raw="vào ngày 05/7/2024")
    assert codes(task("I.1", day, text="Tổng kết chiến dịch"), period=period) == []
    assert codes(task("I.1", day, text="Tiêm chủng tại trường"), period=period) == ["event-outside-window"]


def test_what_comes_before_an_event_of_days_prepares_it() -> None:
    days = window("2024-11-14", "2024-11-18")
    before, after = window("2024-11-04", "2024-11-12"), window("2024-11-25", "2024-11-29")
    assert codes(task("I.1", before, text="Tập luyện các tiết mục"), period=(days,)) == []
    assert codes(task("I.1", after, text="Thi đấu vòng loại"), period=(days,)) == ["event-outside-window"]


@pytest.mark.parametrize(("level", "expected"), [("1", ["event-outside-window"]), ("2", [])])
def test_a_timetable_after_the_limit_of_its_own_work(level: str, expected: list[str]) -> None:
    rows = (ScheduleRow(when="2024-06-03", what="Thôn Đông"),)
    work = task(
        "II.1",
        due("2024-05-31"),
        text="Khám sàng lọc, tư vấn nhân dân phòng bệnh tăng huyết áp giai đoạn 1 tại các thôn",
    )
    tables = (Timetable(Evidence(quote=TITLE.format(level)), rows),)
    assert codes(work, schedule=rows, timetables=tables) == expected


def test_a_timetable_that_a_task_refers_to_is_its_own() -> None:
    work = task("II.1", window("2024-05-06", "2024-05-10"), text="Khám tuyển theo lịch tại Phụ lục")
    rows = (ScheduleRow(when="2024-05-08", what="Xã A"), ScheduleRow(when="2024-05-14", what="Xã B"))
    assert codes(work, schedule=rows, timetables=(Timetable(None, rows),)) == ["event-outside-window"]


def test_a_period_that_most_work_lies_outside_is_that_of_one_act() -> None:
    inside = window("2024-06-03", "2024-06-28")
    days = ("2024-05-10", "2024-05-17", "2024-07-05")
    works = [
        task(f"I.{n}", due(day, Qualifier.ON), text=f"Tổ chức việc thứ {n} của đợt")
        for n, day in enumerate(days)
    ]
    assert codes(*works[:1], period=(inside,)) == ["event-outside-window"]
    assert codes(*works, period=(inside,)) == []
