"""What an expression tells of the texts that it matches is true of each of them."""

from __future__ import annotations

from random import Random

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from expressions import maker
from vanthu.orthography import fold_spelling, nfc
from vanthu.rulebook import load_rulebook
from vanthu.rulebook.literals import bare, literals, tells

_TRIES = 8  # texts of each pattern
_OFTEN = ("", "", "?", "*", "+", "{2}", "{1,2}", "{0,3}", "{2,}", "{,2}", "??", "+?", "*+", "{0}")
_REPEATED = st.builds(
    str.__add__,
    st.sampled_from(
        ["a", "bc", r"\s", r"\d", "1", "[ab]", "[0-3 c]", r"\.", "[^b]", ".", r"\w", "(?:a|b1)", "(ab|c)"]
    ),
    st.sampled_from(_OFTEN),
)
_AROUND = st.sampled_from(["(?<=a)", "(?!b)", "(?=c)", "(?<!1)", r"\m", "^", r"\Z"])
_EXPRESSIONS = st.recursive(
    st.one_of(_REPEATED, _AROUND),
    lambda part: st.one_of(
        st.lists(part, min_size=1, max_size=4).map("".join),
        st.lists(part, min_size=1, max_size=3).map("|".join).map("(?:{})".format),
        st.builds("(?:{}){}".format, part, st.sampled_from(_OFTEN)),
        st.builds("(?={})".format, part),
    ),
    max_leaves=8,
)


def told(expression: str) -> list[set[str]]:
    return [set(strings) for strings in literals(expression)]


@given(expression=_EXPRESSIONS, text=st.text("aAbBc1 2.\n", max_size=12))
def test_a_text_that_is_matched_holds_one_of_each(expression: str, text: str) -> None:
    if regex.search(expression, text, regex.VERSION0 | regex.IGNORECASE, timeout=2):
        assert all(any(one in bare(text) for one in strings) for strings in literals(expression))


def test_examples_of_all_rules_hold_what_their_expressions_tell() -> None:
    for ruleset in load_rulebook().sets.values():
        for compiled in ruleset.compiled:
            for example in compiled.rule.examples:
                text = fold_spelling(nfc(example.text))
                assert compiled.pattern.on(text).search(text)
                for strings in compiled.pattern.literals:
                    assert any(one in bare(text) for one in strings), (compiled.rule.id, text, strings)


def test_texts_made_of_all_patterns_hold_what_they_tell() -> None:
    random = Random(20)  # noqa: S311 - cases, no secrets
    for ruleset in load_rulebook().sets.values():
        for compiled in ruleset.compiled:
            make = maker(compiled.pattern.written)
            for text in (fold_spelling(make(random)) for _ in range(_TRIES)):
                if compiled.pattern.on(text).search(text):
                    for strings in compiled.pattern.literals:
                        assert any(one in bare(text) for one in strings), (compiled.rule.id, text, strings)


@pytest.mark.parametrize(
    ("expression", "strings"),
    [
        (r"trước\s+(?:ngày\s+)?\d{1,2}/\d{1,2}", [{"trước0/", "trướcng"}]),
        (r"hạn (?:chót|nộp)", [{"hạnchót", "hạnnộp"}]),
        (r"(?<!\w)quý\s*[IV]+(?!\w)", [{"quýi", "quýv"}]),
        (r"(?:họp|gặp)\s\w+\strong\s+tuần", [{"trongtu"}, {"họp", "gặp"}]),
        (r"báo cáo(?=\s+tháng)", [{"báocáo"}, {"tháng"}]),
        (r"(?:họp\s\w+|tuần) \d", [{"họp", "tuần"}, {"0"}]),
        (r"(?P<days>\d+ngày|\d+ngàyđêm)", [{"0ngày"}]),
        (r"hạn\s*[:;]\s*\d", [{"hạn:0", "hạn;0"}]),
    ],
)
def test_words_are_told_without_blanks_and_numbers(expression: str, strings: list[set[str]]) -> None:
    assert told(expression) == strings


@pytest.mark.parametrize(
    "expression", [r"\w+", "[^a]", r"(?:trước)?\s*", "(?!trước)", r"(?:trước|\p{L}+)", "a*"]
)
def test_what_may_be_anything_tells_nothing(expression: str) -> None:
    assert told(expression) == []


@pytest.mark.parametrize(
    "expression",
    [
        r"a\x41",
        r"(a)(?(1)b|c)",
        r"\L<names>a",
        "a{b",
        r"a[[:alpha:]]b",
        r"a[+-\/]b",
        "(?x)a b",
        "(?x:a b)c",
        "a(?R)?b",
    ],
)
def test_what_is_not_known_here_tells_nothing(expression: str) -> None:
    assert told(expression) == []


@pytest.mark.parametrize(
    ("needed", "told"),
    [
        ({"hạnchót", "hạnnộp"}, True),
        ({"hạn"}, True),
        ({"hồsơ", "tờtrình"}, True),  # more of it than is looked for
        ({"hạnchót"}, False),
        ({"ngày"}, False),
    ],
)
def test_strings_that_add_nothing_are_known(needed: set[str], told: bool) -> None:
    assert tells(r"hạn (?:chót|nộp) (?:bộ\s+hồ\s+sơ|bản\s+tờ\s+trình)\w*", frozenset(needed)) is told


def test_a_text_is_bare_of_blanks_case_and_numbers() -> None:
    assert bare(" Trước \n NGÀY 30 / 6/2031, hoà  giải 2 5 ") == "trướcngày0/0/0,hòagiải0"
