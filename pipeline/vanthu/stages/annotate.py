from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.language import Language

from vanthu.document.evidence import Mention
from vanthu.document.geometry import Span
from vanthu.document.plan import Plan
from vanthu.language.rules_component import RulesComponent, matches_of


@dataclass(frozen=True)
class Annotate:
    """Runs the language engine over every paragraph: the rules' matches become mentions with places in the whole text."""

    engine: Language
    fingerprint: str
    name: str = "annotate"
    requires: frozenset[str] = frozenset({"text", "paragraphs"})
    provides: frozenset[str] = frozenset({"mentions", "rules"})

    def __call__(self, plan: Plan) -> Plan:
        """Mentions in order of place; a rule never matches across paragraphs."""
        text = plan.need_text()
        found: list[Mention] = []
        spans = [p.span for p in plan.paragraphs or ()]
        docs = self.engine.pipe(text[span] for span in spans)
        for span, doc in zip(spans, docs, strict=True):
            found += (
                Mention(
                    label=label,
                    rule=m.rule.id,
                    span=Span(m.span.start + span.start, m.span.end + span.start),
                    groups=m.groups,
                )
                for label in self._labels()
                for m in matches_of(doc, label)
            )
        return plan.with_layers(mentions=tuple(sorted(found, key=lambda m: m.span)), rules=self.fingerprint)

    def _labels(self) -> Iterable[str]:
        for _, component in self.engine.pipeline:
            if isinstance(component, RulesComponent):
                yield from component.labels
