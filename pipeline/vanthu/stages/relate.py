from __future__ import annotations

from dataclasses import dataclass

from vanthu.document.plan import Plan
from vanthu.rulebook import Rulebook
from vanthu.understanding.relations.graph import build_graph


@dataclass(frozen=True)
class Relate:
    """Makes the task graph."""

    rulebook: Rulebook
    name: str = "relate"
    requires: frozenset[str] = frozenset(
        {"text", "outline", "header", "citations", "tasks", "document_deadlines"}
    )
    provides: frozenset[str] = frozenset({"graph"})

    def __call__(self, plan: Plan) -> Plan:
        """The plan with its graph; a plan without tasks has a graph with the plan alone."""
        return plan.with_layers(graph=build_graph(plan, self.rulebook))
