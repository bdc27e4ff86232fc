"""Parts of a network: the work of some units, or between two days."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import networkx as nx

from vanthu.document.graph import EdgeKind, VertexKind
from vanthu.errors import InputError
from vanthu.planning.called import called
from vanthu.planning.network import Network, Work

_MOST_NAMED = 8


@dataclass(frozen=True)
class Choice:
    """Which work is wanted. `units` are names or parts of names, marks and case apart; all are wanted where there are none.

    `first` and `last` are days, both included; with either, work without a day is left out.
    """

    units: tuple[str, ...] = ()
    first: date | None = None
    last: date | None = None


def chosen(network: Network, choice: Choice) -> Network:
    """The wanted work with all that it hangs on: its plan and sections, units, documents, days. Raises `InputError` where a
    unit's name fits none.
    """
    if choice == Choice():
        return network
    wanted = {unit for name in choice.units for unit in units_called(network, name)}
    works = {k: w for k, w in network.works.items() if _of_units(w, wanted) and _in_time(w, choice)}
    kept = _with_surroundings(network.graph, works, network.works)
    return Network(_part(network.graph, kept), works, network.plans)


def _part(graph: nx.MultiDiGraph[str], kept: set[str]) -> nx.MultiDiGraph[str]:
    """The part between some vertices, in the order of the whole, which networkx' own does not promise."""
    part: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    part.add_nodes_from((v, data) for v, data in graph.nodes(data=True) if v in kept)
    for source, target, key, data in graph.edges(keys=True, data=True):
        if source in kept and target in kept:
            part.add_edge(source, target, key=key, **data)
    return part


def units_called(network: Network, name: str) -> tuple[str, ...]:
    """The units whose name is the given one, else those that it is a part of. Raises `InputError` where there are none."""
    units = network.of_kind(VertexKind.UNIT)
    meant = called((network.label(u) for u in units), name)
    if not meant:
        raise InputError(f"không có đơn vị nào tên '{name}'; {_known(network, units)}")
    return tuple(u for u in units if network.label(u) in meant)


def _known(network: Network, units: tuple[str, ...]) -> str:
    names = [network.label(u) for u in units]
    if not names:
        return "các kế hoạch này không nêu đơn vị nào"
    more = f" và {len(names) - _MOST_NAMED} đơn vị khác" if len(names) > _MOST_NAMED else ""
    return f"các đơn vị có trong kế hoạch: {'; '.join(names[:_MOST_NAMED])}{more}"


def _of_units(work: Work, wanted: set[str]) -> bool:
    return not wanted or not wanted.isdisjoint((*work.lead, *work.coordinate))


def _in_time(work: Work, choice: Choice) -> bool:
    if choice.first is None and choice.last is None:
        return True
    begin, end = work.begin or work.due, work.due or work.begin
    if begin is None or end is None:
        return False
    return (choice.first is None or end >= choice.first) and (choice.last is None or begin <= choice.last)


def _with_surroundings(graph: nx.MultiDiGraph[str], works: Iterable[str], every: Iterable[str]) -> set[str]:
    """The work, what it is part of up to the plan, and the neighbours of both that are no work."""
    others = set(every)
    kept, line = set(), list(works)
    while line:
        at = line.pop()
        if at in kept:
            continue
        kept.add(at)
        line += [t for _, t, k in graph.out_edges(at, keys=True) if k == EdgeKind.PART_OF.value]
    near = {v for at in kept for v in (*graph.successors(at), *graph.predecessors(at))}
    sections = {v for v in near if graph.nodes[v]["kind"] == VertexKind.SECTION.value}
    return kept | (near - others - sections)
