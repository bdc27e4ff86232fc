"""Nobody is asked about what is no text."""

from __future__ import annotations

from layouts import Printed, centred, full, printed, rulebook
from mending import mender
from vanthu.document.geometry import Box
from vanthu.document.page import Mark, MarkKind
from vanthu.document.plan import Plan
from vanthu.stages.arrange import Arrange
from vanthu.stages.mend import Mend

SIGNED = [
    full("Các thôn tổ chức thực hiện nghiêm túc, báo cáo kết quả về Ủy ban nhân dân xã theo", 60),
    Printed("đúng quy định."),
    Printed("Nơi nhận:", below=30),
    Printed("TM. ỦY BAN NHÂN DÂN", 350, 0),
    Printed("- Như trên;", below=14),
    Printed("CHỦ TỊCH", 390, 0),
    Printed("Zñ", 430, 40, confidence=0.2),
    Printed("Phạm Thị Qwam", 380, 40, confidence=0.3),
]


def asked(plan: Plan) -> list[str]:
    """The texts of the flags that are left once the page is arranged."""
    marked = plan.with_layers(disputes=(), marks=plan.marks or ())
    return [flag.text for flag in Arrange(rulebook())(Mend(mender())(marked)).flags or ()]


def test_a_piece_of_a_signature_is_not_asked_about_a_smeared_name_is() -> None:
    assert asked(printed(SIGNED)) == ["Qwam"]


def test_words_of_handwriting_that_stand_in_no_text_are_not_asked_about() -> None:
    plan = printed([*SIGNED[:2], Printed("Vwx", 300, 60, confidence=0.2)])
    last = len(plan.words or ()) - 1
    assert asked(plan) == ["Vwx"]
    pen = Mark(kind=MarkKind.HANDWRITING, page=1, box=Box(300, 100, 340, 180), words=(last,))
    assert asked(plan.with_layers(marks=(pen,))) == []


def test_the_number_of_a_page_is_not_asked_about() -> None:
    number = centred("3")._replace(confidence=0.4)
    assert asked(printed([number, *SIGNED[:2]])) == []
    assert asked(printed([*SIGNED[:1], Printed("3 thôn", confidence=0.4)])) == ["3", "thôn"]


def test_a_misread_mark_of_a_footnote_is_not_asked_about() -> None:
    note = Printed(
        "Ì Kế hoạch số 24/KH-UBND ngày 18/02/2025 của huyện Qwem về giao thông nông", below=60, size=0.75
    )
    words = [
        w._replace(confidence=0.3) if w.text in {"Ì", "Qwem"} else w
        for w in printed([*SIGNED[:2], note]).words or ()
    ]
    assert asked(printed([*SIGNED[:2], note]).with_layers(words=tuple(words))) == ["Qwem"]
