"""What a recognition depends on besides the file: another value of any of it, and the page would be read anew."""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

import pytesseract

from vanthu.reading.tables import Table
from vanthu.resources import digest_of, models_folder
from vanthu.rulebook.match import RuleSet
from vanthu.settings import Settings

# Libraries that draw, measure and read pages; what they require counts too. One that is not installed counts as that.
_LIBRARIES = (
    "ftfy", "numpy", "opencv-python-headless", "pdfplumber", "pillow", "pypdfium2", "pytesseract", "regex", "trueocr",
)  # fmt: skip
# Everything of the package that reading runs on
_CODE = (
    "reading/**/*.py", "document/*.py", "rulebook/*.py", "settings.py", "resources.py", "orthography.py", "errors.py",
)  # fmt: skip
_SECONDS = 30
_NOT_OF_MATCHING = {"why", "examples", "counter_examples"}


def fingerprint(settings: Settings, rules: Iterable[RuleSet]) -> str | None:
    """A mark of settings, engine, libraries, the code that reads and the rules that it asks; `None` without an engine.

    Limits are no part of it: they refuse a file or let it in, and change nothing of what is read.
    """
    engine = _engine()
    if engine is None:
        return None
    digest = hashlib.sha256()
    for part in (
        settings.model_dump_json(exclude={"limits"}),
        *engine,
        *_libraries(),
        _code(),
        *(line for ruleset in rules for line in _matching(ruleset)),
    ):
        digest.update(part.encode() + b"\0")
    return digest.hexdigest()


@cache
def _engine() -> tuple[str, ...] | None:
    """Tesseract's version, and the files of its languages by size and time."""
    told = _told("--list-langs")
    if told is None:
        return None
    folder = Path(told.partition('"')[2].partition('"')[0])
    try:
        files = [(file.name, file.stat()) for file in sorted(folder.glob("**/*.traineddata"))]
    except OSError:
        return None
    return (_told("--version") or "", *(f"{name} {s.st_size} {s.st_mtime_ns}" for name, s in files))


def _told(option: str) -> str | None:
    program = pytesseract.pytesseract.tesseract_cmd
    try:
        done = subprocess.run([program, option], capture_output=True, timeout=_SECONDS, check=False)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return None
    return (done.stdout + done.stderr).decode(errors="replace")


@cache
def _libraries() -> tuple[str, ...]:
    versions: dict[str, str] = {}
    asked = list(_LIBRARIES)
    while asked:
        if (name := asked.pop()) not in versions:
            versions[name], required = _library(name)
            asked += required
    return (sys.version, *(f"{name} {versions[name]}" for name in sorted(versions)))


def _library(name: str) -> tuple[str, list[str]]:
    """Its version, and what it always requires."""
    try:
        known = distribution(name)
    except PackageNotFoundError:
        return "-", []
    required = (line for line in known.requires or () if "extra ==" not in line)
    return known.version, [found[0] for line in required if (found := re.match(r"[\w.-]+", line))]


@cache
def _code() -> str:
    """Of everything that reading runs, and what it looks up: a checkout that is worked on never meets its old results."""
    package = Path(__file__).resolve().parents[2]
    code = (path for pattern in _CODE for path in sorted(package.glob(pattern)))
    models = (path for path in sorted(models_folder().glob("*/**/*")) if path.is_file())
    return digest_of((path.name, path) for path in (*code, *(table.path for table in Table), *models))


def _matching(rules: RuleSet) -> Iterator[str]:
    """What decides whether a rule matches; not what explains it."""
    yield rules.label
    for compiled in rules.compiled:
        facts = compiled.rule.model_dump(mode="json", exclude=_NOT_OF_MATCHING)
        yield json.dumps(facts, sort_keys=True, ensure_ascii=False)
        yield f"{compiled.pattern.lean.flags} {compiled.pattern.written}"
