"""Counts and differences: what a comparison gives."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple


class Tally(NamedTuple):
    """Things of one kind: how many were right, how many the gold has, how many the program found."""

    hits: int = 0
    expected: int = 0
    found: int = 0

    @property
    def precision(self) -> float:
        """Share of the found that is right; 1 where nothing was found."""
        return self.hits / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Share of the expected that was found; 1 where nothing was expected."""
        return self.hits / self.expected if self.expected else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall; 1 where nothing was expected and nothing found."""
        return 2 * self.hits / (self.expected + self.found) if self.expected + self.found else 1.0


class Difference(NamedTuple):
    """One thing that is not as expected; an empty side means missing or invented."""

    kind: str
    where: str
    expected: str
    found: str

    def __str__(self) -> str:
        return f"{self.kind} {self.where}: expected {self.expected or '-'} | found {self.found or '-'}"


@dataclass
class Comparison:
    """Tallies by kind and all differences; comparisons of several plans can be pooled."""

    tallies: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    differences: list[Difference] = field(default_factory=list)

    def add(self, kind: str, *, hits: int, expected: int, found: int) -> None:
        """Count things of one kind."""
        old = self.tallies[kind]
        self.tallies[kind] = Tally(old.hits + hits, old.expected + expected, old.found + found)

    def pool(self, other: Comparison) -> None:
        """Add the counts and differences of another comparison."""
        for kind, tally in other.tallies.items():
            self.add(kind, hits=tally.hits, expected=tally.expected, found=tally.found)
        self.differences += other.differences

    def differ(self, kind: str, where: str, missing: Iterable[object], extra: Iterable[object]) -> None:
        """Note what is missing and what was invented."""
        self.differences += [Difference(kind, where, str(m), "") for m in missing]
        self.differences += [Difference(kind, where, "", str(e)) for e in extra]

    def of(self, kind: str) -> list[str]:
        """The differences of one kind as lines."""
        return [str(d) for d in self.differences if d.kind == kind]
