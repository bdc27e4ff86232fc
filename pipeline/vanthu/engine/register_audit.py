"""The audit of a register in several processes: shares go out, one writer takes in what they give."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from functools import cache, partial
from itertools import islice
from typing import Protocol

from vanthu.audit.across.reader import reader
from vanthu.engine.batch import cores
from vanthu.engine.line import Line
from vanthu.engine.pool import ProcessWorkers, WorkerDiedError
from vanthu.errors import RegisterError
from vanthu.register import Register
from vanthu.register.across.full import Audited, Stage, audit_all
from vanthu.register.across.shares import Done, Share, do, one_by_one
from vanthu.register.address import Address
from vanthu.register.connection import engines

_NEW_OBJECTS = 50_000  # between two looks for garbage; a share makes millions that go by themselves
_WORTH_IT = 16  # shares; fewer are done before a worker has started
_DIED = (
    "tiến trình rà soát bị dừng đột ngột, có thể vì thiếu bộ nhớ; hãy đóng bớt chương trình khác rồi chạy lại"
)


class Watch(Protocol):
    """Watches an audit; called in the parent process, from one thread."""

    def advance(self, stage: Stage, done: int, whole: int) -> None:
        """So much of a stage is done."""
        ...

    def end(self, audited: Audited | None) -> None:
        """The audit is over; `None` after an interruption."""
        ...


class Unwatched:
    """Watches nothing."""

    def advance(self, stage: Stage, done: int, whole: int) -> None:
        """Ignored."""

    def end(self, audited: Audited | None) -> None:
        """Ignored."""


def audit_register(register: Register, *, jobs: int | None = None, watch: Watch | None = None) -> Audited:
    """Hold all documents of a register against each other, in `jobs` processes (`None`: one a core). Raises as `audit_all` does."""
    watch = watch or Unwatched()
    audited = None
    try:
        audited = audit_all(register, spread=partial(_spread, width=jobs or cores()), told=watch.advance)
    finally:
        watch.end(audited)
    return audited


def _spread(register: Register, shares: Sequence[Share], *, width: int) -> Iterator[Done]:
    if width == 1 or len(shares) < _WORTH_IT:
        yield from one_by_one(register, shares)
        return
    workers = ProcessWorkers(width, _begin)
    if workers.inherit:
        reader()  # once here, and not once in each of them
    ended = False
    try:
        yield from _over(workers, register.address, shares)
        ended = True
    finally:
        workers.close(at_once=not ended)


def _over(workers: ProcessWorkers, address: Address, shares: Sequence[Share]) -> Iterator[Done]:
    """No more shares are out than there are workers; a worker has its next one before anybody looks at what it gave."""
    waiting = iter(shares)
    running = [workers.submit(_do, address, share) for share in islice(waiting, workers.width)]
    while running:
        ended = workers.wait()
        running = [future for future in running if future not in ended]
        running += [workers.submit(_do, address, share) for share in islice(waiting, len(ended))]
        for future in ended:
            try:
                yield future.result()
            except WorkerDiedError as error:
                raise RegisterError(_DIED) from error


def _begin(_: Line) -> None:
    """What a worker has from its parent stays: the collector of garbage need not go through it, nor look so often."""
    gc.freeze()
    gc.set_threshold(_NEW_OBJECTS)


def _do(address: Address, share: Share) -> Done:
    return do(_opened(address), share)


@cache
def _opened(address: Address) -> Register:
    """The register in this process. Its connections live as long as their transactions: nothing is left to close."""
    return Register(address, engines(address))
