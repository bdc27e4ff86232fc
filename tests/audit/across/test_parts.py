"""Duties that hold two works are held against others by each of them."""

from __future__ import annotations

import pytest

from filings import audited, codes, plan, task

HALL = "Sửa chữa sân khấu ngoài trời ven đê tả tại xã, bảo đảm mỹ quan"
BOTH = "Sửa chữa sân khấu ngoài trời ven đê tả và {} tại xã"


def test_a_duty_that_another_one_gives_with_a_second_thing() -> None:
    merged = plan("2", task(BOTH.format("cột cờ cổng chào đầu làng phía đông"), "2024-06-14"))
    assert codes(plan("1", task(HALL, "2024-05-31")), merged) == ["deadline-conflict"]
    (finding,) = audited(plan("1", task("Sửa chữa cột cờ cổng chào tại xã", "2024-05-31")), merged)
    assert finding.code == "deadline-conflict"
    assert "cùng một phần việc" in finding.note


@pytest.mark.parametrize(
    "merged",
    [
        BOTH.format("cột cờ cổng chào đầu làng") + " (đợt 2)",
        "Thanh lý sân khấu ngoài trời ven đê tả và cột cờ cổng chào đầu làng tại xã",
        "Sửa chữa mái che ngoài chợ phiên và cột cờ cổng chào đầu làng tại xã",
    ],
)
def test_a_part_is_told_apart_as_a_whole_duty_is(merged: str) -> None:
    assert codes(plan("1", task(HALL, "2024-05-31")), plan("2", task(merged, "2024-06-14"))) == []


def test_a_limit_for_each_of_two_works_says_nothing_of_the_other() -> None:
    limits = [task(due=day)["deadlines"][0] for day in ("2024-05-31", "2024-06-14")]
    both = task(BOTH.format("cột cờ cổng chào đầu làng"), deadlines=limits)
    assert codes(plan("1", task(HALL, "2024-05-31")), plan("2", both)) == []
