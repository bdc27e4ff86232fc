"""Repairs of the raw text by the rules of `rules/repairs.yaml`: edits, never bare strings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType

from vanthu.document.geometry import Span
from vanthu.document.text import Edit
from vanthu.rulebook import Match, RuleSet

LABEL = "REPAIR"
_LATIN = str.maketrans("асеорхуАВЕКМНОРСТХ", "aceopxyABEKMHOPCTX")
_RESOLVE: Mapping[str, Callable[[str], str]] = MappingProxyType(
    {
        "roman": lambda text: text.replace("H", "II").translate(str.maketrans("l1|", "III")),
        "zero": lambda text: text.replace("O", "0").replace("o", "0"),
        "horn": lambda text: text.translate(str.maketrans("ƣƢ", "ưƯ")),
        "latin": lambda text: text.translate(_LATIN),
    }
)


def repairs(raw: str, offset: int, scopes: Iterable[str], rules: RuleSet) -> Iterator[Edit]:
    """The edits that the rules make to one paragraph. `offset` is the paragraph's place in the whole raw text.

    `scopes` are those that the paragraph's words belong to; a rule for another scope is not tried.
    """
    allowed = {*scopes, "any"}
    if not any(c.rule.attributes.get("scope", "any") in allowed for c in rules.compiled):
        return
    for match in rules.find(raw):
        if match.rule.attributes.get("scope", "any") in allowed:
            edit = _edit(match, raw, offset)
            if edit.original != edit.replacement:
                yield edit


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
