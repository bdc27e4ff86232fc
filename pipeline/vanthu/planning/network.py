"""One graph over one or many finished plans: the same unit, cited document and day are one vertex in all of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import networkx as nx

from vanthu.contract.graph import Edge, Graph, Vertex
from vanthu.contract.model import PublicPlan, Task
from vanthu.document.graph import EdgeKind, VertexKind
from vanthu.planning.drawn_up import PLAN, drawn_up, task_keys, unit_names, unit_vertex
from vanthu.planning.identity import Relative
from vanthu.planning.limits import begin, due
from vanthu.planning.naming import Naming, naming
from vanthu.planning.period import issue_day


@dataclass(frozen=True)
class Work:
    """A task in the network. `begin` and `due` are `None` where the plan names no such day."""

    key: str  # its vertex
    plan: str  # the vertex of its plan
    task: Task
    lead: tuple[str, ...]  # vertices of units
    coordinate: tuple[str, ...]
    begin: date | None
    due: date | None
    issued: date | None  # of its plan

    @property
    def days(self) -> int:
        """Days between the first and the last one that its window allows; 0 where no window is written."""
        return max((self.due - self.begin).days, 0) if self.begin and self.due else 0


@dataclass(frozen=True)
class Network:
    """Vertices and edges of all plans; `works` by the vertex of the task, in the order of the documents.

    Vertices are those of `plan.json`; in a network of several plans what belongs to one plan bears its name before it.
    Each has `kind` and `label`; an edge is kept under its kind, with `confidence`, `page`, `quote`, `rule`, `plan` if known.
    """

    graph: nx.MultiDiGraph[str]
    works: Mapping[str, Work]
    plans: Mapping[str, PublicPlan]  # by the vertex of the plan

    def label(self, vertex: str) -> str:
        """What a vertex is shown as."""
        return str(self.graph.nodes[vertex]["label"])

    def edges(self, kind: EdgeKind) -> Iterator[tuple[str, str, Mapping[str, object]]]:
        """All edges of a kind: source, target, attributes."""
        for source, target, key, data in self.graph.edges(keys=True, data=True):
            if key == kind.value:
                yield source, target, data

    def of_kind(self, kind: VertexKind) -> tuple[str, ...]:
        """All vertices of a kind, in the order of the documents."""
        return tuple(v for v, data in self.graph.nodes(data=True) if data["kind"] == kind.value)


def join(plans: Sequence[PublicPlan], *, relative: Relative | None = None) -> Network:
    """The network of some plans. `relative` tells names of units that mean another unit in another plan's place.

    A plan that has no graph of its own gets one from its tasks and citations. Two edges of one kind between two vertices
    are one, the surer. A citation of a plan that is among these leads to that plan.
    """
    graphs = [drawn_up(plan) for plan in plans]
    names = naming(plans, graphs, relative or _never)
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for number, own in enumerate(graphs):
        for vertex in own.vertices:
            _add_vertex(graph, names.of(number, vertex.id), vertex)
    for number, own in enumerate(graphs):
        for edge in own.edges:
            _add_edge(graph, names, number, edge)
    _tell_apart(graph, _homes(plans, graphs, names))
    works = {w.key: w for n, plan in enumerate(plans) for w in _works(n, plan, names)}
    return Network(graph, works, {names.of(n, PLAN): p for n, p in enumerate(plans)})


def _homes(plans: Sequence[PublicPlan], graphs: Sequence[Graph], names: Naming) -> Mapping[str, PublicPlan]:
    """The plan that each vertex comes from, the first of several."""
    found: dict[str, PublicPlan] = {}
    for number, (plan, own) in enumerate(zip(plans, graphs, strict=True)):
        for vertex in own.vertices:
            found.setdefault(names.of(number, vertex.id), plan)
    return found


def _tell_apart(graph: nx.MultiDiGraph[str], homes: Mapping[str, PublicPlan]) -> None:
    """Units that are two and are written alike bear the place of their plan."""
    labels = Counter(d["label"] for _, d in graph.nodes(data=True) if d["kind"] == VertexKind.UNIT.value)
    for vertex, data in graph.nodes(data=True):
        place = homes[vertex].document.place if vertex in homes else None
        if data["kind"] == VertexKind.UNIT.value and labels[data["label"]] > 1 and place:
            data["label"] = f"{data['label']} ({place})"


def _never(_: str) -> bool:
    return False


def _add_vertex(graph: nx.MultiDiGraph[str], key: str, vertex: Vertex) -> None:
    """A vertex once; what one plan cites and another is, is shown as the plan."""
    if key not in graph or vertex.kind is VertexKind.PLAN:
        graph.add_node(key, kind=vertex.kind.value, label=vertex.label)


def _add_edge(graph: nx.MultiDiGraph[str], names: Naming, number: int, edge: Edge) -> None:
    source, target = names.of(number, edge.source), names.of(number, edge.target)
    if source == target or source not in graph or target not in graph:
        return
    kind = edge.kind.value
    known = graph.get_edge_data(source, target, kind)
    if known is None or (edge.confidence or 0) > (known.get("confidence") or 0):
        facts = {"confidence": edge.confidence, "page": edge.page, "quote": edge.quote, "rule": edge.rule}
        kept = {k: v for k, v in facts.items() if v not in (None, "")}
        graph.add_edge(source, target, key=kind, kind=kind, plan=names.key(number), **kept)


def _works(number: int, plan: PublicPlan, names: Naming) -> Iterator[Work]:
    day = issue_day(plan)
    for key, task in zip(task_keys(plan), plan.tasks, strict=True):
        yield Work(
            key=names.of(number, key),
            plan=names.of(number, PLAN),
            task=task,
            lead=_units(number, task, "lead", names),
            coordinate=_units(number, task, "coordinate", names),
            begin=begin(task.deadlines),
            due=due(task.deadlines),
            issued=day,
        )


def _units(number: int, task: Task, role: str, names: Naming) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names.of(number, unit_vertex(n)) for n in unit_names(task, role)))
