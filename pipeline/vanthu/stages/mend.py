from __future__ import annotations

from dataclasses import dataclass

from vanthu.document.plan import Plan
from vanthu.repair import Mender


@dataclass(frozen=True)
class Mend:
    """Words, disputes and marks -> the ledger of repairs, and flags for review. The words stay as they were read."""

    mender: Mender
    name: str = "mend"
    requires: frozenset[str] = frozenset({"words", "marks", "disputes"})
    provides: frozenset[str] = frozenset({"repairs", "flags"})

    def __call__(self, plan: Plan) -> Plan:
        """Never raises."""
        found = self.mender(plan.words or (), plan.disputes or (), plan.marks or ())
        return plan.with_layers(repairs=found.repairs, flags=found.flags)
