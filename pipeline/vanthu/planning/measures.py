"""All that can be reckoned from a network, in one object."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from vanthu.planning.load import Load, Together, Waiting, loads, together, unled, waitings
from vanthu.planning.network import Network
from vanthu.planning.order import SURE_ENOUGH, Order, order_of


@dataclass(frozen=True)
class Pressed:
    """A task that must be done before its own limit, since other work needs it sooner. `task` is its vertex."""

    task: str
    due: date
    needed: date


@dataclass(frozen=True)
class Measures:
    """Order, load and bottlenecks of a network; tasks and units are named by their vertices."""

    order: Order
    loads: tuple[Load, ...]
    unled: tuple[str, ...]
    undated: tuple[str, ...]
    waitings: tuple[Waiting, ...]
    together: tuple[Together, ...]
    pressed: tuple[Pressed, ...]


def measure(network: Network, *, least: float = SURE_ENOUGH) -> Measures:
    """The measures, with `precedes` edges of at least this confidence taken for true."""
    order = order_of(network, least=least)
    return Measures(
        order=order,
        loads=loads(network),
        unled=unled(network),
        undated=tuple(w.key for w in network.works.values() if w.due is None),
        waitings=waitings(network, least=least),
        together=together(network),
        pressed=_pressed(network, order),
    )


def _pressed(network: Network, order: Order) -> tuple[Pressed, ...]:
    found = []
    for key, work in network.works.items():
        latest = order.times[key].latest
        if work.due and latest and latest < work.due:
            found.append(Pressed(key, work.due, latest))
    return tuple(sorted(found, key=lambda p: (p.needed, p.task)))
