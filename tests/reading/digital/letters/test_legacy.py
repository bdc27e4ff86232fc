from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from old_code import TABLES, written
from vanthu.orthography import nfc
from vanthu.reading.digital.letters.legacy import by_font, by_words, converted_lines

SENTENCE = "Ủy ban nhân dân xã yêu cầu các thôn tổ chức thực hiện nghiêm túc kế hoạch này, báo cáo trước ngày"
SMALL = [
    unicodedata.normalize("NFC", base + tone)
    for base in "aăâeêioôơuưy"
    for tone in ("", *"\u0301\u0300\u0309\u0303\u0323")
]
LETTERS = [*SMALL, "đ"]


@pytest.mark.parametrize("name", ["TCVN3", "VNI", "VPS"])
@pytest.mark.parametrize("letter", LETTERS)
def test_every_letter_has_a_code(name: str, letter: str) -> None:
    assert TABLES[name].convert(written(letter, TABLES[name])) == letter


@pytest.mark.parametrize("name", ["VNI", "VPS"])
@pytest.mark.parametrize("letter", ["Á", "Ề", "Ữ", "Ơ", "Đ", "Ỉ"])
def test_capitals_of_tables_that_have_them(name: str, letter: str) -> None:
    assert TABLES[name].convert(written(letter, TABLES[name])).upper() == letter


@pytest.mark.parametrize(
    ("name", "seen", "meant"),
    [
        ("TCVN3", "Céng hoµ x· héi chñ nghÜa ViÖt Nam", "Cộng hoà xã hội chủ nghĩa Việt Nam"),
        ("TCVN3", "§éc lËp - Tù do - H¹nh phóc", "Độc lập - Tự do - Hạnh phúc"),
        ("TCVN3", "ng-êi t- vÊn -u tiªn KH-UBND nh\u00ad", "người tư vấn ưu tiên KH-UBND như"),
        ("VNI", "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
        ("VNI", "ÑOÄC LAÄP, ngöôøi ñöôïc thò xaõ Ñaéc", "ĐỘC LẬP, người được thị xã Đắc"),
        (
            "VPS",
            "C\u00b6ng h\u00f2a x\u00e3 h\u00b6i ch\u00fb ngh\u00efa Vi\u0152t",
            "Cộng hòa xã hội chủ nghĩa Việt",
        ),
    ],
)
def test_texts_as_they_are_met(name: str, seen: str, meant: str) -> None:
    assert TABLES[name].convert(seen) == meant


@pytest.mark.parametrize(
    ("name", "seen", "meant"), [("VPS", "TR\u00d0\u0178NG", "TRƯỞNG"), ("TCVN3", "hai m\u00d0t", "hai mét")]
)
def test_codes_that_look_like_another_letter_are_known_when_folded_to_it(
    name: str, seen: str, meant: str
) -> None:
    assert nfc(seen) != seen
    assert TABLES[name].convert(nfc(seen)) == TABLES[name].convert(seen) == meant


def test_capitals_of_tcvn3_come_from_the_font_or_from_the_words_around() -> None:
    table = TABLES["TCVN3"]
    assert table.convert("céng hoµ", capitals=True) == "CỘNG HOÀ"
    assert converted_lines(["CéNG HOµ X· HéI", "Hµ Néi, ngµy 2", "Sè: 12/KH-UBND"], table) == [
        "CỘNG HOÀ XÃ HỘI",
        "Hà Nội, ngày 2",
        "Số: 12/KH-UBND",
    ]


@pytest.mark.parametrize(
    ("font", "name"),
    [
        ("ABCDEE+.VnTime", "TCVN3"),
        (".VnTimeH", "TCVN3"),
        ("VNI-Times,Bold", "VNI"),
        ("AAAAAA+VPS", "VPS"),
        ("TimesNewRomanPSMT", None),
        ("VnExpressNews"[2:], None),
    ],
)
def test_a_font_tells_its_table(font: str, name: str | None) -> None:
    found = by_font(font)
    assert (found.name if found else None) == name


def test_a_font_tells_that_it_shows_capitals() -> None:
    table = TABLES["TCVN3"]
    assert table.shows_capitals("ABCDEE+.VnTimeH,Bold")
    assert not table.shows_capitals(".VnHelvetIns")
    assert not table.shows_capitals(".VnTime")


@pytest.mark.parametrize("name", ["TCVN3", "VNI", "VPS"])
def test_words_tell_their_table(name: str) -> None:
    found = by_words(written(SENTENCE.lower(), TABLES[name]).split())
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize(
    "text",
    [SENTENCE, "ke hoach cong tac", "ÿ§¶ µ·¸ ©ª« ¬®¯ ±²³ ´¹º »¼½ ¿¿¿", "déjà vu où êtes mêlée Noël hôtel"],
)
def test_other_words_tell_none(text: str) -> None:
    assert by_words(text.split()) is None


@given(st.text(st.sampled_from([*LETTERS, *"bcdghklmnpqrstvx ", *"0123456789/.,"]), max_size=60))
def test_what_was_written_in_a_table_is_read_back(text: str) -> None:
    table = TABLES["TCVN3"]
    assert table.convert(written(text, table)) == text
