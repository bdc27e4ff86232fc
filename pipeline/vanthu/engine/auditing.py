"""The audit over many plans, from their public form: findings of each, and findings between them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from vanthu.audit.across import Filed, audit_across
from vanthu.contract.base import Proof
from vanthu.contract.model import Deadline, PublicPlan, Task
from vanthu.document import content
from vanthu.document.evidence import Evidence, Region, Sourced
from vanthu.export.listed import GRAVITY, Listed, listed

_NOT_OF_CONTENT = {"evidence", "day_off"}


def within(name: str, plan: PublicPlan) -> tuple[Listed, ...]:
    """The findings that a plan carries, under the name that tells it from the others."""
    return tuple(replace(finding, documents=(name,)) for finding in listed(plan))


def filed(name: str, plan: PublicPlan) -> Filed:
    """What the audit between plans needs of one; `name` is unique among those compared."""
    head = plan.document
    header = content.Header(
        issuer=_value(next(iter(head.issuer), None)),
        number=_value(head.number),
        symbol=_value(head.symbol),
        issued_on=_value(head.issued_on),
    )
    cited = (content.Citation(type=c.type, number=c.number) for c in plan.citations)
    return Filed.of(name, header, cited, (_task(task) for task in plan.tasks))


def between(plans: Sequence[Filed]) -> tuple[Listed, ...]:
    """The findings between different plans."""
    return tuple(_shared(finding) for finding in audit_across(plans))


def _shared(finding: content.Finding) -> Listed:
    names = tuple(dict.fromkeys(place.rpartition("#")[0] for place in finding.where))
    first = finding.evidence[0] if finding.evidence else None
    return Listed(
        documents=names,
        code=finding.code,
        where=finding.where,
        note=finding.note,
        severity=finding.severity,
        page=first.page if first else None,
        quote=first.quote if first else None,
    )


def _value(text: str | None) -> Sourced[str]:
    return Sourced(value=text)


def _task(task: Task) -> content.Task:
    return content.Task(
        id=task.id,
        uid=task.uid,
        text=task.text,
        lead=_units(task, "lead", task.lead),
        coordinate=_units(task, "coordinate", task.coordinate),
        kind=task.kind,
        parent=task.parent,
        deadlines=tuple(_deadline(deadline) for deadline in task.deadlines),
        products=task.products,
        evidence=_evidence(task.evidence),
    )


def _units(task: Task, role: str, names: Iterable[str]) -> tuple[content.Unit, ...]:
    resolved = {unit.name: unit.resolved for unit in task.units if unit.role == role}
    return tuple(content.Unit(name=name, resolved=resolved.get(name)) for name in names)


def _deadline(deadline: Deadline) -> content.Deadline:
    return content.Deadline.model_validate(deadline.model_dump(exclude=_NOT_OF_CONTENT))


def _evidence(proof: Proof | None) -> Evidence | None:
    if proof is None:
        return None
    regions = (Region(page=proof.page),) if proof.page else ()
    return Evidence(quote=proof.quote, prefix=proof.prefix, suffix=proof.suffix, regions=regions)


def by_gravity(findings: Iterable[Listed]) -> tuple[Listed, ...]:
    """The gravest first; otherwise as they came."""
    return tuple(sorted(findings, key=lambda finding: GRAVITY[finding.severity]))
