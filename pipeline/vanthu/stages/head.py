from __future__ import annotations

from dataclasses import dataclass

from vanthu.document.plan import Plan
from vanthu.rulebook import Rulebook
from vanthu.understanding.header import read_header


@dataclass(frozen=True)
class Head:
    """Reads the formal parts at the head and the foot of the document."""

    rulebook: Rulebook
    name: str = "head"
    requires: frozenset[str] = frozenset({"text", "paragraphs"})
    provides: frozenset[str] = frozenset({"header"})

    def __call__(self, plan: Plan) -> Plan:
        """A plan with its header; unknown fields have no value and a reason for review."""
        return plan.with_layers(header=read_header(plan, self.rulebook))
