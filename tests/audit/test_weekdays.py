"""Days of the week beside their dates."""

from __future__ import annotations

import pytest

from facts import codes, due, task, window
from vanthu.document.content import Qualifier, ScheduleRow
from vanthu.document.evidence import Evidence


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("thứ Sáu, ngày 14/6/2024", []),
        ("thứ Năm, ngày 14/6/2024", ["weekday-mismatch"]),
        ("Chủ nhật 14/6", ["weekday-mismatch"]),
        ("13, 14/6/2024 (thứ Năm, thứ Sáu)", []),
        ("ngày 14/6/2024, thứ Năm", ["weekday-mismatch"]),
        ("ngày 14/6/2024 - thứ Sáu", []),
        ("ngày 14/6/2024, Chủ nhật, tại sân vận động", ["weekday-mismatch"]),
        ("ngày 14/6/2024, thứ Bảy ngày 15/6/2024", []),
        ("từ ngày 14/6/2024, thứ Năm hằng tuần", []),
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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ra quân sáng T5 (14/6/2024)", ["weekday-mismatch"]),
        ("Ra quân sáng T6 (14/6/2024)", []),  # may be the month
        ("Ngày hội lần thứ 5 (14/6/2024)", []),
        ("Đi hai đoàn, đoàn thứ hai ngày 14/6/2024", []),
        ("Mở lớp tập huấn thứ hai ngày 14/6/2024", ["weekday-mismatch"]),
        ("Theo Công văn số 7/SGD-CN ngày 14/6/2024", []),
        ("Ra quân hai ngày thứ Năm, thứ Sáu (ngày 14/6/2024 và 21/6/2024)", []),
    ],
)
def test_the_name_of_a_day_beside_its_time(text: str, expected: list[str]) -> None:
    assert codes(task("I.1", due("2024-06-14", Qualifier.ON, "14/6/2024"), text=text)) == expected


def test_a_wrong_name_is_told_once_however_many_times_its_sentence_has() -> None:
    text = "Ra quân thứ Năm, ngày 14/6/2024, gửi ảnh trước 17 giờ ngày 14/6/2024"
    times = [
        due("2024-06-14", Qualifier.ON, raw) for raw in ("ngày 14/6/2024", "trước 17 giờ ngày 14/6/2024")
    ]
    assert codes(task("I.1", *times, text=text)).count("weekday-mismatch") == 1


@pytest.mark.parametrize(("name", "expected"), [("Năm", ["weekday-mismatch"]), ("Sáu", []), ("T6", [])])
def test_a_column_of_its_own_names_the_day(name: str, expected: list[str]) -> None:
    row = ScheduleRow(
        when="2024-06-14", what="Thôn Hạ", evidence=Evidence(quote=f"14/6/2024\n{name}\nThôn Hạ")
    )
    assert codes(schedule=(row,)) == expected
