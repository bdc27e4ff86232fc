"""The rules for head and foot, asked one part at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from vanthu.rulebook import Match, Rulebook, RuleSet
from vanthu.understanding.citations.naming import Codes

LABELS = ("HEADER", "HEADER_LINE", "SIGNER")


@dataclass(frozen=True)
class HeaderRules:
    """Rule sets by the part they find (the `value` of the rules), and the tables of types and bodies."""

    parts: Mapping[str, RuleSet]
    types: RuleSet
    organs: RuleSet
    codes: Codes

    @classmethod
    def of(cls, rulebook: Rulebook) -> HeaderRules:
        """Raises `KeyError` where the rulebook lacks one of the labels."""
        groups = defaultdict(list)
        for label in LABELS:
            for compiled in rulebook[label].compiled:
                groups[compiled.rule.value or ""].append(compiled)
        parts = {value: RuleSet(value, tuple(rules)) for value, rules in groups.items()}
        return cls(parts, rulebook["DOCUMENT_TYPE"], rulebook["ORGAN_CODE"], Codes.of(rulebook))

    def find(self, part: str, text: str) -> tuple[Match, ...]:
        """All places of a part."""
        return self.parts[part].find(text)

    def first(self, part: str, text: str) -> Match | None:
        """The first place of a part."""
        return self.parts[part].first(text)

    def start(self, part: str, text: str) -> Match | None:
        """The part at the beginning of a line."""
        return self.parts[part].at_start(text)

    def whole(self, part: str, text: str) -> Match | None:
        """The part where it is all of a line."""
        return self.parts[part].whole(text)

    def opens(self, text: str, *parts: str) -> bool:
        """Whether a line begins with one of the parts."""
        return any(self.start(part, text) for part in parts)
