"""Days of the week beside their dates."""

from __future__ import annotations

import pytest

from facts import codes, due, task, window
from vanthu.document.content import Qualifier


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("thứ Sáu, ngày 14/6/2024", []),
        ("thứ Năm, ngày 14/6/2024", ["weekday-mismatch"]),
        ("Chủ nhật 14/6", ["weekday-mismatch"]),
    ],
)
def test_the_day_of_the_week(raw: str, expected: list[str]) -> None:
    assert codes(task("I.1", due("2024-06-14", Qualifier.ON, raw))) == expected


def test_days_of_the_week_in_a_period() -> None:
    wrong = window("2024-06-10", "2024-06-14", raw="từ thứ Hai ngày 10/6/2024 đến thứ Năm ngày 14/6/2024")
    assert codes(task("I.1", wrong)) == ["weekday-mismatch"]
    free = window(
        "2024-06-10", "2024-06-30", raw="các ngày thứ Bảy, Chủ nhật từ ngày 10/6/2024 đến ngày 30/6/2024"
    )
    assert codes(task("I.1", free)) == []
