"""Invented heads and feet of documents with what a careful reader takes from them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml

from builders import plan_of
from vanthu.contract.letterhead import SIGNER, SINGLE
from vanthu.document.evidence import Mention
from vanthu.document.geometry import Span
from vanthu.document.layout import BlockKind
from vanthu.document.plan import Plan
from vanthu.rulebook import Rulebook
from vanthu.understanding.citations.extract import read_citations
from vanthu.understanding.header import read_header

_DATA = Path(__file__).parent / "understanding" / "data"


def cases(name: str) -> list[dict[str, Any]]:
    """The cases of a file: id, text and what is expected."""
    loaded: list[dict[str, Any]] = yaml.safe_load((_DATA / f"letterheads_{name}.yaml").read_text("utf-8"))
    return loaded


def read(lines: Sequence[str | tuple[BlockKind, str]], rules: Rulebook) -> Plan:
    """A plan of these lines with mentions, header and citations."""
    plan = plan_of(*lines)
    found = [
        Mention(
            label="CITATION",
            rule=m.rule.id,
            span=Span(m.span.start + p.span.start, m.span.end + p.span.start),
            groups=m.groups,
        )
        for p in plan.paragraphs or ()
        for m in rules["CITATION"].find(plan.need_text()[p.span])
    ]
    plan = plan.with_layers(mentions=tuple(found))
    plan = plan.with_layers(header=read_header(plan, rules))
    return plan.with_layers(citations=read_citations(plan, rules))


def read_text(text: str, rules: Rulebook) -> Plan:
    """Every line of a text a paragraph of no known kind: the hardest case, nothing is known of the layout."""
    return read([line.strip() for line in text.splitlines() if line.strip()], rules)


def facts(plan: Plan) -> dict[str, Any]:
    """What was read, in the form of the expectations."""
    header, citations = plan.header, plan.citations or ()
    assert header is not None
    signers = [{part: getattr(s, part).value for part in SIGNER} for s in header.signers]
    said = [(f"{c.number or c.title or c.type}|{c.issued_on or ''}", c.legal_basis) for c in citations]
    return {
        **{n: getattr(header, n).value for n in SINGLE},
        "signer": signers[0] if signers else {},
        "signers": [s["name"] for s in signers],
        "recipients": [r.value for r in header.recipients],
        "addressees": [a.value for a in header.addressees],
        "citations": sorted(s for s, _ in said),
        "legal_basis": sorted(s for s, basis in said if basis),
    }
