"""What was read whole is kept, and found again for the same file, settings and engine: each file is recognised once."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from vanthu.document.page import Source
from vanthu.reading.door import sniff
from vanthu.reading.keeping.fingerprint import fingerprint
from vanthu.reading.keeping.packing import DamagedError, pack, unpack
from vanthu.reading.keeping.store import Store
from vanthu.reading.result import Recognition
from vanthu.rulebook.match import RuleSet
from vanthu.settings import LimitSettings, Settings

OFF = "VANTHU_NO_CACHE"  # environment variable: any value but an empty one
_SLOW = sniff.PICTURES | {sniff.PDF}  # the rest is read as quickly as it is found again
_FILE, _HOW = 32, 24  # hexadecimal digits of the file's hash, and of what it was read with


def store(limits: LimitSettings) -> Store:
    """The user's own store."""
    return Store(Path(platformdirs.user_cache_dir("vanthu")) / "readings", limits.cache_bytes)


@dataclass(frozen=True)
class Keeper:
    """Knows what was read earlier. Picklable; any number of processes may use one store.

    Nothing of a document that bears a mark of secrecy is kept, and nothing of one that could not be read whole.
    """

    store: Store
    how: str  # what files are read with, see `fingerprint`

    @classmethod
    def of(cls, settings: Settings, rules: Iterable[RuleSet]) -> Keeper | None:
        """`None` where keeping is switched off, by the environment or by a limit of 0 bytes, and without an engine."""
        if os.environ.get(OFF) or not settings.limits.cache_bytes:
            return None
        how = fingerprint(settings, rules)
        return cls(store(settings.limits), how) if how else None

    def recall(self, source: Source) -> Recognition | None:
        """What was read from a file earlier; `None` where nothing was, or what was kept is damaged."""
        data = self.store.get(self._name(source)) if source.media_type in _SLOW else None
        try:
            return unpack(data) if data is not None else None
        except DamagedError:
            return None

    def keep(self, source: Source, found: Recognition) -> None:
        """Keep what was read; a reading with problems is not kept, so that the next run tries again."""
        if source.media_type in _SLOW and not found.problems:
            self.store.put(self._name(source), pack(found))

    def forget(self, source: Source) -> None:
        """Remove everything that was ever read from a file."""
        self.store.drop(source.sha256[:_FILE])

    def _name(self, source: Source) -> str:
        return f"{source.sha256[:_FILE]}-{self.how[:_HOW]}"
