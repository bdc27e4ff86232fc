from __future__ import annotations

from dataclasses import dataclass

from vanthu.document.plan import Plan
from vanthu.rulebook import Rulebook
from vanthu.understanding.outline.outline import outline


@dataclass(frozen=True)
class Outline:
    """Hangs paragraphs and table rows into a tree of sections, each with its role."""

    rulebook: Rulebook
    name: str = "outline"
    requires: frozenset[str] = frozenset({"text", "paragraphs", "tables"})
    provides: frozenset[str] = frozenset({"outline"})

    def __call__(self, plan: Plan) -> Plan:
        """The plan with its outline."""
        return plan.with_layers(outline=outline(plan, self.rulebook))
