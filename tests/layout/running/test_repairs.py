"""Repairs: recorded, undone, made once, and only where an engine read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layouts import Printed, full, laid_out, printed, rulebook, texts, transcript
from vanthu.document.geometry import Span
from vanthu.document.layout import BlockKind
from vanthu.document.plan import Plan
from vanthu.layout.running.cleaning import SCAN, Repairs
from vanthu.layout.running.ordering import roman

PIECES = (
    "~ Công an xã",
    "Il. NỘI DUNG",
    "nhƣ sau",
    "ngày O6/02/2022",
    "NĐ-CP2",
    "1. Mục đích",
    "VNelD",
    "ĐĐiều",
    "xã",
)


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("~ Tuyên truyền", "- Tuyên truyền"),
        ("Il. NỘI DUNG", "II. NỘI DUNG"),
        ("HH. Nhiệm vụ", "III. Nhiệm vụ"),
        ("íH. YÊU CẦU", "III. YÊU CẦU"),
        ("H. Bình Sơn", "H. Bình Sơn"),
        ("5, Đề nghị các thôn", "5. Đề nghị các thôn"),
        ("nhƣ sau", "như sau"),
        ("ngày O6/02/2022", "ngày 06/02/2022"),
        ("cơ quаn", "cơ quan"),
    ],
)
def test_slips_of_the_recogniser_are_mended(read: str, meant: str) -> None:
    plan = laid_out(printed([Printed(read)]))
    assert texts(plan) == [meant]
    assert plan.need_text().raw == read + "\n"


@pytest.mark.parametrize("read", ["~ Tuyên truyền", "Il. NỘI DUNG", "nhƣ sau", "Số: 36 /KH - UBND"])
def test_what_was_typed_is_left_as_it_is(read: str) -> None:
    plan = laid_out(transcript(read))
    assert texts(plan) == [read]
    assert plan.need_text().edits == ()


def test_a_numeral_that_lost_a_stroke_is_told_by_its_neighbours() -> None:
    plan = laid_out(printed([Printed(f"{n}. PHẦN CHUNG", 117, 25) for n in ("I", "I", "II", "IV")]))
    assert [t.split()[0] for t in texts(plan)] == ["I.", "II.", "III.", "IV."]


def test_an_item_that_lost_its_dash_gets_it_back() -> None:
    items = [
        Printed("- Công an xã tuần tra.", 117),
        Printed("Đoàn xã trồng cây.", 125),
        Printed("- Hội Nông dân cắt cỏ.", 117),
        Printed("- Trường học quét dọn.", 117),
        full("Trên đây là Kế hoạch của Ủy ban nhân dân xã, đề nghị các đơn vị thực hiện.", 85),
    ]
    plan = laid_out(printed(items))
    assert texts(plan, BlockKind.BODY)[1] == "- Đoàn xã trồng cây."


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=12))
def test_every_repaired_character_leads_to_a_word_and_every_edit_can_be_undone(pieces: list[str]) -> None:
    plan = laid_out(printed([Printed(piece, 117) for piece in pieces]))
    text = plan.need_text()
    for at, character in enumerate(text.value):
        if not character.isspace():
            assert text.words(Span(at, at + 1)), text.value[max(0, at - 5) : at + 5]
    assert all(text.raw[e.span.start : e.span.end] == e.original for e in text.edits)


@given(st.sampled_from(PIECES))
def test_a_second_repair_changes_nothing(piece: str) -> None:
    repairs = Repairs.of(rulebook())
    mended = piece
    for edit in sorted(repairs.edits(piece, 0, (SCAN,)), key=lambda e: e.span, reverse=True):
        mended = mended[: edit.span.start] + edit.replacement + mended[edit.span.end :]
    assert repairs.edits(mended, 0, (SCAN,)) == []


@given(st.text(alphabet="abcđêIVX.,;:-+–()1230/ \n\f\tNƠiƯunhậ", max_size=200))
def test_any_text_is_laid_out_with_every_word_at_most_once(raw: str) -> None:
    plan = laid_out(transcript(raw))
    assert_sound(plan)


def assert_sound(plan: Plan) -> None:
    text = plan.need_text()
    used = [a.word for a in text.anchors]
    assert len(used) == len(set(used))
    spans = [p.span for p in plan.paragraphs or ()]
    assert spans == sorted(spans)
    assert all(text[span].strip() == text[span] != "" for span in spans)
    shown = {w for b in plan.blocks or () for line in b.lines for w in line.words}
    celled = {w for g in plan.grids or () for c in g.cells for w in c.words}
    assert shown | celled == set(range(len(plan.words or ())))


@pytest.mark.parametrize(("numeral", "value"), [("I", 1), ("IV", 4), ("IX", 9), ("XIV", 14), ("XL", 40)])
def test_roman_numerals(numeral: str, value: int) -> None:
    assert roman(numeral) == value
