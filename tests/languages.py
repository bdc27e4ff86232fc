"""DOT and Mermaid read back by their grammar, as far as the graph is written in them. What does not fit raises."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_DOT_TEXT = r'"(?:[^"\\]|\\.)*"'
_DOT_LIST = rf"\[(?:[a-z_]+={_DOT_TEXT}(?:, )?)*\]"
_DOT_ROW = re.compile(rf"  ({_DOT_TEXT})(?: -> ({_DOT_TEXT}))? ({_DOT_LIST});")
_DOT_HEAD = ["digraph vanthu {", "  rankdir=LR;", '  node [fontname="Liberation Sans, Arial, sans-serif"];']
_ENTITY = {"35": "#", "quot": '"', "lt": "<", "gt": ">", "96": "`"}
_MERMAID_TEXT = r'\["((?:[^"#<>`]|#(?:35|quot|lt|gt|96);|<br/>)*)"\]'
_BOX = re.compile(rf"  subgraph u\d+{_MERMAID_TEXT}")
_NODE = re.compile(rf"    (t\d+){_MERMAID_TEXT}")
_ARROW = re.compile(r"  (t\d+) (?:-->|-\.->) (t\d+)")


@dataclass
class Read:
    """What a text draws: labels by node, edges."""

    nodes: dict[str, str] = field(default_factory=dict)
    edges: list[tuple[str, str]] = field(default_factory=list)
    groups: list[str] = field(default_factory=list)


def dot(text: str) -> Read:
    """A directed graph: every row a node or an edge with quoted attributes."""
    rows = text.removesuffix("\n").split("\n")
    assert (rows[:3], rows[-1]) == (_DOT_HEAD, "}")
    read = Read()
    for row in rows[3:-1]:
        found = _DOT_ROW.fullmatch(row)
        assert found, row
        source, target, listed = found.groups()
        label = re.search(rf"label=({_DOT_TEXT})", listed)
        assert label, row
        if target:
            read.edges.append((_dot_text(source), _dot_text(target)))
        else:
            read.nodes[_dot_text(source)] = _dot_text(label[1])
    return read


def _dot_text(text: str) -> str:
    return re.sub(r"\\(.)", lambda m: "\n" if m[1] == "n" else m[1], text[1:-1])


def mermaid(text: str) -> Read:
    """A flow chart of boxes with nodes in them and arrows between nodes."""
    head, *rows = text.removesuffix("\n").split("\n")
    assert head == "flowchart LR"
    read, inside = Read(), False
    for row in rows:
        if box := _BOX.fullmatch(row):
            assert not inside, row
            inside = True
            read.groups.append(_mermaid_text(box[1]))
        elif row == "  end":
            assert inside, row
            inside = False
        elif node := _NODE.fullmatch(row):
            assert inside, row
            assert node[1] not in read.nodes, row
            read.nodes[node[1]] = _mermaid_text(node[2])
        elif arrow := _ARROW.fullmatch(row):
            read.edges.append((arrow[1], arrow[2]))
        else:
            assert re.fullmatch(r"  classDef chain stroke-width:3px|  class t\d+(,t\d+)* chain", row), row
    assert not inside
    assert {end for edge in read.edges for end in edge} <= read.nodes.keys()
    return read


def _mermaid_text(text: str) -> str:
    lines = text.replace("<br/>", "\n")
    return re.sub(r"#(\w+);", lambda m: _ENTITY[m[1]], lines)
