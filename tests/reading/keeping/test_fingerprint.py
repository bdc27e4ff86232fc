"""Nothing that changes a reading is left out of the mark that it is kept under."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

import vanthu
from vanthu.reading.keeping import fingerprint
from vanthu.reading.tables import Table

PACKAGE = Path(vanthu.__file__).parent
READING = PACKAGE / "reading"
TABLES = READING / "tables.py"
# Nothing that they do changes what is read: checked types, folders of the user, files that are not kept, rules read from YAML
OF_NO_MATTER = {"pydantic", "pydantic_core", "platformdirs", "docx", "yaml"}


def _imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{name.name}" for name in node.names)


def _file(module: str) -> Path | None:
    path = PACKAGE.parent.joinpath(*module.split("."))
    return next((f for f in (path.with_suffix(".py"), path / "__init__.py") if f.is_file()), None)


@cache
def run_by_reading() -> frozenset[Path]:
    """All modules of the package that reading imports, and those that they import."""
    found, asked = set[Path](), set(READING.rglob("*.py"))
    while asked:
        found |= asked
        names = {name for path in asked for name in _imported(path) if name.startswith("vanthu.")}
        asked = {file for name in names if (file := _file(name)) is not None} - found
    return frozenset(found)


def test_all_code_that_reading_runs_is_part_of_it() -> None:
    covered = {path for pattern in fingerprint._CODE for path in PACKAGE.glob(pattern)}
    assert run_by_reading() <= covered


def test_all_libraries_that_reading_uses_are_part_of_it() -> None:
    names = {name.partition(".")[0] for path in run_by_reading() for name in _imported(path)}
    others = names - set(sys.stdlib_module_names) - OF_NO_MATTER - {"vanthu"}
    known = packages_distributions()
    covered = {line.partition(" ")[0].lower() for line in fingerprint._libraries()}
    assert {"numpy", "cv2"} < others
    assert not {name for name in others if not covered & {d.lower() for d in known[name]}}


def test_what_libraries_stand_on_is_part_of_it() -> None:
    told = dict(line.split(" ", 1) for line in fingerprint._libraries())
    assert told["pdfminer.six"] != "-"


def test_all_tables_come_through_the_one_door() -> None:
    asking = [path for path in READING.rglob("*.py") if "vanthu.resources.rules_folder" in _imported(path)]
    assert asking == [TABLES]
    assert all(table.load() for table in Table)
