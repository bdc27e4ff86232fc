"""Arrows on the board: from earlier to later work, the critical chain thick, what contradicts the dates in the colour of alarm."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from vanthu.document.graph import EdgeKind
from vanthu.export.picture.svg import Drawing
from vanthu.planning.network import Network
from vanthu.planning.order import Order

STRONG = 0.7  # arrows weaker than this are dashed
_TIP = 8.0
_HEADS = {1: "l-8 -4.5v9z", -1: "l8 -4.5v9z"}
_BULGES = (16.0, 22.0, 28.0, 34.0)


@dataclass(frozen=True)
class Spot:
    """Where arrows meet a task. An undated one is a point that arrows leave and reach on its right."""

    y: float
    left: float
    right: float
    dated: bool


def draw_links(canvas: Drawing, network: Network, order: Order, spots: Mapping[str, Spot]) -> None:
    """All `precedes` edges whose ends stand on the board."""
    circling = [frozenset(c) for c in order.cycles]
    chain = set(zip(order.chain, order.chain[1:], strict=False))
    for number, (source, target, data) in enumerate(_known(network, spots)):
        path, head = _way(spots[source], spots[target], _BULGES[number % len(_BULGES)])
        sure = data.get("confidence")
        classes = ["vt-arrow"]
        classes += ["vt-weak"] if isinstance(sure, float) and sure < STRONG else []
        classes += ["vt-chain"] if (source, target) in chain else []
        wrong = _contradicts(network, source, target) or any({source, target} <= c for c in circling)
        classes += ["vt-wrong"] if wrong else []
        group = canvas.add("g", title=_reason(network, source, target, data))
        group.add("path", class_=" ".join(classes), d=path)
        group.add("path", class_="vt-head vt-wrong" if wrong else "vt-head", d=head)


def _known(network: Network, spots: Mapping[str, Spot]) -> Iterator[tuple[str, str, Mapping[str, object]]]:
    for source, target, data in network.edges(EdgeKind.PRECEDES):
        if source in spots and target in spots:
            yield source, target, data


def _contradicts(network: Network, source: str, target: str) -> bool:
    before, after = network.works[source].due, network.works[target].due
    return before is not None and after is not None and before > after


def _way(before: Spot, after: Spot, bulge: float) -> tuple[str, str]:
    x0 = before.right + 1
    ahead = after.dated
    x1 = after.left - 1 if ahead else after.right + 1
    if not before.dated and not after.dated:
        far = x0 + bulge * 4 / 3
        return f"M{x0:g} {before.y:g}C{far:g} {before.y:g} {far:g} {after.y:g} {x1 + 6:g} {after.y:g}", _head(
            x1, after.y, -1
        )
    way = 1 if ahead else -1
    bend = min(max(abs(x1 - x0) / 2, 26), 110)
    end = x1 - way * _TIP
    path = f"M{x0:g} {before.y:g}C{x0 + bend:g} {before.y:g} {end - way * bend:g} {after.y:g} {end:g} {after.y:g}"
    return path, _head(x1, after.y, way)


def _head(x: float, y: float, way: int) -> str:
    return f"M{x:g} {y:g}{_HEADS[way]}"


def _reason(network: Network, source: str, target: str, data: Mapping[str, object]) -> str:
    before, after = network.works[source], network.works[target]
    lines = [f"{before.task.id} làm trước {after.task.id}"]
    if quote := data.get("quote"):
        lines.append(f"“{' '.join(str(quote).split())}”")
    if isinstance(sure := data.get("confidence"), float):
        lines.append(f"Độ tin cậy: {sure:.0%}")
    return "\n".join(lines)
