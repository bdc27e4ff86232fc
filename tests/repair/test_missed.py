from __future__ import annotations

import pytest

from mending import mender, recognised
from vanthu.document.geometry import Box
from vanthu.document.page import Dispute, Mark, MarkKind


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("KT. CHỦ TỊCH", True),
        ("CHÚ TỊIẾHUBND QUẬN", True),
        ("4.", True),
        ("gnõb iộn iọl vủd mốl nôup sH", False),
        ("J.", False),
        (":..,", False),
    ],
)
def test_print_that_only_another_engine_saw_goes_to_a_person(text: str, asked: bool) -> None:
    lost = Dispute(page=1, words=(), box=Box(300, 600, 420, 615), text=text, engine="second")
    words = recognised("Nơi nhận:", confidence=0.99)
    flags = mender()(words, (lost,)).flags
    assert [(f.box, f.candidates) for f in flags] == [(lost.box, (text,))] * asked
    stamp = Mark(kind=MarkKind.ARRIVAL, page=1, box=Box(290, 590, 450, 700), text="ĐẾN")
    assert not mender()(words, (lost,), (stamp,)).flags


def test_print_that_was_read_after_all_is_not_missed() -> None:
    words = recognised("Phạm Thị Lan", confidence=0.99)
    told = Dispute(page=1, words=(), box=Box(58, 48, 180, 64), text="PHẠM THỊ LAN", engine="second")
    elsewhere = told.model_copy(update={"box": Box(58, 148, 180, 164)})
    assert [flag.box for flag in mender()(words, (told, elsewhere)).flags] == [elsewhere.box]
