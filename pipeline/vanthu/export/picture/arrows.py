"""Arrows from earlier to later work."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from vanthu.contract.graph import Edge
from vanthu.document.graph import EdgeKind
from vanthu.export.picture.svg import Drawing

_STRONG = 0.7  # arrows weaker than this are dashed
_TIP = 9.0  # between an arrow and the mark it leads to
_HEADS = {1: "l-8 -4.5v9z", -1: "l8 -4.5v9z"}
_BULGES = (16.0, 24.0, 32.0, 40.0)  # neighbouring arcs in the gutter are kept apart


class Anchor(NamedTuple):
    """Where arrows meet a row: its middle, and the edges of its marks, `None` where it has no place in time."""

    y: float
    left: float | None
    right: float | None


def draw_arrows(
    canvas: Drawing, edges: Iterable[Edge], anchors: Mapping[str, Anchor], *, gutter: float, border: float
) -> None:
    """All PRECEDES edges whose ends are in the picture.

    Between work without dates they run as arcs left of `gutter`, so that no word is crossed; from and to dated work
    they begin or end at `border`, the left edge of the time axis.
    """
    known = [e for e in edges if e.kind is EdgeKind.PRECEDES and e.source in anchors and e.target in anchors]
    for index, edge in enumerate(known):
        before, after = anchors[edge.source], anchors[edge.target]
        if before.right is None and after.left is None:
            path, head = _arc(before.y, after.y, gutter, _BULGES[index % len(_BULGES)])
        else:
            path, head = _curve(before, after, border)
        weak = (edge.confidence or 0) < _STRONG
        group = canvas.add("g", title=_reason(edge))
        group.add("path", class_="vt-arrow vt-weak" if weak else "vt-arrow", d=path)
        group.add("path", class_="vt-head", d=head)


def _arc(y0: float, y1: float, x: float, bulge: float) -> tuple[str, str]:
    far = x - bulge * 4 / 3  # the middle of such a curve lies at three quarters of its control points
    return f"M{x:g} {y0:g}C{far:g} {y0:g} {far:g} {y1:g} {x - 6:g} {y1:g}", f"M{x:g} {y1:g}{_HEADS[1]}"


def _curve(before: Anchor, after: Anchor, border: float) -> tuple[str, str]:
    x0 = border + 2 if before.right is None else before.right + _TIP
    way = 1 if after.left is not None else -1
    x1 = border + 2 if after.left is None else after.left - _TIP
    bend = min(max(abs(x1 - x0) / 2, 24), 90)
    end = x1 - way * 6
    path = f"M{x0:g} {before.y:g}C{x0 + bend:g} {before.y:g} {end - way * bend:g} {after.y:g} {end:g} {after.y:g}"
    return path, f"M{x1:g} {after.y:g}{_HEADS[way]}"


def _reason(edge: Edge) -> str:
    lines = [f"{edge.source.removeprefix('task:')} làm trước {edge.target.removeprefix('task:')}"]
    if edge.quote:
        lines.append(f"“{' '.join(edge.quote.split())}”")
    if edge.confidence is not None:
        lines.append(f"Độ tin cậy: {edge.confidence:.0%}")
    return "\n".join(lines)
