"""Number and date of issue."""

from __future__ import annotations

import pytest

from facts import codes, header
from vanthu.document.evidence import Sourced


def test_a_number_left_blank() -> None:
    assert codes(head=header(number=Sourced[str](blank=True))) == ["number-missing"]


@pytest.mark.parametrize(("recognised", "expected"), [(False, ["number-missing"]), (True, [])])
def test_a_text_without_any_number_lacks_one_and_a_scan_may_have_lost_it(
    recognised: bool, expected: list[str]
) -> None:
    head = header(number=Sourced[str](), symbol=Sourced[str](), type=Sourced[str](value="Thông báo"))
    assert codes(head=head, recognised=recognised) == expected


def test_a_text_without_any_day_lacks_one() -> None:
    head = header(issued_on=Sourced[str](), type=Sourced[str](value="Thông báo"))
    assert codes(head=head) == ["date-incomplete"]
    assert codes(head=head, recognised=True) == []


def test_what_is_issued_with_a_decision_goes_by_the_number_and_the_day_of_that() -> None:
    head = header(number=Sourced[str](), issued_on=Sourced[str](), type=Sourced[str](value="Kế hoạch"))
    assert codes(head=head, attached=True) == []


def test_a_number_that_can_not_be_read_is_not_missing() -> None:
    assert codes(head=header(number=Sourced[str](candidates=("17",), review="viết tay"))) == []


def test_a_day_left_blank() -> None:
    assert codes(head=header(issued_on=Sourced[str](value="2024-03", blank=True))) == ["date-incomplete"]


def test_a_day_that_can_not_be_read_is_not_blank() -> None:
    assert codes(head=header(issued_on=Sourced[str](value="2024-03", review="viết tay"))) == []
