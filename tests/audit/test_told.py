"""Days told in what is no task."""

from __future__ import annotations

import pytest

from builders import plan_of
from facts import codes
from vanthu.audit.told import days_told, impossible_told


@pytest.mark.parametrize(
    ("said", "expected"),
    [("thứ Tư, 17/6/2025", ["weekday-mismatch"]), ("thứ Ba, 17/6/2025", []), ("thứ Tư, 17/6", [])],
)
def test_a_day_of_the_week_beside_a_whole_date_anywhere(said: str, expected: list[str]) -> None:
    plan = plan_of("Lịch tiếp xúc cử tri", f"Tại thôn Hạ: {said}")
    assert codes(told_days=days_told(plan)) == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("đến ngày 30/02/2026", ["invalid-date"]),
        ("ngày 31 tháng 4 năm 2025", ["invalid-date"]),
        ("theo mẫu 30/02/2026", []),
        ("ngày 28/02/2026", []),
    ],
)
def test_a_day_that_no_calendar_has_anywhere(said: str, expected: list[str]) -> None:
    assert codes(impossible=impossible_told(plan_of(f"Đợt 2 thực hiện {said}"))) == expected


def test_one_wrong_day_is_told_once() -> None:
    plan = plan_of("Họp thứ Tư, 17/6/2025", "Họp lại thứ Tư, 17/6/2025", "ngày 31/4/2025", "ngày 31/4/2025")
    found = codes(told_days=days_told(plan), impossible=impossible_told(plan))
    assert sorted(found) == ["invalid-date", "weekday-mismatch"]
