"""What all measurements share: CPU time with children, tables, where the samples are."""

from __future__ import annotations

import os
import resource
from collections.abc import Iterable, Sequence
from pathlib import Path

import cv2
from rich.console import Console
from rich.table import Table

ROOT = Path(__file__).resolve().parents[1]
DOCUMENTS = ROOT / "samples" / "documents"
TEXT_ENDINGS = {".txt", ".docx"}


def cpu_seconds() -> float:
    """User and system seconds of this process and of all its children that have ended."""
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in used)


def one_thread() -> None:
    """Engines use one thread, as the program runs them. Call before the first recognition."""
    os.environ["OMP_THREAD_LIMIT"] = "1"
    cv2.setNumThreads(1)


def samples(*endings: str) -> list[Path]:
    """The sample documents with one of these endings; all without."""
    return [path for path in sorted(DOCUMENTS.iterdir()) if not endings or path.suffix in endings]


def show(title: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print a table to standard output; the first column holds names, the others numbers."""
    table = Table(title=title, title_justify="left")
    for number, head in enumerate(heads):
        table.add_column(head, justify="right" if number else "left", no_wrap=True)
    for row in rows:
        table.add_row(*row)
    Console(width=120).print(table)
