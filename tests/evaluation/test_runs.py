from __future__ import annotations

from pathlib import Path

import pytest

from vanthu.errors import InputError
from vanthu.evaluation import runs
from vanthu.evaluation.runs import EvaluationRun, Miss
from vanthu.evaluation.tally import Comparison, Difference, Tally

WRONG = Difference("lead", "II.b1", "Phòng Kinh tế", "Phòng Nội vụ")
LATE = Difference("deadlines", "II.b2", "kind=due date=2026-04-30", "")


def comparison(*differences: Difference) -> Comparison:
    made = Comparison(differences=list(differences))
    made.add("lead", hits=9, expected=10, found=12)
    return made


def test_a_run_pools_documents() -> None:
    run = EvaluationRun.of({"a": comparison(WRONG), "b": comparison()})
    assert run.tallies == {"lead": Tally(18, 20, 24)}
    assert (run.tallies["lead"].precision, run.tallies["lead"].recall) == (0.75, 0.9)
    assert run.misses == (Miss("a", WRONG),)


def test_what_was_gained_and_lost_counts_in_documents_of_both_runs() -> None:
    before = EvaluationRun.of({"a": comparison(WRONG, WRONG), "gone": comparison(LATE)})
    after = EvaluationRun.of({"a": comparison(WRONG, LATE), "new": comparison(LATE)})
    change = runs.changes(before, after)
    assert change.gained == (Miss("a", WRONG),)
    assert change.lost == (Miss("a", LATE),)


def test_a_saved_run_comes_back(tmp_path: Path) -> None:
    run = EvaluationRun.of({"a": comparison(WRONG, LATE)})
    file = tmp_path / "run.json"
    file.write_text(runs.dumps(run), encoding="utf-8")
    assert runs.load(file) == run


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"version": 2}', '{"version": 1, "documents": []}'])
def test_another_file_is_told_in_one_line(tmp_path: Path, text: str) -> None:
    file = tmp_path / "run.json"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match="không phải lần đánh giá") as caught:
        runs.load(file)
    assert caught.value.where == str(file)


def test_nothing_expected_and_nothing_found_is_right() -> None:
    assert (Tally().precision, Tally().recall, Tally().f1) == (1.0, 1.0, 1.0)
