"""Tables of figures in a terminal."""

from __future__ import annotations

from collections.abc import Iterable
from shutil import get_terminal_size

from rich.console import Console
from rich.table import Table
from rich.text import Text

from vanthu.cli.terminal.streams import on_screen
from vanthu.export.graphs.figures import Figures

_WIDE = 160  # where nobody looks at the width: a file, a pipe


def shown(tables: Iterable[Figures]) -> str:
    """The tables one below the other, coloured on a terminal."""
    terminal = on_screen()
    width = get_terminal_size().columns if terminal else _WIDE
    console = Console(width=width, force_terminal=terminal, highlight=False)
    with console.capture() as captured:
        for table in tables:
            console.print(_table(table))
    return captured.get()


def _table(figures: Figures) -> Table:
    table = Table(title=figures.title, title_justify="left", title_style="bold")
    for number, head in enumerate(figures.heads):
        right = number in figures.right
        table.add_column(head, justify="right" if right else "left", overflow="fold", no_wrap=right)
    for row in figures.rows:
        table.add_row(*map(Text, row))
    return table
