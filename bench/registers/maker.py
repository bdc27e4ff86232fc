"""The stream of a made register: plans province by province, by date, each with the truth that is complete with it."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from registers.contradictions import FIRST, MANY, ONCE
from registers.country import Province, provinces
from registers.desk import Desk, Planted
from registers.grammar import numbers
from registers.setting import plan_of
from registers.sheets import Sheet, drafted
from registers.traps import TRAPS
from vanthu.contract.model import PublicPlan

_PROVINCE = 1000  # plans, about
_LEAST = 120  # plans of a province that are drafted, even where fewer are wanted
_EACH = 0.02  # of all plans, for each kind of contradiction and of trap


@dataclass(frozen=True)
class Truth:
    """A contradiction (or a trap, without `code`) and the places it names: 'plan#task id', or 'plan' alone."""

    code: str
    how: str
    places: frozenset[str]

    @property
    def is_trap(self) -> bool:
        """Whether an audit should say nothing."""
        return not self.code


@dataclass(frozen=True)
class Made:
    """A plan, and what is true of it together with plans that came before."""

    plan: PublicPlan
    truth: tuple[Truth, ...]


def made(count: int, seed: int, *, held: bool = False) -> Iterator[Made]:
    """So many plans, the same ones for one seed. Only one province is kept in memory at a time.

    `held`: with the subjects and wordings that no audit was made with.
    """
    rng = random.Random(seed)
    number = max(1, round(count / _PROVINCE))
    sizes = [count * (n + 1) // number - count * n // number for n in range(number)]
    communes = max(2, round(max(sizes) / 37))
    lands = provinces(
        rng.getrandbits(30), min(8, max(1, round(communes / 3.4))), communes, numbers(held=held)
    )
    for land, size in zip(islice(lands, number), sizes, strict=True):
        whole = max(size, _LEAST)
        yield from islice(_of_province(land, whole, random.Random(rng.getrandbits(40))), size)


def _of_province(land: Province, size: int, rng: random.Random) -> Iterator[Made]:
    sheets = drafted(land, size, rng)
    if len(sheets) < size:
        raise ValueError(f"{len(sheets)} of {size} plans were drafted")
    desk = Desk(sheets, rng, land.subjects)
    each = max(1, round(_EACH * size))
    for plant in FIRST:
        _often(desk, plant, each)
    for plant in ONCE:
        plant(desk)
    for plant in (*MANY, *TRAPS):
        _often(desk, plant, each)
    yield from _set(sheets, desk.planted)


def _often(desk: Desk, plant: object, times: int) -> None:
    if callable(plant):
        for _ in range(times):
            plant(desk)


def _set(sheets: list[Sheet], planted: list[Planted]) -> Iterator[Made]:
    order = {id(s): n for n, s in enumerate(sheets)}
    complete: dict[int, list[Planted]] = defaultdict(list)
    for one in planted:
        complete[max(order[id(s)] for s in one.holders)].append(one)
    for sheet in sheets:  # a plan's own period, and its last report, come after all that was planted in it
        sheet.end = max([sheet.end, *(i.when.last for i in sheet.planted if i.when.last)])
    for number, sheet in enumerate(sheets):
        plan = plan_of(sheet)
        yield Made(plan, tuple(_truth(p) for p in complete[number]))


def _truth(planted: Planted) -> Truth:
    names = (s.name for s in planted.sheets)
    return Truth(planted.code, planted.how, frozenset((*(i.place for i in planted.items), *names)))
