from __future__ import annotations

import pytest

from mending import codes, mend, mended, mender, recognised
from vanthu.document.geometry import Box
from vanthu.document.page import Mark, MarkKind


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("trước ngày 32/13/2023", "date.impossible"),
        ("ngày 30 tháng 02 năm 2024", "date.impossible"),
        ("ngày 31/4", "date.impossible"),
        ("ngày 27/1 1/2021", "date.broken"),
        ("ngày 16/7/20 21", "date.broken"),
        ("từ ngày 09/8/2022, 10/8/2022, 11/8/2022 đến ngày 23/10/2041", "date.far"),
        ("ngày 06/02/1022^0.99", "date.far"),
        ("Nghị định số 347/2022/NĐ-CP ngày 09/8/2023 của Chính phủ", "date.disagrees"),
        ("trước ngày 09/8/2022^0.5", "date.unsure"),
        ("Quyết định số 08/QĐ-TTg^0.5", "number.unsure"),
        ("Quyết định số 06/QĐ-TTE", "number.symbol"),
        ("Quyết định số 08/QĐ-TT ngày", "number.symbol"),
        ("Tờ trình số 18/TTr-HT X ngày 07/5/2025", "number.symbol"),
        ("có 45^0.4 học sinh", "figure.unsure"),
        ("xã Mường^0.2 Ngoi", "name.unclear"),
        ("bản Zkx^0.1", "word.unclear"),
    ],
)
def test_doubtful_places_go_to_a_person(line: str, code: str) -> None:
    assert code in codes(line)


@pytest.mark.parametrize(
    "line",
    [
        "trước ngày 09/8/2022",
        "ngày 29 tháng 02 năm 2024",
        "số hóa 52/96 quyển",
        "Luật số 85/2015/QH13 ngày 25/6/2015",
        "Chỉ thị số 46-CT/TW ngày 16/5/2025",
        "Kế hoạch số 318/KH-CAT-PA05 ngày 09/11/2031",
        "Nghị định số 347/2022/NĐ-CP ngày 09/8/2022",
        "Công văn số 156/UBND-NC ngày 17/5/2031",
        "4 - Phối hợp với các đơn vị",
        "Ủy ban^0.5 nhân dân xã",
        "tổ chức thực hiện",
    ],
)
def test_what_was_read_well_is_not_asked_about(line: str) -> None:
    assert codes(line) == []


def test_the_numeral_of_the_next_line_is_no_part_of_a_symbol() -> None:
    assert codes("theo Kế hoạch số 15/KH-UBND", "I. MỤC ĐÍCH") == []


def test_one_act_with_two_dates_is_asked_about() -> None:
    lines = ("số 08/QĐ-TTg ngày 06/02/2022", "và số 08/QĐ-TTg ngày 06/07/2022")
    assert codes(*lines) == ["date.at_odds", "date.at_odds"]


def test_a_flag_tells_where_and_what() -> None:
    words = recognised("hoàn thành trước ngày 06/02/2022^0.4")
    (flag,) = mend(words, {"06/02/2022": "08/02/2022"}).flags
    assert (flag.page, flag.text, flag.candidates) == (1, "06/02/2022", ("08/02/2022",))
    assert flag.words == (4,)
    assert flag.box == words[4].box
    assert flag.reason == mender().file.reasons[flag.code]


def test_neighbours_in_doubt_are_one_flag() -> None:
    assert codes("bản Zkx^0.1 Qwt^0.1 Pwk^0.1") == ["word.unclear"]


def test_words_that_were_mended_are_not_asked_about() -> None:
    assert codes("tăng cường tố^0.4 chức thực hiện") == []


def stamped(*words: int) -> tuple[Mark, ...]:
    """A stamp that says something, with its own words."""
    return (
        Mark(kind=MarkKind.ARRIVAL, page=1, box=Box(50, 40, 150, 80), text="ĐẾN Zkx", words=words),
        Mark(kind=MarkKind.SEAL, page=1, box=Box(50, 40, 150, 80), words=tuple(range(8))),
    )


def test_nobody_is_asked_about_words_of_stamps_but_about_those_under_a_seal() -> None:
    words = recognised("ĐẾN Zkx^0.1 bản Vwz^0.1", "ngày 32/13/2023")
    assert [flag.text for flag in mender()(words, marks=stamped(0, 1)).flags] == ["Vwz", "32/13/2023"]
    assert [flag.text for flag in mender()(words, marks=stamped(0, 1, 5)).flags] == ["Vwz"]


def test_a_figure_does_not_go_on_into_a_stamp() -> None:
    words = recognised("ngày 05 tháng 6 năm 2024 - PZ xã Đồng Khê", confidence=0.99)
    assert [flag.text for flag in mender()(words).flags] == ["2024 - PZ"]
    assert mender()(words, marks=stamped(6, 7)).flags == ()


@pytest.mark.parametrize(
    ("read", "other", "asked"),
    [
        ("lần/tuần", "lãn/tuãn", []),
        ("(b/c);", "(b/€);", []),
        ("ngày/đêm", "ngày/đệm", ["word.dispute"]),
        ("Zưv/tuần", "lần/tuần", ["word.dispute"]),
    ],
)
def test_of_joined_syllables_those_are_believed_that_are_syllables(
    read: str, other: str, asked: list[str]
) -> None:
    assert codes(f"báo cáo {read}", readings={read: other}) == asked


def test_a_fifth_figure_of_a_year_is_a_mark_of_a_footnote_and_goes_to_a_person() -> None:
    assert mended("trước ngày 25/4/20252. Các thôn", confidence=0.99) == "trước ngày 25/4/2025². Các thôn"
    assert codes("trước ngày 25/4/20252.") == ["date.unsure"]
    assert codes("trước ngày 25/4/2025.") == []
