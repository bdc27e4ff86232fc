"""Which gold file belongs to which document."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from vanthu.errors import InputError
from vanthu.evaluation.compare import Json

_NEEDED = frozenset({"document", "tasks"})


class Gold(NamedTuple):
    """An expected plan and the document (or the finished `plan.json`) to be held against it."""

    name: str
    plan: Json
    document: Path


class Paired(NamedTuple):
    """Gold with its document, and the names of gold files that none was found for."""

    pairs: tuple[Gold, ...]
    alone: tuple[str, ...]


def pair_up(folder: Path, documents: Sequence[Path]) -> Paired:
    """Every gold file (`*.json` with the parts of a plan) of a folder, with a document of its name.

    Names belong together when one begins with the other: `03.pdf` and `03-cong-van.json`. A `plan.json` goes by its
    folder's name. Raises `InputError` where the folder holds no gold, or a file of it can't be read.
    """
    golds = {path.stem: plan for path in sorted(folder.glob("*.json")) if (plan := _plan(path)) is not None}
    if not golds:
        raise InputError(
            "không có tệp kết quả mong đợi (*.json) nào; hãy kiểm tra lại thư mục", where=str(folder)
        )
    found = {name: _document(name, documents) for name in golds}
    pairs = tuple(Gold(name, golds[name], path) for name, path in found.items() if path is not None)
    return Paired(pairs, tuple(name for name, path in found.items() if path is None))


def _plan(path: Path) -> Json | None:
    """An expected plan; `None` for JSON of another kind."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise InputError(
            "không đọc được tệp kết quả mong đợi; hãy kiểm tra cú pháp JSON", where=str(path)
        ) from error
    return data if isinstance(data, dict) and data.keys() >= _NEEDED else None


def _document(name: str, documents: Iterable[Path]) -> Path | None:
    """The document whose name is nearest: the same, else the longest that belongs to it."""
    named = [(own, path) for path in documents if _belong(own := _name(path), name)]
    return max(named, key=lambda n: (n[0] == name, len(n[0])), default=("", None))[1]


def _name(path: Path) -> str:
    return path.parent.name if path.name == "plan.json" else path.stem


def _belong(a: str, b: str) -> bool:
    return bool(a) and (a.startswith(b) or b.startswith(a))
