from __future__ import annotations

from dataclasses import dataclass

from vanthu.document.plan import Plan
from vanthu.layout import compose
from vanthu.layout.roles import Roles
from vanthu.layout.running.cleaning import Repairs
from vanthu.rulebook import Rulebook


@dataclass(frozen=True)
class Compose:
    """Makes the running text with its paragraphs and tables."""

    rulebook: Rulebook
    name: str = "compose"
    requires: frozenset[str] = frozenset({"words", "grids", "blocks", "repairs"})
    provides: frozenset[str] = frozenset({"text", "paragraphs", "tables"})

    def __call__(self, plan: Plan) -> Plan:
        """The plan with its text; every repair is an edit that can be undone."""
        text, paragraphs, tables = compose(
            plan.blocks or (),
            plan.words or (),
            plan.grids or (),
            Roles.of(self.rulebook),
            Repairs.of(self.rulebook),
            ledger=plan.repairs or (),
        )
        return plan.with_layers(text=text, paragraphs=paragraphs, tables=tables)
