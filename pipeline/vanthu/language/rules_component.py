"""The rulebook as a spaCy component: every label becomes a span group, every span keeps its rule's id."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from spacy.language import Language
from spacy.tokens import Doc, Span

from vanthu.rulebook import Match, Rulebook, RuleSet


class RulesComponent:
    """Writes `doc.spans[label]` for each label and keeps the matches, with their groups, in `doc.user_data`."""

    def __init__(self, labels: Sequence[str]) -> None:
        self.labels = tuple(labels)
        self._sets: Mapping[str, RuleSet] = {}

    def attach(self, rulebook: Rulebook) -> None:
        """Give it the rules to run. Raises `KeyError` where the rulebook lacks one of its labels."""
        self._sets = {label: rulebook[label] for label in self.labels}

    def __call__(self, doc: Doc) -> Doc:
        """Characters are the truth: a match that ends inside a token is widened to it in the span group only."""
        for label in self.labels:
            matches = self._sets[label].find(doc.text)
            spans = (_span(doc, m, label) for m in matches)
            doc.spans[label] = [s for s in spans if s is not None]
            doc.user_data[f"vanthu.matches.{label}"] = matches
        return doc


def _span(doc: Doc, match: Match, label: str) -> Span | None:
    return doc.char_span(
        match.span.start, match.span.end, label=label, span_id=match.rule.id, alignment_mode="expand"
    )


def matches_of(doc: Doc, label: str) -> tuple[Match, ...]:
    """The matches that the component left for a label; empty where it did not run for it."""
    found: tuple[Match, ...] = doc.user_data.get(f"vanthu.matches.{label}", ())
    return found


@Language.factory("vanthu_rules", default_config={"labels": []})
def create_rules_component(nlp: Language, name: str, labels: list[str]) -> RulesComponent:  # noqa: ARG001 - spaCy's signature
    """The component as spaCy's configuration names it; it runs no rules before some are attached."""
    return RulesComponent(labels)
