"""A network with plain typed attributes: what every form of the graph is written from."""

from __future__ import annotations

from collections.abc import Mapping

import networkx as nx

from vanthu.document.graph import EdgeKind
from vanthu.export.timing import phrases
from vanthu.export.xml_text import xml_safe
from vanthu.planning.network import Network, Work
from vanthu.planning.order import Order

Value = str | int | float | bool

EDGE_LABELS = {
    EdgeKind.PART_OF: "thuộc",
    EdgeKind.LEAD: "chủ trì",
    EdgeKind.COORDINATES: "phối hợp",
    EdgeKind.REPORTS_TO: "báo cáo về",
    EdgeKind.DUE: "có hạn",
    EdgeKind.BASED_ON: "căn cứ",
    EdgeKind.CITES: "dẫn",
    EdgeKind.AMENDS: "sửa đổi",
    EdgeKind.REPLACES: "thay thế",
    EdgeKind.PRECEDES: "làm trước",
}


def plain(network: Network, order: Order) -> nx.MultiDiGraph[str]:
    """The graph with `kind` and `label` of every vertex and edge; an edge's key is its kind.

    Tasks also have, where known: `task` (id in its plan), `plan`, `uid`, `task_kind`, `lead`, `coordinate`, `begin`, `due`,
    `earliest`, `latest` (ISO days), `slack` (days), `critical`, `deadline` (words), `page`, `confidence`. Edges: `confidence`,
    `page`, `quote`, `rule`, `plan`. What is not known is left out.
    """
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(name=_name(network))
    for vertex, data in network.graph.nodes(data=True):
        own = _of_work(network, network.works[vertex], order) if vertex in network.works else {}
        graph.add_node(xml_safe(vertex), kind=data["kind"], label=xml_safe(data["label"]), **own)
    for source, target, key, data in network.graph.edges(keys=True, data=True):
        label = EDGE_LABELS[EdgeKind(key)]
        graph.add_edge(xml_safe(source), xml_safe(target), key=key, label=label, **_known(data))
    return graph


def _name(network: Network) -> str:
    titles = [p.document.title or p.source or "" for p in network.plans.values()]
    return xml_safe(titles[0] if len(titles) == 1 else f"{len(titles)} kế hoạch")


def _of_work(network: Network, work: Work, order: Order) -> dict[str, Value]:
    task, times = work.task, order.times.get(work.key)
    days = {"begin": work.begin, "due": work.due}
    days |= {"earliest": times.earliest, "latest": times.latest} if times else {}
    return _known(
        {
            "task": task.id,
            "plan": network.label(work.plan),
            "uid": task.uid,
            "task_kind": task.kind.value,
            "lead": "; ".join(network.label(u) for u in work.lead),
            "coordinate": "; ".join(network.label(u) for u in work.coordinate),
            **{name: day.isoformat() for name, day in days.items() if day},
            "slack": times.slack if times else None,
            "critical": True if work.key in order.chain else None,
            "deadline": phrases(task.deadlines),
            "page": task.page,
            "confidence": task.confidence,
        }
    )


def _known(values: Mapping[str, object]) -> dict[str, Value]:
    """What is known, as values that GraphML has types for."""
    found: dict[str, Value] = {}
    for name, value in values.items():
        if isinstance(value, str) and value:
            found[name] = xml_safe(value)
        elif isinstance(value, bool | int | float):
            found[name] = value
    return found
