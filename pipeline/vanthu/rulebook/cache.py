"""Rules parsed and expressions compiled, kept from one start to the next.

Compiling all rules takes seconds and parsing them a fifth of one, reading both back a tenth. The cache is a file of the user's own, named by the fingerprint
of the rules, the version of the engine and the code that makes expressions of rules; a missing, foreign or damaged one is simply made anew.
"""

from __future__ import annotations

import os
import pickle
import zlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple, Self, TypeAlias

import platformdirs
import regex

from vanthu import orthography
from vanthu.resources import digest_of, put_whole
from vanthu.rulebook.patterns import Expression

_SUM = 4  # bytes in front: a checksum of the rest
_KEPT = 4  # rulebooks in use side by side: an installed one, a checkout or two
_MAKERS = (Path(orthography.__file__), *sorted(Path(__file__).parent.glob("*.py")))

Patterns: TypeAlias = Mapping[str, Expression]  # by rule id


class Kept(NamedTuple):
    """What the YAML of each file says, by its name, and its expressions: packed, since a run that only reads asks for few."""

    files: Mapping[str, Any] = MappingProxyType({})
    packed: Mapping[str, bytes] = MappingProxyType({})

    @classmethod
    def of(cls, files: Mapping[str, Any], patterns: Mapping[str, Patterns]) -> Self:
        """Both by the names of files."""
        return cls(files, {name: pickle.dumps(dict(own)) for name, own in patterns.items()})

    def patterns(self, name: str) -> Patterns:
        """Those of one file; none where they were not kept."""
        packed = self.packed.get(name)
        known: Patterns = {} if packed is None else pickle.loads(packed)  # noqa: S301 - of a file of this user's
        return known


def place(fingerprint: str) -> Path:
    """Where what is known of a rulebook is kept."""
    folder = Path(platformdirs.user_cache_dir("vanthu"))
    return folder / f"rules-{fingerprint}-{regex.__version__}-{_makers()}.pickle"


@cache
def _makers() -> str:
    """Of the code that parses rules and makes their expressions: what other code kept is another thing."""
    return digest_of((path.name, path) for path in _MAKERS)[:12]


def recall(path: Path) -> Kept:
    """What was kept; empty where there is nothing. Files that are not one's own, or damaged, are not opened: expressions are code that runs."""
    try:
        if path.stat().st_uid != os.getuid():
            return Kept()
        data = memoryview(path.read_bytes())
        if data[:_SUM] != _sum(data[_SUM:]):
            return Kept()
        found = pickle.loads(data[_SUM:])  # noqa: S301 - written by this user, see above
    except (OSError, AttributeError, ImportError):
        return Kept()
    return found if isinstance(found, Kept) else Kept()


def remember(path: Path, kept: Kept) -> None:
    """Keep it for the next start. A folder that can't be written to only costs time."""
    packed = pickle.dumps(Kept(dict(kept.files), dict(kept.packed)))
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        put_whole(path, _sum(packed) + packed)
        for old in sorted(path.parent.glob("rules-*.pickle"), key=lambda p: -p.stat().st_mtime)[_KEPT:]:
            old.unlink(missing_ok=True)
    except OSError:
        return


def _sum(data: bytes | memoryview) -> bytes:
    return zlib.crc32(data).to_bytes(_SUM)
