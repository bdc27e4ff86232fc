"""Which files a run works on."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

SUFFIXES = frozenset({".pdf", ".png", ".jpg", ".jpeg", ".tif", ".tiff", ".docx", ".txt", ".md"})
# other clothes of office papers
_OTHER_SUFFIXES = frozenset({".doc", ".docm", ".rtf", ".odt", ".xls", ".xlsx", ".ppt", ".pptx",
                             ".heic", ".webp", ".bmp", ".gif", ".zip", ".rar", ".7z"})  # fmt: skip
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
        for file in filter(_is_document, _walk(path, out)) if path.is_dir() else (path,):
            found.setdefault(os.path.realpath(file), file)
    return tuple(found.values())


def find_unreadable(paths: Sequence[Path], *, out: Path | None = None) -> tuple[Path, ...]:
    """What an office may take for documents among the files in folders, but `find_documents` passes over: files of kinds that can't be
    read, and folders that may not be opened.
    """
    return tuple(
        entry for path in paths if path.is_dir() for entry in _walk(path, out) if _may_be_missed(entry)
    )


def find_plans(paths: Sequence[Path]) -> tuple[Path, ...]:
    """As `find_documents`, with the `plan.json` files that lie in the folders before the documents."""
    finished = [sorted(path.rglob(BUNDLE_MARK)) if path.is_dir() else [] for path in paths]
    return find_documents(
        [file for path, plans in zip(paths, finished, strict=True) for file in (*plans, path)]
    )


def _walk(folder: Path, out: Path | None) -> Iterator[Path]:
    """Every file below a folder; in the place of a folder that may not be opened, the folder."""
    try:
        names = sorted(os.listdir(folder))  # noqa: PTH208  # iterdir would fail later, half-way
    except PermissionError:
        yield folder
        return
    for entry in (folder / name for name in names if not name.startswith((".", "~$"))):
        if not entry.is_dir():
            yield entry
        elif not entry.is_symlink() and not _is_result(entry, out):
            yield from _walk(entry, out)


def _is_result(folder: Path, out: Path | None) -> bool:
    ours = out is not None and os.path.realpath(folder) == os.path.realpath(out)
    return ours or (folder / BUNDLE_MARK).exists()


def _is_document(path: Path) -> bool:
    return path.suffix.lower() in SUFFIXES and path.stem.lower() not in _ABOUT and path.is_file()


def _may_be_missed(path: Path) -> bool:
    return path.suffix.lower() in _OTHER_SUFFIXES or path.is_dir()
