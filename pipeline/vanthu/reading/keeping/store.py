"""A folder of small files of one's own: bounded, written in one step, safe to share between processes.

An entry is found by its name, never listed in an index that could lie. The time of its last use is that of the file.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from vanthu.resources import HALF_MADE, put_whole

_SUFFIX = ".reading"
_ABANDONED = 3600.0  # seconds after which a half-made file has no maker any more


class Entry(NamedTuple):
    """A file of the store."""

    path: Path
    size: int  # bytes
    used: float  # seconds since the epoch


@dataclass(frozen=True)
class Store:
    """Bytes by name. What can't be read or written is as if it were not there: keeping must never stop the work.

    `limit` is the size of the folder in bytes; beyond it the entries that were not used for longest go.
    """

    folder: Path
    limit: int

    def get(self, name: str) -> bytes | None:
        """What was kept under a name, and the note that it was used now. Files of other people are not opened."""
        path = self._path(name)
        try:
            if path.stat().st_uid != os.getuid():
                return None
            data = path.read_bytes()
            os.utime(path)
        except OSError:
            return None
        return data

    def put(self, name: str, data: bytes) -> None:
        """Keep bytes under a name, readable by their owner alone. More than the limit is not kept at all."""
        if len(data) > self.limit:
            return
        with suppress(OSError):
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            put_whole(self._path(name), data)
            self._shrink()

    def drop(self, prefix: str) -> int:
        """Remove all entries whose names begin so; how many there were."""
        return self._remove(e for e in self.entries() if e.path.name.startswith(prefix))

    def clear(self) -> int:
        """Remove everything; how many entries there were."""
        for half in self._halves():
            half.path.unlink(missing_ok=True)
        return self._remove(self.entries())

    def entries(self) -> tuple[Entry, ...]:
        """What lies in the folder, the last used first."""
        return tuple(sorted(self._files(_SUFFIX), key=lambda entry: -entry.used))

    def _halves(self) -> Iterator[Entry]:
        return self._files(HALF_MADE)

    def _files(self, suffix: str) -> Iterator[Entry]:
        with suppress(OSError):
            for path in self.folder.glob(f"*{suffix}"):
                with suppress(OSError):  # another process took it away
                    status = path.stat()
                    yield Entry(path, status.st_size, status.st_mtime)

    def _shrink(self) -> None:
        room, over = self.limit, []
        for entry in self.entries():
            room -= entry.size
            if room < 0:
                over.append(entry)
        self._remove(iter(over))
        newest = max((entry.used for entry in self.entries()), default=0.0)
        self._remove(half for half in self._halves() if newest - half.used > _ABANDONED)

    @staticmethod
    def _remove(entries: Iterator[Entry] | tuple[Entry, ...]) -> int:
        count = 0
        for entry in entries:
            with suppress(OSError):
                entry.path.unlink()
                count += 1
        return count

    def _path(self, name: str) -> Path:
        return self.folder / f"{name}{_SUFFIX}"
