from __future__ import annotations

from dataclasses import dataclass

from vanthu.document.plan import Plan
from vanthu.repair import Mender
from vanthu.repair.missed import missed
from vanthu.repair.suspected import possible_secrecy


@dataclass(frozen=True)
class Mend:
    """Words, disputes and marks -> the ledger of repairs, and flags for review. The words stay as they were read."""

    mender: Mender
    name: str = "mend"
    requires: frozenset[str] = frozenset({"words", "marks", "disputes"})
    provides: frozenset[str] = frozenset({"repairs", "flags"})

    def __call__(self, plan: Plan) -> Plan:
        """Never raises."""
        # not those of marks that say nothing: a seal may lie on a word of the document
        stamped = {n for mark in plan.marks or () if mark.text for n in mark.words}
        found = self.mender(plan.words or (), plan.disputes or (), stamped=stamped)
        unread = missed(plan.disputes or (), plan.words or (), plan.marks or (), self.mender.file)
        suspected = possible_secrecy(plan.marks or (), self.mender.file)
        flags = sorted((*suspected, *found.flags, *unread), key=lambda flag: flag.page)
        return plan.with_layers(repairs=found.repairs, flags=tuple(flags))
