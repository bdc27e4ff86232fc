"""The outline with ways to walk it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from vanthu.document.structure import Node, NodeKind
from vanthu.document.text import Text


@dataclass(frozen=True)
class Tree:
    """Nodes by index, as in `Plan.outline`."""

    nodes: Sequence[Node]
    text: Text

    @cached_property
    def _children(self) -> dict[int | None, tuple[int, ...]]:
        found: dict[int | None, list[int]] = {}
        for index, node in enumerate(self.nodes):
            found.setdefault(node.parent, []).append(index)
        return {parent: tuple(indices) for parent, indices in found.items()}

    @cached_property
    def _places(self) -> dict[int, int]:
        """By node: how many siblings stand above it."""
        return {index: place for own in self._children.values() for place, index in enumerate(own)}

    def words(self, index: int) -> str:
        """A node's own text."""
        return self.text[self.nodes[index].span]

    def children(self, index: int | None) -> tuple[int, ...]:
        """Nodes right under a node, or under the document for `None`."""
        return self._children.get(index, ())

    def ancestors(self, index: int) -> Iterator[int]:
        """From the parent up."""
        parent = self.nodes[index].parent
        while parent is not None:
            yield parent
            parent = self.nodes[parent].parent

    def descendants(self, index: int) -> Iterator[int]:
        """All nodes below, in document order."""
        for child in self.children(index):
            yield child
            yield from self.descendants(child)

    def before(self, index: int) -> Iterator[int]:
        """Siblings above, the nearest first."""
        siblings = self.children(self.nodes[index].parent)
        return (siblings[place] for place in range(self._places[index] - 1, -1, -1))

    def introduction(self, index: int) -> int | None:
        """The unnumbered line with a colon that opened the list a bullet or item stands in; `None` where none did."""
        if self.nodes[index].kind is NodeKind.PARAGRAPH:
            return None
        for sibling in self.before(index):
            if self.nodes[sibling].kind is NodeKind.PARAGRAPH:
                return sibling if self.opens_list(sibling) else None
            if self.nodes[sibling].kind is not self.nodes[index].kind:
                return None
        return None

    def opens_list(self, index: int) -> bool:
        """Whether a node's text ends with a colon."""
        return self.words(index).rstrip(' *_"”').endswith(":")
