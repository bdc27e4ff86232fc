"""Where the data of the program lies: inside the installed package, or beside the source root in a checkout."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from vanthu.errors import SetupError

_PACKAGE = Path(__file__).resolve().parent


def _folder(name: str) -> Path:
    inside = _PACKAGE / "_data" / name
    beside = _PACKAGE.parent.parent / name
    for candidate in (inside, beside):
        if candidate.is_dir():
            return candidate
    raise SetupError(f"thiếu thư mục dữ liệu '{name}'; hãy cài đặt lại chương trình", where=str(beside))


def rules_folder() -> Path:
    """The folder of rule files. Raises `SetupError` where it is missing."""
    return _folder("rules")


def models_folder() -> Path:
    """The folder of engine settings and language configuration. Raises `SetupError` where it is missing."""
    return _folder("models")


def yaml_in(path: Path) -> Any:
    """What a YAML file says, by the quick reader where there is one. Raises `OSError`, `UnicodeDecodeError`, `YAMLError`."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load(path.read_text(encoding="utf-8"), Loader=loader)  # noqa: S506 - a safe loader
