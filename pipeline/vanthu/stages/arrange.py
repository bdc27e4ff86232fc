from __future__ import annotations

from dataclasses import dataclass

from vanthu.document.plan import Plan
from vanthu.layout import arrange
from vanthu.layout.asked import asked
from vanthu.layout.roles import Roles
from vanthu.rulebook import Rulebook


@dataclass(frozen=True)
class Arrange:
    """Groups words into blocks, each with the part it plays on its page; of what is no text, nobody is asked."""

    rulebook: Rulebook
    name: str = "arrange"
    requires: frozenset[str] = frozenset({"pages", "words", "grids", "marks", "repairs"})
    provides: frozenset[str] = frozenset({"blocks", "flags"})

    def __call__(self, plan: Plan) -> Plan:
        """The plan with its blocks, in reading order, and without flags on what is no text."""
        roles = Roles.of(self.rulebook)
        blocks = arrange(plan.pages or (), plan.spelled, plan.grids or (), roles, marks=plan.marks or ())
        flags = None if plan.flags is None else asked(plan.flags, blocks, plan.words or ())
        return plan.with_layers(blocks=blocks, flags=flags)
