"""Many plans at once: as taking them in one by one, in few large transactions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import islice

from vanthu.register.intake.add import add_all
from vanthu.register.intake.arrival import Added, Arrival
from vanthu.register.register import Register

AT_ONCE = 200  # plans a transaction


def bulk(register: Register, arrivals: Iterable[Arrival], *, at_once: int = AT_ONCE) -> Iterator[Added]:
    """Take in plans, `at_once` in a transaction: what was given back is in the register. Raises as `Register.work` does."""
    waiting = iter(arrivals)
    while some := tuple(islice(waiting, at_once)):
        yield from register.work(partial(add_all, arrivals=some))
