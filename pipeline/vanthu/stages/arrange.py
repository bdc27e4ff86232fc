from __future__ import annotations

from dataclasses import dataclass

from vanthu.document.plan import Plan
from vanthu.layout import arrange
from vanthu.layout.roles import Roles
from vanthu.rulebook import Rulebook


@dataclass(frozen=True)
class Arrange:
    """Groups words into blocks, each with the part it plays on its page."""

    rulebook: Rulebook
    name: str = "arrange"
    requires: frozenset[str] = frozenset({"pages", "words", "grids", "marks", "repairs"})
    provides: frozenset[str] = frozenset({"blocks"})

    def __call__(self, plan: Plan) -> Plan:
        """The plan with its blocks, in reading order."""
        roles = Roles.of(self.rulebook)
        blocks = arrange(plan.pages or (), plan.spelled, plan.grids or (), roles, marks=plan.marks or ())
        return plan.with_layers(blocks=blocks)
