from __future__ import annotations

from datetime import date

import pytest

from vanthu.rulebook import load_rulebook
from vanthu.times.context import Period, TimeContext
from vanthu.times.placing import IMPOSSIBLE, place
from vanthu.times.reading import PointReader

CONTEXT = TimeContext(issued_on=date(2024, 11, 20))


@pytest.fixture(scope="module")
def reader() -> PointReader:
    return PointReader(load_rulebook()["TIME_POINT"])


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("ngày 25/11", date(2024, 11, 25), date(2024, 11, 25)),
        ("ngày 15/11", date(2025, 11, 15), date(2025, 11, 15)),
        ("tháng 11", date(2024, 11, 1), date(2024, 11, 30)),  # not over yet
        ("tháng 2", date(2025, 2, 1), date(2025, 2, 28)),
        ("quý I", date(2025, 1, 1), date(2025, 3, 31)),
        ("nửa cuối năm 2024", date(2024, 7, 1), date(2024, 12, 31)),
        ("9 tháng đầu năm 2025", date(2025, 1, 1), date(2025, 9, 30)),
        ("giữa quý II/2025", date(2025, 5, 15), date(2025, 5, 15)),
        ("tuần cuối tháng 2/2024", date(2024, 2, 23), date(2024, 2, 29)),
        ("ngày 23 tháng Chạp", date(2025, 1, 22), date(2025, 1, 22)),
        ("30 Tết", date(2025, 1, 28), date(2025, 1, 28)),
        ("tháng sau", date(2024, 12, 1), date(2024, 12, 31)),
        ("tuần tới", date(2024, 11, 25), date(2024, 12, 1)),
        ("thứ Sáu tuần này", date(2024, 11, 22), date(2024, 11, 22)),
        ("ngày ký", date(2024, 11, 20), date(2024, 11, 20)),
    ],
)
def test_days_of_words(reader: PointReader, words: str, start: date, end: date) -> None:
    point = reader.read(words)
    assert point is not None
    assert place(point, CONTEXT).period == Period(start, end)


def test_an_open_year_follows_the_other_end(reader: PointReader) -> None:
    point = reader.read("15/12")
    assert point is not None
    placed = place(point, CONTEXT, not_after=date(2026, 1, 15))
    assert placed.period == Period(date(2025, 12, 15), date(2025, 12, 15))


def test_a_day_of_the_week_tells_the_year_around_the_period(reader: PointReader) -> None:
    point = reader.read("ngày 28/12")
    assert point is not None
    plan = TimeContext(period=Period(date(2031, 1, 1), date(2031, 12, 31)))
    wednesday, saturday, sunday = 2, 5, 6
    assert place(point, plan, weekday=sunday).period == Period(date(2031, 12, 28), date(2031, 12, 28))
    found = place(point, plan, weekday=saturday)
    assert found.period == Period(date(2030, 12, 28), date(2030, 12, 28))
    assert found.assumptions == ("năm 2030 suy từ thứ trong tuần ghi cạnh ngày",)
    assert place(point, plan, weekday=wednesday).period == Period(date(2031, 12, 28), date(2031, 12, 28))


def test_the_year_of_a_heading_is_told(reader: PointReader) -> None:
    point = reader.read("ngày 28/12")
    assert point is not None
    assert not place(point, TimeContext(year=2031)).supposed_year
    assert place(point, CONTEXT).supposed_year


def test_a_day_the_calendar_lacks(reader: PointReader) -> None:
    point = reader.read("ngày 31/4")
    assert point is not None
    assert place(point, CONTEXT).assumptions == (IMPOSSIBLE,)


def test_words_that_are_no_time(reader: PointReader) -> None:
    assert reader.read("công tác") is None


def test_a_bare_school_year_is_that_of_the_day_of_issue_whatever_the_period(reader: PointReader) -> None:
    point = reader.read("năm học")
    assert point is not None
    years = Period(date(2031, 1, 1), date(2031, 12, 31))
    spring = TimeContext(issued_on=date(2031, 3, 10), period=years, year=2031)
    assert place(point, spring).period == Period(date(2030, 9, 5), date(2031, 5, 31))
    summer = TimeContext(issued_on=date(2031, 7, 10), period=years)
    assert place(point, summer).period == Period(date(2031, 9, 5), date(2032, 5, 31))
    assert place(point, TimeContext(period=years)).period is None
