"""Only rules whose strings stand in a text are tried."""

from __future__ import annotations

import pytest

from vanthu.rulebook.needs import Needs

_NEEDS = Needs(
    [
        [frozenset({"trước", "sau"}), frozenset({"ngày0"})],
        [],
        [frozenset({"ngày"})],
        [frozenset({"ngày0/0"})],
    ],
    [None, 20, None, None],
)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("gửi trước ngày 15", [0, 1, 2]),
        ("sau  NGÀY 15/9/2031 thì họp", [0, 2, 3]),
        ("trước hội nghị", [1]),
        ("ngày hội", [1, 2]),
        ("", [1]),
    ],
)
def test_a_rule_needs_one_string_of_each_set_and_a_text_that_is_short_enough(
    text: str, places: list[int]
) -> None:
    assert _NEEDS.met(text) == places


def test_rules_that_need_nothing_are_always_tried() -> None:
    assert Needs([[], []], [None, None]).met("") == [0, 1]
