"""What two readings of one plan say differently, told by field."""

from __future__ import annotations

from typing import Any

import pytest

from contracts import AFTER, DUE, MONTHLY, contract, task
from vanthu.contract.model import PublicPlan
from vanthu.register.intake.differences import differences


def read(*times: dict[str, Any]) -> PublicPlan:
    return contract(task("1", text="Nộp sổ", deadlines=list(times)))


@pytest.mark.parametrize(
    ("was", "now", "told"),
    [
        ((DUE,), (), {"task.1.due": ("2024-07-31", None)}),
        (
            (MONTHLY,),
            (MONTHLY | {"start": "2024-04-30"},),
            {"task.1.times": (["hằng tháng, vào ngày 30"], ["hằng tháng, vào ngày 30, từ 30/04/2024"])},
        ),
        (
            (DUE,),
            (DUE, MONTHLY),
            {"task.1.times": (["trước 31/07/2024"], ["trước 31/07/2024", "hằng tháng, vào ngày 30"])},
        ),
    ],
    ids=["the limit", "a rhythm's first day", "a rhythm besides the limit"],
)
def test_a_time_that_changed_is_told(
    was: tuple[dict[str, Any], ...],
    now: tuple[dict[str, Any], ...],
    told: dict[str, tuple[object, object]],
) -> None:
    assert differences(read(*was), read(*now)) == told


def test_the_same_time_in_another_spelling_is_no_difference() -> None:
    assert differences(read(AFTER | {"raw": "sau kì họp"}), read(AFTER | {"raw": "Sau  kỳ họp"})) == {}
