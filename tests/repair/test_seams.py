"""Words read as one where another engine saw several."""

from __future__ import annotations

import pytest

from mending import codes, mend, mended, others, recognised
from vanthu.repair.seams import Parting


@pytest.mark.parametrize(
    ("read", "readings", "meant"),
    [
        ("công tác.triển khai", {"tác.triển": "tác triển"}, "công tác triển khai"),
        ("4.Gần với việc", {"4.Gần": "4. Gắn"}, "4. Gắn với việc"),
        (
            "số 08/QĐ-TTg,ngày 06/02/2022",
            {"08/QĐ-TTg,ngày": "08/QĐ-TTg, ngày"},
            "số 08/QĐ-TTg, ngày 06/02/2022",
        ),
    ],
)
def test_a_seam_that_both_readings_allow_is_opened(read: str, readings: dict[str, str], meant: str) -> None:
    assert mended(read, readings=readings) == meant


def test_nothing_is_taken_apart_without_another_reading() -> None:
    assert mended("4.Gắn với việc", confidence=0.99) == "4.Gắn với việc"


def test_repairs_and_flags_tell_the_words_as_they_were() -> None:
    words = recognised("công tác.triển khai", "bản Nậm^0.1")
    made = mend(words, {"tác.triển": "tác triển"})
    assert [(r.word, r.original, r.replacement) for r in made.repairs] == [(1, "tác.triển", "tác triển")]
    assert [flag.words for flag in made.flags] == [(4,)]
    apart = Parting.of(words, others(words, {"tác.triển": "tác triển"}))
    assert apart.origins == (0, 1, 1, 2, 3, 4)


def test_other_figures_in_another_number_of_words_go_to_a_person() -> None:
    assert codes("đạt 100% chỉ tiêu", readings={"100%": "2 100%"}) == ["figure.unsure"]


def test_blanks_alone_are_no_difference() -> None:
    assert codes("Lưu: VT,KGVX", readings={"VT,KGVX": "VT, KGVX"}) == []
