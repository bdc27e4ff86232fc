"""Tasks as the report shows them: a card each, under the headings of the document."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from vanthu.contract.model import Deadline, PublicPlan, Task
from vanthu.document.content import TaskKind
from vanthu.document.graph import EdgeKind, VertexKind
from vanthu.export.report.clipping import Clip
from vanthu.export.report.sources import Source, doubt_of, source
from vanthu.export.timing import phrase
from vanthu.export.wording import anchor, day_off_note, shorten


@dataclass(frozen=True)
class Time:
    """A deadline in words, with what must be known about it."""

    words: str
    kind: str
    notes: tuple[str, ...]


@dataclass(frozen=True)
class Card:
    """A task."""

    anchor: str
    id: str
    text: str
    report: bool
    child: bool
    lead: tuple[str, ...]
    coordinate: tuple[str, ...]
    times: tuple[Time, ...]
    extras: tuple[str, ...]
    doubts: tuple[str, ...]
    alarms: tuple[str, ...]
    source: Source | None


@dataclass(frozen=True)
class Group:
    """Tasks under one heading."""

    heading: str
    cards: tuple[Card, ...]


def groups(contract: PublicPlan, clip: Clip) -> list[Group]:
    """Tasks in the order of the document under their headings."""
    headings = _headings(contract)
    notes = {t.id: tuple(f.note for f in contract.findings if t.id in f.where) for t in contract.tasks}
    named = [(headings.get(f"task:{t.id}", ""), t) for t in contract.tasks]
    return [
        Group(heading, tuple(_card(t, notes[t.id], clip) for _, t in members))
        for heading, members in groupby(named, key=lambda pair: pair[0])
    ]


def _headings(contract: PublicPlan) -> dict[str, str]:
    """The headings above each task, from the outermost."""
    if contract.graph is None:
        return {}
    labels = {v.id: v.label for v in contract.graph.vertices if v.kind is VertexKind.SECTION}
    above = {e.source: e.target for e in contract.graph.edges if e.kind is EdgeKind.PART_OF}
    found = {}
    for task in contract.tasks:
        path: list[str] = []
        at = above.get(f"task:{task.id}")
        while at is not None and len(path) < len(above):  # a broken file may go in circles
            path.append(at)
            at = above.get(at)
        found[f"task:{task.id}"] = " › ".join(shorten(labels[p]) for p in reversed(path) if p in labels)
    return found


def _card(task: Task, notes: tuple[str, ...], clip: Clip) -> Card:
    marks = [d.evidence for d in task.deadlines if d.evidence]
    extras = [f"Chỉ tiêu: {t.raw}" for t in task.targets] + [f"Sản phẩm: {p}" for p in task.products]
    doubt = doubt_of(task.confidence)
    return Card(
        anchor=anchor(task.id),
        id=task.id,
        text=task.text,
        report=task.kind is TaskKind.REPORT,
        child=task.parent is not None,
        lead=task.lead,
        coordinate=task.coordinate,
        times=tuple(time_of(d) for d in task.deadlines),
        extras=tuple(extras),
        doubts=task.review or ((doubt,) if doubt else ()),
        alarms=notes,
        source=source(task.evidence, clip, marks) or _quoted(task),
    )


def _quoted(task: Task) -> Source | None:
    """Without evidence of its own, a task is still quoted by its deadlines."""
    raws = "; ".join(d.raw for d in task.deadlines)
    return Source(task.page, None, quote=raws) if raws else None


def time_of(deadline: Deadline) -> Time:
    """A deadline in words."""
    return Time(phrase(deadline), deadline.kind, (*day_off_note(deadline), *deadline.assumptions))
