"""Numbers and days that a pen filled in."""

from __future__ import annotations

import pytest

from builders import plan_of
from vanthu.document.geometry import Box
from vanthu.document.page import Dispute, Mark, MarkKind, Place, Written
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
    assert (number.value, number.blank) == (None, False)
    assert number.review == "số viết tay, máy không đọc được; đề nghị đối chiếu với bản gốc"


def test_day_of_which_nothing_was_read_is_not_blank(rulebook: Rulebook) -> None:
    plan = by_pen(paper("Số: 71/KH-UBND", "Suối Trong, ngày tháng 3 năm 2024"), DATE_LINE)
    issued = read_header(plan, rulebook).issued_on
    assert (issued.value, issued.blank) == ("2024-03", False)
    assert issued.review == "ngày ban hành viết tay, máy không đọc được; đề nghị đối chiếu với bản gốc"


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


def filled(plan: Plan, line: int, place: Place, *written: tuple[str, float]) -> Plan:
    """With handwriting on a line that was read so, beside the marks that the plan has."""
    box = Box(100.0, 50.0 + 20 * line, 120.0, 62.0 + 20 * line)
    said = tuple(Written(text=text, confidence=sure) for text, sure in written)
    pen = Mark(kind=MarkKind.HANDWRITING, page=1, box=box, place=place, written=said)
    return plan.with_layers(marks=(*(plan.marks or ()), pen))


OPEN = ("Số: /KH-UBND", "Suối Trong, ngày tháng 3 năm 2024")


def test_number_surely_read_from_handwriting_stands_and_is_asked_about(rulebook: Rulebook) -> None:
    plan = filled(paper(*OPEN), NUMBER_LINE, Place.NUMBER, ("141", 0.97), ("147", 0.02))
    number = read_header(plan, rulebook).number
    assert (number.value, number.confidence, number.by_hand) == ("141", 0.97, True)
    assert number.candidates == ("147",)
    assert number.review is not None
    assert "viết tay" in number.review
    assert number.evidence is not None
    assert number.evidence.confidence == 0.97
    assert (plan.marks or ())[0].box in [r.box for r in number.evidence.regions]


def test_number_read_from_handwriting_without_certainty_is_a_candidate_alone(rulebook: Rulebook) -> None:
    plan = filled(paper(*OPEN), NUMBER_LINE, Place.NUMBER, ("141", 0.7), ("741", 0.2))
    number = read_header(plan, rulebook).number
    assert (number.value, number.candidates, number.by_hand) == (None, ("141", "741"), False)


def test_day_surely_read_from_handwriting_stands(rulebook: Rulebook) -> None:
    issued = read_header(filled(paper(*OPEN), DATE_LINE, Place.DAY, ("18", 0.97)), rulebook).issued_on
    assert (issued.value, issued.by_hand) == ("2024-03-18", True)
    assert issued.confidence == 0.97
    assert issued.review is not None
    assert "18/03/2024" in issued.review


def test_day_that_the_month_does_not_have_is_no_reading(rulebook: Rulebook) -> None:
    open_ = OPEN[0], "Suối Trong, ngày tháng 2 năm 2023"
    issued = read_header(
        filled(paper(*open_), DATE_LINE, Place.DAY, ("30", 0.97), ("20", 0.01)), rulebook
    ).issued_on
    assert (issued.value, issued.candidates) == ("2023-02", ("2023-02-20",))


@pytest.mark.parametrize(
    ("arrived", "value"),
    [("20/3/2024", "2024-03-18"), ("15/03/2024", "2024-03"), ("15 / 3 / 2024", "2024-03")],
)
def test_no_paper_arrives_before_it_is_issued(arrived: str, value: str, rulebook: Rulebook) -> None:
    stamp = Mark(kind=MarkKind.ARRIVAL, page=1, box=Box(60, 250, 120, 270), fields={"date": arrived})
    plan = paper(*OPEN).with_layers(marks=(stamp,))
    issued = read_header(filled(plan, DATE_LINE, Place.DAY, ("18", 0.97)), rulebook).issued_on
    assert issued.value == value
    assert issued.value == "2024-03-18" or issued.candidates == ("2024-03-18",)


def test_month_by_pen_makes_a_day_only_as_sure_as_both(rulebook: Rulebook) -> None:
    open_ = OPEN[0], "Suối Trong, ngày tháng năm 2024"
    day = filled(paper(*open_), DATE_LINE, Place.DAY, ("18", 0.97))
    sure = read_header(filled(day, DATE_LINE, Place.MONTH, ("3", 0.97)), rulebook).issued_on
    unsure = read_header(filled(day, DATE_LINE, Place.MONTH, ("3", 0.91)), rulebook).issued_on
    assert sure.value == "2024-03-18"
    assert (unsure.value, unsure.candidates) == ("2024", ("2024-03-18",))
