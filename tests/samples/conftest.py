"""The samples: sources, finished documents, expected plans, and what the program makes of them."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

SAMPLES = Path(__file__).parents[2] / "samples"


@pytest.fixture(scope="session")
def maker() -> ModuleType:
    """The package that makes the samples."""
    sys.path.insert(0, str(SAMPLES))
    for part in ("files", "source", "transcript"):
        import_module(f"maker.{part}")
    sys.path.remove(str(SAMPLES))
    return import_module("maker")


@pytest.fixture(scope="session")
def expected() -> Callable[[str], dict[str, Any]]:
    """The expected plan of a document, by the document's name without its ending."""

    @cache
    def read(name: str) -> dict[str, Any]:
        plan: dict[str, Any] = json.loads((SAMPLES / "expected" / f"{name}.json").read_text(encoding="utf-8"))
        return plan

    return read


@pytest.fixture(scope="session")
def made() -> Callable[[Path], dict[str, Any]]:
    """What the program makes of a file, as `plan.json` says it; every file is read once."""
    from vanthu import api
    from vanthu.contract.plan_file import plan_json

    @cache
    def process(path: Path) -> dict[str, Any]:
        return plan_json(api.process(path))

    return process
