"""The task graph of one plan: who does what by when, on which ground, and what comes before what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from vanthu.document.content import Citation, Deadline, DeadlineKind, Task, Unit
from vanthu.document.evidence import Evidence
from vanthu.document.graph import Edge, EdgeKind, Graph, Vertex, VertexKind
from vanthu.document.numbers import whole_number
from vanthu.document.plan import Plan
from vanthu.document.structure import Node, NodeKind
from vanthu.orthography import fold
from vanthu.rulebook import Rulebook
from vanthu.understanding.citations import amendments
from vanthu.understanding.relations import precedence, products, routes

PLAN = "plan"
_LABEL = 160  # characters; labels are shown, texts stay in the tasks


def build_graph(plan: Plan, rulebook: Rulebook) -> Graph:
    """All vertices in the order of the document, all edges by kind; no edge names a vertex that is not there."""
    outline = plan.outline or ()
    tasks = plan.tasks or ()
    sections = _sections(outline, tasks)
    receivers, ways = routes.routes(plan, rulebook)
    edges = (
        *_part_of(outline, tasks, sections),
        *(e for t in tasks for e in _unit_edges(t)),
        *_due_edges(PLAN, plan.document_deadlines or ()),
        *(e for t in tasks for e in _due_edges(task_id(t), t.deadlines)),
        *_citation_edges(plan.citations or (), tasks),
        *amendments.amendments(plan, rulebook[amendments.LABEL], _document_id, PLAN),
        *precedence.precedences(plan, rulebook[precedence.LABEL], rulebook[products.LABEL]),
        *ways,
    )
    vertices = (
        Vertex(id=PLAN, kind=VertexKind.PLAN, label=_plan_label(plan)),
        *(_section(outline[i], plan) for i in sections),
        *(Vertex(id=task_id(t), kind=VertexKind.TASK, label=_short(t.text)) for t in tasks),
        *_units(tasks),
        *receivers,
        *(_document(c) for c in plan.citations or ()),
        *_milestones(edges),
    )
    return Graph(vertices=_once(vertices), edges=_strongest(edges))


def task_id(task: Task) -> str:
    """The vertex of a task."""
    return f"task:{task.id}"


def _section_id(node: Node) -> str:
    return f"section:{node.path}"


def unit_id(unit: Unit) -> str:
    """One vertex for all spellings of a unit that was resolved, else one a spelling."""
    return routes.unit_key(unit.resolved or unit.name)


def _document_id(citation: Citation) -> str:
    return f"document:{citation.number or fold(citation.title or citation.type)}:{citation.issued_on or ''}"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LABEL else line[: _LABEL - 1].rsplit(" ", 1)[0] + "…"


def _plan_label(plan: Plan) -> str:
    header = plan.header
    if header is None:
        return plan.source.name if plan.source else "Văn bản"
    number, symbol = header.number.value, header.symbol.value
    code = whole_number(number, symbol) or number or symbol
    label = " ".join(v for v in (header.type.value, code, header.title.value) if v)
    return _short(label or (plan.source.name if plan.source else "Văn bản"))


def _sections(outline: tuple[Node, ...], tasks: Iterable[Task]) -> list[int]:
    """Headings that stand above tasks and are none themselves, in the order of the document."""
    own = {t.node for t in tasks}
    above = {a for t in tasks if t.node is not None for a in ancestors(outline, t.node)}
    return sorted(i for i in above - own if outline[i].kind is NodeKind.SECTION)


def ancestors(outline: tuple[Node, ...], node: int) -> Iterator[int]:
    """The nodes above a node, nearest first."""
    parent = outline[node].parent
    while parent is not None:
        yield parent
        parent = outline[parent].parent


def _section(node: Node, plan: Plan) -> Vertex:
    heading = plan.text[node.span] if plan.text else ""
    return Vertex(
        id=_section_id(node), kind=VertexKind.SECTION, label=_short(f"{node.marker} {heading}") or node.path
    )


def _part_of(outline: tuple[Node, ...], tasks: Iterable[Task], sections: list[int]) -> Iterator[Edge]:
    known = set(sections)
    ids = {t.id for t in tasks}

    def section_above(node: int | None) -> str:
        above = (i for i in ancestors(outline, node) if i in known) if node is not None else iter(())
        found = next(above, None)
        return PLAN if found is None else _section_id(outline[found])

    for index in sections:
        yield _edge(_section_id(outline[index]), section_above(index), EdgeKind.PART_OF)
    for task in tasks:
        whole = f"task:{task.parent}" if task.parent in ids else section_above(task.node)
        yield _edge(task_id(task), whole, EdgeKind.PART_OF)


def _edge(source: str, target: str, kind: EdgeKind) -> Edge:
    return Edge(source=source, target=target, kind=kind)


def _unit_edges(task: Task) -> Iterator[Edge]:
    for units, kind in ((task.lead, EdgeKind.LEAD), (task.coordinate, EdgeKind.COORDINATES)):
        for unit in units:
            sure = unit.evidence.confidence if unit.evidence else None
            yield Edge(
                source=unit_id(unit), target=task_id(task), kind=kind, confidence=sure, evidence=unit.evidence
            )


def _units(tasks: Iterable[Task]) -> Iterator[Vertex]:
    for task in tasks:
        for unit in (*task.lead, *task.coordinate):
            yield Vertex(id=unit_id(unit), kind=VertexKind.UNIT, label=unit.resolved or unit.name)


def limit(deadline: Deadline) -> str | None:
    """The day on which a deadline runs out, ISO; `None` where it has none or repeats."""
    match deadline.kind:
        case DeadlineKind.DUE:
            return deadline.date
        case DeadlineKind.WINDOW:
            return deadline.end[:10] if deadline.end else None
        case DeadlineKind.RELATIVE:
            return deadline.resolved
        case _:
            return None


def _due_edges(owner: str, deadlines: Iterable[Deadline]) -> Iterator[Edge]:
    for deadline in deadlines:
        if day := limit(deadline):
            yield Edge(
                source=owner,
                target=f"day:{day}",
                kind=EdgeKind.DUE,
                confidence=deadline.confidence,
                evidence=deadline.evidence,
            )


def _milestones(edges: Iterable[Edge]) -> Iterator[Vertex]:
    for target in sorted({e.target for e in edges if e.kind is EdgeKind.DUE}):
        day = target.removeprefix("day:")
        yield Vertex(id=target, kind=VertexKind.MILESTONE, label="/".join(reversed(day.split("-"))))


def _document(citation: Citation) -> Vertex:
    label = " ".join(v for v in (citation.type, citation.number) if v) if citation.number else citation.title
    return Vertex(id=_document_id(citation), kind=VertexKind.DOCUMENT, label=label or citation.type)


def _citation_edges(citations: Iterable[Citation], tasks: tuple[Task, ...]) -> Iterator[Edge]:
    """A ground named in the preamble is the plan's; a mention inside a task is the task's, any other the plan's."""
    for citation in citations:
        if citation.legal_basis:
            yield _mention(PLAN, citation, EdgeKind.BASED_ON, next(iter(citation.evidence), None))
            continue
        for evidence in citation.evidence or (None,):
            owner = next((task_id(t) for t in tasks if evidence and _covers(t, evidence.span)), PLAN)
            yield _mention(owner, citation, EdgeKind.CITES, evidence)


def _mention(owner: str, citation: Citation, kind: EdgeKind, evidence: Evidence | None) -> Edge:
    return Edge(
        source=owner,
        target=_document_id(citation),
        kind=kind,
        confidence=citation.confidence,
        evidence=evidence,
    )


def _covers(task: Task, span: tuple[int, int] | None) -> bool:
    own = task.evidence.span if task.evidence else None
    return own is not None and span is not None and own.start <= span[0] and span[1] <= own.end


def _once(vertices: Iterable[Vertex]) -> tuple[Vertex, ...]:
    kept: dict[str, Vertex] = {}
    for vertex in vertices:
        kept.setdefault(vertex.id, vertex)
    return tuple(kept.values())


def _strongest(edges: Iterable[Edge]) -> tuple[Edge, ...]:
    """One edge a kind between two vertices: the surest."""
    kept: dict[tuple[str, str, EdgeKind], Edge] = {}
    for edge in edges:
        key = (edge.source, edge.target, edge.kind)
        if key not in kept or (edge.confidence or 0) > (kept[key].confidence or 0):
            kept[key] = edge
    return tuple(kept.values())
