"""Boxes on a page: points (1/72 inch), origin at the top left of the page as it is read (upright, deskewed)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Box(NamedTuple):
    """A rectangle, left, top, right, bottom, in points."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def width(self) -> float:
        """Width in points."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """Height in points."""
        return self.y1 - self.y0

    @property
    def centre(self) -> tuple[float, float]:
        """The middle point (x, y)."""
        return (self.x0 + self.x1) / 2, (self.y0 + self.y1) / 2

    def overlap(self, other: Box) -> float:
        """Area that both share, in square points; 0 where they are apart."""
        width = min(self.x1, other.x1) - max(self.x0, other.x0)
        height = min(self.y1, other.y1) - max(self.y0, other.y0)
        return max(width, 0.0) * max(height, 0.0)

    def contains(self, point: tuple[float, float]) -> bool:
        """Whether a point lies inside; the right and bottom edges do not belong to the box."""
        return self.x0 <= point[0] < self.x1 and self.y0 <= point[1] < self.y1


def union(boxes: Iterable[Box | None]) -> Box | None:
    """The smallest box around all; `None` where none of them is known."""
    known = [b for b in boxes if b is not None]
    if not known:
        return None
    return Box(
        min(b.x0 for b in known), min(b.y0 for b in known), max(b.x1 for b in known), max(b.y1 for b in known)
    )


class Span(NamedTuple):
    """A half-open range of characters of a text."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end
