"""The audit over many plans, from their public form: findings of each, and findings between them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from vanthu.audit.across import Filed, audit_across
from vanthu.document import content
from vanthu.document.evidence import Evidence, Region
from vanthu.export.base import Proof
from vanthu.export.model import Deadline, PublicPlan, Task
from vanthu.export.model import Finding as PublicFinding

_NOT_OF_CONTENT = {"evidence", "day_off"}


class Raised(NamedTuple):
    """A finding and the documents that it concerns; page and quote of the first place, `None` where it has none."""

    documents: tuple[str, ...]
    code: str
    where: tuple[str, ...]
    note: str
    severity: content.Severity
    page: int | None = None
    quote: str | None = None


def within(name: str, plan: PublicPlan) -> tuple[Raised, ...]:
    """The findings that a plan carries."""
    return tuple(_own(name, finding) for finding in plan.findings)


def _own(name: str, finding: PublicFinding) -> Raised:
    proof = finding.evidence[0] if finding.evidence else None
    place = (proof.page, proof.quote) if proof else (None, None)
    return Raised((name,), finding.code, finding.where, finding.note, finding.severity, *place)


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


def between(plans: Sequence[Filed]) -> tuple[Raised, ...]:
    """The findings between different plans."""
    return tuple(_shared(finding) for finding in audit_across(plans))


def _shared(finding: content.Finding) -> Raised:
    names = tuple(dict.fromkeys(place.rpartition("#")[0] for place in finding.where))
    proof = finding.evidence[0] if finding.evidence else None
    place = (proof.page, proof.quote) if proof else (None, None)
    return Raised(names, finding.code, finding.where, finding.note, finding.severity, *place)


def _value(text: str | None) -> content.Sourced[str]:
    return content.Sourced(value=text)


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


def by_gravity(raised: Iterable[Raised]) -> tuple[Raised, ...]:
    """The gravest first; otherwise as they came."""
    order = list(content.Severity)
    return tuple(sorted(raised, key=lambda r: order.index(r.severity)))
