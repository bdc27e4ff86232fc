"""What each plan says wrongly by itself, as findings of the register."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from vanthu.audit.across.compare import Found, Spot
from vanthu.contract.model import Finding, PublicPlan
from vanthu.planning.rechecked import rechecked
from vanthu.register.plans import Kept
from vanthu.rulebook import RuleSet
from vanthu.rulebook.load import load_rulebook
from vanthu.times.working_days import day_off_reason


def own_findings(kept: Kept) -> Iterator[Found]:
    """The findings of one plan, as people corrected it."""
    plan = kept.live.plan
    corrected = bool(kept.journal.entries or kept.header)
    for finding in rechecked(plan, corrected=corrected, day_off=day_off_reason, words=_words()):
        yield _found(str(kept.document), finding, plan)


@cache
def _words() -> RuleSet:
    return load_rulebook()["AUDIT"]


def _found(key: str, finding: Finding, plan: PublicPlan) -> Found:
    """With the words of each task that it names; what is no task has the proof of its place in the row, where there is one."""
    tasks = {task.id: task for task in plan.tasks}
    spots = []
    for number, where in enumerate(finding.where or ("document",)):
        task = tasks.get(where)
        proof = finding.evidence[number] if number < len(finding.evidence) else None
        if task is not None:
            page = task.page or (proof.page if proof else None)
            spots.append(Spot(key, where, page, task.text))
        else:
            spots.append(Spot(key, where, proof.page if proof else None, proof.quote if proof else None))
    return Found(finding.code, finding.severity, finding.note, tuple(spots))
