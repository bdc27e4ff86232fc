"""Executors: one that works in this process, and one whose workers can die without harm to each other."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing.context import SpawnContext
from typing import Any, ParamSpec, Protocol, TypeVar

import psutil

P = ParamSpec("P")
T = TypeVar("T")
_START_SECONDS = 60
WorkerDiedError = BrokenProcessPool  # what the future of a job raises when its worker process ended under it


class Workers(Protocol):
    """An executor that takes at most `width` jobs at a time, and whose jobs can be stopped."""

    @property
    def width(self) -> int:
        """How many jobs run side by side."""
        ...

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Start a job. A job whose worker process dies ends with `WorkerDiedError`."""
        ...

    def stop(self, future: Future[Any]) -> None:
        """End the worker of a job at once; the job then ends with `WorkerDiedError`."""
        ...

    def close(self, *, at_once: bool = False) -> None:
        """End all workers: idle ones politely, busy ones only when `at_once`."""
        ...


class SerialWorkers(Executor):
    """Does each job when it is handed in, in this process. Nothing can stop it but the job itself."""

    width = 1

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Do the job now. A `KeyboardInterrupt` ends the call, not only the job."""
        future: Future[T] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:  # noqa: BLE001  # an executor hands every error to whoever asks for the result
            future.set_exception(error)
        return future

    def stop(self, future: Future[Any]) -> None:
        """Nothing to do: every job has ended when it is seen."""

    def close(self, *, at_once: bool = False) -> None:
        """Nothing to do."""


class ProcessWorkers(Executor):
    """`width` worker processes, each a pool of its own, so that a death is always that of a known document.

    Processes start by spawn, when first needed; a dead one is replaced when the next job comes.
    """

    def __init__(self, width: int, initializer: Callable[..., object], initargs: tuple[Any, ...]) -> None:
        self.width = width
        self._settings = (initializer, initargs)
        self._lanes: list[_Lane] = []

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Start a job on an idle worker. Raises `RuntimeError` where all are busy."""
        try:
            return self._idle_lane().submit(fn, *args, **kwargs)
        except WorkerDiedError:  # while it was idle: no job is lost, another worker takes this one
            return self._idle_lane().submit(fn, *args, **kwargs)

    def _idle_lane(self) -> _Lane:
        self._lanes = [lane for lane in self._lanes if not lane.dead]
        lane = next((lane for lane in self._lanes if lane.idle), None)
        if lane is None:
            if len(self._lanes) >= self.width:
                raise RuntimeError("all workers are busy")
            lane = _Lane(*self._settings)
            self._lanes.append(lane)
        return lane

    def stop(self, future: Future[Any]) -> None:
        """Kill the worker of a job, with the programs that it started."""
        for lane in self._lanes:
            if lane.current is future:
                lane.kill()

    def close(self, *, at_once: bool = False) -> None:
        """End all workers; those at work are waited for, or killed."""
        with _deaf_to_interrupts():
            for lane in self._lanes:
                if at_once:
                    lane.kill()
                lane.close()


class _Lane:
    """One worker process."""

    def __init__(self, initializer: Callable[..., object], initargs: tuple[Any, ...]) -> None:
        self._executor = ProcessPoolExecutor(1, SpawnContext(), initializer, initargs)
        with _deaf_to_interrupts():
            self._pid = self._executor.submit(os.getpid)
        self.current: Future[Any] | None = None
        self.dead = False

    @property
    def idle(self) -> bool:
        return self.current is None or self.current.done()

    def submit(self, fn: Callable[..., T], /, *args: Any, **kwargs: Any) -> Future[T]:
        try:
            future = self._executor.submit(fn, *args, **kwargs)
        except WorkerDiedError:
            self.dead = True
            raise
        self.current = future
        future.add_done_callback(self._look)
        return future

    def _look(self, future: Future[Any]) -> None:
        self.dead = not future.cancelled() and isinstance(future.exception(), WorkerDiedError)

    def kill(self) -> None:
        try:
            worker = psutil.Process(self._pid.result(timeout=_START_SECONDS))
            family = [worker, *worker.children(recursive=True)]
        except (psutil.NoSuchProcess, WorkerDiedError):
            return
        for process in family:
            _end(process)
        psutil.wait_procs(family, timeout=5)

    def close(self) -> None:
        self._executor.shutdown(wait=True, cancel_futures=True)


@contextmanager
def _deaf_to_interrupts() -> Iterator[None]:
    """Processes started in the block never get Ctrl-C, nor do the programs that they start: only the parent does."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _end(process: psutil.Process) -> None:
    try:
        process.kill()
    except psutil.NoSuchProcess:
        return
