"""Repairs of the raw text by the rules of `rules/repairs.yaml`: edits, never bare strings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from vanthu.document.geometry import Span
from vanthu.document.text import Edit
from vanthu.rulebook import Match, Rulebook, RuleSet

LABEL = "REPAIR"
SCAN = "scan"  # scope of rules for words whose confidence was measured
_LATIN = str.maketrans("асеорхуАВЕКМНОРСТХ", "aceopxyABEKMHOPCTX")
_RESOLVE: Mapping[str, Callable[[str], str]] = MappingProxyType(
    {
        # H is two strokes that touch, HH three: no numeral has four
        "roman": lambda text: (
            text.replace("H", "II").translate(str.maketrans("l1|íÍ", "IIIII")).replace("IIII", "III")
        ),
        "zero": lambda text: text.replace("O", "0").replace("o", "0"),
        "horn": lambda text: text.translate(str.maketrans("ƣƢ", "ưƯ")),
        "latin": lambda text: text.translate(_LATIN),
    }
)


@dataclass(frozen=True)
class Repairs:
    """The rules of repair by their scope."""

    sets: Mapping[str, RuleSet]

    @classmethod
    def of(cls, rulebook: Rulebook) -> Repairs:
        """The repair rules of a rulebook. Raises `KeyError` where the rulebook has none."""
        return cls(rulebook[LABEL].apart(lambda rule: rule.attributes.get("scope", SCAN)))

    def matches(self, scope: str, text: str) -> tuple[Match, ...]:
        """What the rules of one scope find; nothing where there are none."""
        return self.sets[scope].find(text) if scope in self.sets else ()

    def edits(self, raw: str, offset: int, scopes: Iterable[str]) -> list[Edit]:
        """The edits that the rules of some scopes make to one paragraph; of two that overlap the first.

        `offset` is the paragraph's place in the whole raw text.
        """
        made: list[Edit] = []
        for edit in (_edit(m, raw, offset) for scope in scopes for m in self.matches(scope, raw)):
            if edit.original != edit.replacement and not any(edit.span.overlaps(e.span) for e in made):
                made.append(edit)
        return made


def _edit(match: Match, raw: str, offset: int) -> Edit:
    span = match.group_spans.get("bad", match.span)
    original = raw[span.start : span.end]
    replace = _RESOLVE.get(match.rule.resolve or "")
    return Edit(
        rule=match.rule.id,
        span=Span(span.start + offset, span.end + offset),
        original=original,
        replacement=replace(original) if replace else match.rule.attributes.get("with", ""),
    )
