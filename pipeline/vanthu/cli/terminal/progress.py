"""Progress on stderr: a bar with an estimate on a terminal, a line for each document elsewhere."""

from __future__ import annotations

from time import monotonic

import rich.progress as bars
from rich.console import Console
from rich.markup import escape

from vanthu.cli.terminal.phrases import ending, problems, seconds
from vanthu.engine.outcome import Outcome
from vanthu.engine.progress import Progress
from vanthu.engine.register_audit import Watch
from vanthu.register.across.full import Audited, Stage

_EVERY = 30.0  # seconds between two lines on an audit
_STAGES = {Stage.FILING: "Đang xếp lại sổ", Stage.COMPARING: "Đang rà soát"}
_FULL = "{} nhóm có hơn 200 việc được viết như nhau, không so từng cặp trong các nhóm ấy"


def progress_on_stderr() -> Progress:
    """What suits the stream that a person looks at."""
    console = Console(stderr=True, highlight=False, soft_wrap=True)
    return Bar(console) if console.is_terminal else Lines(console)


def audit_on_stderr() -> Watch:
    """As `progress_on_stderr`, for the audit of a register."""
    console = Console(stderr=True, highlight=False, soft_wrap=True)
    return AuditBar(console) if console.is_terminal else AuditLines(console)


class Lines:
    """One line for each document that has ended, and one more for each thing that went wrong in it."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._total = self._done = 0

    def begin(self, total: int) -> None:
        """Nothing is shown before the first document has ended."""
        self._total = total

    def advance(self, outcome: Outcome) -> None:
        """Print the document's line."""
        self._done += outcome.job.part == 1
        self._console.print(escape(f"[{self._done}/{self._total}] {outcome.job.shown}: {ending(outcome)}"))
        for line in problems(outcome):
            self._console.print(escape(line))

    def end(self) -> None:
        """Nothing is left to show."""


class Bar:
    """A bar with an estimate of the time that is left; only documents with trouble get lines of their own."""

    def __init__(self, console: Console) -> None:
        self._bars = bars.Progress(
            bars.TextColumn("Đang đọc"),
            bars.BarColumn(),
            bars.TextColumn("{task.completed:.0f}/{task.total:.0f} tài liệu, còn khoảng"),
            bars.TimeRemainingColumn(),
            console=console,
            transient=True,
        )

    def begin(self, total: int) -> None:
        """Show the bar."""
        self._bars.add_task("", total=total)
        self._bars.start()

    def advance(self, outcome: Outcome) -> None:
        """Move the bar; print what went wrong above it."""
        if outcome.failure:
            self._bars.console.print(escape(f"{outcome.job.shown}: {ending(outcome)}"))
        for line in problems(outcome):
            self._bars.console.print(escape(line))
        self._bars.advance(self._bars.task_ids[0], outcome.job.part == 1)

    def end(self) -> None:
        """Take the bar away."""
        self._bars.stop()


class AuditLines:
    """How far an audit is, a line now and then; short ones are over before there is any."""

    def __init__(self, console: Console, every: float = _EVERY) -> None:
        self._console = console
        self._every = every
        self._stage: Stage | None = None
        self._begun = self._told = 0.0

    def advance(self, stage: Stage, done: int, whole: int) -> None:
        """Print a line, where the last one is long enough ago."""
        now = monotonic()
        if stage is not self._stage:
            self._stage, self._begun, self._told = stage, now, now
        if now - self._told >= self._every:
            left = (now - self._begun) * (whole - done) / done
            self._told = now
            self._console.print(f"{_STAGES[stage]}: {done / whole:.0%}, còn khoảng {seconds(left)}")

    def end(self, audited: Audited | None) -> None:
        """Print what could not be compared."""
        if audited and audited.full:
            self._console.print(_FULL.format(audited.full))


class AuditBar(AuditLines):
    """A bar with an estimate of the time that is left."""

    def __init__(self, console: Console) -> None:
        super().__init__(console)
        self._bars = bars.Progress(
            bars.TextColumn("{task.description}"),
            bars.BarColumn(),
            bars.TaskProgressColumn(),
            bars.TextColumn("còn khoảng"),
            bars.TimeRemainingColumn(),
            console=console,
            transient=True,
        )

    def advance(self, stage: Stage, done: int, whole: int) -> None:
        """Move the bar of the stage."""
        if stage is not self._stage:
            for task in self._bars.task_ids:
                self._bars.remove_task(task)
            self._stage = stage
            self._bars.add_task(_STAGES[stage], total=whole)
            self._bars.start()
        self._bars.update(self._bars.task_ids[0], completed=done)

    def end(self, audited: Audited | None) -> None:
        """Take the bar away."""
        self._bars.stop()
        super().end(audited)
