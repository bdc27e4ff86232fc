"""Who has how much to do when, who waits for whom, who works with whom."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

from vanthu.document.graph import EdgeKind
from vanthu.planning.network import Network, Work
from vanthu.planning.order import SURE_ENOUGH


@dataclass(frozen=True)
class Load:
    """What a unit has to do: tasks it leads and helps with, how many of the led ones have a limit, and by week and day.

    `weeks` are by their Monday. `peak` is the day with most limits, `None` where no limit names a day.
    """

    unit: str
    leads: int
    helps: int
    dated: int
    weeks: Mapping[date, int]
    days: Mapping[date, int]

    @property
    def peak(self) -> tuple[date, int] | None:
        """The day on which most tasks fall due, the first of several."""
        return max(self.days.items(), key=lambda item: (item[1], -item[0].toordinal()), default=None)


@dataclass(frozen=True)
class Waiting:
    """A unit that can't begin before another has done its part: pairs of tasks, first the earlier one."""

    unit: str
    waits_for: str
    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Together:
    """Two units with a part in the same tasks; `shared` of them both lead, in `helped` one helps the other."""

    units: tuple[str, str]
    shared: int
    helped: int

    @property
    def tasks(self) -> int:
        """All tasks that both have a part in."""
        return self.shared + self.helped


def week_of(day: date) -> date:
    """The Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def loads(network: Network) -> tuple[Load, ...]:
    """The load of every unit with a part in any task, the busiest first."""
    leads: dict[str, list[Work]] = defaultdict(list)
    helps: Counter[str] = Counter()
    for work in network.works.values():
        for unit in work.lead:
            leads[unit].append(work)
        helps.update(u for u in work.coordinate if u not in work.lead)
    found = [_load(unit, leads.get(unit, []), helps[unit]) for unit in dict.fromkeys((*leads, *helps))]
    return tuple(sorted(found, key=lambda x: (-x.leads, -x.helps, x.unit)))


def _load(unit: str, works: list[Work], helps: int) -> Load:
    days = Counter(w.due for w in works if w.due)
    weeks: Counter[date] = Counter()
    for day, number in days.items():
        weeks[week_of(day)] += number
    return Load(
        unit, len(works), helps, days.total(), dict(sorted(weeks.items())), dict(sorted(days.items()))
    )


def unled(network: Network) -> tuple[str, ...]:
    """Tasks that nobody leads."""
    return tuple(w.key for w in network.works.values() if not w.lead)


def waitings(network: Network, *, least: float = SURE_ENOUGH) -> tuple[Waiting, ...]:
    """Who waits for whom, from edges of at least this confidence; most pairs first. Nobody waits for himself."""
    found: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for source, target, data in network.edges(EdgeKind.PRECEDES):
        before, after = network.works.get(source), network.works.get(target)
        sure = data.get("confidence", 1.0)
        if before and after and isinstance(sure, float) and sure >= least:
            for pair in _between(before, after):
                found[pair].append((source, target))
    rows = [Waiting(unit, other, tuple(pairs)) for (unit, other), pairs in found.items()]
    return tuple(sorted(rows, key=lambda w: (-len(w.pairs), w.unit, w.waits_for)))


def _between(before: Work, after: Work) -> Iterator[tuple[str, str]]:
    for unit in after.lead:
        yield from ((unit, other) for other in before.lead if other != unit)


def together(network: Network) -> tuple[Together, ...]:
    """All pairs of units with a part in the same tasks, those with most first."""
    shared: Counter[tuple[str, str]] = Counter()
    helped: Counter[tuple[str, str]] = Counter()
    for work in network.works.values():
        helpers = [u for u in work.coordinate if u not in work.lead]
        shared.update(_pair(a, b) for a, b in combinations(work.lead, 2))
        helped.update(_pair(a, b) for a in work.lead for b in helpers)
    pairs = {*shared, *helped}
    found = [Together(pair, shared[pair], helped[pair]) for pair in pairs]
    return tuple(sorted(found, key=lambda t: (-t.tasks, t.units)))


def _pair(a: str, b: str) -> tuple[str, str]:
    return (a, b) if a <= b else (b, a)
