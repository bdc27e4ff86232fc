"""The order of work: cycles, turns, earliest and latest days, slack, and the chain that decides the end."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import networkx as nx

from vanthu.document.graph import EdgeKind
from vanthu.planning.network import Network, Work

SURE_ENOUGH = 0.5  # an edge weaker than this is shown, but no day is reckoned from it


@dataclass(frozen=True)
class Times:
    """When a task can be done. All days are `None` where neither the task nor what it hangs on names any.

    `earliest` is the first day on which it can be finished, given what comes before it; `latest` the last one, given its own
    limit and what waits for it. `slack` is the number of days between them, negative where the dates contradict the order.
    """

    earliest: date | None
    latest: date | None

    @property
    def slack(self) -> int | None:
        """Days to spare."""
        return (self.latest - self.earliest).days if self.earliest and self.latest else None


@dataclass(frozen=True)
class Order:
    """The order of all work of a network.

    `cycles` are groups of tasks that wait for each other, each in the order of its arrows. `turns` are the tasks in the
    order of work: all tasks of a turn can be done side by side; those of a cycle share one. `chain` is the critical one.
    """

    cycles: tuple[tuple[str, ...], ...]
    turns: tuple[tuple[str, ...], ...]
    times: Mapping[str, Times]
    chain: tuple[str, ...]
    weak: int  # edges that were too weak to count


def order_of(network: Network, *, least: float = SURE_ENOUGH) -> Order:
    """The order of a network's work, from `precedes` edges of at least this confidence; cycles are sought in all of them."""
    every, sure = before_graph(network, least=0.0), before_graph(network, least=least)
    rank = {key: n for n, key in enumerate(network.works)}
    groups = nx.condensation(sure)
    members = {g: tuple(sorted(groups.nodes[g]["members"], key=rank.__getitem__)) for g in groups}
    turns = tuple(
        tuple(sorted((w for g in turn for w in members[g]), key=rank.__getitem__))
        for turn in nx.topological_generations(groups)
    )
    return Order(
        cycles=_cycles(every, rank),
        turns=turns,
        times=_times(network, groups, members),
        chain=_chain(network, groups, members),
        weak=every.size() - sure.size(),
    )


def before_graph(network: Network, *, least: float) -> nx.DiGraph[str]:
    """All tasks, with an edge from each to what comes after it."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(network.works)
    for source, target, data in network.edges(EdgeKind.PRECEDES):
        sure = data.get("confidence", 1.0)
        if source in network.works and target in network.works and isinstance(sure, float) and sure >= least:
            graph.add_edge(source, target, confidence=sure)
    return graph


def _cycles(graph: nx.DiGraph[str], rank: Mapping[str, int]) -> tuple[tuple[str, ...], ...]:
    """Each group of tasks that wait for each other: one way around, from its first task, then those beside the way."""
    found = []
    for group in nx.strongly_connected_components(graph):
        if len(group) > 1:
            first = min(group, key=rank.__getitem__)
            around = [a for a, _ in nx.find_cycle(graph.subgraph(sorted(group, key=rank.__getitem__)), first)]
            found.append((*around, *sorted(group - set(around), key=rank.__getitem__)))
    return tuple(sorted(found, key=lambda c: rank[c[0]]))


def _times(
    network: Network, groups: nx.DiGraph[int], members: Mapping[int, Sequence[str]]
) -> Mapping[str, Times]:
    earliest: dict[int, date | None] = {}
    latest: dict[int, date | None] = {}
    line = list(nx.topological_sort(groups))
    for group in line:
        own = (w.begin or w.issued for w in _works(network, members[group]))
        earliest[group] = _last((*own, *(earliest[g] for g in groups.predecessors(group))))
    for group in reversed(line):
        own = (w.due for w in _works(network, members[group]))
        latest[group] = _first((*own, *(latest[g] for g in groups.successors(group))))
    found = {m: Times(earliest[g], latest[g]) for g in line for m in members[g]}
    return {key: found[key] for key in network.works}


def _works(network: Network, keys: Iterable[str]) -> list[Work]:
    return [network.works[key] for key in keys]


def _last(days: Iterable[date | None]) -> date | None:
    return max((d for d in days if d), default=None)


def _first(days: Iterable[date | None]) -> date | None:
    return min((d for d in days if d), default=None)


def _chain(
    network: Network, groups: nx.DiGraph[int], members: Mapping[int, Sequence[str]]
) -> tuple[str, ...]:
    """Back from the work that ends last, always to what it has to wait for longest; the longer way where days are equal."""
    ends: dict[int, tuple[date, int]] = {}
    for group in nx.topological_sort(groups):
        own = _last(w.due or w.begin for w in _works(network, members[group])) or date.min
        before = [ends[g] for g in groups.predecessors(group)]
        ends[group] = max([own, *(e[0] for e in before)]), max((e[1] for e in before), default=0) + 1
    at = max(ends, key=lambda g: (*ends[g], -g), default=None)
    if at is None or ends[at][0] == date.min:
        return ()
    way = [at]
    while before_it := list(groups.predecessors(way[0])):
        way.insert(0, max(before_it, key=lambda g: (*ends[g], -g)))
    return tuple(m for g in way for m in members[g])
