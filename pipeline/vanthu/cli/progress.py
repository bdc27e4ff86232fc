"""Progress on stderr: a bar with an estimate on a terminal, a line for each document elsewhere."""

from __future__ import annotations

import rich.progress as bars
from rich.console import Console
from rich.markup import escape

from vanthu.cli.phrases import ending, problems
from vanthu.engine.outcome import Outcome
from vanthu.engine.progress import Progress


def progress_on_stderr() -> Progress:
    """What suits the stream that a person looks at."""
    console = Console(stderr=True, highlight=False, soft_wrap=True)
    return Bar(console) if console.is_terminal else Lines(console)


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
