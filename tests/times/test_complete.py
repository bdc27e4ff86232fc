"""Complete dates in forms of their own, and nothing that only looks like one."""

from __future__ import annotations

from datetime import date

import pytest

from vanthu.times.complete import complete_date


@pytest.mark.parametrize(
    "text",
    [
        "05/09/2023",
        "5-9-2023",
        "05/09/23",
        "ngày 05 tháng 9 năm 2023",
        "5 Tháng Chín, 2023",
        "Thứ Ba, 05.09.2023",
    ],
)
def test_complete_dates(text: str) -> None:
    assert complete_date(text) == date(2023, 9, 5)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "15",
        "năm 2025",
        "tháng 9/2025",
        "quý II/2025",
        "trước 17 giờ",
        "Tầng 2, nhà 3",
        "31/6/2023",
        "5/9",
        "x" * 200,
    ],
)
def test_anything_less_or_more_is_none(text: str) -> None:
    assert complete_date(text) is None
