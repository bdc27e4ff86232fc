"""The task graph of a finished plan, whole: what its own graph lacks is drawn up from its tasks and citations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from vanthu.contract.graph import Edge, Graph, Vertex
from vanthu.contract.model import Citation, PublicPlan, Task
from vanthu.document.graph import EdgeKind, VertexKind
from vanthu.document.numbers import told_number
from vanthu.orthography import fold
from vanthu.planning.limits import last_day

PLAN = "plan"
_LABEL = 160


def task_keys(plan: PublicPlan) -> tuple[str, ...]:
    """The vertex of each task; a second task of one id has one of its own."""
    seen: Counter[str] = Counter()
    keys = []
    for task in plan.tasks:
        seen[task.id] += 1
        keys.append(f"task:{task.id}" if seen[task.id] == 1 else f"task:{task.id}~{seen[task.id]}")
    return tuple(keys)


def plan_name(plan: PublicPlan) -> str:
    """Type, number and title, as far as they are known."""
    facts = plan.document
    code = told_number(facts.number, facts.symbol)
    name = " ".join(v for v in (facts.type, code, facts.title) if v) or plan.source or "Văn bản"
    return _short(name)


def drawn_up(plan: PublicPlan) -> Graph:
    """Vertices for the plan and all its tasks, their units, days and documents, each once."""
    own = plan.graph or Graph()
    known = {v.id for v in own.vertices}
    drawn = {(e.source, e.target, e.kind) for e in own.edges}
    added = [Vertex(id=PLAN, kind=VertexKind.PLAN, label=plan_name(plan))]
    edges: list[Edge] = []
    for key, task in zip(task_keys(plan), plan.tasks, strict=True):
        vertices, more = _task(key, task)
        added += vertices
        edges += [e for e in more if (e.source, e.target, e.kind) not in drawn]
        if key not in known:
            edges.append(Edge(source=key, target=PLAN, kind=EdgeKind.PART_OF))
    if plan.graph is None:
        for citation in plan.citations:
            vertex = _document(citation)
            added.append(vertex)
            kind = EdgeKind.BASED_ON if _is_ground(citation, plan) else EdgeKind.CITES
            edges.append(Edge(source=PLAN, target=vertex.id, kind=kind, confidence=citation.confidence))
    return Graph(vertices=tuple(_once((*own.vertices, *added))), edges=(*own.edges, *edges))


def unit_names(task: Task, role: str) -> Iterator[str]:
    """The units with a part in a task, by the names that they go by in the whole document."""
    named = [u.resolved or u.name for u in task.units if u.role == role]
    yield from named or (task.lead if role == "lead" else task.coordinate)


def unit_vertex(name: str) -> str:
    """The vertex of a unit in the graph of one plan."""
    return f"unit:{fold(' '.join(name.split()))}"


def _task(key: str, task: Task) -> tuple[list[Vertex], list[Edge]]:
    vertices = [Vertex(id=key, kind=VertexKind.TASK, label=_short(task.text) or task.id)]
    edges = []
    for role, kind in (("lead", EdgeKind.LEAD), ("coordinate", EdgeKind.COORDINATES)):
        for name in unit_names(task, role):
            vertices.append(Vertex(id=unit_vertex(name), kind=VertexKind.UNIT, label=name))
            edges.append(Edge(source=unit_vertex(name), target=key, kind=kind))
    for day in sorted({day for d in task.deadlines if (day := last_day(d))}):
        milestone = f"day:{day.isoformat()}"
        vertices.append(Vertex(id=milestone, kind=VertexKind.MILESTONE, label=f"{day:%d/%m/%Y}"))
        edges.append(Edge(source=key, target=milestone, kind=EdgeKind.DUE))
    return vertices, edges


def _document(citation: Citation) -> Vertex:
    name = citation.number or fold(citation.title or citation.type)
    label = f"{citation.type} {citation.number}" if citation.number else citation.title or citation.type
    return Vertex(
        id=f"document:{name}:{citation.issued_on or ''}", kind=VertexKind.DOCUMENT, label=_short(label)
    )


def _is_ground(citation: Citation, plan: PublicPlan) -> bool:
    return any(
        (c.type, c.number, c.title) == (citation.type, citation.number, citation.title)
        for c in plan.legal_basis
    )


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LABEL else line[: _LABEL - 1].rsplit(" ", 1)[0] + "…"


def _once(vertices: Iterable[Vertex]) -> Iterator[Vertex]:
    kept: dict[str, Vertex] = {}
    for vertex in vertices:
        kept.setdefault(vertex.id, vertex)
    yield from kept.values()
