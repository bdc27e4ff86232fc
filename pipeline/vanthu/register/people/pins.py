"""What another reading would change, and which of it people's words hold in place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from vanthu.contract.model import PublicPlan
from vanthu.register.intake import differences
from vanthu.register.plans import Kept


@dataclass(frozen=True)
class Difference:
    """What two readings say of a field: `document.number`, `task.II.1.due`, or of a whole task: `task.II.1`.

    `pinned`: a person spoke of it, and their word is what holds.
    """

    field: str
    was: object
    now: object
    pinned: bool = False


def side_by_side(paper: Kept, plan: PublicPlan) -> Iterator[Difference]:
    """What the machine said of a document and what it says now."""
    said = {f.task.id: f.said.keys() for f in paper.followed.tasks}
    for name, (was, now) in differences(paper.plan, plan).items():
        kind, _, rest = name.partition(".")
        path, _, field = rest.rpartition(".")
        whose = paper.header.keys() if kind == "document" else said.get(path, ())
        yield Difference(
            name, was, now, pinned=(rest.removesuffix(".name") if kind == "document" else field) in whose
        )


def lost_words(before: Kept, after: Kept) -> tuple[str, ...]:
    """The words of tasks that people spoke of and that the plan has no more."""
    known = {task.key for task in before.followed.tasks if task.lost}
    return tuple(t.task.text for t in after.followed.tasks if t.lost and t.key not in known)
