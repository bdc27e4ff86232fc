from __future__ import annotations

from datetime import date

import pytest

from vanthu.times.recurrence import february_safe, occurrences


def test_the_thirtieth_comes_in_february_too() -> None:
    days = occurrences("FREQ=MONTHLY;BYMONTHDAY=30", start=date(2025, 1, 15))
    assert days == (date(2025, 1, 30), date(2025, 2, 28), date(2025, 3, 30))


@pytest.mark.parametrize(
    "rule", ["FREQ=MONTHLY;BYMONTHDAY=15", "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=30", "FREQ=WEEKLY;BYDAY=FR"]
)
def test_other_rules_stay(rule: str) -> None:
    assert february_safe(rule) == rule


def test_until_ends_the_rhythm() -> None:
    days = occurrences("FREQ=WEEKLY;BYDAY=FR", start=date(2024, 2, 5), until=date(2024, 2, 16))
    assert days == (date(2024, 2, 9), date(2024, 2, 16))


def test_hours_give_each_day_once() -> None:
    days = occurrences("FREQ=HOURLY", start=date(2024, 2, 5), count=2)
    assert days == (date(2024, 2, 5), date(2024, 2, 6))
