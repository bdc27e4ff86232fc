"""What another engine read is weighed, never simply taken."""

from __future__ import annotations

import pytest

from mending import codes, mended


@pytest.mark.parametrize(
    ("line", "readings", "meant"),
    [
        ("Ï. Nhiệm vụ chung", {"Ï.": "I."}, "I. Nhiệm vụ chung"),
        ("IL Nhiệm vụ chung", {"IL": "I."}, "I. Nhiệm vụ chung"),
        ("IV Nhiệm vụ chung", {"IV": "IV."}, "IV. Nhiệm vụ chung"),
        ("ứng dụng VN6ID, đăng ký", {"VN6ID,": "VNeID,"}, "ứng dụng VNeID, đăng ký"),
        ("dịch Vụ công trực tuyến", {"Vụ": "vụ"}, "dịch vụ công trực tuyến"),
        ("số 158/KH-UBAD ngày", {"158/KH-UBAD": "158/KH-UBND"}, "số 158/KH-UBND ngày"),
        ("Mẫu số 1O, 11", {"1O,": "10,"}, "Mẫu số 10, 11"),
        ("nghiêm túc thực hiện...", {"hiện...": "hiện./."}, "nghiêm túc thực hiện./."),
        ("tăng tỷ lệ øiải quyết", {"øiải": "giải"}, "tăng tỷ lệ giải quyết"),
    ],
)
def test_a_reading_that_alone_makes_sense_is_taken(line: str, readings: dict[str, str], meant: str) -> None:
    assert mended(line, readings=readings) == meant


@pytest.mark.parametrize(
    ("line", "readings"),
    [
        ("trước ngày 06/02/2022", {"06/02/2022": "08/02/2022"}),
        ("số 158/KH-UBAD ngày", {"158/KH-UBAD": "72/KH-UBND"}),
        ("tổ chức hội nghị", {"tổ": "tố"}),
        ("1. Mục đích", {"1.": "I."}),
        ("II PHÂN CÔNG", {"II": "I."}),
        ("khối 12O", {"12O": "120 em"}),
        ("các việc khác...", {"khác...": "khác."}),
    ],
)
def test_other_readings_change_nothing_by_themselves(line: str, readings: dict[str, str]) -> None:
    assert mended(line, readings=readings) == line


def test_a_figure_in_dispute_goes_to_a_person_with_both_readings() -> None:
    assert codes("trước ngày 06/02/2022", readings={"06/02/2022": "08/02/2022"}) == ["date.unsure"]


def test_a_word_that_its_neighbours_speak_for_is_not_asked_about() -> None:
    assert codes("tổ chức hội nghị", readings={"tổ": "tố"}) == []


def test_a_word_that_nothing_speaks_for_is_asked_about() -> None:
    assert codes("bản Nậm Khấu xa xôi", readings={"Khấu": "Khâu"}) == ["word.dispute"]


def test_one_stroke_over_items_that_begin_with_1_is_a_numeral() -> None:
    assert mended("I Chuẩn bị", "1. Lập tổ", "2. Tập huấn", readings={"I": "1."}).startswith(
        "I. Chuẩn bị 1. Lập"
    )
    assert mended("I Chuẩn bị", "2. Tập huấn", readings={"I": "1."}).startswith("1. Chuẩn bị 2.")


def test_strokes_that_make_a_numeral_are_not_another_ones_label() -> None:
    lines = ("I. Chuẩn bị", "II. Kiểm tra", "HI. Tổng kết")
    assert mended(*lines, readings={"HI.": "II."}).endswith("III. Tổng kết")
