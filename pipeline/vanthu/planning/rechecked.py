"""The findings of one finished plan, checked once more from its public form: people may have corrected its days since."""

from __future__ import annotations

from collections.abc import Iterable

from vanthu.audit import covered, dates, duties, order, phases, within
from vanthu.audit.facts import DayOff, Facts, as_date
from vanthu.contract.base import Proof
from vanthu.contract.model import Deadline, Finding, PublicPlan, Task
from vanthu.document import content
from vanthu.document.evidence import Evidence, Region, Sourced
from vanthu.document.graph import Edge
from vanthu.rulebook import RuleSet

CHECKS = (
    dates.deadline_before_issue,
    dates.ends_before_it_begins,
    order.report_before_completion,
    order.report_before_its_subject,
    covered.report_before_its_period,
    phases.report_before_its_phase,
    order.step_after_its_successor,
    order.child_after_parent,
    within.steps_of_one_task,
    duties.repeated_duties,
    dates.deadline_on_day_off,
)
"""Checks that need no more of a plan than its public form has."""
CODES = frozenset(
    {
        "deadline-before-issue",
        "report-before-completion",
        "deadline-order",
        "deadline-conflict",
        "duplicate-task",
        "deadline-on-day-off",
    }
)
"""The codes of their findings."""
_NOT_OF_CONTENT = {"evidence", "day_off"}


def rechecked(plan: PublicPlan, *, corrected: bool, day_off: DayOff, words: RuleSet) -> tuple[Finding, ...]:
    """The findings that a plan carries with those that the checks raise now.

    Where people `corrected` it, what the checks no longer raise is gone.
    """
    facts = _facts(plan, day_off, words)
    now = [_public(finding) for check in CHECKS for finding in check(facts)]
    carried = [f for f in plan.findings if not (corrected and f.code in CODES)]
    known = {(f.code, frozenset(f.where)) for f in carried}
    return (*carried, *(f for f in now if (f.code, frozenset(f.where)) not in known))


def _facts(plan: PublicPlan, day_off: DayOff, words: RuleSet) -> Facts:
    issued = plan.document.issued_on
    return Facts(
        header=content.Header(issued_on=Sourced(value=issued), title=Sourced(value=plan.document.title)),
        issued_on=as_date(issued),
        tasks=tuple(map(_task, plan.tasks)),
        document_deadlines=tuple(map(_deadline, plan.document_deadlines)),
        schedule=(),
        citations=(),
        edges=tuple(
            Edge(source=e.source, target=e.target, kind=e.kind, confidence=e.confidence)
            for e in (plan.graph.edges if plan.graph else ())
        ),
        day_off=day_off,
        words=words,
    )


def _task(task: Task) -> content.Task:
    return content.Task(
        id=task.id,
        uid=task.uid,
        text=task.text,
        lead=_units(task, "lead", task.lead),
        coordinate=_units(task, "coordinate", task.coordinate),
        kind=task.kind,
        parent=task.parent,
        deadlines=tuple(map(_deadline, task.deadlines)),
        products=task.products,
        evidence=_evidence(task.evidence),
    )


def _units(task: Task, role: str, names: Iterable[str]) -> tuple[content.Unit, ...]:
    resolved = {unit.name: unit.resolved for unit in task.units if unit.role == role}
    return tuple(content.Unit(name=name, resolved=resolved.get(name)) for name in names)


def _deadline(deadline: Deadline) -> content.Deadline:
    fields = deadline.model_dump(exclude=_NOT_OF_CONTENT) | {"evidence": _evidence(deadline.evidence)}
    return content.Deadline.model_validate(fields)


def _evidence(proof: Proof | None) -> Evidence | None:
    if proof is None:
        return None
    regions = (Region(page=proof.page),) if proof.page else ()
    return Evidence(quote=proof.quote, prefix=proof.prefix, suffix=proof.suffix, regions=regions)


def _public(finding: content.Finding) -> Finding:
    proofs = tuple(Proof(quote=e.quote, page=e.page) for e in finding.evidence)
    return Finding(
        code=finding.code, where=finding.where, note=finding.note, severity=finding.severity, evidence=proofs
    )
