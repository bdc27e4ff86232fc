from __future__ import annotations

import pytest

from mending import mender, recognised
from vanthu.document.geometry import Box
from vanthu.document.page import Dispute, Mark, MarkKind
from vanthu.document.plan import Plan
from vanthu.stages.mend import Mend


@pytest.mark.parametrize(
    ("kind", "text", "asked"),
    [(MarkKind.ARRIVAL, "ĐẾN Zkx", False), (MarkKind.SEAL, "", True)],
)
def test_words_of_a_stamp_are_not_asked_about_those_under_a_seal_are(
    kind: MarkKind, text: str, asked: bool
) -> None:
    words = tuple(recognised("ĐẾN Zkx^0.1"))
    mark = Mark(kind=kind, page=1, box=Box(50, 40, 150, 80), text=text, words=(0, 1))
    plan = Mend(mender())(Plan(words=words, disputes=(), marks=(mark,)))
    assert bool(plan.flags) is asked


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
    read = Plan(words=tuple(recognised("Nơi nhận:", confidence=0.99)), disputes=(lost,), marks=())
    flags = Mend(mender())(read).flags or ()
    assert [(f.box, f.candidates) for f in flags] == [(lost.box, (text,))] * asked
    stamp = Mark(kind=MarkKind.ARRIVAL, page=1, box=Box(290, 590, 450, 700), text="ĐẾN")
    assert not Mend(mender())(read.with_layers(marks=(stamp,))).flags


def test_print_that_was_read_after_all_is_not_missed() -> None:
    words = tuple(recognised("Phạm Thị Lan", confidence=0.99))
    told = Dispute(page=1, words=(), box=Box(58, 48, 180, 64), text="PHẠM THỊ LAN", engine="second")
    elsewhere = told.model_copy(update={"box": Box(58, 148, 180, 164)})
    plan = Plan(words=words, disputes=(told, elsewhere), marks=())
    assert [flag.box for flag in Mend(mender())(plan).flags or ()] == [elsewhere.box]


def test_a_stamp_that_may_be_a_mark_of_secrecy_goes_to_a_person() -> None:
    mark = Mark(kind=MarkKind.POSSIBLE_SECRECY, page=1, box=Box(60, 130, 140, 150))
    other = mark.model_copy(update={"kind": MarkKind.OTHER})
    (flag,) = Mend(mender())(Plan(words=(), disputes=(), marks=(other, mark))).flags or ()
    assert (flag.page, flag.box) == (1, mark.box)
    assert "độ mật" in flag.reason
