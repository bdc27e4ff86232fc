"""Limits that are counted from the day of issue."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from understanding.deadlines.single import ISSUED, one
from vanthu.document.content import DeadlineKind
from vanthu.times.context import TimeContext
from vanthu.understanding.deadlines.reader import DeadlineReader


def test_from_signing_is_open_where_the_day_of_issue_is_unknown(reader: DeadlineReader) -> None:
    found = one(reader, "từ ngày ký đến ngày 30/6/2024", TimeContext())
    assert (found.kind, found.start, found.end) == (DeadlineKind.WINDOW, None, "2024-06-30")


@pytest.mark.parametrize("signing", ["ngày ký", "ngày kí", "khi ký"])
def test_a_limit_from_signing_is_counted(signing: str, reader: DeadlineReader) -> None:
    found = one(reader, f"trong 05 ngày làm việc kể từ {signing}")
    assert found.resolved == "2024-02-19"  # Tết from 8 to 14 February lies between


@pytest.mark.parametrize(
    ("limit", "counted"),
    [
        ("Kể từ ngày ký, trong 05 ngày", True),
        ("Kể từ ngày ký kết hợp đồng, trong 05 ngày", False),
        ("trong 05 ngày kể từ ngày triển khai", False),
    ],
)
def test_only_the_issue_itself_is_counted_from(limit: str, counted: bool, reader: DeadlineReader) -> None:
    assert (one(reader, limit).resolved is not None) is counted


@pytest.mark.parametrize(("issued", "year"), [(date(2024, 2, 5), 2024), (date(2023, 9, 20), 2023)])
def test_the_school_year_that_a_plan_begins_with_is_told_by_its_own_year(
    issued: date, year: int, reader: DeadlineReader
) -> None:
    found = one(reader, "Dạy bơi từ đầu năm học.", TimeContext(issued_on=issued))
    assert found.start == f"{year}-09-05"
    assert found.assumptions == (f"năm {year} suy từ ngày ban hành",)


@pytest.mark.parametrize(("phrase", "counted"), [("ngày ký", True), ("ngày 15/01/2024", False)])
def test_a_limit_says_that_a_pen_wrote_the_day_it_is_counted_from(
    phrase: str, counted: bool, reader: DeadlineReader
) -> None:
    context = replace(ISSUED, issued_by_hand=True)
    (found,) = reader.in_text(f"trong 05 ngày kể từ {phrase}", context)
    assert found.resolved
    assert any("viết tay" in a for a in found.assumptions) is counted
