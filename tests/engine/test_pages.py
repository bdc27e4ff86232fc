"""Pages of one document in several workers: one page never harms another, and a mark of secrecy ends them all."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from paged import work
from vanthu.document.page import Reading
from vanthu.document.plan import Plan
from vanthu.engine.batch import Options, each, process_all
from vanthu.engine.outcome import Outcome, Status, exit_code
from vanthu.errors import ExitCode

TWO = Options(jobs=2)


def outcomes_of(tmp_path: Path, *lines: str, seconds: float = 60.0) -> tuple[Outcome, ...]:
    file = tmp_path / "a.txt"
    file.write_text("\n".join(lines), encoding="utf-8")
    return each([file], work(seconds=seconds), TWO)[0]


def plan_of(tmp_path: Path, *lines: str, seconds: float = 60.0) -> Plan:
    (outcome,) = outcomes_of(tmp_path, *lines, seconds=seconds)
    assert isinstance(outcome.made, Plan), outcome.failure
    return outcome.made


def readings(plan: Plan) -> list[Reading]:
    return [page.reading for page in plan.pages or ()]


def test_pages_of_one_document_are_read_by_all_workers_and_come_in_order(tmp_path: Path) -> None:
    plan = plan_of(tmp_path, *[f"slow 0.2 {n}" for n in range(8)])
    assert [page.number for page in plan.pages or ()] == list(range(1, 9))
    assert [word.text for word in plan.words or ()][2::3] == [str(n) for n in range(8)]
    assert len({page.reason for page in plan.pages or ()}) == 2


@pytest.mark.parametrize(
    ("order", "told"),
    [
        ("killed", "dừng đột ngột"),
        ("hungry", "không đủ bộ nhớ"),
        ("crash", "ZeroDivisionError"),
        ("slow 600", "quá 3 giây"),
    ],
)
def test_a_page_that_goes_wrong_is_told_and_the_others_are_read(
    tmp_path: Path, order: str, told: str
) -> None:
    plan = plan_of(tmp_path, "fine", "fine", order, "fine", "fine", seconds=3)
    assert readings(plan) == [Reading.OCR, Reading.OCR, Reading.FAILED, Reading.OCR, Reading.OCR]
    (problem,) = plan.problems
    assert problem.page == 3
    assert told in problem.message


def test_no_page_is_lost_because_others_had_the_processor(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vanthu.reading.waiting.Waiting.seconds", lambda _: 60.0)
    plan = plan_of(tmp_path, "fine", "slow 1", seconds=0.5)
    assert readings(plan) == [Reading.OCR, Reading.OCR]


def test_several_deaths_cost_a_page_each(tmp_path: Path) -> None:
    plan = plan_of(tmp_path, "killed", "fine", "killed", "killed", "fine", "killed")
    assert readings(plan).count(Reading.OCR) == 2
    assert [problem.page for problem in plan.problems] == [1, 3, 4, 6]


def test_a_document_without_one_readable_page_is_an_error(tmp_path: Path) -> None:
    (outcome,) = outcomes_of(tmp_path, "killed", "killed")
    assert outcome.status is Status.FAILED
    assert exit_code([outcome]) == ExitCode.INPUT


def test_a_mark_of_secrecy_on_any_page_stops_all_pages_of_its_document(tmp_path: Path) -> None:
    started = time.monotonic()
    (outcome,) = outcomes_of(tmp_path, "slow 600", "secret", "fine")
    assert outcome.status is Status.SECRET
    assert outcome.made is None
    assert time.monotonic() - started < 60


def test_a_missing_engine_ends_the_document_at_once(tmp_path: Path) -> None:
    (outcome,) = outcomes_of(tmp_path, "no-engine", "fine", "fine")
    assert exit_code([outcome]) == ExitCode.SETUP


def test_two_pages_on_a_sheet_push_on_the_numbers_of_the_others(tmp_path: Path) -> None:
    plan = plan_of(tmp_path, "fine", "double", "fine")
    assert [(page.number, page.sheet) for page in plan.pages or ()] == [(1, None), (2, None), (3, 2), (4, 3)]
    assert [word.page for word in plan.words or ()] == [1, 2, 3, 4]


def test_what_was_read_earlier_is_not_read_again(tmp_path: Path) -> None:
    file = tmp_path / "known.txt"
    file.write_text("killed\nkilled", encoding="utf-8")
    ((outcome,),) = each([file], work(), TWO)
    assert outcome.status is Status.DONE


def test_several_documents_in_one_file_get_a_folder_each(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("begin\nfine\nbegin\nbegin", encoding="utf-8")
    (tmp_path / "in" / "b.txt").write_text("begin\nfine", encoding="utf-8")
    outcomes = process_all([tmp_path / "in"], tmp_path / "out", work(returns=False), TWO)
    assert [o.job.folder.name for o in outcomes] == ["a", "a--2", "a--3", "b"]
    assert [o.summary.pages for o in outcomes if o.summary] == [2, 1, 1, 2]
    assert all((o.job.folder / "plan.json").exists() for o in outcomes)


def test_documents_side_by_side_keep_their_pages_apart(tmp_path: Path) -> None:
    files = [tmp_path / f"{name}.txt" for name in "abc"]
    for file in files:
        file.write_text("\n".join(f"fine {file.stem}" for _ in range(4)), encoding="utf-8")
    for file, (outcome,) in zip(files, each(files, work(), TWO), strict=True):
        assert {w.text for w in outcome.made.words} == {"fine", file.stem}


def test_the_time_of_a_whole_document_can_be_limited(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("\n".join(["slow 1"] * 60), encoding="utf-8")
    ((outcome,),) = each([file], work(), Options(jobs=2, limit=3))
    assert outcome.failure is not None
    assert outcome.failure.code == "overdue"
