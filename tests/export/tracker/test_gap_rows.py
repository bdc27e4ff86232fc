"""A task that leaves something unclear is one row, with a word in the column of each thing."""

from __future__ import annotations

from vanthu.contract.model import Document, Gap, PublicPlan, Task
from vanthu.document.content import GapKind
from vanthu.export.tracker.gap_rows import GAP_COLUMNS, gap_rows


def plan(*gaps: Gap) -> PublicPlan:
    tasks = tuple(
        Task(id=i, text="Rà soát hồ sơ", lead=(), coordinate=(), kind="action", parent=None, deadlines=())
        for i in ("II.1", "II.2")
    )
    return PublicPlan(document=Document(), tasks=tasks, gaps=gaps)


def test_a_clear_plan_has_no_rows() -> None:
    assert list(gap_rows(plan())) == []


def test_two_gaps_of_a_task_are_one_row() -> None:
    time = Gap(task="II.2", kind=GapKind.TIME, note="chưa nêu thời hạn")
    person = Gap(task="II.2", kind=GapKind.PERSON, note="chưa nêu cơ quan")
    (row,) = gap_rows(plan(person, time))
    said = dict(zip((c.head for c in GAP_COLUMNS), row.values, strict=True))
    assert (said["Mục"], said["Rõ người"], said["Rõ thời gian"], said["Rõ việc"]) == (
        "mục II.2",
        "Chưa rõ",
        "Chưa rõ",
        "",
    )
    assert said["Điểm chưa rõ"] == "chưa nêu cơ quan; chưa nêu thời hạn"
