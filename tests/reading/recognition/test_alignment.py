from __future__ import annotations

import string

from hypothesis import given
from hypothesis import strategies as st

from recognition_rows import row
from vanthu.reading.recognition.alignment import Pair, align, folded
from vanthu.reading.recognition.ocr import Token


def texts(pairs: tuple[Pair, ...], first: list[Token], second: list[Token]) -> list[tuple[str, str]]:
    return [
        (" ".join(first[i].text for i in p.first), " ".join(second[j].text for j in p.second)) for p in pairs
    ]


def test_words_of_one_place_are_paired_however_they_are_spelled() -> None:
    first, second = row("Ban hành kế hoạch"), row("Ban hanh kế hoạch")
    assert texts(align(first, second), first, second) == [
        ("Ban", "Ban"),
        ("hành", "hanh"),
        ("kế", "kế"),
        ("hoạch", "hoạch"),
    ]


def test_words_that_one_reading_joined_stand_against_both() -> None:
    first, second = row("ngày 27/1 1/2021"), row("ngày 27/11/2021")
    assert texts(align(first, second), first, second)[1] == ("27/1 1/2021", "27/11/2021")


def test_lines_one_above_the_other_are_kept_apart() -> None:
    first = [*row("một hai"), *row("ba bốn", line=1, y=150)]
    second = [*row("ba bốn", y=150), *row("một hai", line=1)]
    assert set(texts(align(first, second), first, second)) == {(w, w) for w in ("một", "hai", "ba", "bốn")}


def test_a_word_where_the_other_saw_nothing_at_all_is_not_covered() -> None:
    first, second = [*row("một"), *row("vết", line=1, y=600)], row("một hai")
    pairs = align(first, second)
    assert [p.covered for p in pairs if p.first == (1,)] == [False]
    assert Pair((), (1,)) in pairs


def test_kinds_of_quotes_and_dashes_make_no_difference() -> None:
    assert folded("“hoà – thuận”…") == folded('"hòa - thuận"...')
    assert folded("Ð") == folded("Đ")
    assert folded("ổn") != folded("ốn")


lines = st.lists(st.text(string.ascii_lowercase, min_size=1, max_size=6), max_size=8).map(" ".join)


@given(lines, lines)
def test_every_word_is_in_one_pair(ours: str, theirs: str) -> None:
    first, second = row(ours), row(theirs)
    pairs = align(first, second)
    assert sorted(i for p in pairs for i in p.first) == list(range(len(first)))
    assert sorted(j for p in pairs for j in p.second) == list(range(len(second)))
    assert all(p.first or p.second for p in pairs)
