"""Compiled expressions kept from one start to the next.

Compiling all rules takes seconds, reading them back a tenth of one. The cache is a file of the user's own, named by the fingerprint
of the rules and the version of the engine; a missing, foreign or damaged one is simply made anew.
"""

from __future__ import annotations

import os
import pickle
import tempfile
from collections.abc import Mapping
from pathlib import Path

import platformdirs
import regex

_KEPT = 4  # rulebooks in use side by side: an installed one, a checkout or two

Patterns = Mapping[str, regex.Pattern[str]]


def place(fingerprint: str) -> Path:
    """Where the expressions of a rulebook are kept."""
    folder = Path(platformdirs.user_cache_dir("vanthu"))
    return folder / f"rules-{fingerprint}-{regex.__version__}.pickle"


def recall(path: Path) -> Patterns:
    """The kept expressions by rule id; empty where there are none. Files that are not one's own are not opened."""
    try:
        if path.stat().st_uid != os.getuid():
            return {}
        found = pickle.loads(path.read_bytes())  # noqa: S301 - written by this user, see above
    except (OSError, ValueError, EOFError, AttributeError, ImportError, pickle.UnpicklingError):
        return {}
    return found if isinstance(found, dict) else {}


def remember(path: Path, patterns: Patterns) -> None:
    """Keep expressions for the next start. A folder that can't be written to only costs time."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            pickle.dump(dict(patterns), file)
        Path(name).replace(path)
        for old in sorted(path.parent.glob("rules-*.pickle"), key=lambda p: -p.stat().st_mtime)[_KEPT:]:
            old.unlink(missing_ok=True)
    except OSError:
        return
