"""What a made document consists of: paragraphs and tables, and how the tables are drawn."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Cell:
    """A cell of a made table, with its place, spans and text."""

    row: int
    column: int
    text: str
    row_span: int = 1
    column_span: int = 1
    bold: bool = False
    centred: bool = False


@dataclass(frozen=True)
class Rules:
    """Which lines are drawn; widths in points, 0 for none."""

    frame_x: float = 0.0  # at the sides
    frame_y: float = 0.0  # at top and bottom
    head: float = 0.0  # under the head
    rows: float = 0.0
    columns: float = 0.0
    dotted: bool = False  # the rows' lines
    doubled: bool = False  # the frame


RULES = {
    "grid": Rules(0.7, 0.7, 0.7, 0.7, 0.7),
    "fine": Rules(0.35, 0.35, 0.35, 0.35, 0.35),
    "dotted": Rules(0.7, 0.7, 0.7, 0.7, 0.7, dotted=True),
    "doubled": Rules(0.6, 0.6, 0.6, 0.5, 0.5, doubled=True),
    "thick": Rules(2.2, 2.2, 1.4, 0.5, 0.5),
    "rows": Rules(frame_y=0.8, head=0.8, rows=0.5),
    "three": Rules(frame_y=1.0, head=0.7),
    "frame": Rules(0.8, 0.8, 0.8),
    "columns": Rules(0.7, 0.7, 0.7, 0.0, 0.7),
    "open": Rules(head=0.7, rows=0.7, columns=0.7),
    "sides": Rules(frame_y=0.7, head=0.7, rows=0.7, columns=0.7),
    "none": Rules(),
}


@dataclass(frozen=True)
class Sheet:
    """A table: cells in row order, shares of the width by column, and how it is set."""

    cells: tuple[Cell, ...]
    shares: tuple[float, ...]
    head_rows: int = 1
    rules: str = "grid"
    size: float = 12.0
    room: float = 3.0  # points above and below a cell's text
    repeat_head: bool = False
    cut: bool = False  # rows may be cut by the page's end
    middle: bool = False  # texts stand in the middle of their cells' height

    @property
    def rows(self) -> int:
        """How many rows it has."""
        return max(c.row + c.row_span for c in self.cells)

    @property
    def columns(self) -> int:
        """How many columns it has."""
        return len(self.shares)


@dataclass(frozen=True)
class Line:
    """A paragraph around the tables."""

    text: str
    align: str = "justify"  # justify, centre, right, left
    bold: bool = False


@dataclass(frozen=True)
class Paper:
    """A made document. `turn` is how the pages lie in the scan (clockwise); `letterhead` opens it as a letter."""

    name: str
    kind: str
    seed: int
    items: tuple[Line | Sheet, ...]
    landscape: bool = False
    turn: int = 0
    skew: float | None = None  # None: as the quality has it
    letterhead: bool = False
    signature: bool = False
    top: float = field(default=62.0)

    @property
    def tables(self) -> tuple[Sheet, ...]:
        """Its tables, in order."""
        return tuple(i for i in self.items if isinstance(i, Sheet))
