"""A program watched while it runs: time, processor time with children, memory of every process of its family."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass, field

import psutil

_LOOK = 0.2  # seconds between two looks


@dataclass
class Watched:
    """What was seen. `samples` are seconds since the start, process and its resident bytes."""

    wall: float = 0.0
    cpu: float = 0.0  # with all children
    code: int = 0
    samples: list[tuple[float, int, int]] = field(default_factory=list)

    def busy(self, cores: int) -> float:
        """The share of the cores' time that was used."""
        return self.cpu / (self.wall * cores)


def run(command: Sequence[str], *, memory: bool = False) -> Watched:
    """Run a program to its end, with what it writes thrown away."""
    seen, started, before = Watched(), time.perf_counter(), _children_cpu()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while memory and process.poll() is None:
        seen.samples += _resident(process.pid, time.perf_counter() - started)
        time.sleep(_LOOK)
    seen.code = process.wait()
    seen.wall, seen.cpu = time.perf_counter() - started, _children_cpu() - before
    return seen


def once(command: Sequence[str]) -> tuple[str, str, str]:
    """Run a program of one process to its end: seconds, seconds of CPU time, most memory in MB. It must succeed."""
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if status:
        raise SystemExit(f"{' '.join(command)}: exit code {process.returncode}")
    seconds = time.perf_counter() - started
    return f"{seconds:.1f}", f"{usage.ru_utime + usage.ru_stime:.1f}", f"{usage.ru_maxrss / 1024:.0f}"


def cores() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0))


def _children_cpu() -> float:
    times = os.times()
    return times.children_user + times.children_system


def _resident(pid: int, at: float) -> list[tuple[float, int, int]]:
    """Resident bytes of each Python process below a process; an engine that it has started counts as part of it."""
    found = []
    try:
        for worker in psutil.Process(pid).children():
            helpers = worker.children(recursive=True)
            found.append((at, worker.pid, sum(p.memory_info().rss for p in (worker, *helpers))))
    except psutil.NoSuchProcess:
        return found
    return found
