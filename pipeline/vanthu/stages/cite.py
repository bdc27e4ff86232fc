from __future__ import annotations

from dataclasses import dataclass

from vanthu.document.plan import Plan
from vanthu.rulebook import Rulebook
from vanthu.understanding.citations.extract import read_citations


@dataclass(frozen=True)
class Cite:
    """Collects the documents that the text names, from the mentions of the rules."""

    rulebook: Rulebook
    name: str = "cite"
    requires: frozenset[str] = frozenset({"text", "paragraphs", "mentions", "header"})
    provides: frozenset[str] = frozenset({"citations"})

    def __call__(self, plan: Plan) -> Plan:
        """A plan with its citations; none is an empty tuple."""
        return plan.with_layers(citations=read_citations(plan, self.rulebook))
