from __future__ import annotations

from mending import mender, recognised
from vanthu.document.geometry import Box
from vanthu.document.page import Dispute, Mark, MarkKind
from vanthu.document.plan import Plan
from vanthu.stages.mend import Mend


def test_words_disputes_and_marks_are_all_asked_about() -> None:
    lost = Dispute(page=1, words=(), box=Box(300, 600, 420, 615), text="KT. CHỦ TỊCH", engine="second")
    mark = Mark(kind=MarkKind.POSSIBLE_SECRECY, page=2, box=Box(60, 130, 140, 150))
    words = tuple(recognised("ĐẾN Zkx^0.1 tăng cường tố^0.4 chức"))
    found = Mend(mender())(Plan(words=words, disputes=(lost,), marks=(mark,)))
    assert [flag.code for flag in found.flags or ()] == ["word.unclear", "word.missed", "mark.secrecy"]
    assert [repair.replacement for repair in found.repairs or ()] == ["tổ"]
    assert found.words == words
