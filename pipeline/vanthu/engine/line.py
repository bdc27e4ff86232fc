"""What a worker process says to its parent, and the loop that it lives in."""

from __future__ import annotations

import os
import pickle
import shutil
import signal
import threading
import time
from collections.abc import Callable
from enum import IntEnum
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

_LOOK = 1.0  # seconds between two looks whether the parent is still there


class Said(IntEnum):
    """What kind of thing a worker tells."""

    RESULT = 0
    ERROR = 1
    RECORD = 2  # of a log


class Line:
    """The worker's end. Threads may speak at once; each thing said arrives whole."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._one_at_a_time = threading.Lock()

    def say(self, kind: Said, thing: object) -> None:
        """Tell the parent something."""
        message = pickle.dumps((kind, thing), pickle.HIGHEST_PROTOCOL)
        with self._one_at_a_time:
            self._connection.send_bytes(message)


def serve(
    connection: Connection, parent: int, scratch: Path | None, initializer: Callable[..., object], *given: Any
) -> None:
    """Do what is asked over the line until `None` comes. The life of a worker process."""
    os.setpgid(
        0, 0
    )  # the terminal's Ctrl-C reaches the parent only, and the parent can end us with all that we started
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    threading.Thread(target=_leave_with, args=(parent, scratch), daemon=True).start()
    line = Line(connection)
    initializer(line, *given)
    while True:
        try:
            asked = connection.recv()
        except EOFError:
            return
        if asked is None:
            return
        _answer(line, *asked)


def _answer(line: Line, job: Callable[..., object], arguments: tuple[Any, ...]) -> None:
    try:
        result = job(*arguments)
    except Exception as error:  # noqa: BLE001  # an executor hands every error to whoever asks for the result
        line.say(Said.ERROR, error)
    else:
        line.say(Said.RESULT, result)


def _leave_with(parent: int, scratch: Path | None) -> None:
    """A worker whose parent was killed would wait for work for ever, and nobody would clear up behind it."""
    while os.getppid() == parent:
        time.sleep(_LOOK)
    if scratch is not None:
        shutil.rmtree(scratch, ignore_errors=True)
    os.killpg(0, signal.SIGKILL)
