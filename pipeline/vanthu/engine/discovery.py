"""Which files a run works on."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

SUFFIXES = frozenset({".pdf", ".png", ".jpg", ".jpeg", ".tif", ".tiff", ".docx", ".txt", ".md"})
BUNDLE_MARK = "plan.json"  # a folder with this file in it is a result, not a place for documents
_ABOUT = frozenset(
    {"readme", "license", "changelog", "contributing"}
)  # they tell of a folder; no office sent them


def find_documents(paths: Sequence[Path], *, out: Path | None = None) -> tuple[Path, ...]:
    """Documents among files and folders, each once, in the order given and by name inside a folder.

    A file named outright is taken whatever its name is, there or not: reading it tells what is wrong. Folders are
    walked to the bottom; passed over are hidden entries, links to folders, files of other kinds, and results of
    earlier runs, those under `out` too.
    """
    found: dict[str, Path] = {}  # by their place; `Path.resolve` would stumble over a link to itself
    for path in paths:
        for file in _walk(path, os.path.realpath(out) if out else None) if path.is_dir() else (path,):
            found.setdefault(os.path.realpath(file), file)
    return tuple(found.values())


def find_plans(paths: Sequence[Path]) -> tuple[Path, ...]:
    """As `find_documents`, with the `plan.json` files that lie in the folders before the documents."""
    finished = [sorted(path.rglob(BUNDLE_MARK)) if path.is_dir() else [] for path in paths]
    return find_documents(
        [file for path, plans in zip(paths, finished, strict=True) for file in (*plans, path)]
    )


def _walk(folder: Path, out: str | None) -> Iterator[Path]:
    for entry in sorted(_entries(folder)):
        if entry.name.startswith("."):
            continue
        if entry.is_dir() and not entry.is_symlink():
            if os.path.realpath(entry) != out and not (entry / BUNDLE_MARK).exists():
                yield from _walk(entry, out)
        elif _is_document(entry):
            yield entry


def _entries(folder: Path) -> list[Path]:
    """What lies in a folder; one that may not be opened holds nothing for us."""
    try:
        return [folder / name for name in os.listdir(folder)]  # noqa: PTH208  # iterdir would fail later, half-way
    except PermissionError:
        return []


def _is_document(path: Path) -> bool:
    known = path.suffix.lower() in SUFFIXES and path.stem.lower() not in _ABOUT
    return known and not path.name.startswith("~$") and path.is_file()
