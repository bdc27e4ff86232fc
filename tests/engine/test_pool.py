from __future__ import annotations

import os
import time
from pathlib import Path

import psutil
import pytest

from faults import die, idle, nap_with_child
from vanthu.engine.pool import ProcessWorkers, SerialWorkers, WorkerDiedError


def test_serial_workers_hand_back_results_and_errors() -> None:
    workers = SerialWorkers()
    assert workers.submit(len, "abc").result() == 3
    with pytest.raises(ValueError, match="invalid literal"):
        workers.submit(int, "x").result()


def test_a_death_is_that_of_one_job_and_the_worker_is_replaced() -> None:
    workers = ProcessWorkers(1, idle, ())
    try:
        with pytest.raises(WorkerDiedError):
            workers.submit(die).result(timeout=60)
        assert workers.submit(len, "abc").result(timeout=60) == 3
    finally:
        workers.close()


def test_no_more_jobs_are_taken_than_there_are_workers() -> None:
    workers = ProcessWorkers(1, idle, ())
    try:
        workers.submit(time.sleep, 600)
        with pytest.raises(RuntimeError, match="busy"):
            workers.submit(len, "abc")
    finally:
        workers.close(at_once=True)


def test_stopping_a_job_ends_the_programs_that_it_started(tmp_path: Path) -> None:
    mark = tmp_path / "pid"
    workers = ProcessWorkers(1, idle, ())
    try:
        future = workers.submit(nap_with_child, str(mark))
        _wait_for(mark)
        workers.stop(future)
        with pytest.raises(WorkerDiedError):
            future.result(timeout=60)
    finally:
        workers.close(at_once=True)
    assert not _alive(int(mark.read_text(encoding="utf-8")))


def _wait_for(file: Path) -> None:
    for _ in range(600):
        if file.exists() and file.read_text(encoding="utf-8"):
            return
        time.sleep(0.05)
    raise AssertionError(f"{file} never came")


def _alive(pid: int) -> bool:
    return psutil.pid_exists(pid) and psutil.Process(pid).status() != psutil.STATUS_ZOMBIE


def test_a_worker_that_died_while_idle_costs_no_job() -> None:
    workers = ProcessWorkers(1, idle, ())
    try:
        psutil.Process(workers.submit(os.getpid).result(timeout=60)).kill()
        time.sleep(0.5)
        assert workers.submit(len, "abc").result(timeout=60) == 3
    finally:
        workers.close()
