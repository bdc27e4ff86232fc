"""What was read whole is kept, and found again for the same file, settings and engine: each file is recognised once."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from vanthu.document.page import Source
from vanthu.reading.door import sniff
from vanthu.reading.keeping.packing import DamagedError, pack, unpack
from vanthu.reading.keeping.store import Store
from vanthu.reading.result import Recognition
from vanthu.settings import LimitSettings

OFF = "VANTHU_NO_CACHE"  # environment variable: any value but an empty one
_SLOW = sniff.PICTURES | {sniff.PDF}  # the rest is read as quickly as it is found again
_FILE, _HOW = 32, 24  # hexadecimal digits of the file's hash, and of what it was read with


def store(limits: LimitSettings) -> Store:
    """The user's own store."""
    return Store(Path(platformdirs.user_cache_dir("vanthu")) / "readings", limits.cache_bytes)


def wanted(limits: LimitSettings) -> bool:
    """Whether anything is to be kept: not where the environment, or a limit of 0 bytes, switches it off."""
    return not os.environ.get(OFF) and limits.cache_bytes > 0


def drop(kept: Store, sha256: str) -> int:
    """Remove everything that was ever read from the file of a hash; how many readings there were."""
    return kept.drop(sha256[:_FILE])


@dataclass(frozen=True)
class Keeper:
    """Knows what was read earlier. Picklable; any number of processes may use one store.

    Nothing of a document that bears a mark of secrecy is kept, and nothing of one that could not be read whole.
    """

    store: Store
    how: str  # what files are read with, see `fingerprint`

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
        drop(self.store, source.sha256)

    def _name(self, source: Source) -> str:
        return f"{source.sha256[:_FILE]}-{self.how[:_HOW]}"
