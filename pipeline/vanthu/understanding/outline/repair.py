"""Roman numbers of sections from which a recogniser lost a stroke: I, I, III and I, II, II, IV are counted anew."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import regex

from vanthu.document.structure import Node, NodeKind
from vanthu.orthography import roman_value, to_roman

_ROMAN = regex.compile(r"[IVXL]+")
_LOSES_A_STROKE = frozenset({2, 3, 7, 8})  # II is read as I, III as II


def recounted(nodes: Sequence[Node]) -> tuple[Node, ...]:
    """The nodes with mended paths where a number stands twice and counting from one explains every number; else as they are."""
    top = [n for n in nodes if n.parent is None and n.kind is NodeKind.SECTION and _value(n)]
    read = [_value(n) for n in top]
    twice = len(set(read)) < len(read)
    if not twice or not all(_explains(true, seen) for true, seen in enumerate(read, start=1)):
        return tuple(nodes)
    names = {n.path: to_roman(true) for true, n in enumerate(top, start=1)}
    return tuple(n.model_copy(update={"path": _renamed(n.path, names)}) for n in nodes)


def _value(node: Node) -> int | None:
    written = node.marker.strip(" ./-–)")
    return roman_value(written) if _ROMAN.fullmatch(written) else None


def _explains(true: int, seen: int | None) -> bool:
    return seen == true or (seen == true - 1 and true in _LOSES_A_STROKE)


def _renamed(path: str, names: Mapping[str, str]) -> str:
    top, dot, rest = path.partition(".")
    return f"{names.get(top, top)}{dot}{rest}"
