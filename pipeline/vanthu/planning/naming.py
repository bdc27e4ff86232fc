"""The names of vertices in a graph of several plans."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from vanthu.contract.graph import Graph, Vertex
from vanthu.contract.model import Citation, PublicPlan
from vanthu.document.graph import VertexKind
from vanthu.orthography import fold
from vanthu.planning.drawn_up import PLAN
from vanthu.planning.identity import (
    Cited,
    Numbered,
    Relative,
    plan_keys,
    same_documents,
    squeezed,
    unit_key,
)


@dataclass(frozen=True)
class Naming:
    """From the vertices of each plan to those of the whole."""

    keys: tuple[str, ...]
    vertices: tuple[Mapping[str, str], ...]

    def of(self, plan: int, vertex: str) -> str:
        """The vertex of the whole that a plan's vertex is; itself where the plan has no such vertex."""
        return self.vertices[plan].get(vertex, vertex)

    def key(self, plan: int) -> str:
        """The short name of a plan."""
        return self.keys[plan]


def naming(plans: Sequence[PublicPlan], graphs: Sequence[Graph], relative: Relative) -> Naming:
    """The names of all vertices. A single plan keeps those that it has."""
    keys = plan_keys(plans)
    if len(plans) == 1:
        return Naming(keys, ({},))
    cited = [c for n, (p, g) in enumerate(zip(plans, graphs, strict=True)) for c in _cited(n, p, g)]
    documents = same_documents(cited)
    numbered = Numbered(plans)
    for mention in cited:
        if (place := numbered.meant(mention.code, mention.day)) is not None:
            documents[mention.plan, mention.vertex] = f"{PLAN}:{keys[place]}"
    found = [
        {v.id: documents.get((n, v.id)) or _named(v, keys[n], plan, relative) for v in graph.vertices}
        for n, (plan, graph) in enumerate(zip(plans, graphs, strict=True))
    ]
    return Naming(keys, tuple(found))


def _named(vertex: Vertex, key: str, plan: PublicPlan, relative: Relative) -> str:
    match vertex.kind:
        case VertexKind.PLAN:
            return f"{PLAN}:{key}"
        case VertexKind.UNIT:
            return f"unit:{unit_key(vertex.label, plan, relative)}"
        case VertexKind.MILESTONE | VertexKind.DOCUMENT:
            return vertex.id
        case VertexKind.SECTION | VertexKind.TASK:
            kind, _, own = vertex.id.partition(":")
            return f"{kind}:{key}#{own}"


def _cited(number: int, plan: PublicPlan, graph: Graph) -> list[Cited]:
    """The documents of a plan's graph with what its citations know of them."""
    by_vertex = {_vertex(c): c for c in plan.citations}
    found = []
    for vertex in graph.vertices:
        if vertex.kind is VertexKind.DOCUMENT:
            citation = by_vertex.get(vertex.id)
            code = citation.number if citation else None
            day = citation.issued_on if citation else None
            whole = day if day and len(day) == len("2000-01-01") else None
            found.append(Cited(number, vertex.id, squeezed(code or vertex.label), whole))
    return found


def _vertex(citation: Citation) -> str:
    return f"document:{citation.number or fold(citation.title or citation.type)}:{citation.issued_on or ''}"
