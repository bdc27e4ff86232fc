from __future__ import annotations

import pytest

from mending import mender
from vanthu.document.geometry import Box
from vanthu.document.page import Mark, MarkKind

BOX = Box(60, 130, 140, 150)


@pytest.mark.parametrize(
    ("mark", "reason"),
    [
        (Mark(kind=MarkKind.POSSIBLE_SECRECY, page=2, box=BOX), "độ mật"),
        (Mark(kind=MarkKind.SIGNATURE, page=2, box=BOX, hides_print=True), "đè lên chữ in"),
    ],
)
def test_a_stamp_that_may_be_secret_and_a_pen_over_lost_print_go_to_a_person(mark: Mark, reason: str) -> None:
    plain = Mark(kind=MarkKind.SIGNATURE, page=1, box=BOX), Mark(kind=MarkKind.OTHER, page=1, box=BOX)
    (flag,) = mender()((), marks=(*plain, mark)).flags
    assert (flag.page, flag.box) == (2, BOX)
    assert reason in flag.reason
