"""Which document changes or replaces which: this one another, or two that it names each other."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from vanthu.document.content import Citation
from vanthu.document.evidence import Evidence
from vanthu.document.geometry import Span
from vanthu.document.graph import Edge, EdgeKind
from vanthu.document.plan import Plan
from vanthu.rulebook import Match, RuleSet

LABEL = "AMENDMENT"
_NEAR = 12  # characters between the words and the document that they speak of: a blank, an article, a mark of emphasis
_SENTENCE = 260  # characters before the words in which the acting document may be named


class _Mention(NamedTuple):
    span: Span
    citation: Citation


def amendments(plan: Plan, rules: RuleSet, vertex: Callable[[Citation], str], own: str) -> Iterator[Edge]:
    """Edges `amends` and `replaces` from the acting document to the other. `own` is the vertex of the plan itself.

    Where no document is named before the words, this plan acts; but not in its grounds, which speak of others.
    """
    if plan.text is None:
        return
    mentions = sorted(
        (_Mention(e.span, c) for c in plan.citations or () for e in c.evidence if e.span),
        key=lambda m: m.span,
    )
    text = plan.text.value
    for match in rules.find(text):
        after = next((m for m in mentions if 0 <= m.span.start - match.span.end <= _NEAR), None)
        if after is None or text[match.span.end : after.span.start].strip(" *_\n"):
            continue
        before = _before(text, match, mentions)
        evidence = plan.evidence(Span(match.span.start, after.span.end), rule=match.rule.id)
        yield from _edge(match, before, after, vertex=vertex, own=own, evidence=evidence)


def _before(text: str, match: Match, mentions: Sequence[_Mention]) -> _Mention | None:
    """The document named last in the same sentence before the words."""
    near = [m for m in mentions if 0 <= match.span.start - m.span.end <= _SENTENCE]
    between = [m for m in near if not _parts(text[m.span.end : match.span.start])]
    return between[-1] if between else None


def _parts(text: str) -> bool:
    return ";" in text or "\n" in text or ". " in text


def _edge(
    match: Match,
    before: _Mention | None,
    after: _Mention,
    *,
    vertex: Callable[[Citation], str],
    own: str,
    evidence: Evidence,
) -> Iterator[Edge]:
    passive = match.rule.attributes.get("voice") == "passive"
    if before is None and (passive or after.citation.legal_basis):
        return
    first = own if before is None else vertex(before.citation)
    second = vertex(after.citation)
    source, target = (second, first) if passive else (first, second)
    if source != target:
        kind = EdgeKind(match.rule.value or "")
        yield Edge(
            source=source, target=target, kind=kind, confidence=match.rule.confidence, evidence=evidence
        )
