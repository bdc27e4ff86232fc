from __future__ import annotations

from dataclasses import dataclass

from vanthu.document.plan import Plan
from vanthu.rulebook import Rulebook
from vanthu.understanding.tasks import extract


@dataclass(frozen=True)
class Assign:
    """Finds the tasks with their units and times, and the times and aims of the whole plan."""

    rulebook: Rulebook
    name: str = "assign"
    requires: frozenset[str] = frozenset({"text", "tables", "outline", "mentions", "header"})
    provides: frozenset[str] = frozenset({"tasks", "document_deadlines", "document_targets"})

    def __call__(self, plan: Plan) -> Plan:
        """The plan with its tasks; none for papers that order no work."""
        found = extract(plan, self.rulebook)
        return plan.with_layers(
            tasks=found.tasks,
            document_deadlines=found.document_deadlines,
            document_targets=found.document_targets,
        )
