"""What falls due over more plans than fit into memory: they come one after another, and only what is told of them stays."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

from vanthu.contract.model import PublicPlan, Task
from vanthu.export.calendar.told import Names, is_of
from vanthu.planning.agenda import Agenda, Item, Matter, agenda, in_order, matters
from vanthu.planning.called import helping, leading
from vanthu.planning.followed import FollowedPlan


def coming(
    plans: Iterable[PublicPlan | FollowedPlan], first: date, last: date, *, unit: str | None = None
) -> Agenda:
    """The `agenda` of all plans, whose matters hold of their plan the document alone, and of their task the words and units.

    With `unit` what that unit leads or helps with. Raises `InputError` where no unit of any deadline fits, due or not.
    """
    parts: list[Agenda] = []
    names = Names()
    for plan in plans:
        every = tuple(matters(plan))
        parts.append(_light(agenda(every, first, last)))
        for matter in every if unit is not None else ():
            names.add(matter)
    whole = _joined(parts, first, last)
    if unit is None:
        return whole
    wanted = names.meant(unit)
    return _each(whole, lambda matter: matter if is_of(matter, wanted) else None)


def _joined(parts: Iterable[Agenda], first: date, last: date) -> Agenda:
    """Entries of one moment stay in the order of their plans."""
    every = tuple(parts)
    return Agenda(
        first,
        last,
        in_order(item for part in every for item in part.overdue),
        in_order(item for part in every for item in part.due),
        tuple(matter for part in every for matter in part.running),
        tuple(matter for part in every for matter in part.undated),
        in_order(item for part in every for item in part.over),
    )


def light(matter: Matter) -> Matter:
    """With the document alone of its plan, and the words and units of its task: all that is told of it."""
    plan = PublicPlan(document=matter.plan.document, source=matter.plan.source)
    return replace(matter, plan=plan, task=_task(matter.task) if matter.task else None)


def _light(found: Agenda) -> Agenda:
    """As `light`, with one plan and one task for all deadlines of it."""
    plans: dict[int, PublicPlan] = {}
    tasks: dict[int, Task] = {}

    def matter(old: Matter) -> Matter:
        plan = plans.setdefault(id(old.plan), PublicPlan(document=old.plan.document, source=old.plan.source))
        task = tasks.setdefault(id(old.task), _task(old.task)) if old.task else None
        return replace(old, plan=plan, task=task)

    return _each(found, matter)


def _task(task: Task) -> Task:
    """As agendas tell it: its units by the names they go by, without the evidence."""
    return Task(
        id=task.id,
        uid=task.uid,
        text=task.text,
        kind=task.kind,
        page=task.page,
        lead=leading(task),
        coordinate=helping(task),
    )


def _each(found: Agenda, change: Callable[[Matter], Matter | None]) -> Agenda:
    """Every matter as `change` has it; what it makes `None` of is left out."""

    def items(every: Iterable[Item]) -> tuple[Item, ...]:
        changed = ((item, change(item.matter)) for item in every)
        return tuple(replace(item, matter=matter) for item, matter in changed if matter)

    def alone(every: Iterable[Matter]) -> tuple[Matter, ...]:
        return tuple(matter for matter in map(change, every) if matter)

    return replace(
        found,
        overdue=items(found.overdue),
        due=items(found.due),
        running=alone(found.running),
        undated=alone(found.undated),
        over=items(found.over),
    )
