"""The Vietnamese lines that sheets, calendars and pages share."""

from __future__ import annotations

from vanthu.contract.base import Proof
from vanthu.contract.model import Deadline, Due, PublicPlan, Recurring, ScheduleRow, Task, Window
from vanthu.document.content import TaskKind
from vanthu.export.timing import phrase, plan_period, show_day

SHORT = 90


def shorten(text: str, length: int = SHORT) -> str:
    """At most `length` characters, cut between words."""
    text = " ".join(text.split())
    if len(text) <= length:
        return text
    head = text[: length - 1]
    whole = text[length - 1] == " " or " " not in head
    return (head if whole else head.rsplit(" ", 1)[0]).rstrip(",;:. ") + "…"


def document_name(contract: PublicPlan) -> str:
    """`Kế hoạch số 12/KH-UBND ngày 05/03/2024`, as far as it is known; the file's name where nothing is."""
    facts = contract.document
    code = "/".join(part for part in (facts.number, facts.symbol) if part)
    if facts.symbol and not facts.number:
        code = f"…/{facts.symbol}"
    day = dated(facts.issued_on)
    parts = [facts.type or "Văn bản" if code or day else facts.type, f"số {code}" if code else "", day]
    return " ".join(p for p in parts if p) or contract.source or "Văn bản"


def dated(day: str | None) -> str:
    """`ngày 05/03/2024`, `tháng 03/2024`, `năm 2024`; empty for `None`."""
    words = {len("2000"): "năm", len("2000-01"): "tháng"}
    return f"{words.get(len(day), 'ngày')} {show_day(day)}" if day else ""


def document_code(contract: PublicPlan) -> str:
    """`12/KH-UBND`, with `…` for a number left blank; the file's name where neither is known."""
    facts = contract.document
    if not facts.number and not facts.symbol:
        return contract.source or ""
    return f"{facts.number or '…'}/{facts.symbol}" if facts.symbol else str(facts.number)


def units_of(task: Task) -> tuple[str, ...]:
    """The leading units by the names they go by in the whole document, each once; as written where that is unclear."""
    named = [u.resolved or u.name for u in task.units if u.role == "lead"] or list(task.lead)
    return tuple(dict.fromkeys(named))


def headline(contract: PublicPlan, task: Task | None, deadline: Deadline) -> str:
    """The line that a calendar shows."""
    if task is None:
        title = contract.document.title or document_name(contract)
        return shorten(f"{_occasion(deadline, 'Thời gian thực hiện')}: {title}")
    what = "Báo cáo" if task.kind is TaskKind.REPORT else "Nhiệm vụ"
    units = ", ".join(units_of(task))
    unit = f" [{shorten(units, 40)}]" if units else ""
    return f"{_occasion(deadline, what)}{unit}: {shorten(task.text)}"


def _occasion(deadline: Deadline, what: str) -> str:
    if isinstance(deadline, Due):
        return f"Hạn {what.lower()}" + (f" ({phrase(deadline)})" if deadline.time else "")
    if isinstance(deadline, Recurring):
        return f"{what} định kỳ"
    if isinstance(deadline, Window) and not (deadline.start and deadline.end):
        return f"{what} – {'bắt đầu' if deadline.start else 'kết thúc'}"
    return what


def describe_deadline(contract: PublicPlan, task: Task | None, deadline: Deadline) -> str:
    """What an entry of a calendar says when it is opened, a fact a line."""
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


def day_off_note(deadline: Deadline) -> list[str]:
    """A line where offices are closed on the day; the day stays as it is written."""
    if not isinstance(deadline, Due) or deadline.day_off is None:
        return []
    before = deadline.day_off.working_day_before
    hint = f"; ngày làm việc liền trước: {show_day(before)}" if before else ""
    return [f"Lưu ý: {show_day(deadline.date)} là ngày nghỉ ({deadline.day_off.reason}){hint}"]


def _end_note(contract: PublicPlan, deadline: Deadline) -> list[str]:
    _, end = plan_period(contract)
    if not isinstance(deadline, Recurring) or deadline.until or end is None:
        return []
    return [f"Lặp lại đến hết {show_day(end)}, theo thời gian chung của văn bản"]


def source_lines(contract: PublicPlan, proof: Proof | None, *, raw: str = "") -> list[str]:
    """Quote, page, document and file."""
    quote = f"{proof.prefix}{proof.quote}{proof.suffix}" if proof else raw
    page = f" (trang {proof.page})" if proof and proof.page else ""
    lines = [f"Trích: “{' '.join(quote.split())}”{page}"] if quote else []
    lines.append(f"Văn bản: {document_name(contract)}")
    return lines + ([f"Tệp: {contract.source}"] if contract.source else [])


def describe_row(contract: PublicPlan, row: ScheduleRow) -> str:
    """What the entry of a schedule row says when it is opened."""
    return "\n".join([row.what, f"Thời gian: {show_day(row.when)}", *source_lines(contract, row.evidence)])
