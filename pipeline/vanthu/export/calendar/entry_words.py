"""What an entry of a calendar says: its line, and what stands in it when it is opened."""

from __future__ import annotations

from vanthu.contract.model import Deadline, Due, PublicPlan, Recurring, ScheduleRow, Task, Window
from vanthu.document.content import Qualifier, TaskKind
from vanthu.export.timing import phrase, show_day
from vanthu.export.wording import day_off_note, document_name, shorten, source_lines, units_of
from vanthu.planning.period import frame
from vanthu.planning.slots import rhythm_frame

ROW = "Lịch"


def headline(contract: PublicPlan, task: Task | None, deadline: Deadline) -> str:
    """The line that a calendar shows."""
    if task is None:
        title = contract.document.title or document_name(contract)
        return shorten(f"{occasion(deadline, 'Thời gian thực hiện')}: {title}")
    what = "Báo cáo" if task.kind is TaskKind.REPORT else "Nhiệm vụ"
    units = ", ".join(units_of(task))
    unit = f" [{shorten(units, 40)}]" if units else ""
    return f"{occasion(deadline, what)}{unit}: {shorten(task.text)}"


def occasion(deadline: Deadline, what: str) -> str:
    """*Hạn báo cáo*, *Báo cáo định kỳ*, ...; with the words of the limit where the day alone would mislead."""
    if isinstance(deadline, Due):
        misleading = deadline.time or deadline.qualifier is Qualifier.BEFORE
        return f"Hạn {what.lower()}" + (f" ({phrase(deadline)})" if misleading else "")
    if isinstance(deadline, Recurring):
        late = f" (hạn {deadline.time})" if deadline.time else ""
        return f"{what} định kỳ{late}"
    if isinstance(deadline, Window) and not (deadline.start and deadline.end):
        return f"{what} – {'bắt đầu' if deadline.start else 'kết thúc'}"
    return what


def describe_deadline(contract: PublicPlan, task: Task | None, deadline: Deadline) -> str:
    """What an entry says when it is opened, a fact a line."""
    lines = [task.text if task else contract.document.title or ""]
    if task and task.lead:
        lines.append(f"Chủ trì: {', '.join(task.lead)}")
    if task and task.coordinate:
        lines.append(f"Phối hợp: {', '.join(task.coordinate)}")
    lines.append(f"Thời hạn: {phrase(deadline)}")
    lines += [*day_off_note(deadline), *_end_note(contract, deadline)]
    lines += [f"Giả định: {a}" for a in deadline.assumptions]
    proof = deadline.evidence or (task.evidence if task else None)
    lines += source_lines(contract, proof, raw=deadline.raw)
    if task:
        lines.append(f"Mục: {task.id}" + (f" · Mã: {task.uid}" if task.uid else ""))
    return "\n".join(line for line in lines if line)


def _end_note(contract: PublicPlan, deadline: Deadline) -> list[str]:
    if not isinstance(deadline, Recurring) or deadline.until:
        return []
    end = rhythm_frame(deadline, frame(contract)).last
    if end is None:
        return []
    return [f"Lặp lại đến hết {show_day(end)}, theo thời gian chung của văn bản"]


def describe_row(contract: PublicPlan, row: ScheduleRow) -> str:
    """What the entry of a schedule row says when it is opened."""
    return "\n".join([row.what, f"Thời gian: {show_day(row.when)}", *source_lines(contract, row.evidence)])
