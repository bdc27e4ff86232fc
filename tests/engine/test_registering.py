"""A run that fills a register, with real workers over documents that do as they are told."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Connection, select

from faults import WORK, no_rules, open_hashed, save_as_plan
from vanthu.api import Run
from vanthu.engine.batch import Options, process_all
from vanthu.engine.outcome import Outcome, Status
from vanthu.engine.registering import Registering
from vanthu.engine.worker import Work
from vanthu.errors import ExitCode
from vanthu.register import Register, open_register
from vanthu.register.intake import Added, Arrival, add_checked
from vanthu.register.plans import kept
from vanthu.register.tables import DOCUMENT, FILE

RECORDED = replace(WORK, open=open_hashed, save=save_as_plan)


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    with open_register(str(tmp_path / "so.db"), create=True, patience=5) as register:
        yield register


def documents(folder: Path, **orders: str) -> list[Path]:
    """A document for each name, holding its order and its name."""
    folder.mkdir(exist_ok=True)
    for name, order in orders.items():
        (folder / f"{name}.txt").write_text(f"{order} 0 {name}", encoding="utf-8")
    return [folder]


def run(registering: Registering, tmp_path: Path, work: Work = RECORDED, **orders: str) -> dict[str, Outcome]:
    found = documents(tmp_path / "in", **orders)
    outcomes = process_all(found, tmp_path / "out", work, Options(jobs=2), registering=registering)
    return {outcome.job.path.stem: outcome for outcome in outcomes}


def titles(register: Register) -> list[str]:
    with register.reading() as connection:
        return sorted(plan.plan.document.title or "" for plan in kept(connection))


def test_what_is_finished_is_in_the_register(register: Register, tmp_path: Path) -> None:
    registering = Registering(register)
    run(registering, tmp_path, a="fine", b="fine", bad="unreadable", c="fine")
    assert titles(register) == ["a.txt", "b.txt", "c.txt"]
    assert (len(registering.added), registering.waiting, registering.trouble) == (3, [], None)
    with register.reading() as connection:
        assert set(connection.scalars(select(FILE.c.location))) == {
            str(tmp_path / "in" / f"{name}.txt") for name in "abc"
        }


def test_a_file_that_the_register_has_is_not_read(register: Register, tmp_path: Path) -> None:
    run(Registering(register), tmp_path, a="fine", b="fine")
    cannot_read = replace(RECORDED, build=no_rules)
    again = Registering(register)
    outcomes = run(again, tmp_path, cannot_read, a="fine", b="fine")
    assert [outcome.status for outcome in outcomes.values()] == [Status.KNOWN] * 2
    assert again.known == 2
    assert outcomes["a"].summary is not None, "its results lie there from the first run"
    assert titles(register) == ["a.txt", "b.txt"]


def test_two_files_with_one_content_are_read_once(register: Register, tmp_path: Path) -> None:
    folder = documents(tmp_path / "in", a="fine")[0]
    (folder / "b.txt").write_bytes((folder / "a.txt").read_bytes())
    outcomes = run(Registering(register), tmp_path)
    assert {name: outcome.status for name, outcome in outcomes.items()} == {
        "a": Status.DONE,
        "b": Status.KNOWN,
    }
    assert titles(register) == ["a.txt"]


def test_a_document_that_was_read_in_part_is_read_again(register: Register, tmp_path: Path) -> None:
    run(Registering(register), tmp_path, a="broken-page")
    assert titles(register) == ["a.txt"]
    assert run(Registering(register), tmp_path, a="broken-page")["a"].status is Status.PARTIAL


def test_nothing_of_a_secret_document_is_kept(register: Register, tmp_path: Path) -> None:
    registering = Registering(register)
    outcomes = run(registering, tmp_path, thường="fine", bí_mật="secret")
    assert outcomes["bí_mật"].status is Status.SECRET
    assert titles(register) == ["thường.txt"]
    register.close()
    traces = b"".join(path.read_bytes() for path in tmp_path.glob("so.db*"))
    assert "bí_mật".encode() not in traces
    assert open_hashed(tmp_path / "in" / "bí_mật.txt").sha256.encode() not in traces


def test_a_register_that_does_not_answer_holds_up_nothing(
    register: Register, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vanthu.register.connection.BUSY_SECONDS", 0.1)
    begun, over = threading.Event(), threading.Event()

    def writes() -> None:
        with register.writing():
            begun.set()
            over.wait()

    other = threading.Thread(target=writes)
    other.start()
    begun.wait()
    with open_register(register.address, patience=0.1) as busy:
        registering = Registering(busy)
        outcomes = run(registering, tmp_path, a="fine", b="fine")
    over.set()
    other.join()
    assert [outcome.status for outcome in outcomes.values()] == [Status.DONE] * 2
    assert len(registering.waiting) == 2
    assert "bận" in str(registering.trouble)
    assert titles(register) == []
    run(Registering(register), tmp_path)
    assert titles(register) == ["a.txt", "b.txt"], "the next run takes in what lay finished"


def test_results_that_were_gone_before_they_could_be_taken_in_are_told(
    register: Register, tmp_path: Path
) -> None:
    registering = Registering(register)
    gone = replace(RECORDED, save=_nowhere)
    run(registering, tmp_path, gone, a="fine")
    assert [error.where for error in registering.lost] == [str(tmp_path / "out" / "a" / "plan.json")]
    assert titles(register) == []
    assert Run(tmp_path, (), (), (), None, 0.0, registering).exit_code == ExitCode.INPUT


def test_a_defect_met_while_a_plan_is_taken_in_stops_no_other(
    register: Register, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def add(connection: Connection, arrivals: Iterable[Arrival]) -> tuple[Added, ...]:
        found = tuple(arrivals)
        if found[0].location == tmp_path / "in" / "a.txt":
            raise ZeroDivisionError
        return add_checked(connection, found)

    monkeypatch.setattr("vanthu.engine.registering.add_checked", add)
    registering = Registering(register)
    run(registering, tmp_path, a="fine", b="fine")
    (lost,) = registering.lost
    assert (lost.where, lost.exit_code) == (str(tmp_path / "in" / "a.txt"), ExitCode.FAULT)
    assert "ZeroDivisionError" in lost.message
    assert titles(register) == ["b.txt"]


def _nowhere(_: object, __: Path) -> None:
    """Somebody deleted the folder at once."""


def test_runs_that_are_killed_lose_no_document(tmp_path: Path) -> None:
    for number in range(4):
        text = f"KẾ HOẠCH\nKiểm tra đợt {number}\n\n1. Công an xã báo cáo trước ngày 1{number}/6/2024.\n"
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "vanthu", "process", tmp_path, "--out", tmp_path / "out"]
    command += ["--register", tmp_path / "so.db", "--jobs", "1"]
    for patience in (1.2, 2.0):
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(patience)
        process.send_signal(signal.SIGKILL)
        process.wait()
    assert subprocess.run(command, check=False, capture_output=True).returncode == 0
    with open_register(str(tmp_path / "so.db")) as register, register.reading() as connection:
        plans = list(kept(connection))
        assert sorted(plan.plan.source or "" for plan in plans) == [f"{number}.txt" for number in range(4)]
        assert all(plan.plan.tasks for plan in plans)
        assert connection.scalars(select(DOCUMENT.c.id)).all() == [plan.document for plan in plans]
