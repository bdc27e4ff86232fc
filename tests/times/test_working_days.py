from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanthu.times.working_days import (
    add_working_days,
    day_off_reason,
    is_day_off,
    limit_end,
    working_day_before,
    working_day_from,
)

DAYS = st.dates(date(2022, 1, 1), date(2027, 12, 31))


@pytest.mark.parametrize(
    ("day", "off"),
    [
        (date(2024, 2, 10), True),  # Tết Giáp Thìn
        (date(2024, 4, 18), True),  # Giỗ Tổ
        (date(2024, 4, 29), True),  # given off, worked on 4 May
        (date(2024, 5, 4), False),  # a Saturday worked in exchange
        (date(2025, 4, 26), False),
        (date(2025, 5, 2), True),
        (date(2026, 1, 2), True),
        (date(2026, 1, 10), False),
        (date(2024, 6, 30), True),  # Sunday
        (date(2024, 7, 1), False),
    ],
)
def test_days_off(day: date, off: bool) -> None:
    assert is_day_off(day) is off


def test_reasons_are_vietnamese() -> None:
    assert day_off_reason(date(2024, 9, 2)) == "Quốc khánh"
    assert day_off_reason(date(2024, 2, 12)) == "Tết Nguyên đán"
    assert day_off_reason(date(2024, 6, 29)) == "thứ Bảy"


@given(DAYS)
def test_the_working_day_before_is_worked_and_earlier(day: date) -> None:
    before = working_day_before(day)
    assert before < day
    assert not is_day_off(before)
    assert all(is_day_off(before + timedelta(days=n)) for n in range(1, (day - before).days))


@given(DAYS, st.integers(1, 30))
def test_working_days_count_forth_and_back(day: date, count: int) -> None:
    start = working_day_from(day)
    assert add_working_days(add_working_days(start, count), -count) == start


def test_the_day_of_the_event_does_not_count() -> None:
    assert add_working_days(date(2024, 7, 1), 5) == date(2024, 7, 8)


def test_a_limit_that_ends_on_a_day_off_moves() -> None:
    assert limit_end(date(2024, 6, 20), days=10) == date(2024, 7, 1)  # 30 June is a Sunday


def test_a_month_without_the_day_ends_on_its_last() -> None:
    assert limit_end(date(2024, 1, 31), months=1) == date(2024, 2, 29)
