"""The public form of the task graph of one plan."""

from __future__ import annotations

from vanthu.contract.base import Confidence, Open
from vanthu.document.graph import EdgeKind, VertexKind


class Vertex(Open):
    """A vertex of the task graph."""

    id: str
    kind: VertexKind
    label: str


class Edge(Open):
    """An edge of the task graph, from source to target; a weak reason has a low confidence."""

    optional = frozenset({"confidence", "page", "quote", "rule"})
    source: str
    target: str
    kind: EdgeKind
    confidence: Confidence | None = None
    page: int | None = None
    quote: str = ""
    rule: str | None = None


class Graph(Open):
    """The task graph."""

    vertices: tuple[Vertex, ...] = ()
    edges: tuple[Edge, ...] = ()
