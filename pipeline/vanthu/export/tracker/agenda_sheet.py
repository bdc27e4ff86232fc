"""The sheet *Lịch*: everything that has a day, in the order of days; what has none stands at its end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from vanthu.contract.model import Deadline, PublicPlan
from vanthu.export.sheets.sheet import Column, Row
from vanthu.export.timing import binding_day, phrase, show_day
from vanthu.export.tracker.rows import Line, joined
from vanthu.export.wording import day_off_note, document_code, document_name, units_of
from vanthu.planning.period import day_of

AGENDA_COLUMNS = (
    Column("STT", 5, "number"),
    Column("Ngày", 12, "date"),
    Column("Thứ", 10, "centre"),
    Column("Thời gian", 26),
    Column("Nội dung", 60),
    Column("Cơ quan chủ trì", 24),
    Column("Loại", 12, "centre"),
    Column("Văn bản", 17),
    Column("Trang", 7, "number"),
    Column("Lưu ý", 26),
)
_WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")


@dataclass(frozen=True)
class Happening:
    """A deadline or a row of a dated table."""

    day: date | None
    words: str
    what: str
    units: str
    kind: str
    source: str
    page: int | None
    note: str


def of_line(line: Line) -> Iterator[Happening]:
    """Every deadline of a task."""
    task = line.followed.task
    for deadline in task.deadlines:
        page = deadline.evidence.page if deadline.evidence else task.page
        units = joined(units_of(task))
        yield _happening(deadline, task.text, units, "Nhiệm vụ", line.source, page)


def of_plan(plan: PublicPlan) -> Iterator[Happening]:
    """The times of the plan as a whole, then its dated rows."""
    source = document_code(plan)
    title = plan.document.title or document_name(plan)
    for deadline in plan.document_deadlines:
        page = deadline.evidence.page if deadline.evidence else None
        yield _happening(deadline, title, "", "Cả văn bản", source, page)
    for row in plan.schedule:
        page = row.evidence.page if row.evidence else None
        yield Happening(day_of(row.when), show_day(row.when), row.what, "", "Lịch kèm theo", source, page, "")


def _happening(d: Deadline, what: str, units: str, kind: str, source: str, page: int | None) -> Happening:
    return Happening(binding_day(d), phrase(d), what, units, kind, source, page, "\n".join(day_off_note(d)))


def agenda_rows(found: Iterable[Happening]) -> Iterator[Row]:
    """By day; those of one day in the order in which they came."""
    for h in sorted(found, key=lambda h: h.day or date.max):
        weekday = _WEEKDAYS[h.day.weekday()] if h.day else ""
        yield Row((None, h.day, weekday, h.words, h.what, h.units, h.kind, h.source, h.page, h.note))
