"""Whole runs with documents that misbehave: one never harms another."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from faults import WORK, no_rules, obedient, open_plainly, refusing, save_plainly
from vanthu.engine.batch import Options, process_all
from vanthu.engine.journal import LOG_NAME
from vanthu.engine.outcome import Outcome, Status, exit_code
from vanthu.engine.worker import Work, pipeline_of
from vanthu.errors import ExitCode, InputError, OutputError, RulesError

SERIAL, TWO = Options(jobs=1), Options(jobs=2)
EACH = pytest.mark.parametrize("options", [SERIAL, TWO], ids=["serial", "processes"])


def documents(folder: Path, **orders: str) -> list[Path]:
    """A document for each name, holding its order."""
    folder.mkdir(exist_ok=True)
    for name, order in orders.items():
        (folder / f"{name}.txt").write_text(order, encoding="utf-8")
    return [folder]


def run(tmp_path: Path, options: Options, work: Work = WORK, **orders: str) -> dict[str, Outcome]:
    outcomes = process_all(documents(tmp_path / "in", **orders), tmp_path / "out", work, options)
    return {o.job.path.stem: o for o in outcomes}


@EACH
def test_every_document_gets_its_folder_and_its_figures(tmp_path: Path, options: Options) -> None:
    outcomes = run(tmp_path, options, a="fine", b="fine", c="fine")
    assert [o.status for o in outcomes.values()] == [Status.DONE] * 3
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == ["a", "b", "c", LOG_NAME]
    assert outcomes["a"].summary is not None
    assert (outcomes["a"].summary.number, outcomes["a"].summary.tasks) == ("36/KH-UBND", 1)


@EACH
@pytest.mark.parametrize(
    ("order", "status", "code"),
    [
        ("unreadable", Status.FAILED, ExitCode.INPUT),
        ("secret", Status.SECRET, ExitCode.SECRET),
        ("crash", Status.FAILED, ExitCode.FAULT),
        ("memory", Status.FAILED, ExitCode.INPUT),
        ("full", Status.FAILED, ExitCode.OUTPUT),
    ],
)
def test_a_bad_document_fails_alone_and_leaves_nothing(
    tmp_path: Path, options: Options, order: str, status: Status, code: ExitCode
) -> None:
    outcomes = run(tmp_path, options, a="fine", bad=order, c="fine")
    assert [o.status for o in outcomes.values()] == [Status.DONE, status, Status.DONE]
    assert exit_code(outcomes.values()) == code
    assert not (tmp_path / "out" / "bad").exists()


def test_a_killed_worker_fails_its_document_only(tmp_path: Path) -> None:
    outcomes = run(tmp_path, TWO, a="slow 0.3", b="killed", c="fine", d="killed", e="fine")
    statuses = {name: o.status for name, o in outcomes.items()}
    assert statuses == dict.fromkeys("ace", Status.DONE) | dict.fromkeys("bd", Status.FAILED)
    assert outcomes["b"].failure is not None
    assert outcomes["b"].failure.code == "died"
    assert exit_code(outcomes.values()) == ExitCode.INPUT


def test_a_hanging_document_is_stopped_when_its_time_is_over(tmp_path: Path) -> None:
    outcomes = run(tmp_path, Options(jobs=2, limit=4), a="slow 600", b="fine", c="fine")
    assert outcomes["a"].failure is not None
    assert outcomes["a"].failure.code == "overdue"
    assert outcomes["a"].seconds < 60
    assert [outcomes[n].status for n in "bc"] == [Status.DONE] * 2


@EACH
def test_a_document_with_a_broken_page_is_written_but_never_called_complete(
    tmp_path: Path, options: Options
) -> None:
    outcomes = run(tmp_path, options, a="broken-page", b="fine")
    assert outcomes["a"].status is Status.PARTIAL
    assert outcomes["a"].problems[0].page == 2
    assert (tmp_path / "out" / "a" / "plan.json").exists()
    assert exit_code(outcomes.values()) == ExitCode.INPUT


@EACH
@pytest.mark.parametrize(
    ("number", "words"), [(errno.ENOSPC, "đĩa đã đầy"), (errno.EACCES, "không có quyền ghi")]
)
def test_a_disk_that_refuses_is_told_in_words(
    tmp_path: Path, options: Options, number: int, words: str
) -> None:
    outcomes = run(tmp_path, options, refusing(number), a="fine", b="fine")
    assert [o.failure.message for o in outcomes.values() if o.failure and words in o.failure.message]
    assert exit_code(outcomes.values()) == ExitCode.OUTPUT


@EACH
def test_rules_that_are_not_valid_end_the_whole_run(tmp_path: Path, options: Options) -> None:
    with pytest.raises(RulesError):
        run(tmp_path, options, Work(no_rules, open_plainly, save_plainly), a="fine", b="fine")


@EACH
def test_outcomes_come_in_the_order_of_the_documents(tmp_path: Path, options: Options) -> None:
    outcomes = run(tmp_path, options, a="slow 0.5", b="fine", c="unreadable", d="fine")
    assert list(outcomes) == ["a", "b", "c", "d"]


def test_no_document_at_all_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "photo.xyz").write_bytes(b"x")
    with pytest.raises(InputError, match="không có tài liệu"):
        process_all([tmp_path], tmp_path / "out", WORK, SERIAL)
    assert not (tmp_path / "out").exists()


def test_a_file_in_the_place_of_the_output_folder_is_told_before_anything_is_read(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("x", encoding="utf-8")
    with pytest.raises(OutputError, match="đã có một tệp"):
        run(tmp_path, SERIAL, a="crash")


def test_the_log_names_each_document_and_quotes_none(tmp_path: Path) -> None:
    run(tmp_path, TWO, a="fine", b="crash những chữ riêng tư")
    log = (tmp_path / "out" / LOG_NAME).read_text(encoding="utf-8")
    assert f"document={tmp_path / 'in' / 'a.txt'}" in log
    assert "status=failed" in log
    assert "ZeroDivisionError" in log
    assert "faults.py" in log
    assert "riêng tư" not in log


def test_temporary_files_of_killed_workers_are_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temp"))
    (tmp_path / "temp").mkdir()
    run(tmp_path, TWO, a="killed", b="killed")
    assert not any((tmp_path / "temp").iterdir())


def test_the_pipeline_is_built_once_in_a_process() -> None:
    assert pipeline_of(obedient) is pipeline_of(obedient)
