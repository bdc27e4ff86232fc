"""The program as people start it: a process of its own, in the middle of other processes."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
import pytest

import bad_files
from vanthu.errors import ExitCode

PROGRAM = [sys.executable, "-m", "vanthu"]
WHOLE = {"plan.json", "tasks.xlsx", "calendar.ics", "graph.graphml", "graph.svg", "report.html"}
PATIENCE = 120  # seconds


@contextmanager
def running(temp: Path, *arguments: object) -> Iterator[subprocess.Popen[str]]:
    """The program in a process group of its own, as a terminal starts it, with temporary files under `temp`."""
    temp.mkdir()
    # where the tests run in the background of a shell, Ctrl-C is ignored, and whoever is started would inherit that
    signal.signal(signal.SIGINT, signal.default_int_handler)
    process = subprocess.Popen(
        [*PROGRAM, *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        env=os.environ | {"TMPDIR": str(temp)},
    )
    try:
        yield process
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()


def many(folder: Path, count: int) -> Path:
    folder.mkdir()
    for number in range(count):
        bad_files.text_file(folder / f"kh-{number:03}.txt")
    return folder


def wait_for(file: Path) -> None:
    end = time.monotonic() + PATIENCE
    while not file.exists():
        if time.monotonic() > end:
            raise AssertionError(f"{file} never came")
        time.sleep(0.05)


@pytest.mark.parametrize(("sent", "jobs"), [(signal.SIGINT, 2), (signal.SIGTERM, 1)])
def test_an_interruption_leaves_whole_documents_and_nothing_else(
    tmp_path: Path, sent: signal.Signals, jobs: int
) -> None:
    source, out, temp = many(tmp_path / "in", 400), tmp_path / "out", tmp_path / "temp"
    with running(temp, "process", source, "--out", out, "--jobs", jobs) as process:
        wait_for(out / "kh-000" / "plan.json")
        family = psutil.Process(process.pid).children(recursive=True)
        if sent is signal.SIGINT:
            os.killpg(process.pid, sent)
        else:
            process.terminate()
        _, err = process.communicate(timeout=PATIENCE)
    assert process.returncode == ExitCode.INTERRUPTED
    last = err.splitlines()[-1]
    assert last.startswith("vanthu: đã dừng theo yêu cầu")
    assert all(line.startswith("[") for line in err.splitlines()[:-1])
    folders = [entry for entry in out.iterdir() if entry.is_dir()]
    assert 0 < len(folders) < 400
    for folder in folders:
        assert {file.name for file in folder.iterdir()} == WHOLE
        json.loads((folder / "plan.json").read_text(encoding="utf-8"))
    assert not any(entry.name.startswith(".") for entry in out.iterdir())
    assert not any(temp.iterdir())
    assert psutil.wait_procs(family, timeout=10)[1] == []


def test_workers_leave_with_a_parent_that_was_killed(tmp_path: Path) -> None:
    source, out = many(tmp_path / "in", 400), tmp_path / "out"
    with running(tmp_path / "temp", "process", source, "--out", out, "--jobs", 2) as process:
        wait_for(out / "kh-000" / "plan.json")
        family = psutil.Process(process.pid).children(recursive=True)
        process.kill()
        _, alive = psutil.wait_procs(family, timeout=30)
    assert len(family) >= 2
    assert alive == []


def test_a_reader_that_goes_away_is_no_error(tmp_path: Path) -> None:
    long = bad_files.text_file(
        tmp_path / "long.txt", bad_files.PLAN + ("Nội dung kéo dài. " * 20 + "\n") * 300
    )
    with running(tmp_path / "temp", "text", long) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        err = process.stderr.read()
        assert process.wait(PATIENCE) == ExitCode.OK
    assert err == ""


def test_letters_survive_a_locale_that_knows_none(tmp_path: Path) -> None:
    file = bad_files.text_file(tmp_path / "a.txt")
    plain = os.environ | {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    shown = subprocess.run([*PROGRAM, "text", str(file)], capture_output=True, check=True, env=plain)
    assert "Dọn vệ sinh kênh mương" in shown.stdout.decode()
