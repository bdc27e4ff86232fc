"""Bodies that work before they are founded."""

from __future__ import annotations

import pytest

from facts import codes, due, task


@pytest.mark.parametrize(("worked", "expected"), [("2024-05-16", ["deadline-order"]), ("2024-06-14", [])])
def test_a_body_works_after_it_was_founded(worked: str, expected: list[str]) -> None:
    founding = task("I.1", due("2024-05-30"), text="Tham mưu thành lập Tổ thẩm định, hoàn thành trước ...")
    work = task("I.2", due(worked), text="Họp xem xét hồ sơ", lead="Tổ thẩm định")
    assert codes(founding, work) == expected


def test_another_body_may_work_before() -> None:
    founding = task("I.1", due("2024-05-30"), text="Tham mưu thành lập Tổ thẩm định, hoàn thành trước ...")
    assert (
        codes(founding, task("I.2", due("2024-05-16"), text="Họp xem xét hồ sơ", lead="Tổ giúp việc")) == []
    )
