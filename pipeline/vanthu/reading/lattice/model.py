"""Rules of a drawing, and the lattice of cells that they make."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

Frame: TypeAlias = tuple[float, float, float, float]  # x0, y0, x1, y1; top-left origin


class Rule(NamedTuple):
    """A straight line along an axis: its place across it (y of a level rule, x of an upright one), and its ends."""

    place: float
    start: float
    end: float

    @property
    def length(self) -> float:
        """From end to end."""
        return self.end - self.start


class Rules(NamedTuple):
    """The level and the upright rules of one drawing."""

    level: tuple[Rule, ...]
    upright: tuple[Rule, ...]


class Scale(NamedTuple):
    """What is close and what is large on a page.

    Rules nearer to each other than `near` are one; `em` is the height of print; a rule is whole over breaks of `gap`.
    """

    near: float
    em: float
    gap: float


class Spot(NamedTuple):
    """A cell's place and how many rows and columns it takes."""

    row: int
    column: int
    row_span: int = 1
    column_span: int = 1


class Lattice(NamedTuple):
    """A table: the borders of its columns and rows, and cells that cover it without overlap, in row order."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    spots: tuple[Spot, ...]

    @property
    def box(self) -> Frame:
        """The outer box."""
        return self.xs[0], self.ys[0], self.xs[-1], self.ys[-1]

    def frame(self, spot: Spot) -> Frame:
        """The box of a cell."""
        row, column, row_span, column_span = spot
        return self.xs[column], self.ys[row], self.xs[column + column_span], self.ys[row + row_span]


def inside(frames: Sequence[Frame], outer: Frame) -> list[Frame]:
    """Boxes whose middle lies in another box."""
    x0, y0, x1, y1 = outer
    return [f for f in frames if x0 < (f[0] + f[2]) / 2 < x1 and y0 < (f[1] + f[3]) / 2 < y1]


def outside(frames: Sequence[Frame], others: Sequence[Frame]) -> list[Frame]:
    """Boxes whose middle lies in none of the others."""
    taken = {frame for outer in others for frame in inside(frames, outer)}
    return [f for f in frames if f not in taken]
