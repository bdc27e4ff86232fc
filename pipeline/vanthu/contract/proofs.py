"""From the evidence of a plan to the proofs of its public form."""

from __future__ import annotations

from collections.abc import Iterable

from vanthu.contract.base import Place, Proof, Repair
from vanthu.document.evidence import Evidence, Region


def proof(evidence: Evidence | None) -> Proof | None:
    """The proof that a piece of evidence gives; `None` for none."""
    if evidence is None:
        return None
    return Proof(
        quote=evidence.quote,
        page=evidence.page,
        prefix=evidence.prefix,
        suffix=evidence.suffix,
        places=tuple(_place(r) for r in evidence.regions),
        confidence=evidence.confidence,
        rule=evidence.rule,
        repairs=tuple(
            Repair(rule=e.rule, original=e.original, replacement=e.replacement) for e in evidence.edits
        ),
    )


def _place(region: Region) -> Place:
    box = region.box
    rounded = tuple(round(v, 1) for v in box) if box else None  # a tenth of a point is finer than any scan
    return Place.model_validate({"page": region.page, "box": rounded})


def proven(evidence: Iterable[Evidence]) -> tuple[Proof, ...]:
    """The proofs, in order."""
    return tuple(p for p in map(proof, evidence) if p)
