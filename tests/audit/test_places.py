"""Places are named as a clerk would say them."""

from __future__ import annotations

import pytest

from vanthu.audit.places import place


@pytest.mark.parametrize(
    ("where", "words"),
    [
        ("II.10.b2", "gạch đầu dòng thứ 2, mục II.10"),
        ("D3.k2", "khoản 2, Điều 3"),
        ("III.r5", "dòng 5 của bảng, mục III"),
        ("PL1.II.2.2", "mục II.2.2, Phụ lục 1"),
        ("4.b4.s1.p1", "đoạn thứ 1, ý thứ 1, gạch đầu dòng thứ 4, mục 4"),
        ("C.2.a", "mục C.2.a"),
        ("P3.2", "mục 2, Phần 3"),
        ("IV.2_2.b1", "gạch đầu dòng thứ 1, mục IV.2"),
        ("document.number", "số văn bản"),
        ("legal_basis", "phần căn cứ"),
    ],
)
def test_paths_in_words(where: str, words: str) -> None:
    assert place(where) == words


def test_a_heading_without_a_number_goes_by_its_words() -> None:
    assert place("h34.p2", {"h34": "CHẾ ĐỘ BÁO CÁO"}) == "đoạn thứ 2, mục “CHẾ ĐỘ BÁO CÁO”"
    assert place("h34.p2") == "đoạn thứ 2"
