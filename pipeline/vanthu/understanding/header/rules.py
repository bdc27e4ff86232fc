"""The rules for head and foot, asked one part at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from vanthu.orthography import fold
from vanthu.rulebook import Match, Rulebook, RuleSet
from vanthu.understanding.citations.naming import Codes

LABELS = ("HEADER", "HEADER_LINE", "SIGNER")


@dataclass(frozen=True)
class HeaderRules:
    """Rule sets by the part they find (the `value` of the rules), the tables of types and bodies, and names by their folded form."""

    parts: Mapping[str, RuleSet]
    types: RuleSet
    organs: RuleSet
    codes: Codes
    names: Mapping[str, str]

    @classmethod
    def of(cls, rulebook: Rulebook) -> HeaderRules:
        """Raises `KeyError` where the rulebook lacks one of the labels."""
        groups = defaultdict(list)
        for label in LABELS:
            for compiled in rulebook[label].compiled:
                groups[compiled.rule.value or ""].append(compiled)
        parts = {value: RuleSet(value, tuple(rules)) for value, rules in groups.items()}
        names = {fold(name): name for name in _names(rulebook)}
        return cls(parts, rulebook["DOCUMENT_TYPE"], rulebook["ORGAN_CODE"], Codes.of(rulebook), names)

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


def _names(rulebook: Rulebook) -> Iterator[str]:
    """Names of bodies, of their kinds and fields of work, in the case in which they are known."""
    for compiled in (*rulebook["ORGAN_CODE"].compiled, *rulebook["UNIT_SHORT"].compiled):
        yield compiled.rule.value or ""
    for compiled in rulebook["UNIT"].compiled:
        if compiled.rule.value == "head":
            yield from (form for form in compiled.rule.forms if not form.isupper())
    for compiled in rulebook["HEADER_LINE"].compiled:
        if compiled.rule.value == "known_name":
            yield from compiled.rule.forms
