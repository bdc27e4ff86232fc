"""The deadlines of plans that come one after another, each time anew: they need not fit into memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from vanthu.contract.model import PublicPlan
from vanthu.errors import InputError
from vanthu.planning.agenda import Matter, matters
from vanthu.planning.called import called, spelled
from vanthu.planning.followed import FollowedPlan

Plans: TypeAlias = Iterable[PublicPlan | FollowedPlan]
"""Something that gives the same plans whenever it is gone through."""
_MOST_NAMED = 8


@dataclass(frozen=True)
class Told:
    """The deadlines in some plans: of tasks that units with these spellings lead or help with, all of them for `None`."""

    plans: Plans
    units: frozenset[str] | None = None

    def __iter__(self) -> Iterator[Matter]:
        for plan in self.plans:
            yield from self.of(plan)

    def of(self, plan: PublicPlan | FollowedPlan) -> Iterator[Matter]:
        """Those of one plan."""
        return (matter for matter in matters(plan) if is_of(matter, self.units))


def told_of(plans: Plans, unit: str | None) -> Told:
    """The deadlines of tasks that a unit leads or helps with; all of them for `None`. Raises `InputError` where no unit fits."""
    if unit is None:
        return Told(plans)
    names = Names()
    for matter in Told(plans):
        names.add(matter)
    return Told(plans, names.meant(unit))


def is_of(matter: Matter, units: frozenset[str] | None) -> bool:
    """Whether a unit with one of these spellings leads or helps; always for `None`."""
    return units is None or not units.isdisjoint(_spellings(matter))


@dataclass(frozen=True)
class Names:
    """The units that lead or help, in the order in which they come, and how people may call them."""

    names: dict[str, None] = field(default_factory=dict)
    spelled: set[str] = field(default_factory=set)

    def add(self, matter: Matter) -> None:
        """Take in the units of a deadline."""
        self.names.update(dict.fromkeys((*matter.units, *matter.helpers)))
        self.spelled.update(_spellings(matter))

    def meant(self, unit: str) -> frozenset[str]:
        """The spellings of the units that a name or a part of one means. Raises `InputError` where none fits."""
        wanted = called(self.spelled, unit)
        if not wanted:
            raise InputError(
                f"không có đơn vị nào tên '{unit}' trong các thời hạn; {_known(tuple(self.names))}"
            )
        return wanted


def _spellings(matter: Matter) -> Iterator[str]:
    for name in (*matter.units, *matter.helpers):
        yield from spelled(name, matter.plan)


def _known(names: tuple[str, ...]) -> str:
    if not names:
        return "các kế hoạch này không giao thời hạn cho đơn vị nào"
    more = f" và {len(names) - _MOST_NAMED} đơn vị khác" if len(names) > _MOST_NAMED else ""
    return f"các đơn vị có thời hạn: {'; '.join(names[:_MOST_NAMED])}{more}"
