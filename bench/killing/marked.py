"""The program in a process of its own, with a byte in a file that says at every moment what its register is doing.

The process is forked from one that has loaded the program already: to load it takes longer than a document does.
"""

from __future__ import annotations

import mmap
import os
import signal
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import partial
from pathlib import Path

from sqlalchemy import Connection, Engine, Pool, event

from vanthu.cli import main as vanthu

_GLANCE = 0.005  # seconds


class Mark(IntEnum):
    """What the parent process is doing with the register."""

    NOTHING = 0
    WRITING = 1  # from the beginning of a transaction that writes
    COMMITTING = 2  # from the word to keep it until the database has said that it is kept


@dataclass(frozen=True)
class Marked:
    """A run of the program."""

    pid: int
    marks: Path

    @classmethod
    def start(cls, command: Sequence[str], marks: Path) -> Marked:
        """Let it begin; what it says goes nowhere."""
        marks.write_bytes(bytes([Mark.NOTHING]))
        pid = os.fork()
        if not pid:
            _run(command, marks)
        return cls(pid, marks)

    @property
    def mark(self) -> Mark:
        """What it did last."""
        return Mark(self.marks.read_bytes()[0])

    @property
    def workers(self) -> list[int]:
        """Its workers; each leads a group of its own."""
        return [
            int(child) for child in Path(f"/proc/{self.pid}/task/{self.pid}/children").read_text().split()
        ]

    def begun(self) -> int | None:
        """Wait until it has workers; the exit code where it ended before."""
        while (code := self._ended()) is None and not self.workers:
            time.sleep(_GLANCE)
        return code

    def wait(self, seconds: float | None = None) -> int | None:
        """Wait for its end, or for so many seconds; the exit code, `None` where it goes on."""
        until = time.monotonic() + seconds if seconds is not None else None
        while (code := self._ended()) is None and (until is None or time.monotonic() < until):
            time.sleep(_GLANCE)
        return code

    def send(self, what: signal.Signals) -> None:
        """A signal to it alone."""
        os.kill(self.pid, what)

    def _ended(self) -> int | None:
        pid, status = os.waitpid(self.pid, os.WNOHANG)
        return os.waitstatus_to_exitcode(status) if pid else None


def _run(command: Sequence[str], marks: Path) -> None:
    """Go on as the program does, in the child."""
    code: object = 1
    try:
        nowhere = os.open(os.devnull, os.O_RDWR)
        for stream in range(3):
            os.dup2(nowhere, stream)
        with marks.open("r+b") as opened:
            _keep(mmap.mmap(opened.fileno(), 1))
        sys.argv = ["vanthu", *command]
        vanthu.main()
        code = 0
    except SystemExit as end:
        code = end.code
    finally:
        os._exit(code if isinstance(code, int) else 0)


def _keep(marks: mmap.mmap) -> None:
    def put(mark: Mark, *_: object) -> None:
        marks[0] = mark

    def began(connection: Connection) -> None:
        if connection.get_execution_options().get("vanthu_mode") == "writes":
            put(Mark.WRITING)

    def kept(_: Connection) -> None:
        if marks[0] == Mark.WRITING:
            put(Mark.COMMITTING)

    event.listen(Engine, "begin", began)
    event.listen(Engine, "commit", kept)
    event.listen(Pool, "checkin", partial(put, Mark.NOTHING))
