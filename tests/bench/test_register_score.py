"""The score of findings against a known truth, on findings made by hand."""

from __future__ import annotations

from registers.maker import Truth
from registers.score import Found, score

_PAIR = Truth("deadline-conflict", "light", frozenset({"a.pdf#II.1", "b.pdf#II.2"}))
_OTHER = Truth("deadline-conflict", "heavy", frozenset({"a.pdf#II.5", "c.pdf#II.1"}))
_PLANS = Truth("plan-repeats", "copies", frozenset({"a.pdf", "b.pdf"}))
_TRAP = Truth("", "other places", frozenset({"a.pdf#II.8", "b.pdf#II.8"}))
_LOAD = Truth("unit-overloaded", "6 tasks", frozenset(f"a.pdf#{n}" for n in range(6)))
_ALL = (_PAIR, _OTHER, _PLANS, _TRAP, _LOAD)


def _found(code: str, *places: str) -> Found:
    return Found(code, frozenset(places))


def test_what_names_both_places_is_right_in_either_order() -> None:
    kind = score(_ALL, [_found("deadline-conflict", "b.pdf#II.2", "a.pdf#II.1")]).kinds["deadline-conflict"]
    assert (kind.recall, kind.precision) == (0.5, 1.0)
    assert kind.missed == [_OTHER]


def test_one_place_of_two_is_not_enough() -> None:
    found = _found("deadline-conflict", "b.pdf#II.2", "a.pdf#II.9")
    kind = score(_ALL, [found]).kinds["deadline-conflict"]
    assert (kind.recall, kind.precision) == (0.0, 0.0)
    assert kind.too_much == [found]


def test_the_right_places_under_another_code_are_too_much() -> None:
    result = score(_ALL, [_found("duplicate-task", "a.pdf#II.1", "b.pdf#II.2")])
    assert result.kinds["duplicate-task"].precision == 0.0
    assert result.kinds["duplicate-task"].recall is None


def test_whole_plans_are_known_by_their_name_whatever_part_is_said() -> None:
    found = _found("plan-repeats", "a.pdf#document.number", "b.pdf")
    assert score(_ALL, [found]).kinds["plan-repeats"].recall == 1.0


def test_one_truth_told_twice_is_found_once_and_both_findings_are_right() -> None:
    found = _found("deadline-conflict", "b.pdf#II.2", "a.pdf#II.1")
    kind = score(_ALL, [found, found]).kinds["deadline-conflict"]
    assert (kind.found, kind.matched, kind.findings) == (1, 2, 2)


def test_two_of_many_places_are_enough_but_naming_everything_is_not() -> None:
    some = score(_ALL, [_found("unit-overloaded", "a.pdf#1", "a.pdf#4")])
    every = score(_ALL, [_found("unit-overloaded", *(f"a.pdf#{n}" for n in range(40)))])
    assert some.kinds["unit-overloaded"].recall == 1.0
    assert every.kinds["unit-overloaded"].recall == 0.0


def test_steps_into_traps_are_counted_by_the_trap() -> None:
    result = score(_ALL, [_found("deadline-conflict", "a.pdf#II.8", "b.pdf#II.8")])
    assert result.trapped == {"other places": 1}
    assert result.traps == {"other places": 1}


def test_totals_and_what_was_missed_by_wording() -> None:
    result = score(_ALL, [_found("plan-repeats", "a.pdf", "b.pdf")])
    assert (result.total.truths, result.total.found, result.total.matched) == (4, 1, 1)
    assert ("deadline-conflict", "heavy", 2, 1) in list(result.by_wording())
