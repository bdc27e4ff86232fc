"""All rule sets of a folder, by their labels."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from vanthu.rulebook.match import RuleSet


class LaterSets(Mapping[str, RuleSet]):
    """Rule sets by label, each made when it is first asked for."""

    def __init__(self, makers: Mapping[str, Callable[[], RuleSet]]) -> None:
        self._makers = makers
        self._made: dict[str, RuleSet] = {}

    def __getitem__(self, label: str) -> RuleSet:
        if label not in self._made:
            self._made[label] = self._makers[label]()
        return self._made[label]

    def __iter__(self) -> Iterator[str]:
        return iter(self._makers)

    def __len__(self) -> int:
        return len(self._makers)


@dataclass(frozen=True)
class Rulebook:
    """All rule sets by label, the folder they came from, and the fingerprint that goes into every plan."""

    folder: Path
    sets: Mapping[str, RuleSet]
    fingerprint: str

    def __getitem__(self, label: str) -> RuleSet:
        """The rules under a label. Raises `KeyError` where no file has it."""
        return self.sets[label]

    def __reduce__(self) -> tuple[object, ...]:
        """Worker processes load their own: compiled patterns are dear to pickle."""
        from vanthu.rulebook.load import load_rulebook  # noqa: PLC0415 - the loader builds this class

        return load_rulebook, (self.folder,)
