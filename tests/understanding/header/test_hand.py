"""Numbers and days that a pen filled in."""

from __future__ import annotations

import pytest

from builders import plan_of
from vanthu.document.geometry import Box
from vanthu.document.page import Dispute, Mark, MarkKind
from vanthu.document.plan import Plan
from vanthu.rulebook import Rulebook, load_rulebook
from vanthu.understanding.header import read_header

HEAD = ("ỦY BAN NHÂN DÂN", "XÃ SUỐI TRONG")
TITLE = ("KẾ HOẠCH", "Tổng vệ sinh năm 2024")
NUMBER_LINE, DATE_LINE = 2, 3


@pytest.fixture(scope="module")
def rulebook() -> Rulebook:
    return load_rulebook()


def paper(number: str, day: str, *, confidence: float = 0.9) -> Plan:
    return plan_of(*HEAD, number, day, *TITLE, confidence=confidence)


def by_pen(plan: Plan, line: int) -> Plan:
    """With handwriting on a line."""
    box = Box(100.0, 50.0 + 20 * line, 120.0, 62.0 + 20 * line)
    return plan.with_layers(marks=(Mark(kind=MarkKind.HANDWRITING, page=1, box=box),))


def test_number_read_from_handwriting_is_unknown_and_shown(rulebook: Rulebook) -> None:
    plan = by_pen(paper("Số: 71 /KH-UBND", "Suối Trong, ngày 5 tháng 3 năm 2024"), NUMBER_LINE)
    number = read_header(plan, rulebook).number
    assert number.value is None
    assert number.review == "số viết tay"
    assert number.candidates == ("71",)
    assert not number.blank
    assert number.evidence is not None
    assert (plan.marks or ())[0].box in [r.box for r in number.evidence.regions]


def test_number_of_which_nothing_was_read_is_not_blank(rulebook: Rulebook) -> None:
    plan = by_pen(paper("Số: /KH-UBND", "Suối Trong, ngày 5 tháng 3 năm 2024"), NUMBER_LINE)
    number = read_header(plan, rulebook).number
    assert (number.value, number.blank, number.review) == (None, False, "số viết tay")


def test_digits_read_with_certainty_stand(rulebook: Rulebook) -> None:
    plan = paper("Số: 71 /KH-UBND", "Suối Trong, ngày 5 tháng 3 năm 2024", confidence=0.99)
    header = read_header(by_pen(plan, NUMBER_LINE), rulebook)
    assert header.number.value == "71"


def test_day_by_hand_leaves_month_and_year(rulebook: Rulebook) -> None:
    plan = by_pen(paper("Số: 71/KH-UBND", "Suối Trong, ngày 18 tháng 3 năm 2024"), DATE_LINE)
    header = read_header(plan, rulebook)
    assert header.issued_on.value == "2024-03"
    assert header.issued_on.candidates == ("2024-03-18",)
    assert header.issued_on.review == "ngày ban hành viết tay"
    assert not header.issued_on.blank
    assert header.number.value == "71"


def test_month_by_hand_is_unknown_with_the_day(rulebook: Rulebook) -> None:
    plan = paper("Số: 71/KH-UBND", "Suối Trong, ngày 18 tháng 3 năm 2024")
    words = plan.words or ()
    month = next(w.box for w in words if w.text == "3")
    pen = Mark(kind=MarkKind.HANDWRITING, page=1, box=month)
    assert read_header(plan.with_layers(marks=(pen,)), rulebook).issued_on.value == "2024"


def test_a_number_on_whose_figures_all_readings_agree_stands_though_its_symbol_is_in_doubt(
    rulebook: Rulebook,
) -> None:
    plan = paper("Số:71/TTr-STC", "Suối Trong, ngày 18 tháng 3 năm 2024", confidence=0.4)
    at = next(n for n, w in enumerate(plan.words or ()) if w.text == "Số:71/TTr-STC")
    other = Dispute(page=1, words=(at,), box=None, text="71/TIr-STC", engine="other", confidence=0.9)
    figures = other.model_copy(update={"text": "77/TTr-STC"})

    def number(*disputes: Dispute) -> str | None:
        return read_header(plan.with_layers(disputes=disputes), rulebook).number.value

    assert (number(other), number(other, figures), number()) == ("71", None, None)


def test_stamped_urgency_is_the_documents(rulebook: Rulebook) -> None:
    stamp = Mark(kind=MarkKind.URGENCY, page=1, box=Box(60, 150, 120, 170), text="HỎA TỐC", confidence=0.9)
    plan = paper("Số: 71/KH-UBND", "Suối Trong, ngày 5 tháng 3 năm 2024").with_layers(marks=(stamp,))
    urgency = read_header(plan, rulebook).urgency
    assert urgency.value == "HỎA TỐC"
    assert urgency.evidence is not None
    assert urgency.evidence.page == 1


@pytest.mark.parametrize(
    ("line", "title", "symbol"),
    [
        ("Số: ÉH/BTC", "KẾ HOẠCH", "KH/BTC"),
        ("Số: *% @H-UBND", "KẾ HOẠCH", "KH-UBND"),
        ("Số: ê3/@Đ-SXD", "QUYẾT ĐỊNH", "QĐ-SXD"),
        ("Số: *% @H-UBND", "QUYẾT ĐỊNH", None),
        ("Số: *% @-UBND", "KẾ HOẠCH", None),
    ],
)
def test_symbol_that_a_pen_went_over_is_told_by_the_type_where_its_rest_is_read(
    rulebook: Rulebook, line: str, title: str, symbol: str | None
) -> None:
    plan = plan_of(*HEAD, line, "Suối Trong, ngày 5 tháng 3 năm 2024", title, TITLE[1], confidence=0.9)
    header = read_header(by_pen(plan, NUMBER_LINE), rulebook)
    assert header.symbol.value == symbol
    assert header.number.value is None
    assert header.number.evidence is not None
    if symbol:
        assert header.symbol.review is not None


def test_symbol_behind_a_letter_of_the_number_stands(rulebook: Rulebook) -> None:
    plan = plan_of(*HEAD, "Số: 12A/UBND", "Suối Trong, ngày 5 tháng 3 năm 2024", "BÁO CÁO", TITLE[1])
    assert read_header(plan, rulebook).symbol.value == "UBND"


def test_figure_before_what_a_pen_hides_is_no_number(rulebook: Rulebook) -> None:
    plan = plan_of(*HEAD, "Số: 2", "Suối Trong, ngày 5 tháng 3 năm 2024", *TITLE, confidence=0.99)
    line = Box(100.0, 50.0 + 20 * NUMBER_LINE, 120.0, 62.0 + 20 * NUMBER_LINE)
    words = [w for w in plan.words or () if w.box and w.box.y0 == line.y0]
    behind = max(w.box.x1 for w in words if w.box) + 5
    pen = Mark(kind=MarkKind.HANDWRITING, page=1, box=Box(behind, line.y0, behind + 30, line.y1))
    number = read_header(plan.with_layers(marks=(pen,)), rulebook).number
    assert (number.value, number.review) == (None, "số viết tay")
