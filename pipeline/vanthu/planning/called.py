"""Units by the names that people give them."""

from __future__ import annotations

from collections.abc import Iterable

from vanthu.contract.model import PublicPlan, Task
from vanthu.orthography import markless


def plain(name: str) -> str:
    """A name without marks, case and needless blanks."""
    return " ".join(markless(name).split())


def leading(task: Task) -> tuple[str, ...]:
    """The leading units by the names they go by in the whole document, each once; as written where that is unclear."""
    return _named(task, "lead", task.lead)


def helping(task: Task) -> tuple[str, ...]:
    """The coordinating units in the same way."""
    return _named(task, "coordinate", task.coordinate)


def _named(task: Task, role: str, written: tuple[str, ...]) -> tuple[str, ...]:
    named = [u.resolved or u.name for u in task.units if u.role == role] or list(written)
    return tuple(dict.fromkeys(named))


def spelled(name: str, plan: PublicPlan) -> tuple[str, ...]:
    """How people may call a unit of a plan: by its name, or with the place of the plan as files over several plans have it."""
    place = plan.document.place
    return (name, f"{name} ({place})") if place else (name,)


def called(names: Iterable[str], wanted: str) -> frozenset[str]:
    """Those of `names` that are the wanted one, marks and case apart; where none is, those that it is a part of."""
    meant = plain(wanted)
    known = {name: plain(name) for name in names}
    exact = frozenset(name for name, key in known.items() if key == meant)
    return exact or frozenset(name for name, key in known.items() if f" {meant} " in f" {key} ")
