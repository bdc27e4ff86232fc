"""Short plans with planted faults: every code has cases, and what the audit raises is told apart from what was planted."""

from __future__ import annotations

from pathlib import Path

from plan_findings import Case, cases, codes_found, judged, plan_text


def test_every_code_has_cases_of_its_own_and_some_are_held_out() -> None:
    known, held = cases(held=False), cases(held=True)
    codes = [case.code for case in known if case.code]
    assert all(codes.count(code) > 2 for code in codes)
    assert {case.code for case in held} <= {None, *codes}
    assert None in {case.code for case in known} & {case.code for case in held}
    told = [plan_text(case.parts) for case in (*known, *held)]
    assert len(told) == len(set(told))


def test_what_was_planted_is_asked_of_a_whole_plan(tmp_path: Path) -> None:
    assert codes_found({}, tmp_path) == []
    assert codes_found({"number": ""}, tmp_path) == ["number-missing"]


def test_a_finding_that_nobody_planted_costs_precision() -> None:
    rows = judged([(Case("duplicate-task", {}), ["duplicate-task", "invalid-date"]), (Case(None, {}), [])])
    assert [row[:4] for row in rows] == [
        ["duplicate-task", "1", "1", "0"],
        ["invalid-date", "0", "0", "1"],
        ["all", "1", "1", "1"],
    ]
