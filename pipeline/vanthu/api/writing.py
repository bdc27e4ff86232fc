"""What is written of one file that was read, and the form that it has."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from vanthu.contract import plan_file
from vanthu.document.plan import Plan
from vanthu.export import bundle
from vanthu.export.copying import CopyKind, write_copy
from vanthu.export.drawing.pages import draw_pages


def draw(plan: Plan, folder: Path | str) -> tuple[Path, ...]:
    """Write a picture of each page with everything that was read on it; their paths. Raises `OutputError`."""
    return draw_pages(plan, Path(folder))


def copy(plan: Plan, path: Path | str) -> CopyKind:
    """Write a searchable copy (PDF/A) of the file of a plan that was read; a signed or digital PDF is copied byte for byte.

    Raises `InputError` where the file has no images, `OutputError` where the disk refuses.
    """
    return write_copy(plan, Path(path))


def write(plan: Plan, folder: Path | str) -> Path:
    """Write everything made from a plan into a folder, which is whole or not there. Raises `OutputError`."""
    place = Path(folder)
    bundle.write_bundle(plan, place)
    return place


def schema() -> dict[str, Any]:
    """The JSON Schema of `plan.json`."""
    return plan_file.schema()
