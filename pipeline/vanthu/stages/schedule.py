from __future__ import annotations

from dataclasses import dataclass

from vanthu.document.plan import Plan
from vanthu.rulebook import Rulebook
from vanthu.understanding.schedule.rows import schedule


@dataclass(frozen=True)
class Schedule:
    """Reads the rows of dated tables."""

    rulebook: Rulebook
    name: str = "schedule"
    requires: frozenset[str] = frozenset({"text", "tables", "paragraphs", "mentions", "header"})
    provides: frozenset[str] = frozenset({"schedule"})

    def __call__(self, plan: Plan) -> Plan:
        """The plan with the rows of its schedules, in order."""
        return plan.with_layers(schedule=schedule(plan, self.rulebook))
