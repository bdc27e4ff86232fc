"""The rules of `rules/layout.yaml` and `rules/columns.yaml`, asked one part at a time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from vanthu.rulebook import Match, Rulebook, RuleSet

LABEL = "LAYOUT"
_COLUMNS = "COLUMN"
_START = 160  # characters: no part takes more at the beginning of a line, and paragraphs are long
_END = 40


@dataclass(frozen=True)
class Roles:
    """Rule sets by the part they recognise (the `value` of the rules); those on the heads of columns as *column.lead*, *column.time*."""

    sets: Mapping[str, RuleSet]

    @classmethod
    def of(cls, rulebook: Rulebook) -> Roles:
        """The rules of a rulebook on layout and on columns, grouped. Raises `KeyError` where the rulebook lacks one of the labels."""
        columns = {f"column.{value}": rules for value, rules in rulebook[_COLUMNS].by_value.items()}
        return cls({**rulebook[LABEL].by_value, **columns})

    def find(self, role: str, text: str) -> tuple[Match, ...]:
        """All places where a part is recognised."""
        return self.sets[role].find(text)

    def start(self, role: str, text: str) -> Match | None:
        """The part at the beginning of a line."""
        return self.sets[role].at_start(text[:_START])

    def ends(self, text: str, role: str) -> bool:
        """Whether a line ends with a part."""
        return self.sets[role].first(text[-_END:]) is not None

    def starts(self, text: str, *roles: str) -> bool:
        """Whether a line begins with one of the parts."""
        return any(self.start(role, text) for role in roles)

    def whole(self, text: str, *roles: str) -> bool:
        """Whether a line is one of the parts and nothing else."""
        return any(self.sets[role].whole(text) for role in roles)

    def has(self, text: str, *roles: str) -> bool:
        """Whether one of the parts stands somewhere in a line."""
        return any(self.sets[role].first(text) for role in roles)

    def marker(self, text: str, *, scanned: bool) -> str:
        """The bullet or numbering that a line begins with; empty where there is none."""
        roles = ("numbering", "bullet", *(("bullet_misread",) if scanned else ()))
        found = next((m for role in roles if (m := self.start(role, text))), None)
        return text[found.span.start : found.span.end].strip() if found else ""
