from __future__ import annotations

import pytest

from vanthu.times.clock import clock, clocks


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("17 giờ", "17:00"),
        ("16 giờ 30 phút", "16:30"),
        ("20h00'", "20:00"),
        ("7h", "07:00"),
        ("08g15", "08:15"),
        ("15:00", "15:00"),
        ("3 giờ chiều", "15:00"),
        ("8 giờ tối", "20:00"),
        ("5 giờ sáng", "05:00"),
        ("24h00", "24:00"),
        ("07h3O", "07:30"),
        ("1O giờ", "10:00"),
        ("25 giờ", None),
        ("24h30", None),
        ("buổi sáng", None),
        (None, None),
    ],
)
def test_clock(text: str | None, time: str | None) -> None:
    assert clock(text) == time


def test_several_times_of_a_day() -> None:
    assert clocks("7h30, 11 giờ và 16 giờ 30 phút") == ["07:30", "11:00", "16:30"]


def test_an_impossible_time_is_left_out_of_several() -> None:
    assert clocks("7h30 và 25 giờ") == ["07:30"]
