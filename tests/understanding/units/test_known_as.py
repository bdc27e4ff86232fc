"""What units go by within one document: its own short names, one spelling for each."""

from __future__ import annotations

import pytest

from vanthu.rulebook import Rulebook
from vanthu.understanding.units.grammar import UnitGrammar
from vanthu.understanding.units.known_as import UnitNames, alike, introduced


@pytest.fixture(scope="module")
def grammar(rulebook: Rulebook) -> UnitGrammar:
    return UnitGrammar(rulebook["UNIT"], rulebook["VERB"])


def test_one_unit_has_one_name_whatever_its_spelling(rulebook: Rulebook) -> None:
    names = UnitNames(rulebook["UNIT_SHORT"], {})
    names.learn(["Phòng Văn hoá và Thông tin", "phòng VH-TT"])
    assert names.resolve("phòng VH-TT") == names.resolve("Phòng Văn hóa và Thông tin")


def test_short_names_that_the_document_brings_in_are_followed(
    rulebook: Rulebook, grammar: UnitGrammar
) -> None:
    text = "Thành lập Ban Chỉ đạo chuyển đổi số huyện (sau đây gọi tắt là Ban Chỉ đạo) gồm 15 thành viên."
    short = introduced([text], rulebook["INTRODUCTION"], grammar)
    assert short == {"Ban Chỉ đạo": "Ban Chỉ đạo chuyển đổi số huyện"}
    assert (
        UnitNames(rulebook["UNIT_SHORT"], short).resolve("Ban Chỉ đạo") == "Ban Chỉ đạo chuyển đổi số huyện"
    )


@pytest.mark.parametrize(
    "text",
    [
        "Rà soát các hộ nghèo (sau đây gọi tắt là hộ) trong tháng 5.",  # no unit stands before
        "Thành lập Ban Quản lý chợ (gồm 05 thành viên).",
        "Thành lập Ban Quản lý chợ (sau đây gọi tắt là “ ”) gồm 05 thành viên.",  # left to be filled in
        "",
    ],
)
def test_other_brackets_bring_in_no_name(text: str, rulebook: Rulebook, grammar: UnitGrammar) -> None:
    assert introduced([text], rulebook["INTRODUCTION"], grammar) == {}


def test_the_first_full_spelling_stays(rulebook: Rulebook) -> None:
    names = UnitNames(rulebook["UNIT_SHORT"], {})
    names.learn(["Phòng Văn hóa - Xã hội", "PHÒNG VĂN HÓA – XÃ HỘI"])
    assert names.resolve("phòng văn hóa, xã hội") == "Phòng Văn hóa - Xã hội"


def test_a_name_that_was_never_learned_is_written_out(rulebook: Rulebook) -> None:
    names = UnitNames(rulebook["UNIT_SHORT"], {})
    assert names.resolve("UBND xã") == "Ủy ban nhân dân xã"


def test_a_short_name_is_followed_whatever_its_marks_and_case(rulebook: Rulebook) -> None:
    names = UnitNames(rulebook["UNIT_SHORT"], {"BCĐ 35": "Ban Chỉ đạo 35 huyện"})
    assert names.resolve("bcđ-35") == "Ban Chỉ đạo 35 huyện"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("Phòng Y tế", "PHÒNG  Y TẾ.", True), ("Quản lí chợ", "Quản lý chợ", True), ("Tổ 1", "Tổ 2", False)],
)
def test_what_makes_two_spellings_alike(one: str, other: str, *, same: bool) -> None:
    assert (alike(one) == alike(other)) is same
