"""Days of the week."""

from __future__ import annotations

from datetime import date

import pytest

from vanthu.times.weekdays import weekday_from


@pytest.mark.parametrize(
    ("weekday", "expected"), [(2, date(2031, 10, 1)), (3, date(2031, 10, 2)), (1, date(2031, 10, 7))]
)
def test_the_day_itself_or_the_next_of_its_name(weekday: int, expected: date) -> None:
    assert weekday_from(date(2031, 10, 1), weekday) == expected  # a Wednesday
