"""A run of the program that is killed, or loses a worker or the server of its register, at a moment that was drawn."""

from __future__ import annotations

import os
import random
import signal
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from killing.marked import Mark, Marked


class Target(StrEnum):
    """What is killed."""

    PARENT = "the parent alone"
    ALL = "the parent and its workers"
    WORKER = "one worker"
    SERVER = "the server of the register"


class Restarted(Protocol):
    """A server that can be stopped at once, whatever it is doing, and started again."""

    def stop(self) -> None: ...  # noqa: D102

    def start(self) -> None: ...  # noqa: D102


@dataclass(frozen=True)
class Ended:
    """The exit code of a run, `None` where it was killed; how long it had workers (seconds); what it was doing with the
    register when something was killed, `None` where nothing was.
    """

    code: int | None
    seconds: float
    mark: Mark | None = None


@dataclass
class Runs:
    """Runs over a folder of documents into `out` and a register."""

    marks: Path
    chance: random.Random
    server: Restarted | None

    def until(self, command: Sequence[str], target: Target, patience: float | None) -> Ended:
        """Let a run go, and kill `target` when it has had workers for `patience` seconds; without patience let it end."""
        run = Marked.start(command, self.marks)
        code = run.begun()
        began = time.monotonic()
        if code is None:
            code = run.wait(patience)
        if code is None:
            return self._hit(run, target, began)
        return Ended(code, time.monotonic() - began)

    def _hit(self, run: Marked, target: Target, began: float) -> Ended:
        """The parent stands still while it is seen what it does, and goes on only where something else is killed."""
        run.send(signal.SIGSTOP)
        mark, workers = run.mark, run.workers
        if target in (Target.PARENT, Target.ALL):
            run.send(signal.SIGKILL)
            for worker in workers if target is Target.ALL else ():
                _kill_group(worker)
            run.wait()
            return Ended(None, time.monotonic() - began, mark)
        if target is Target.WORKER and workers:
            _kill_group(self.chance.choice(workers))
        if target is Target.SERVER and self.server:
            self.server.stop()
        run.send(signal.SIGCONT)
        if target is Target.SERVER and self.server:
            time.sleep(self.chance.uniform(0, 1))
            self.server.start()
        return Ended(run.wait(), time.monotonic() - began, mark)


def _kill_group(worker: int) -> None:
    with suppress(ProcessLookupError):
        os.killpg(worker, signal.SIGKILL)
