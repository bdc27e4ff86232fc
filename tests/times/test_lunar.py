from __future__ import annotations

from datetime import date

import pytest

from vanthu.times.lunar import last_of_lunar_year, lunar_day, named_year


@pytest.mark.parametrize(
    ("year", "tet"),
    [
        (2022, date(2022, 2, 1)),
        (2024, date(2024, 2, 10)),
        (2026, date(2026, 2, 17)),
        (2030, date(2030, 2, 2)),  # a day before the calendar of UTC+8
    ],
)
def test_tet(year: int, tet: date) -> None:
    assert lunar_day(year, 1, 1) == tet


def test_the_eve_of_a_short_month_is_its_last_day() -> None:
    assert last_of_lunar_year(2024) == date(2025, 1, 28)


def test_no_such_day() -> None:
    assert lunar_day(2024, 12, 30) is None


@pytest.mark.parametrize(
    ("name", "year"), [("Giáp Thìn", 2024), ("Ất Tỵ", 2025), ("bính ngọ", 2026), ("Quý Mẹo", 2023)]
)
def test_names_of_years(name: str, year: int) -> None:
    assert named_year(name, 2024) == year


@pytest.mark.parametrize("name", ["Giáp Ngựa", "Giáp", "Giáp Tỵ"])
def test_names_of_no_year(name: str) -> None:
    assert named_year(name, 2024) is None
