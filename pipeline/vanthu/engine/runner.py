"""Steps to workers, outcomes back, in bounded memory: no more steps are handed out than there are workers.

A document begins, its sheets are read by whichever workers are free, and one of them finishes it. A worker that dies, or
has to be killed, costs the sheet that it was reading.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from time import monotonic
from typing import Any

from vanthu.engine import journal
from vanthu.engine.course import Course, Step
from vanthu.engine.outcome import Failure, Job, Outcome
from vanthu.engine.pool import ProcessWorkers, WorkerDiedError
from vanthu.engine.progress import NullProgress, Progress
from vanthu.engine.worker import Work, lost
from vanthu.errors import ExitCode
from vanthu.reading.waiting import Waiting

DIED = Failure(
    "died",
    "tiến trình đọc bị dừng đột ngột, tệp có thể bị hỏng hoặc quá lớn; hãy lấy lại tệp gốc hoặc tách nhỏ",
    ExitCode.INPUT,
)
OVERDUE = Failure(
    "overdue",
    "đọc quá thời gian cho phép nên đã dừng; hãy tách tệp nhỏ hơn hoặc tăng --time-limit",
    ExitCode.INPUT,
)
STUCK = Failure(
    "overdue",
    "đọc quá lâu nên đã dừng, tệp có thể bị hỏng; hãy lấy lại tệp gốc hoặc tách nhỏ",
    ExitCode.INPUT,
)
PAGE_DIED = Failure(
    "died", "tiến trình đọc trang này bị dừng đột ngột; hãy quét lại trang ở 200-300 dpi", ExitCode.INPUT
)


def page_stuck(seconds: float) -> Failure:
    """The failure of a page that took longer than it may."""
    return Failure(
        "overdue", f"đọc trang này quá {seconds:.0f} giây nên đã dừng; hãy quét lại trang", ExitCode.INPUT
    )


@dataclass(frozen=True)
class _Started:
    course: Course
    step: Step
    until: float  # monotonic seconds: when its own time is over,
    whole: float  # and that of the whole document
    waiting: Waiting  # for a processor: such time is not the step's own

    def due(self) -> float:
        """When it is killed, as things stand."""
        return min(self.until + self.waiting.seconds(), self.whole)


class Run:
    """A run over many documents. `outcomes` fills up as documents end, and stays true after an interruption.

    `limit` is the time that one document may take, in seconds; `None` is no limit but that of each of its pages. `ended` gets the
    outcomes of each file when it has ended.
    """

    def __init__(
        self,
        work: Work,
        workers: ProcessWorkers,
        *,
        progress: Progress | None = None,
        limit: float | None = None,
        ended: Callable[[Sequence[Outcome]], object] | None = None,
    ) -> None:
        self.outcomes: list[Outcome] = []
        self._work = work
        self._workers = workers
        self._progress = progress or NullProgress()
        self._limit = limit
        self._ended = ended
        self._running: dict[Future[Any], _Started] = {}

    def over(self, jobs: Sequence[Job]) -> tuple[Outcome, ...]:
        """Work on all jobs; their outcomes, in the order of the jobs.

        Raises `VanthuError` where no document can be read at all (rules that are not valid, a program missing), and
        `KeyboardInterrupt` with the workers stopped at once.
        """
        self._progress.begin(len(jobs))
        finished = False
        try:
            self._all([Course(job, self._work) for job in jobs])
            finished = True
        finally:
            self._workers.close(at_once=not finished)
            self._progress.end()
        places = {job.path: place for place, job in enumerate(jobs)}
        return tuple(sorted(self.outcomes, key=lambda o: (places[o.job.path], o.job.part)))

    def _all(self, courses: list[Course]) -> None:
        while courses:
            self._hand_out(courses)
            for future in self._workers.wait(self._patience()):
                self._settle(future)
            for future in self._overdue():
                self._workers.stop(future)
                self._settle(future, late=True)
            courses = [course for course in courses if not course.ended]

    def _hand_out(self, courses: list[Course]) -> None:
        """The next steps of the documents, the first ones first: what was begun ends soon, and leaves memory."""
        for course in courses:
            while len(self._running) < self._workers.width and (step := course.next_step()) is not None:
                self._start(course, step)

    def _start(self, course: Course, step: Step) -> None:
        now = monotonic()
        course.started = course.started or now
        whole = course.started + self._limit if self._limit is not None else math.inf
        future = self._workers.submit(step.fn, *step.arguments)
        waiting = self._workers.waiting(future)
        self._running[future] = _Started(course, step, now + step.seconds, whole, waiting)

    def _patience(self) -> float:
        """Seconds until the first step is overdue."""
        return max(0.0, min(s.due() for s in self._running.values()) - monotonic())

    def _overdue(self) -> list[Future[Any]]:
        return [f for f, s in self._running.items() if monotonic() >= s.due() and not f.done()]

    def _settle(self, future: Future[Any], *, late: bool = False) -> None:
        started = self._running.pop(future, None)
        if started is None:  # of a document that has ended meanwhile
            return
        try:
            done = future.result()
        except WorkerDiedError:
            done = _without_result(started, late=late)
        started.course.take(started.step, done)
        if started.course.ended:
            self._end(started.course)

    def _end(self, course: Course) -> None:
        """Tell it; what workers are still doing for the document is for nothing, and stopped."""
        for future in [f for f, s in self._running.items() if s.course is course]:
            self._workers.stop(future)
            del self._running[future]
        for outcome in course.outcomes:
            journal.tell(outcome)
            self.outcomes.append(outcome)
            self._progress.advance(outcome)
        if self._ended:
            self._ended(course.outcomes)


def _without_result(started: _Started, *, late: bool) -> Failure | bytes:
    """What stands in the place of the result of a step whose worker ended under it, or was stopped for being late."""
    step = started.step
    if late and monotonic() >= started.whole:
        return OVERDUE
    if step.sheet is None:
        return STUCK if late else DIED
    return lost(step.sheet, page_stuck(step.seconds) if late else PAGE_DIED)
