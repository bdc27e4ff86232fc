"""The audit over many plans, from their public form: findings of each, and findings between them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from vanthu.audit.across.compare import Found
from vanthu.audit.across.memory import Filed, audit_across
from vanthu.audit.across.reader import reader
from vanthu.contract.model import PublicPlan
from vanthu.document.numbers import whole_number
from vanthu.export.findings.shown import Shown, gravest_first, paper_told, shown_finding, shown_found
from vanthu.export.listed import Listed
from vanthu.planning import filed as filing


def shown(plans: Sequence[tuple[str, PublicPlan]]) -> tuple[Shown, ...]:
    """The findings that plans carry and those between them, both places of each; the gravest first."""
    own = (shown_finding(name, finding) for name, plan in plans for finding in plan.findings)
    shared = audit_across([filed(name, plan) for name, plan in plans], reader())
    told = {name: _told(name, plan) for name, plan in plans}
    return tuple(_named(finding, told) for finding in gravest_first([*own, *map(shown_found, shared)]))


def _told(name: str, plan: PublicPlan) -> str:
    """*Số 45/KH-UBND, Ủy ban nhân dân xã Hải An (kh-45.pdf)*: as people know it, and where it lies."""
    facts = plan.document
    told = paper_told(whole_number(facts.number, facts.symbol), facts.title, next(iter(facts.issuer), None))
    return f"{told} ({name})" if told else name


def _named(finding: Shown, told: Mapping[str, str]) -> Shown:
    return replace(finding, sides=tuple(replace(s, document=told[s.document]) for s in finding.sides))


def filed(name: str, plan: PublicPlan) -> Filed:
    """What the audit between plans needs of one; `name` is unique among those compared."""
    return filing.filed(name, plan, reader())


def between(plans: Sequence[Filed]) -> tuple[Listed, ...]:
    """The findings between different plans."""
    return tuple(_shared(finding) for finding in audit_across(plans, reader()))


def _shared(found: Found) -> Listed:
    return Listed(
        documents=tuple(dict.fromkeys(spot.paper for spot in found.spots)),
        code=found.code,
        where=tuple(f"{spot.paper}#{spot.where}" for spot in found.spots),
        note=found.note,
        severity=found.severity,
        page=found.spots[0].page,
        quote=found.spots[0].quote,
    )
