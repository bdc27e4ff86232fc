"""From a finished `Plan` to its public form."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable
from typing import Any

from vanthu.contract.graph import Edge, Graph, Vertex
from vanthu.contract.letterhead import header_fields, partial_day, published_header
from vanthu.contract.model import (
    Citation,
    Deadline,
    Finding,
    Gap,
    Problem,
    PublicPlan,
    ReviewItem,
    ScheduleRow,
    SourceFile,
    Target,
    Task,
    Unit,
)
from vanthu.contract.paper import PageFacts, PageFlag, PaperMark
from vanthu.contract.proofs import proof, proven
from vanthu.contract.times import published_deadline, real_moment
from vanthu.document import content
from vanthu.document import graph as graphs
from vanthu.document.page import Flag, Mark, Page, Source
from vanthu.document.plan import Plan
from vanthu.understanding import confidence

SCHEMA_VERSION = "1.0"
LAYERS = ("header", "citations", "tasks", "document_deadlines", "schedule", "findings")
_WORDS_IN_UID = 12


def publish(plan: Plan) -> PublicPlan:
    """The public form of a finished plan. Raises `ValueError` where a layer that it must show was not made."""
    if missing := [name for name in LAYERS if getattr(plan, name) is None]:
        raise ValueError(f"the plan is not finished: no {', '.join(missing)}")
    header = plan.header or content.Header()
    citations = plan.citations or ()
    tasks = plan.tasks or ()
    return PublicPlan(
        schema_version=SCHEMA_VERSION,
        source=plan.source.name if plan.source else None,
        status="partial" if plan.problems else "complete",
        document=published_header(header),
        legal_basis=tuple(_citation(c, with_proof=False) for c in citations if c.legal_basis),
        citations=tuple(_citation(c, with_proof=True) for c in citations),
        tasks=tuple(_task(t, plan.source) for t in tasks),
        document_deadlines=tuple(map(_of_the_plan, plan.document_deadlines or ())),
        schedule=tuple(_row(r) for r in plan.schedule or () if real_moment(r.when)),
        findings=tuple(_finding(f) for f in plan.findings or ()),
        gaps=tuple(Gap(task=g.task, kind=g.kind, note=g.note) for g in plan.gaps or ()),
        targets=tuple(_target(t) for t in plan.document_targets or ()),
        review=tuple(_review(plan)),
        problems=tuple(Problem(code=p.code, message=p.message, page=p.page) for p in plan.problems),
        graph=_graph(plan.graph) if plan.graph else None,
        file=_file(plan.source) if plan.source else None,
        pages=tuple(_page(p) for p in plan.pages or ()),
        marks=tuple(_mark(m) for m in plan.marks or ()),
        flags=tuple(_flag(f) for f in plan.flags or ()),
        rules=plan.rules,
    )


def public_deadline(deadline: content.Deadline) -> dict[str, Any]:
    """A single deadline as `plan.json` shows it, in plain JSON values."""
    shown: dict[str, Any] = composed(published_deadline(deadline).model_dump(mode="json"))
    return shown


def composed(value: Any) -> Any:
    """The value with every text in it, keys included, in Unicode NFC."""
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value)
    if isinstance(value, dict):
        return {composed(k): composed(v) for k, v in value.items()}
    if isinstance(value, list):
        return [composed(v) for v in value]
    return value


def _unit(unit: content.Unit, role: str) -> Unit:
    facts = {"role": role, "name": unit.name, "resolved": unit.resolved, "inherited": unit.inherited}
    return Unit.model_validate({**facts, "evidence": proof(unit.evidence)})


def _target(target: content.Target) -> Target:
    size = {
        "value": target.value,
        "upper": target.upper,
        "unit": target.unit,
        "comparator": target.comparator,
    }
    return Target(raw=target.raw, whole=target.whole, per=target.per, **size)


def _task(task: content.Task, source: Source | None) -> Task:
    leads = tuple(_unit(u, "lead") for u in task.lead)
    partners = tuple(_unit(u, "coordinate") for u in task.coordinate)
    return Task(
        id=task.id,
        uid=task.uid or _uid(task, source),
        text=task.text,
        lead=tuple(u.name for u in task.lead),
        coordinate=tuple(u.name for u in task.coordinate),
        kind=task.kind,
        parent=task.parent,
        deadlines=tuple(_time_of(task, d) for d in task.deadlines),
        units=leads + partners,
        targets=tuple(_target(t) for t in task.targets),
        products=task.products,
        page=task.evidence.page if task.evidence else None,
        evidence=proof(task.evidence),
        confidence=confidence.of_task(task),
        review=confidence.doubts_of_task(task),
    )


def _time_of(task: content.Task, deadline: content.Deadline) -> Deadline:
    told = published_deadline(deadline)
    return told.model_copy(update={"confidence": confidence.of_time_of(task, told.confidence)})


def _uid(task: content.Task, source: Source | None) -> str:
    words = " ".join(task.text.casefold().split()[:_WORDS_IN_UID])
    identity = "\n".join((source.sha256 if source else "", task.id, words))
    return hashlib.sha256(identity.encode()).hexdigest()[:16]


def _of_the_plan(deadline: content.Deadline) -> Deadline:
    shown = published_deadline(deadline)
    return shown.model_copy(update={"confidence": confidence.of_time_of_plan(deadline, shown.confidence)})


def _review(plan: Plan) -> Iterable[ReviewItem]:
    """Every place that a person should look at, with the reason, in the order of the contract."""
    for name, sourced in header_fields(plan.header or content.Header()):
        if reason := confidence.doubt_of_field(sourced):
            yield ReviewItem(where=f"document.{name}", reason=reason)
    for citation in plan.citations or ():
        if reason := confidence.doubt_of_citation(citation):
            yield ReviewItem(where="citations", reason=reason)
    for deadline in plan.document_deadlines or ():
        if reason := confidence.doubt_of_time_of_plan(deadline):
            yield ReviewItem(where="document", reason=reason)
    for task in plan.tasks or ():
        told = (*confidence.doubts_of_task(task), *map(confidence.doubt_of_deadline, task.deadlines))
        yield from (ReviewItem(where=task.id, reason=reason) for reason in dict.fromkeys(told) if reason)


def _citation(citation: content.Citation, *, with_proof: bool) -> Citation:
    return Citation(
        type=citation.type,
        number=citation.number,
        issued_on=partial_day(citation.issued_on),
        issuer=citation.issuer,
        title=citation.title,
        confidence=confidence.of_citation(citation),
        evidence=proven(citation.evidence) if with_proof else (),
    )


def _row(row: content.ScheduleRow) -> ScheduleRow:
    return ScheduleRow(when=row.when, what=row.what, evidence=proof(row.evidence))


def _finding(f: content.Finding) -> Finding:
    return Finding(code=f.code, where=f.where, note=f.note, severity=f.severity, evidence=proven(f.evidence))


def _file(source: Source) -> SourceFile:
    return SourceFile(name=source.name, sha256=source.sha256, media_type=source.media_type, size=source.size)


def _page(page: Page) -> PageFacts:
    return PageFacts(
        number=page.number,
        reading=page.reading,
        reason=page.reason,
        grade=page.grade,
        width=page.width,
        height=page.height,
        rotation=page.rotation,
        skew=round(page.skew, 3),
    )


def _flag(flag: Flag) -> PageFlag:
    return PageFlag(
        page=flag.page,
        box=tuple(round(v, 1) for v in flag.box) if flag.box else None,
        text=flag.text,
        code=flag.code,
        reason=flag.reason,
        candidates=flag.candidates,
    )


def _mark(mark: Mark) -> PaperMark:
    return PaperMark(
        page=mark.page,
        kind=mark.kind,
        box=tuple(round(v, 1) for v in mark.box),
        colour=mark.colour,
        text=mark.text,
        fields=mark.fields,
        confidence=mark.confidence,
    )


def _graph(graph: graphs.Graph) -> Graph:
    vertices = tuple(Vertex(id=v.id, kind=v.kind, label=v.label) for v in graph.vertices)
    return Graph(vertices=vertices, edges=tuple(_edge(e) for e in graph.edges))


def _edge(edge: graphs.Edge) -> Edge:
    evidence = edge.evidence
    return Edge(
        source=edge.source,
        target=edge.target,
        kind=edge.kind,
        confidence=edge.confidence,
        page=evidence.page if evidence else None,
        quote=evidence.quote if evidence else "",
        rule=evidence.rule if evidence else None,
    )
