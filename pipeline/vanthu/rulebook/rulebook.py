from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from vanthu.rulebook.match import RuleSet


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
