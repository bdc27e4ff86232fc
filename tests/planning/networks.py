"""Small networks by hand."""

from __future__ import annotations

from typing import Any

from contracts import contract, task
from vanthu.planning.network import Network, join


def before(first: str, second: str, sure: float = 0.8) -> dict[str, Any]:
    """An arrow from earlier to later work."""
    return {"source": f"task:{first}", "target": f"task:{second}", "kind": "precedes", "confidence": sure}


def due(day: str) -> dict[str, Any]:
    """A limit."""
    return {"raw": day, "kind": "due", "date": day, "qualifier": "before"}


def network(*tasks: dict[str, Any], edges: tuple[dict[str, Any], ...] = ()) -> Network:
    """The network of one plan."""
    vertices = [{"id": f"task:{t['id']}", "kind": "task", "label": t["text"]} for t in tasks]
    return join([contract(*tasks, graph={"vertices": vertices, "edges": list(edges)})])


__all__ = ["before", "due", "network", "task"]
