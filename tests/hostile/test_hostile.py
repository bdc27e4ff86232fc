"""The whole corpus through whole runs: nothing crashes, hangs, eats the machine, or takes the rest of a batch with it."""

from __future__ import annotations

import hashlib
import io
import resource
import tempfile
from functools import partial
from pathlib import Path
from typing import NamedTuple

import pytest
from rich.console import Console

import bad_files
from hostile.corpus import CASES, QUICK, STUCK, Case, Fate, write
from vanthu.assembly import Assembly
from vanthu.cli.terminal.progress import Lines
from vanthu.engine.batch import Options, process_all
from vanthu.engine.journal import LOG_NAME
from vanthu.engine.outcome import Outcome, exit_code
from vanthu.engine.worker import Work
from vanthu.errors import ExitCode
from vanthu.export.bundle import write_bundle
from vanthu.reading import open_source
from vanthu.settings import LimitSettings, Settings

pytestmark = pytest.mark.ocr
MEMORY = 2**30
NO_MORE_THAN = 1.2 * MEMORY  # libraries that are mapped, not allocated, come on top


class Told(NamedTuple):
    """What a run over some of the files gave."""

    outcomes: dict[str, Outcome]
    lines: list[str]
    out: Path
    log: str
    before: dict[Path, str]  # hashes of the files
    temporary: Path


def _run(folder: Path, cases: tuple[Case, ...], seconds: float) -> Told:
    """A batch of all of them, with a good document at the end."""
    files = [*write(cases, folder / "in"), bad_files.text_file(folder / "in" / "good.txt")]
    settings = Settings(limits=LimitSettings(page_seconds=seconds, memory_bytes=MEMORY))
    work = Work(
        Assembly(keeping=False), partial(open_source, settings=settings), write_bundle, settings.limits
    )
    shown, before, temporary = io.StringIO(), {f: _hash(f) for f in files}, folder / "temporary"
    temporary.mkdir()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tempfile, "tempdir", str(temporary))
        lines = Lines(Console(file=shown, soft_wrap=True, highlight=False))
        done = process_all(files, folder / "out", work, Options(jobs=2), progress=lines)
    log = (folder / "out" / LOG_NAME).read_text(encoding="utf-8")
    by_name = {o.job.path.name: o for o in done}
    return Told(by_name, shown.getvalue().splitlines(), folder / "out", log, before, temporary)


def _hash(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


@pytest.fixture(scope="module")
def quick(tmp_path_factory: pytest.TempPathFactory) -> Told:
    return _run(tmp_path_factory.mktemp("quick"), QUICK, 90)


@pytest.fixture(scope="module")
def stuck(tmp_path_factory: pytest.TempPathFactory) -> Told:
    return _run(tmp_path_factory.mktemp("stuck"), STUCK, 6)


@pytest.fixture
def told(case: Case, request: pytest.FixtureRequest) -> Told:
    run: Told = request.getfixturevalue("stuck" if case.fate is Fate.STUCK else "quick")
    return run


EACH_RUN = pytest.mark.parametrize("run", ["quick", "stuck"])


def test_the_corpus_is_large_enough() -> None:
    assert len({case.name for case in CASES}) == len(CASES) >= 100


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_hostile_file_is_read_or_told_in_one_line(case: Case, told: Told) -> None:
    outcome = told.outcomes[case.name]
    about = [line for line in told.lines if f"/{case.name}" in line]
    assert len(about) == 1 + len(outcome.problems)
    assert exit_code([outcome]) in {ExitCode.OK, ExitCode.INPUT}
    if outcome.failure is not None:
        assert case.fate is not Fate.READ, outcome.failure
        assert outcome.failure.code in {"input", "overdue", "died", "memory"}
        assert ";" in outcome.failure.message  # what happened; what to do next
        assert "\n" not in outcome.failure.message
    else:
        assert case.fate is not Fate.REFUSED
        assert (outcome.job.folder / "plan.json").exists()


@EACH_RUN
def test_the_rest_of_the_batch_is_done(run: str, request: pytest.FixtureRequest) -> None:
    told: Told = request.getfixturevalue(run)
    assert (told.out / "good" / "plan.json").exists()
    assert exit_code(told.outcomes.values()) == ExitCode.INPUT


@EACH_RUN
def test_no_file_is_touched_and_nothing_is_left_behind(run: str, request: pytest.FixtureRequest) -> None:
    told: Told = request.getfixturevalue(run)
    assert {file: _hash(file) for file in told.before} == told.before
    assert not any(told.temporary.iterdir())
    assert not any(entry.name.startswith(".") for entry in told.out.iterdir())


@EACH_RUN
def test_no_file_is_a_defect_of_the_program(run: str, request: pytest.FixtureRequest) -> None:
    told: Told = request.getfixturevalue(run)
    assert " ERROR " not in told.log


@EACH_RUN
def test_memory_is_bounded(run: str, request: pytest.FixtureRequest) -> None:
    request.getfixturevalue(run)
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024
    inherited = (
        resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    )  # a forked worker begins with these pages
    assert most < NO_MORE_THAN + inherited


def test_files_of_the_machine_stay_out_of_the_result(quick: Told) -> None:
    for name in ("outside", "rels-to-nowhere"):
        for made in (quick.out / name).glob("*"):
            assert b"root:" not in made.read_bytes()


def test_a_file_that_never_ends_is_stopped_when_its_time_is_over(stuck: Told) -> None:
    assert all(outcome.seconds < 60 for outcome in stuck.outcomes.values())
    assert any(o.failure and o.failure.code == "overdue" for o in stuck.outcomes.values())
