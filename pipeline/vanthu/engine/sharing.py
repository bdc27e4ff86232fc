"""Plans and people's words as they may be passed on: telephone and identity numbers of people are covered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from vanthu.contract.masking import NO_WORDS, Mask
from vanthu.contract.model import PublicPlan
from vanthu.engine.tracking import Shelf
from vanthu.export.tracker.rows import Paper
from vanthu.planning.followed import FollowedPlan
from vanthu.planning.journal import Entry, Journal, OwnTask, Word
from vanthu.rulebook.load import load_rulebook

Record = TypeVar("Record")


@cache
def mask() -> Mask:
    """By the program's own rules."""
    return Mask(load_rulebook()["PERSONAL"])


def shared_plan(followed: FollowedPlan) -> FollowedPlan:
    """A plan as people follow it, covered, with what they said."""
    plan = mask().plan(followed.plan)
    tasks = tuple(
        replace(
            told,
            task=task,
            note=mask().text(told.note),
            said={name: _entry(entry) for name, entry in told.said.items()},
            own_source=_text(told.own_source),
        )
        for told, task in zip(followed.tasks, plan.tasks, strict=True)
    )
    return FollowedPlan(plan, tasks)


@dataclass(frozen=True)
class SharedPlans:
    """Plans that are covered as they come."""

    plans: Iterable[PublicPlan | FollowedPlan]

    def __iter__(self) -> Iterator[PublicPlan | FollowedPlan]:
        for plan in self.plans:
            yield shared_plan(plan) if isinstance(plan, FollowedPlan) else mask().plan(plan)


def shared_record(record: Record) -> Record:
    """A frozen record with every text in it, and in the records it holds, covered."""
    covered: Record = _covered(record)
    return covered


def _covered(value: Any) -> Any:
    if isinstance(value, str):
        return mask().text(value)
    if isinstance(value, tuple):
        return tuple(map(_covered, value))
    if is_dataclass(value) and not isinstance(value, type):
        words = (f.name for f in fields(value) if f.name not in NO_WORDS)
        return replace(value, **{name: _covered(getattr(value, name)) for name in words})
    return value


def shared_journal(journal: Journal) -> Journal:
    """What people said, covered."""
    return Journal(entries=tuple(map(_entry, journal.entries)), own=tuple(map(_own, journal.own)))


def _entry(entry: Entry) -> Entry:
    words = {"text": mask().text(entry.text), "was": _word(entry.was), "value": _word(entry.value)}
    return entry.model_copy(update=words)


def _own(task: OwnTask) -> OwnTask:
    return task.model_copy(update={"text": mask().text(task.text), "source": mask().text(task.source)})


def _word(word: Word) -> Word:
    return tuple(map(mask().text, word)) if isinstance(word, tuple) else _text(word)


def _text(text: str | None) -> str | None:
    return None if text is None else mask().text(text)


@dataclass(frozen=True)
class SharedShelf(Shelf):
    """What stands on another shelf, covered. Reports are not linked to: a picture of the paper can't be covered."""

    inner: Shelf

    def papers(self, out: Path | None = None) -> Iterator[Paper]:
        """As those of the other shelf."""
        for paper in self.inner.papers(out):
            yield replace(
                paper, plan=mask().plan(paper.plan), journal=shared_journal(paper.journal), report=None
            )


def shared_shelf(shelf: Shelf) -> SharedShelf:
    """A shelf whose papers may be passed on."""
    return SharedShelf(shelf.files, shelf.office, shelf)
