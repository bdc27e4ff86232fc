from __future__ import annotations

from dataclasses import dataclass

from vanthu.audit.checks import audit
from vanthu.audit.facts import DayOff, facts_of
from vanthu.audit.gaps import gaps
from vanthu.document.plan import Plan
from vanthu.rulebook import RuleSet


@dataclass(frozen=True)
class Audit:
    """Raises what an auditor would raise about this one plan, and notes what its tasks leave unclear."""

    words: RuleSet
    day_off: DayOff
    name: str = "audit"
    requires: frozenset[str] = frozenset(
        {"header", "citations", "tasks", "document_deadlines", "schedule", "graph"}
    )
    provides: frozenset[str] = frozenset({"findings", "gaps"})

    def __call__(self, plan: Plan) -> Plan:
        """Findings in the order of the checks, gaps in that of the tasks; empty where there are none."""
        facts = facts_of(plan, day_off=self.day_off, words=self.words)
        return plan.with_layers(findings=audit(facts), gaps=gaps(facts))
