"""Spelling varies; offsets don't."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanthu.orthography import (
    fold,
    fold_spelling,
    is_syllable,
    markless,
    nfc,
    roman_value,
    strip_accents,
    to_roman,
)


@pytest.mark.parametrize(
    ("new", "old"),
    [("hoá", "hóa"), ("uỷ ban", "ủy ban"), ("UỶ BAN", "ỦY BAN"), ("Khoẻ", "Khỏe"), ("thuỷ", "thủy")],
)
def test_both_styles_of_tone_marks_are_one(new: str, old: str) -> None:
    assert fold_spelling(new) == old


@pytest.mark.parametrize(
    ("other", "usual"),
    [
        ("quí III", "quý III"),
        ("QUÍ II", "QUÝ II"),
        ("qui định", "quy định"),
        ("định kì", "định kỳ"),
        ("Kĩ thuật, quản lí", "Kỹ thuật, quản lý"),
        ("kỉ niệm", "kỷ niệm"),
        ("tỉ lệ", "tỷ lệ"),
        ("y, bác sỹ", "y, bác sĩ"),
    ],
)
def test_both_letters_at_the_end_of_a_syllable_are_one(other: str, usual: str) -> None:
    assert fold_spelling(other) == usual


@pytest.mark.parametrize(
    "word", ["tỉnh", "kiểm", "lịch", "kín", "thị xã", "vị trí", "chỉ", "li", "ti vi", "quit", "sĩ"]
)
def test_no_other_syllable_is_touched(word: str) -> None:
    assert fold_spelling(word) == word


@pytest.mark.parametrize("word", ["hoàn", "quý", "QUÝ", "quỹ", "toán", "uyển"])
def test_what_can_be_written_one_way_only_stays(word: str) -> None:
    assert fold_spelling(word) == word


@given(st.text())
def test_folding_keeps_every_offset(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_the_border_form_is_stable(text: str) -> None:
    assert nfc(nfc(text)) == nfc(text)


def test_the_look_alike_becomes_the_letter() -> None:
    assert nfc("QUYẾT ÐỊNH") == "QUYẾT ĐỊNH"


@pytest.mark.parametrize("unseen", ["\u200b", "\u200e", "\u202e", "\u2060", "\ufeff"])
def test_signs_that_nobody_sees_are_none(unseen: str) -> None:
    assert nfc(f"{unseen}1. Đoàn{unseen} xa{unseen}\u0303") == "1. Đoàn xã"


def test_hard_blanks_are_blanks_and_dashes_stay() -> None:
    assert nfc("Đông\u00a0Sậy \u2013 \u2018A\u2019") == "Đông Sậy \u2013 \u2018A\u2019"


def test_search_form() -> None:
    assert strip_accents("Kế hoạch Đắk Lắk") == "Ke hoach Dak Lak"


@pytest.mark.parametrize("text", ["Bác sỹ quản lí kĩ thuật", "bác sĩ quản lý kỹ thuật"])
@pytest.mark.parametrize("typed", ["bac sy quan li ki thuat", "Bac si quan ly ky thuat"])
def test_who_leaves_marks_out_writes_either_letter(text: str, typed: str) -> None:
    assert markless(text) == markless(typed)


def test_other_words_without_marks_stay_apart() -> None:
    assert markless("Kỉ vật, hy vọng, khi, sít") == "ky vat, hy vong, khi, sit"


@pytest.mark.parametrize(
    "word",
    ["nghiêng", "quyền", "giường", "thuở", "huyện", "khuya", "ngoằn", "gìn", "Quý", "y", "uỷ", "việc", "hoá"],
)
def test_syllables(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["VNeID", "bcx", "Zalo", "tthưc", "", "12", "kêếh"])
def test_what_is_no_syllable(word: str) -> None:
    assert not is_syllable(word)


@given(st.integers(min_value=1, max_value=3999))
def test_roman_figures_are_read_back(number: int) -> None:
    assert roman_value(to_roman(number)) == number


@pytest.mark.parametrize("text", ["", "IIX", "VV", "ABC", "iv"])
def test_what_is_no_roman_numeral_has_no_value(text: str) -> None:
    assert roman_value(text) is None
