"""An expression with fewer repeats matches what the written one matches."""

from __future__ import annotations

import pytest
import regex
from hypothesis import assume, given
from hypothesis import strategies as st

from vanthu.orthography import fold_spelling, nfc
from vanthu.rulebook import load_rulebook
from vanthu.rulebook.lean import lean
from vanthu.rulebook.match import RuleSet
from vanthu.rulebook.patterns import has_runs_of_blanks

_OFTEN = (
    "",
    "",
    "?",
    "*",
    "+",
    "{2}",
    "{1,2}",
    "{0,3}",
    "{2,}",
    "{,2}",
    "??",
    "*?",
    "+?",
    "{1,3}?",
    "?+",
    "*+",
)
_REPEATED = st.builds(
    str.__add__,
    st.sampled_from(
        ["a", "b", r"\s", r"\d", "[ab]", r"\.", "[^b]", "(?:a|b1)", r"(?:\s+)", "(ab|a)", "(?P<x>b)"]
    ),
    st.sampled_from(_OFTEN),
)
_EXPRESSIONS = st.recursive(
    st.one_of(_REPEATED, st.sampled_from(["(?<=a)", "(?!b)", r"\m", "^", r"(?<!\s)"])),
    lambda part: st.one_of(
        st.lists(part, min_size=1, max_size=4).map("".join),
        st.lists(part, min_size=1, max_size=3).map("|".join).map("(?:{})".format),
        st.builds("(?:{}){}".format, part, st.sampled_from(_OFTEN)),
    ),
    max_leaves=8,
)


def found(expression: str, text: str) -> list[tuple[object, ...]]:
    pattern = regex.compile(expression, regex.VERSION0 | regex.IGNORECASE)
    return [(m.span(), m.groups(), m.groupdict()) for m in pattern.finditer(text, timeout=2)]


@given(expression=_EXPRESSIONS, text=st.text("aAb1. \n", max_size=12))
def test_the_same_is_found_with_the_same_groups(expression: str, text: str) -> None:
    assume(not has_runs_of_blanks(text))
    assert found(lean(expression), text) == found(expression, text)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (r"\s*(?:của\s+)?tháng", r"(?:\s|)(?:(?:của\s)|)tháng"),
        (r"(?:\s+)\d{1,2}", r"\s\d(?:\d|)"),
        (r"\s*?a??", r"(?:|\s)(?:|a)"),
        (r"[\s,]?\p{L}{2}", r"(?:[\s,]|)\p{L}\p{L}"),
        (r"(?:\s+và\s*)?", r"(?:(?:\svà(?:\s|))|)"),
        (r"(?P<day>\d)?", r"(?:(?P<day>\d)|)"),
    ],
)
def test_what_may_stand_there_is_one_of_two_ways(written: str, said: str) -> None:
    assert lean(written) == said


@pytest.mark.parametrize(
    "kept", [r"(?:\s*:?\s*)*", r"(?:a?\s){1,9}", r"(?P<day>\d){1,2}", r"(a){2}", r"\s{2,}", r"a?+", r"\?+"]
)
def test_what_may_come_without_end_or_twice_with_a_name_stays(kept: str) -> None:
    assert lean(kept) == kept


@pytest.mark.parametrize("broken", [r"(?:\s*năm", r"\s*năm)", r"\s*)(", "["])
def test_what_the_engine_would_refuse_stays_for_it_to_refuse(broken: str) -> None:
    assert lean(broken) == broken


@pytest.fixture(scope="module")
def deadlines() -> RuleSet:
    return load_rulebook()["DEADLINE"]


def test_rules_find_the_same_as_their_authors_wrote(deadlines: RuleSet) -> None:
    """On the examples of all rules of the file that holds the most repeats."""
    texts = {fold_spelling(nfc(e.text)) for c in deadlines.compiled for e in c.rule.examples}
    for compiled in deadlines.compiled:
        written = regex.compile(compiled.pattern.written, compiled.pattern.lean.flags)
        for text in texts:
            if not has_runs_of_blanks(text):
                by_author = [(m.span(), m.capturesdict()) for m in written.finditer(text)]
                assert [
                    (m.span(), m.capturesdict()) for m in compiled.pattern.lean.finditer(text)
                ] == by_author


@pytest.mark.parametrize("blanks", [" ", "  ", " \n ", "\t\t"])
def test_blanks_may_stand_in_a_row(deadlines: RuleSet, blanks: str) -> None:
    found = deadlines.first(blanks.join(["Báo", "cáo", "trước", "ngày", "15/9/2025", "."]))
    assert found is not None
    assert found.rule.id == "deadline.due.before"
