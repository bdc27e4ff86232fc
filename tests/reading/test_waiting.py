"""Time that a process waited for a processor, told apart from time that it slept or worked."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from vanthu.reading.waiting import Waiting

pytestmark = pytest.mark.skipif(
    not Path("/proc/self/schedstat").exists(), reason="the system does not tell how long processes waited"
)
# A shell that has two programs at work on one processor: at least one of them waits at any time
CROWD = f"""
import os, subprocess, sys
os.sched_setaffinity(0, {{{min(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 0}}})
busy = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(2)]
print("ready", flush=True)
sys.stdin.read()
for program in busy:
    program.kill()
"""


def test_what_children_wait_counts() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", CROWD], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as crowd:
        assert crowd.stdout is not None
        crowd.stdout.readline()
        waiting, started = Waiting(crowd.pid), time.monotonic()
        while waiting.seconds() < 0.3 and time.monotonic() - started < 60:
            time.sleep(0.1)
        assert 0.3 <= waiting.seconds() <= 2 * (time.monotonic() - started) + 0.1
        crowd.communicate()


def test_a_process_that_is_gone_waits_no_longer() -> None:
    program = subprocess.Popen(["sleep", "0"])
    program.wait()
    assert Waiting(program.pid).seconds() == 0.0
