from __future__ import annotations

import pytest

from mending import mender, recognised
from vanthu.document.geometry import Box
from vanthu.document.page import Mark, MarkKind
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
