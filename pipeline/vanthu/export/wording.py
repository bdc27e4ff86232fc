"""The Vietnamese lines that sheets, calendars and pages share."""

from __future__ import annotations

from vanthu.contract.base import Proof
from vanthu.contract.model import Deadline, Due, PublicPlan, Task
from vanthu.document.numbers import told_number
from vanthu.export.timing import show_day
from vanthu.planning.called import leading

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
    code = told_number(facts.number, facts.symbol)
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
    return told_number(facts.number, facts.symbol) or contract.source or ""


def units_of(task: Task) -> tuple[str, ...]:
    """The leading units by the names they go by in the whole document, each once; as written where that is unclear."""
    return leading(task)


def anchor(task_id: str) -> str:
    """The place of a task in the page."""
    return "t-" + "".join(c if c.isalnum() else "-" for c in task_id)


def day_off_note(deadline: Deadline) -> list[str]:
    """A line where offices are closed on the day; the day stays as it is written."""
    if not isinstance(deadline, Due) or deadline.day_off is None:
        return []
    before = deadline.day_off.working_day_before
    hint = f"; ngày làm việc liền trước: {show_day(before)}" if before else ""
    return [f"Lưu ý: {show_day(deadline.date)} là ngày nghỉ ({deadline.day_off.reason}){hint}"]


def source_lines(contract: PublicPlan, proof: Proof | None, *, raw: str = "") -> list[str]:
    """Quote, page, document and file."""
    quote = f"{proof.prefix}{proof.quote}{proof.suffix}" if proof else raw
    page = f" (trang {proof.page})" if proof and proof.page else ""
    lines = [f"Trích: “{' '.join(quote.split())}”{page}"] if quote else []
    lines.append(f"Văn bản: {document_name(contract)}")
    return lines + ([f"Tệp: {contract.source}"] if contract.source else [])
