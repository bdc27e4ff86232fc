"""What tasks leave unclear (*6 rõ*), a line a task: for the sheet and for the page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from vanthu.audit.gaps import NAMES
from vanthu.audit.places import place
from vanthu.contract.model import Gap, PublicPlan, Task
from vanthu.document.content import GapKind
from vanthu.export.sheets.sheet import Column, Row
from vanthu.export.wording import document_code

KINDS = tuple(GapKind)
_UNCLEAR = "Chưa rõ"
GAP_COLUMNS = (
    Column("STT", 5.5, "number"),
    Column("Nhiệm vụ", 56),
    Column("Chủ trì", 24),
    *(Column(NAMES[kind], 11, "centre") for kind in KINDS),
    Column("Điểm chưa rõ", 46),
    Column("Trang", 7, "number"),
    Column("Văn bản", 18),
    Column("Mục", 22),
)


class UnclearTask(NamedTuple):
    """A task with what it leaves unclear; `marks` is a word a kind, empty where all is clear."""

    task: Task
    marks: tuple[str, ...]
    notes: str


def unclear_tasks(contract: PublicPlan) -> Iterator[UnclearTask]:
    """The tasks that leave something unclear, in the order of the document."""
    by_task: dict[str, list[Gap]] = defaultdict(list)
    for gap in contract.gaps:
        by_task[gap.task].append(gap)
    for task in contract.tasks:
        if found := by_task.get(task.id):
            kinds = {g.kind for g in found}
            marks = tuple(_UNCLEAR if kind in kinds else "" for kind in KINDS)
            yield UnclearTask(task, marks, "; ".join(g.note for g in found))


def gap_rows(contract: PublicPlan) -> Iterator[Row]:
    """A row a task that leaves something unclear."""
    source = document_code(contract)
    for task, marks, notes in unclear_tasks(contract):
        yield Row((None, task.text, ";\n".join(task.lead), *marks, notes, task.page, source, place(task.id)))
