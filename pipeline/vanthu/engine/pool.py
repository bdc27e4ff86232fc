"""Worker processes that can die, or be killed, without harm to each other."""

from __future__ import annotations

import os
import pickle
import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager, suppress
from logging import LogRecord, getLogger
from multiprocessing import connection
from multiprocessing.context import ForkContext, SpawnContext
from pathlib import Path
from typing import Any, TypeVar

import cv2

from vanthu.engine.line import Said, serve
from vanthu.reading.waiting import Waiting

T = TypeVar("T")
_END_SECONDS = 5


class WorkerDiedError(Exception):
    """What the future of a job raises when its worker process ended under it."""


def context() -> ForkContext | SpawnContext:
    """Forking costs nothing and is safe only where this process has one thread; else workers start from nothing."""
    return ForkContext() if threading.active_count() == 1 else SpawnContext()


def pass_on(record: LogRecord) -> None:
    """Give a worker's log record to this process's own logs."""
    getLogger(record.name).handle(record)


class ProcessWorkers:
    """Up to `width` worker processes, each with one job at a time, so that a death is always that of a known job.

    They start when first needed; a dead one is replaced when the next job comes. A worker begins with
    `initializer(line, *initargs)`. `tell` gets what they log; `scratch` is a folder that they clear away if they have to
    leave by themselves, because their parent was killed. To be used from one thread.
    """

    def __init__(
        self,
        width: int,
        initializer: Callable[..., object],
        initargs: tuple[Any, ...] = (),
        *,
        tell: Callable[[LogRecord], object] = pass_on,
        scratch: Path | None = None,
    ) -> None:
        self.width = width
        self._given = (scratch, initializer, *initargs)
        self._tell = tell
        self._context = context()
        self._lanes: list[_Lane] = []

    @property
    def inherit(self) -> bool:
        """Whether workers start with everything that this process has loaded."""
        return isinstance(self._context, ForkContext)

    def submit(self, fn: Callable[..., T], /, *args: Any) -> Future[T]:
        """Start a job on an idle worker; its future is set by `wait`. Raises `RuntimeError` where all are busy."""
        while True:
            try:
                return self._idle_lane().start(fn, *args)
            except WorkerDiedError:  # while it was idle: no job is lost, another worker takes this one
                continue

    def _idle_lane(self) -> _Lane:
        self._lanes = [lane for lane in self._lanes if not lane.dead]
        lane = next((lane for lane in self._lanes if lane.job is None), None)
        if lane is None:
            if len(self._lanes) >= self.width:
                raise RuntimeError("all workers are busy")
            lane = _Lane(self._context, self._given)
            self._lanes.append(lane)
        return lane

    def wait(self, seconds: float | None = None) -> list[Future[Any]]:
        """The jobs that have ended, as soon as there is one, or after `seconds` (`None`: however long it takes)."""
        busy = [lane for lane in self._lanes if lane.job is not None]
        ready = connection.wait([end for lane in busy for end in lane.ends], seconds)
        return [f for lane in busy if set(lane.ends) & set(ready) if (f := lane.hear(self._tell)) is not None]

    def waiting(self, future: Future[Any]) -> Waiting:
        """How long the worker of a job, with the programs that it started, waits for a processor from now on."""
        return Waiting(next((lane.pid for lane in self._lanes if lane.job is future), 0))

    def stop(self, future: Future[Any]) -> None:
        """Kill the worker of a job, with the programs that it started; the job ends with `WorkerDiedError`."""
        for lane in self._lanes:
            if lane.job is future:
                lane.kill()

    def close(self, *, at_once: bool = False) -> None:
        """End all workers: idle ones politely; busy ones are killed, or waited for unless `at_once`."""
        for lane in self._lanes:
            if at_once:
                lane.kill()
            lane.dismiss()
        for lane in self._lanes:
            lane.join()
        self._lanes = []


class _Lane:
    """One worker process."""

    def __init__(self, context: ForkContext | SpawnContext, given: tuple[Any, ...]) -> None:
        self._line, theirs = context.Pipe()
        with _as_workers_need_it():
            self._process = context.Process(
                target=serve, args=(theirs, os.getpid(), *given), name="vanthu-worker", daemon=False
            )
            self._process.start()
        theirs.close()
        with suppress(OSError):  # it does so itself too: whoever comes first
            os.setpgid(self.pid, self.pid)
        self.job: Future[Any] | None = None
        self.dead = False

    @property
    def pid(self) -> int:
        """The process; 0 where there is none."""
        return self._process.pid or 0

    @property
    def ends(self) -> tuple[Any, int]:
        """What is ready as soon as there is something to hear, or the process has ended."""
        return self._line, self._process.sentinel

    def start(self, fn: Callable[..., T], /, *args: Any) -> Future[T]:
        """Hand a job over. Raises `WorkerDiedError` where there is nobody to take it."""
        try:
            self._line.send((fn, args))
        except OSError as error:
            self.kill()
            raise WorkerDiedError from error
        self.job = future = Future[T]()
        return future

    def hear(self, tell: Callable[[LogRecord], object]) -> Future[Any] | None:
        """Take in what the worker said; the job, if that has ended."""
        try:
            while self._line.poll():
                kind, thing = pickle.loads(self._line.recv_bytes())  # noqa: S301  # from our own process
                if kind is not Said.RECORD:
                    return self._ended(thing, failed=kind is Said.ERROR)
                tell(thing)
        except (EOFError, OSError):
            return self._died()
        return None if self._process.is_alive() else self._died()

    def _ended(self, thing: Any, *, failed: bool) -> Future[Any] | None:
        future, self.job = self.job, None
        if future is not None:
            future.set_exception(thing) if failed else future.set_result(thing)
        return future

    def _died(self) -> Future[Any] | None:
        future = self.job
        self.kill()
        return future

    def kill(self) -> None:
        """End the process and all that it started, now."""
        self.dead = True
        try:
            os.killpg(self.pid, signal.SIGKILL)
        except ProcessLookupError:  # not come so far as to have a group
            self._process.kill()
        self._process.join(_END_SECONDS)
        if self.job is not None:
            self._ended(WorkerDiedError(), failed=True)

    def dismiss(self) -> None:
        """Say that there is no more work."""
        with suppress(OSError):
            self._line.send(None)
        self._line.close()

    def join(self) -> None:
        """Wait for the end."""
        self._process.join()


@contextmanager
def _as_workers_need_it() -> Iterator[None]:
    """Processes that start in the block hear no Ctrl-C, and inherit no half-dead threads of the image library."""
    threads = cv2.getNumThreads()
    cv2.setNumThreads(1)
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
        cv2.setNumThreads(threads)
