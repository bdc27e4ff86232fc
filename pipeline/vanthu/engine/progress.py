"""How far a run is. Told in the parent process only."""

from __future__ import annotations

from typing import Protocol

from vanthu.engine.outcome import Outcome


class Progress(Protocol):
    """Watches a run; called in the parent process, from one thread."""

    def begin(self, total: int) -> None:
        """The run starts, with `total` documents."""
        ...

    def advance(self, outcome: Outcome) -> None:
        """One document has ended, well or badly."""
        ...

    def end(self) -> None:
        """The run is over; called after an interruption too."""
        ...


class NullProgress:
    """Watches nothing."""

    def begin(self, total: int) -> None:
        """Ignored."""

    def advance(self, outcome: Outcome) -> None:
        """Ignored."""

    def end(self) -> None:
        """Ignored."""
