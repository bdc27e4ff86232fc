from __future__ import annotations

from builders import words_of
from layouts import rulebook
from vanthu.document.geometry import Box
from vanthu.document.layout import BlockKind
from vanthu.document.page import Mark, MarkKind, Page, Reading
from vanthu.document.plan import Plan
from vanthu.stages.arrange import Arrange


def kinds(kind: MarkKind, claimed: str = "1127") -> dict[str, BlockKind]:
    """Words by the kind of the block that they came into, with the second word of a page claimed by a mark."""
    words = [
        w
        for n, line in enumerate((f"Thực {claimed} hiện", "Kế hoạch này"))
        for w in words_of(line, number=n, confidence=0.9)
    ]
    mark = Mark(kind=kind, page=1, box=Box(90, 40, 140, 70), words=(1,))
    page = Page(number=1, width=595, height=842, reading=Reading.OCR)
    plan = Plan(pages=(page,), words=tuple(words), grids=(), marks=(mark,), repairs=())
    blocks = Arrange(rulebook())(plan).blocks or ()
    return {words[i].text: b.kind for b in blocks for line in b.lines for i in line.words}


def test_words_of_a_stamp_are_no_text() -> None:
    found = kinds(MarkKind.ARRIVAL)
    assert found["1127"] is BlockKind.STAMP
    assert found["hiện"] is BlockKind.BODY
    assert len(found) == 6


def test_words_over_a_seal_are_noise() -> None:
    assert kinds(MarkKind.SEAL)["1127"] is BlockKind.NOISE


def test_a_printed_label_stays_where_the_pen_wrote_behind_it() -> None:
    assert kinds(MarkKind.HANDWRITING, "Số:zz")["Số:zz"] is BlockKind.BODY
    assert kinds(MarkKind.HANDWRITING)["1127"] is BlockKind.NOISE


def test_a_dot_is_no_dash() -> None:
    words = [
        w
        for n, line in enumerate(("- Thực hiện", "Kế hoạch này"))
        for w in words_of(line, number=n, confidence=0.9)
    ]
    page = Page(number=1, width=595, height=842, reading=Reading.OCR)
    for width, kind in ((0.7, BlockKind.NOISE), (4.0, BlockKind.BODY)):
        box = words[0].box
        assert box is not None
        dash = words[0]._replace(box=Box(box.x0, box.y0, box.x0 + width, box.y1))
        plan = Plan(pages=(page,), words=(dash, *words[1:]), grids=(), marks=(), repairs=())
        blocks = Arrange(rulebook())(plan).blocks or ()
        assert {b.kind for b in blocks for line in b.lines if 0 in line.words} == {kind}
