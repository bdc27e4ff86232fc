"""How long processes had to wait for a processor. On a machine busy with other work no page is lost for that."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

_NANO = 1e-9


class Waiting:
    """Counts from when it is made on, for a process and those that its main thread has started."""

    def __init__(self, pid: int) -> None:
        self._pid = pid
        self._before = dict(_waited(pid))

    def seconds(self) -> float:
        """Of those processes that still run; 0 where the system does not tell."""
        return sum(now - self._before.get(pid, 0.0) for pid, now in _waited(self._pid))


def _waited(pid: int) -> Iterator[tuple[int, float]]:
    """What a process and its children have waited since they began (the kernel's `sched-stats`, `proc(5)`)."""
    home = Path(f"/proc/{pid}")
    try:
        children = (home / "task" / str(pid) / "children").read_text(encoding="ascii").split()
        yield pid, int((home / "schedstat").read_text(encoding="ascii").split()[1]) * _NANO
    except (OSError, IndexError, ValueError):
        return
    for child in children:
        yield from _waited(int(child))
