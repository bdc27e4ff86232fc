from __future__ import annotations

import pytest

from vanthu.times.numbers import figures, repair_digits, to_int, words_to_int


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("mười lăm", 15),
        ("hai mươi mốt", 21),
        ("ba mươi", 30),
        ("mười", 10),
        ("bốn mươi lăm", 45),
        ("chín", 9),
    ],
)
def test_words(words: str, number: int) -> None:
    assert words_to_int(words) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [("30 (ba mươi)", 30), ("3O", 30), ("l5", 15), ("05", 5), ("ngày", None), (None, None)],
)
def test_to_int(text: str | None, number: int | None) -> None:
    assert to_int(text) == number


def test_letters_are_left_where_no_figure_says_it_is_a_number() -> None:
    assert repair_digits("lO") == "lO"
    assert figures("ll") == 11
    assert figures("ngày") is None
