"""Where Tesseract's library waits for images: one process beside ours, started once, not once an image.

It is a process of its own since an image may make the library hang or break: then only that image is lost.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from multiprocessing.util import Finalize
from pathlib import Path
from threading import Event, RLock, Thread
from time import monotonic
from typing import Any, TypeAlias

import numpy as np

from vanthu.reading.imaging.raster import Pixels
from vanthu.reading.waiting import Waiting

_PROGRAM = Path(__file__).with_name("tesseract_process.py")
_END_SECONDS = 5

Word: TypeAlias = tuple[str, int, int, int, int, float, int]  # as `tesseract_process` tells them


class NoLibraryError(Exception):
    """Tesseract's library can't be used here; its program may."""


class NoLanguageError(Exception):
    """The library has no data for a language."""


class UnreadableError(Exception):
    """The library failed on an image."""


class TooSlowError(Exception):
    """An image took longer than it may."""


class EngineRoom:
    """The process of one of ours. It runs while it is held; threads take turns."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._held = 0
        self._turn = RLock()
        self._useless = False

    @contextmanager
    def held(self) -> Iterator[None]:
        """In the block the process goes on from image to image; it starts with the first and ends with the outermost block."""
        with self._turn:
            self._held += 1
        try:
            yield
        finally:
            with self._turn:
                self._held -= 1
                if not self._held:
                    self._end()

    def hold_for_good(self) -> None:
        """The process goes on until ours ends."""
        self._held += 1
        # multiprocessing ends its processes without what `atexit` would do
        Finalize(None, self._end, exitpriority=1)

    def rest(self) -> None:
        """The process ends, which gives its memory back; the next image starts one anew."""
        with self._turn:
            self._end()

    def read(self, gray: Pixels, *, language: str, mode: int, dpi: int, seconds: float) -> list[Word]:
        """The words of one image, as `tesseract_process` tells them. Raises this module's errors."""
        height, width = gray.shape
        asked = {"language": language, "mode": mode, "dpi": dpi, "width": width, "height": height}
        with self._turn, self.held():
            if self._useless:
                raise NoLibraryError
            return self._told(json.dumps(asked).encode() + b"\n", np.ascontiguousarray(gray), seconds)

    def _told(self, head: bytes, gray: Pixels, seconds: float) -> list[Word]:
        answer = self._asked(head, gray, seconds)
        error = answer.get("error")
        if error == "library":
            self._useless = True
            raise NoLibraryError
        if error is not None:
            raise NoLanguageError if error == "language" else UnreadableError
        return [tuple(word) for word in answer["words"]]

    def _asked(self, head: bytes, gray: Pixels, seconds: float) -> dict[str, Any]:
        process = self._started()
        with _killed_after(seconds, process) as late:
            line = _exchanged(process, head, gray)
        if line.endswith(b"\n"):
            answer: dict[str, Any] = json.loads(line)
            return answer
        self._end()
        raise TooSlowError if late.is_set() else UnreadableError

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is not None and self._process.poll() is not None:
            self._end()  # its pipes are still open
        if self._process is None:
            # neither site packages nor the user's own settings: the process needs the standard library alone
            command = [sys.executable, "-I", "-S", str(_PROGRAM)]
            try:
                self._process = subprocess.Popen(  # noqa: S603 - our own program
                    command,
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                    # several threads of one engine wait for each other: one is several times quicker
                    env={"OMP_THREAD_LIMIT": "1", **os.environ},
                )
            except OSError as error:
                raise NoLibraryError from error
        return self._process

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        try:
            process.communicate(timeout=_END_SECONDS)  # it ends with its input
        except (OSError, subprocess.TimeoutExpired):
            process.kill()
            process.communicate()  # waits, and closes the pipes too


@contextmanager
def _killed_after(seconds: float, process: subprocess.Popen[bytes]) -> Iterator[Event]:
    """A process is killed, and the event set, if the block takes longer; time that it waits for a processor does not count."""
    over, late = Event(), Event()
    until, waiting = monotonic() + seconds, Waiting(process.pid)

    def watch() -> None:
        left = seconds
        while not over.wait(left):
            left = until + waiting.seconds() - monotonic()
            if left <= 0:
                late.set()
                process.kill()
                return

    thread = Thread(target=watch)
    thread.start()
    try:
        yield late
    finally:
        over.set()
        thread.join()


def _exchanged(process: subprocess.Popen[bytes], head: bytes, gray: Pixels) -> bytes:
    """The line that answers a request; less than a whole line where the process ended."""
    if process.stdin is None or process.stdout is None:
        return b""
    try:
        process.stdin.write(head)
        process.stdin.write(gray.data)
        process.stdin.flush()
    except OSError:
        return b""
    return process.stdout.readline()


def engine_room() -> EngineRoom:
    """That of this process."""
    return _room_of(os.getpid())


@cache
def _room_of(_: int) -> EngineRoom:
    """A forked process has a room of its own."""
    return EngineRoom()
