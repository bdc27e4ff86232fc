"""How far the work on one document is, as the parent knows it: which step comes next, and what the steps gave."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from time import monotonic
from typing import Any

from vanthu.engine.outcome import Failure, Job, Outcome, Status
from vanthu.engine.worker import Begun, Work, begin, finish, read_sheet
from vanthu.errors import ExitCode

_UNDERSTOOD_IN = 2.0  # seconds a sheet, at the very most: what comes after reading is quick


@dataclass(frozen=True)
class Step:
    """One thing for a worker to do."""

    fn: Callable[..., Any]
    arguments: tuple[Any, ...]
    seconds: float  # that it may take
    sheet: int | None = None  # which one it reads, from 0


class Course:
    """One document. Its pages lie here packed, until one worker gets them all to finish the document."""

    def __init__(self, job: Job, work: Work) -> None:
        self.job = job
        self.started: float | None = None  # monotonic seconds
        self.outcomes: tuple[Outcome, ...] = ()
        self._work = work
        self._begun: Begun | None = None
        self._sheets: list[bytes | None] = []
        self._asked = 0  # sheets that were handed out
        self._last: Step | None = None  # handed out, and nothing else before it has ended

    @property
    def ended(self) -> bool:
        """Whether the document has come to its end, good or bad."""
        return bool(self.outcomes)

    def next_step(self) -> Step | None:
        """What can be done now; `None` where other steps have to end first."""
        if self.ended or self._last is not None:
            return None
        if self._begun is None:
            return self._alone(Step(begin, (self.job, self._work), self._work.limits.page_seconds))
        if self._asked < len(self._sheets):
            self._asked += 1
            return self._sheet(self._begun, self._asked - 1)
        if None in self._sheets:
            return None
        return self._finish(self._begun)

    def _sheet(self, begun: Begun, index: int) -> Step:
        arguments = (self.job, begun.source, index, self._work)
        return Step(read_sheet, arguments, self._work.limits.page_seconds, sheet=index)

    def _finish(self, begun: Begun) -> Step:
        sheets, self._sheets = tuple(self._sheets), []
        seconds = self._work.limits.page_seconds + _UNDERSTOOD_IN * begun.sheets
        return self._alone(Step(finish, (self.job, begun.source, sheets, self._work), seconds))

    def _alone(self, step: Step) -> Step:
        self._last = step
        return step

    def take(self, step: Step, done: Begun | bytes | Failure | tuple[Outcome, ...]) -> None:
        """What a step gave: an open document, a page, the end, or why there is none."""
        if self._last is step:
            self._last = None
        if self.ended:
            return
        if isinstance(done, Begun):
            self._begun, self._sheets = done, [None] * done.sheets
        elif isinstance(done, bytes) and step.sheet is not None:
            self._sheets[step.sheet] = done
        else:
            self._end(done)

    def _end(self, done: Any) -> None:
        """Nothing that was read is kept here any longer."""
        self._sheets = []
        if isinstance(done, Failure):
            status = Status.SECRET if done.exit_code is ExitCode.SECRET else Status.FAILED
            done = (Outcome(self.job, status, 0, failure=done),)
        seconds = monotonic() - (self.started or monotonic())
        self.outcomes = tuple(replace(outcome, seconds=seconds) for outcome in done)
