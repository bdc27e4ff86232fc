"""Places of units around an oval, so that those with much in common stand side by side and no label touches another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

import networkx as nx

from vanthu.planning.load import Together


@dataclass(frozen=True)
class Seat:
    """Where a unit stands; `side` is 1 on the right, -1 on the left."""

    x: float
    y: float
    side: int


def seating(ties: Sequence[Together], units: Iterable[str]) -> tuple[str, ...]:
    """All units that work with another, along the strongest ties: first the busiest group, in it always the next strongest tie."""
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(units)
    for tie in ties:
        graph.add_edge(*tie.units, weight=tie.tasks)
    strength = dict(graph.degree(weight="weight"))
    tree = nx.maximum_spanning_tree(graph)
    found: list[str] = []
    for first in sorted(strength, key=lambda u: (-strength[u], u)):
        if strength[first] and first not in found:
            found += _along(tree, first, strength)
    return tuple(found)


def _along(tree: nx.Graph[str], first: str, strength: Mapping[str, float]) -> list[str]:
    order, line, seen = [], [first], {first}
    while line:
        at = line.pop()
        order.append(at)
        near = [u for u in tree.neighbors(at) if u not in seen]
        seen.update(near)
        line += sorted(near, key=lambda u: (tree.edges[at, u]["weight"], strength[u], u))
    return order


def seats(
    units: Sequence[str], *, middle: tuple[float, float], radius: float, step: float
) -> dict[str, Seat]:
    """A seat for each unit, clockwise from the top: on each side one a line, `step` apart, so that labels have room."""
    right = units[: (len(units) + 1) // 2]
    sides = ((1, right), (-1, tuple(reversed(units[len(right) :]))))
    found = {}
    for side, row in sides:
        half = max(step * len(right) / 2, 1.0)
        for index, unit in enumerate(row):
            y = (index - (len(row) - 1) / 2) * step
            bulge = sqrt(max(1 - (y / (half + step)) ** 2, 0.0))
            found[unit] = Seat(
                round(middle[0] + side * radius * (0.45 + 0.55 * bulge), 1), round(middle[1] + y, 1), side
            )
    return found
