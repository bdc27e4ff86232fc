"""Jobs to workers, outcomes back, in bounded memory: no more jobs are handed out than there are workers."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass
from itertools import islice
from time import monotonic

from vanthu.engine import journal
from vanthu.engine.outcome import Failure, Job, Outcome, Status
from vanthu.engine.pool import WorkerDiedError, Workers
from vanthu.engine.progress import NullProgress, Progress
from vanthu.engine.worker import Work, work_on
from vanthu.errors import ExitCode

DIED = Failure(
    "died",
    "tiến trình đọc bị dừng đột ngột, có thể do hết bộ nhớ; hãy chạy lại riêng tệp này với --jobs 1",
    ExitCode.INPUT,
)
OVERDUE = Failure(
    "overdue",
    "đọc quá thời gian cho phép nên đã dừng; hãy tách tệp nhỏ hơn hoặc tăng --time-limit",
    ExitCode.INPUT,
)


@dataclass(frozen=True)
class _Started:
    job: Job
    at: float  # monotonic seconds


class Run:
    """A run over many documents. `outcomes` fills up as documents end, and stays true after an interruption.

    `limit` is the time that one document may take, in seconds; `None` is no limit.
    """

    def __init__(
        self, work: Work, workers: Workers, *, progress: Progress | None = None, limit: float | None = None
    ) -> None:
        self.outcomes: list[Outcome] = []
        self._work = work
        self._workers = workers
        self._progress = progress or NullProgress()
        self._limit = limit

    def over(self, jobs: Sequence[Job]) -> tuple[Outcome, ...]:
        """Work on all jobs; their outcomes, in the order of the jobs.

        Raises `VanthuError` where no document can be read at all (rules that are not valid, a program missing), and
        `KeyboardInterrupt` with the workers stopped at once.
        """
        self._progress.begin(len(jobs))
        finished = False
        try:
            self._all(jobs)
            finished = True
        finally:
            self._workers.close(at_once=not finished)
            self._progress.end()
        places = {job: place for place, job in enumerate(jobs)}
        return tuple(sorted(self.outcomes, key=lambda o: places[o.job]))

    def _all(self, jobs: Sequence[Job]) -> None:
        waiting = iter(jobs)
        running: dict[Future[Outcome], _Started] = {}
        while True:
            for job in islice(waiting, self._workers.width - len(running)):
                running[self._workers.submit(work_on, job, self._work)] = _Started(job, monotonic())
            if not running:
                return
            done, _ = wait(running, self._patience(running), FIRST_COMPLETED)
            for future in done or self._stop_overdue(running):
                self._settle(running.pop(future), future)

    def _patience(self, running: dict[Future[Outcome], _Started]) -> float | None:
        """Seconds until the first job is overdue."""
        if self._limit is None:
            return None
        return max(0.0, min(s.at for s in running.values()) + self._limit - monotonic())

    def _stop_overdue(self, running: dict[Future[Outcome], _Started]) -> list[Future[Outcome]]:
        late = [
            f for f, s in running.items() if self._limit is not None and monotonic() - s.at >= self._limit
        ]
        for future in late:
            self._workers.stop(future)
        return late

    def _settle(self, started: _Started, future: Future[Outcome]) -> None:
        seconds = monotonic() - started.at
        overdue = self._limit is not None and seconds >= self._limit
        try:
            outcome = future.result()
        except WorkerDiedError:
            outcome = Outcome(started.job, Status.FAILED, seconds, failure=OVERDUE if overdue else DIED)
        journal.tell(outcome)
        self.outcomes.append(outcome)
        self._progress.advance(outcome)
