"""What each plan says wrongly by itself, as findings of the register."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache

from vanthu.audit.across.compare import Found, Spot
from vanthu.contract.model import Finding, Task
from vanthu.planning.rechecked import rechecked
from vanthu.register.across.findings import known_by
from vanthu.register.plans import Kept
from vanthu.rulebook import RuleSet
from vanthu.rulebook.load import load_rulebook
from vanthu.times.working_days import day_off_reason


def own_findings(kept: Kept) -> Iterator[Found]:
    """The findings of one plan, as people corrected it."""
    plan, key = kept.live.plan, str(kept.document)
    corrected = bool(kept.journal.entries or kept.header)
    found = rechecked(plan, corrected=corrected, day_off=day_off_reason, words=_words())
    alike = Counter(map(_lies, found))
    tasks = {task.id: task for task in plan.tasks}
    for finding in found:
        lies = known_by(f"{key}#{where}" for where in _lies(finding)[1:])
        about = lies if alike[_lies(finding)] == 1 else f"{lies} {_told_by(finding)}"
        yield Found(
            finding.code, finding.severity, finding.note, tuple(_spots(key, finding, tasks)), about=about
        )


@cache
def _words() -> RuleSet:
    return load_rulebook()["AUDIT"]


def _lies(finding: Finding) -> tuple[str, ...]:
    """Its code and the places that it names; what else proves it may be another thing after a new reading."""
    return finding.code, *(finding.where or ("document",))


def _told_by(finding: Finding) -> str:
    """What tells it from others of its kind at its place: *căn cứ Thông tư ...* that lacks its day, and the next one."""
    return "\n".join(proof.quote for proof in finding.evidence) or finding.note


def _spots(key: str, finding: Finding, tasks: Mapping[str, Task]) -> Iterator[Spot]:
    """With the words of each task that it names; what is no task has its proof, where there is one."""
    for where, proof in finding.places:
        page, quote = (proof.page, proof.quote) if proof else (None, None)
        task = tasks.get(where)
        yield Spot(key, where, task.page or page, task.text) if task else Spot(key, where, page, quote)
