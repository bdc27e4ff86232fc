"""A register in the place of plan files: its plans as people follow them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path

from vanthu.engine.tracking import NO_PLAN, Shelf
from vanthu.errors import InputError
from vanthu.export.tracker.rows import Paper
from vanthu.planning.followed import FollowedPlan, keys
from vanthu.planning.journal import Journal
from vanthu.register import Register
from vanthu.register.batches import batches
from vanthu.register.people.office import office_journal
from vanthu.register.plans import AT_ONCE, Kept, all_standing, few, task_state
from vanthu.register.states import State


def registered(
    register: Register, documents: Iterable[int] | None = None
) -> tuple[tuple[str, FollowedPlan], ...]:
    """All plans, or those of the documents wanted, under names that tell them apart; none of those that people discarded.

    Raises `InputError` where there is none, and `RegisterError`.
    """
    return tuple((f"văn bản {paper.document}", paper.live) for paper in _left(register, documents))


@dataclass(frozen=True)
class RegisterPlans:
    """The same plans, read anew and one after another whenever they are gone through, so that they are never all in memory.

    Going through them raises as `registered`.
    """

    register: Register

    def __iter__(self) -> Iterator[FollowedPlan]:
        return (paper.live for paper in _left(self.register))


def _left(register: Register, documents: Iterable[int] | None = None) -> Iterator[Kept]:
    """Those that people did not discard, as they are when it is their turn: between them the register is open to others."""
    none = True
    wanted = register.look(all_standing) if documents is None else tuple(documents)
    several = (register.look(partial(few, documents=some)) for some in batches(wanted, AT_ONCE))
    for paper in chain.from_iterable(several):
        if paper.state is not State.DISCARDED:
            none = False
            yield paper
    if none:
        raise InputError(
            "sổ chưa có văn bản nào; hãy ghi vào bằng 'vanthu process ... --register'",
            where=str(register.address),
        )


@dataclass(frozen=True)
class RegisterShelf(Shelf):
    """The plans of a register where trackers, the secretariat's registers and notes look for plan files; one after another."""

    register: Register

    def papers(self, out: Path | None = None) -> Iterator[Paper]:
        """Every plan with what people said of it, then people's own tasks. There are no folders with reports to link to."""
        del out
        yield from map(_paper, _left(self.register))
        yield Paper(NO_PLAN, self.register.look(office_journal), bare=True)


def register_shelf(register: Register) -> RegisterShelf:
    """The shelf of a register, which has neither files nor folders."""
    return RegisterShelf((), Path(), register)


def _paper(paper: Kept) -> Paper:
    """Without the tasks that people discarded, and what they said of them."""
    followed = paper.followed
    gone = {task.key for task in followed.tasks if task_state(task) is State.DISCARDED}
    left = (t for key, t in zip(keys(paper.plan), paper.plan.tasks, strict=True) if key not in gone)
    plan = paper.plan.model_copy(update={"document": followed.plan.document, "tasks": tuple(left)})
    entries = tuple(entry for entry in paper.journal.entries if entry.task not in gone)
    return Paper(
        plan, Journal(entries=entries, own=tuple(t for t in paper.journal.own if t.task not in gone))
    )
