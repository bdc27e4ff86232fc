"""The rows of the sheet *Nhiệm vụ*, and what the other sheets need to know of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from urllib.parse import quote as quoted

from vanthu.contract.model import Due, PublicPlan, Task
from vanthu.export.sheets.sheet import Formula, Link, Row, Value
from vanthu.export.timing import nearest_day, phrases
from vanthu.export.tracker.formulas import state_formula
from vanthu.export.wording import anchor, document_code
from vanthu.planning.called import plain, spelled
from vanthu.planning.clock import SOON, state
from vanthu.planning.followed import Followed, FollowedPlan
from vanthu.planning.identity import Home, home_of
from vanthu.planning.journal import Entry, Journal

_PLAIN_IN_LINKS = frozenset("/._-~()!,;=@+$&'")


@dataclass(frozen=True)
class Paper:
    """A plan for a tracker, with what people said of it.

    `report` leads to its page from the folder of the tracker; `None` where there is none. A `bare` one stands for no
    document: it only holds tasks that people added. With `unit` only what that unit leads or helps with is wanted.
    """

    plan: PublicPlan
    journal: Journal = field(default_factory=Journal)
    report: str | None = None
    bare: bool = False
    unit: str | None = None

    def wants(self, task: Task) -> bool:
        """Whether a task is of the wanted unit."""
        return self.unit is None or of_unit(task, self.unit, self.plan)


@dataclass(frozen=True)
class Day:
    """The day that the clock is read on, `None` for whatever day the sheet is open, and how many days before a limit it warns."""

    on: date | None = None
    soon: int = SOON


@dataclass(frozen=True)
class Line:
    """A task with its place in the sheet, counted from 1, and where its plan is at home."""

    followed: Followed
    source: str
    row: int
    home: Home


def lines(paper: Paper, followed: FollowedPlan, first: int) -> Iterator[Line]:
    """The tasks of a plan from a row on."""
    source, home = "" if paper.bare else document_code(paper.plan), home_of(paper.plan)
    wanted = [task for task in followed.tasks if paper.wants(task.task)]
    for row, task in enumerate(wanted, start=first):
        yield Line(task, task.own_source or source, row, home)


def task_row(line: Line, paper: Paper, day: Day, parents: dict[str, str]) -> Row:
    """A row; the date is the earliest day that binds, all times stand in words beside."""
    followed, task = line.followed, line.followed.task
    values: tuple[Value, ...] = (
        None,
        task.text,
        line.source,
        nearest_day(task.deadlines),
        time_words(task),
        joined(task.lead),
        joined(task.coordinate),
        joined(task.products),
        followed.report.progress,
        followed.report.done_on,
        Formula(state_formula(followed.limit, line.row), state_now(followed, day)),
        followed.note,
        joined(reasons(followed)),
        task.page,
        quote(task),
        task.confidence,
        Link(f"{escaped(paper.report)}#{anchor(task.id)}", "Xem") if paper.report and task.evidence else None,
        task.id,
        followed.key,
        parents.get(task.parent or ""),
    )
    return Row(values, level=1 if task.parent in parents else 0)


def of_unit(task: Task, name: str, plan: PublicPlan) -> bool:
    """Whether a unit whose name is or holds the given words has a part in a task; marks and case are no matter."""
    named = {*task.lead, *task.coordinate, *(u.resolved or u.name for u in task.units)}
    return any(f" {plain(name)} " in f" {plain(s)} " for n in named for s in spelled(n, plan))


def escaped(path: str) -> str:
    """A path as a link has it; letters of the language stay, as programs of an office write them."""
    return "".join(c if c.isalnum() or c in _PLAIN_IN_LINKS else quoted(c) for c in path)


def joined(values: tuple[str, ...]) -> str:
    """Several values in one cell."""
    return ";\n".join(values)


def time_words(task: Task) -> str:
    """All times of a task, and which of them fall on a day off."""
    off = [d.day_off.reason for d in task.deadlines if isinstance(d, Due) and d.day_off]
    return phrases(task.deadlines) + (f" (ngày nghỉ: {', '.join(off)})" if off else "")


def state_now(followed: Followed, day: Day) -> str:
    """How the clock stands; empty where the sheet asks for its own day."""
    return state(followed.limit, followed.report, day.on, soon=day.soon) if day.on else ""


def quote(task: Task) -> str:
    """The words of the document in one line."""
    words = task.evidence.quote if task.evidence else "; ".join(d.raw for d in task.deadlines)
    return " ".join(words.split())


def reasons(followed: Followed) -> tuple[str, ...]:
    """Why a person should look, and what people changed."""
    lost = ("Không còn thấy nhiệm vụ này khi đọc lại văn bản",) if followed.lost else ()
    said = tuple(_correction(e) for name, e in followed.said.items() if name in ("due", "lead", "coordinate"))
    return (*lost, *followed.task.review, *said)


_SAID = {"due": "Thời hạn", "lead": "Chủ trì", "coordinate": "Phối hợp"}


def _correction(entry: Entry) -> str:
    was = "; ".join(entry.was) if isinstance(entry.was, tuple) else entry.was or ""
    if entry.field == "due":
        was = "/".join(reversed(was.split("-")))
    return f"{_SAID[entry.field]} do {entry.by} sửa; trước đó: {was or 'trống'}"
