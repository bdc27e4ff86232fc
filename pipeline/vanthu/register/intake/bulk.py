"""Many plans at once: as taking them in one by one, in few large transactions."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from itertools import islice
from typing import Protocol

from sqlalchemy import Connection

from vanthu.register.intake.add import add_all
from vanthu.register.intake.arrival import Added, Arrival
from vanthu.register.register import Register

AT_ONCE = 200  # plans a transaction
_MANY = 500  # plans


class Take(Protocol):
    """Takes in plans within a transaction."""

    def __call__(self, connection: Connection, arrivals: Iterable[Arrival]) -> tuple[Added, ...]:
        """What became of each."""
        ...


def bulk(
    register: Register, arrivals: Iterable[Arrival], *, at_once: int = AT_ONCE, take: Take = add_all
) -> Iterator[Added]:
    """Take in plans by `take`, `at_once` in a transaction: what was given back is in the register. Raises as `Register.work` does.

    The audit follows, once over all of them, unless `take` checks each.
    """
    waiting = iter(arrivals)
    taken = 0
    while some := _next(waiting, at_once):
        with _uncollected():
            added = register.work(partial(take, arrivals=some))
        taken += len(some)
        yield from added
    if taken >= _MANY:
        register.settle()


def _next(waiting: Iterator[Arrival], most: int) -> tuple[Arrival, ...]:
    with _uncollected():
        return tuple(islice(waiting, most))


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without looks for garbage: plans are millions of objects and hardly a cycle, and looking through them is a third of the work."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()
