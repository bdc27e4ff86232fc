"""The task graph of one plan, in terms that GraphML and a picture can carry."""

from __future__ import annotations

from enum import StrEnum

from vanthu.document.base import Frozen
from vanthu.document.evidence import Evidence


class VertexKind(StrEnum):
    """What a vertex stands for."""

    PLAN = "plan"
    SECTION = "section"
    TASK = "task"
    UNIT = "unit"
    DOCUMENT = "document"  # cited
    MILESTONE = "milestone"  # a date


class EdgeKind(StrEnum):
    """What an edge says; read from source to target."""

    PART_OF = "part-of"
    LEAD = "lead"  # unit -> task
    COORDINATES = "coordinates"  # unit -> task
    REPORTS_TO = "reports-to"  # unit -> unit
    DUE = "due"  # task -> milestone
    BASED_ON = "based-on"  # plan -> document
    CITES = "cites"
    AMENDS = "amends"  # document -> document
    REPLACES = "replaces"  # document -> document
    PRECEDES = "precedes"  # task -> task


class Vertex(Frozen):
    """A vertex; `id` is unique within the graph, `label` is shown."""

    id: str
    kind: VertexKind
    label: str


class Edge(Frozen):
    """A directed edge; a weak reason is an edge with low confidence, not a fact."""

    source: str
    target: str
    kind: EdgeKind
    confidence: float | None = None
    evidence: Evidence | None = None


class Graph(Frozen):
    """All vertices and edges of a plan."""

    vertices: tuple[Vertex, ...] = ()
    edges: tuple[Edge, ...] = ()
