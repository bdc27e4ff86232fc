"""DOT, for Graphviz."""

from __future__ import annotations

from collections.abc import Mapping

from vanthu.document.graph import EdgeKind, VertexKind
from vanthu.export.graphs.attributes import Value, plain
from vanthu.export.picture.letters import lines
from vanthu.planning.network import Network
from vanthu.planning.order import Order

_SHAPES = {
    VertexKind.PLAN: "folder",
    VertexKind.SECTION: "tab",
    VertexKind.TASK: "box",
    VertexKind.UNIT: "ellipse",
    VertexKind.DOCUMENT: "note",
    VertexKind.MILESTONE: "diamond",
}
_STYLES = {EdgeKind.PRECEDES: "bold", EdgeKind.COORDINATES: "dashed", EdgeKind.PART_OF: "dotted"}
_WEAK = 0.7
_WIDTH = 240.0  # of a label, in the size that Graphviz writes it
_SIZE = 14.0


def dot(network: Network, order: Order) -> str:
    """The graph as a DOT text; ids and attributes are those of the GraphML."""
    graph = plain(network, order)
    rows = ["digraph vanthu {", "  rankdir=LR;", '  node [fontname="Liberation Sans, Arial, sans-serif"];']
    for vertex, data in graph.nodes(data=True):
        shown = {"shape": _SHAPES[VertexKind(data["kind"])], **data, "label": _wrapped(str(data["label"]))}
        rows.append(f"  {quoted(vertex)} [{_attributes(shown)}];")
    for source, target, key, data in graph.edges(keys=True, data=True):
        shown = {"style": _style(EdgeKind(key), data.get("confidence")), **data}
        rows.append(f"  {quoted(source)} -> {quoted(target)} [{_attributes(shown)}];")
    return "\n".join([*rows, "}", ""])


def quoted(text: str) -> str:
    """A text as DOT quotes it: whatever it holds, it stays one token."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + escaped.replace("\r", " ").replace("\n", "\\n") + '"'


def _wrapped(label: str) -> str:
    return "\n".join(lines(label, _SIZE, _WIDTH, most=4))


def _style(kind: EdgeKind, confidence: object) -> str:
    if kind is EdgeKind.PRECEDES and isinstance(confidence, float) and confidence < _WEAK:
        return "dashed"
    return _STYLES.get(kind, "solid")


def _attributes(values: Mapping[str, Value]) -> str:
    return ", ".join(f"{name}={quoted(_text(value))}" for name, value in values.items())


def _text(value: Value) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
