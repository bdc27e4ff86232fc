from __future__ import annotations

import os
import time
from concurrent.futures import Future
from pathlib import Path
from typing import TypeVar

import psutil
import pytest

from faults import die, idle, log, nap_with_child
from vanthu.engine.journal import send_to
from vanthu.engine.pool import ProcessWorkers, WorkerDiedError

T = TypeVar("T")


def ended(workers: ProcessWorkers, future: Future[T]) -> T:
    """What a job gives; waits for it."""
    while not future.done():
        workers.wait(60)
    return future.result()


def test_workers_hand_back_results_and_errors() -> None:
    workers = ProcessWorkers(2, idle)
    try:
        assert ended(workers, workers.submit(len, "abc")) == 3
        with pytest.raises(ValueError, match="invalid literal"):
            ended(workers, workers.submit(int, "x"))
    finally:
        workers.close()


def test_a_death_is_that_of_one_job_and_the_worker_is_replaced() -> None:
    workers = ProcessWorkers(1, idle)
    try:
        with pytest.raises(WorkerDiedError):
            ended(workers, workers.submit(die))
        assert ended(workers, workers.submit(len, "abc")) == 3
    finally:
        workers.close()


def test_waiting_ends_when_the_time_is_over() -> None:
    workers = ProcessWorkers(1, idle)
    try:
        workers.submit(time.sleep, 600)
        assert workers.wait(0.1) == []
    finally:
        workers.close(at_once=True)


def test_no_more_jobs_are_taken_than_there_are_workers() -> None:
    workers = ProcessWorkers(1, idle)
    try:
        workers.submit(time.sleep, 600)
        with pytest.raises(RuntimeError, match="busy"):
            workers.submit(len, "abc")
    finally:
        workers.close(at_once=True)


def test_what_a_worker_logs_is_told_here() -> None:
    told: list[str] = []
    workers = ProcessWorkers(1, send_to, tell=lambda record: told.append(record.getMessage()))
    try:
        ended(workers, workers.submit(log, "một dòng"))
    finally:
        workers.close()
    assert told == ["một dòng"]


def test_stopping_a_job_ends_the_programs_that_it_started(tmp_path: Path) -> None:
    mark = tmp_path / "pid"
    workers = ProcessWorkers(1, idle)
    try:
        future = workers.submit(nap_with_child, str(mark))
        _wait_for(mark)
        workers.stop(future)
        with pytest.raises(WorkerDiedError):
            future.result()
    finally:
        workers.close(at_once=True)
    _wait_until_gone(int(mark.read_text(encoding="utf-8")))


def _wait_for(file: Path) -> None:
    for _ in range(600):
        if file.exists() and file.read_text(encoding="utf-8"):
            return
        time.sleep(0.05)
    raise AssertionError(f"{file} never came")


def _wait_until_gone(pid: int) -> None:
    for _ in range(100):
        if not psutil.pid_exists(pid) or psutil.Process(pid).status() == psutil.STATUS_ZOMBIE:
            return
        time.sleep(0.05)
    raise AssertionError(f"{pid} goes on")


def test_a_worker_that_died_while_idle_costs_no_job() -> None:
    workers = ProcessWorkers(1, idle)
    try:
        psutil.Process(ended(workers, workers.submit(os.getpid))).kill()
        time.sleep(0.5)
        assert ended(workers, workers.submit(len, "abc")) == 3
    finally:
        workers.close()
