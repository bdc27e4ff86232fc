"""`graph.graphml`: the task graph for Gephi, yEd and networkx."""

from __future__ import annotations

import re
from io import BytesIO

import networkx as nx

from vanthu.contract.model import Edge, Graph, PublicPlan, Task
from vanthu.document.graph import EdgeKind
from vanthu.export.timing import nearest_day, phrases

EDGE_LABELS = {
    EdgeKind.PART_OF: "thuộc",
    EdgeKind.LEAD: "chủ trì",
    EdgeKind.COORDINATES: "phối hợp",
    EdgeKind.DUE: "có hạn",
    EdgeKind.BASED_ON: "căn cứ",
    EdgeKind.CITES: "dẫn",
    EdgeKind.PRECEDES: "làm trước",
}
# Characters that XML 1.0 can't hold, not even escaped.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_Attributes = dict[str, str | int | float]


def to_networkx(contract: PublicPlan) -> nx.MultiDiGraph[str]:
    """The graph with plain attributes: `kind`, `label`, and `confidence`, `page`, `quote` where they are known.

    Nodes of tasks also have `task` (the id), `uid`, `due` (ISO) and `deadline` (words). An edge whose ends are unknown is left out.
    """
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(
        name=xml_safe(contract.document.title or contract.source or "")
    )
    public = contract.graph or Graph()
    tasks = {f"task:{t.id}": t for t in contract.tasks}
    for vertex in public.vertices:
        own = _task_attributes(tasks[vertex.id]) if vertex.id in tasks else {}
        graph.add_node(xml_safe(vertex.id), kind=vertex.kind.value, label=xml_safe(vertex.label), **own)
    for edge in public.edges:
        source, target = xml_safe(edge.source), xml_safe(edge.target)
        if source in graph and target in graph:
            graph.add_edge(source, target, key=edge.kind.value, **_edge_attributes(edge))
    return graph


def graphml(contract: PublicPlan) -> bytes:
    """The text of `graph.graphml`, UTF-8."""
    out = BytesIO()
    nx.write_graphml_xml(to_networkx(contract), out, encoding="utf-8", prettyprint=True)
    return out.getvalue()


def xml_safe(text: str) -> str:
    """The text without characters that XML can't hold."""
    return _NOT_XML.sub("", text)


def _task_attributes(task: Task) -> _Attributes:
    due = nearest_day(task.deadlines)
    values = {
        "task": task.id,
        "uid": task.uid,
        "task_kind": task.kind.value,
        "due": due.isoformat() if due else "",
        "deadline": xml_safe(phrases(task.deadlines)),
        "page": task.page,
        "confidence": task.confidence,
    }
    return {k: v for k, v in values.items() if v not in (None, "")}


def _edge_attributes(edge: Edge) -> _Attributes:
    values = {
        "kind": edge.kind.value,
        "label": EDGE_LABELS[edge.kind],
        "confidence": edge.confidence,
        "page": edge.page,
        "quote": xml_safe(edge.quote),
        "rule": edge.rule,
    }
    return {k: v for k, v in values.items() if v not in (None, "")}
