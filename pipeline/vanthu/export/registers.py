"""The registers of the secretariat (Decree 30/2020/NĐ-CP, Appendix IV): as sheets, and as pages to print.

The program hands out no arrival number: what it shows is what stands in the arrival stamp; else the place is empty.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from vanthu.contract.model import PublicPlan, Task
from vanthu.document.page import MarkKind
from vanthu.export.office import Content, Office, Register, RegisterColumn
from vanthu.export.sheets.books import written_book
from vanthu.export.sheets.sheet import Column, Kind, Layout, Row, Sheet, Styles, Value
from vanthu.export.templating import templates
from vanthu.export.timing import nearest_day, phrases, show_day
from vanthu.export.tracker.rows import Paper, joined
from vanthu.export.wording import dated, document_code, document_name, shorten, units_of
from vanthu.planning.followed import Followed, follow
from vanthu.planning.period import day_of

_DATED: frozenset[Content] = frozenset({"arrival_date", "issued_on", "due"})
_CENTRED: frozenset[Content] = frozenset({"number", "arrival_number", "code", "progress"})
_DAY = re.compile(r"(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})")
_LONGEST_TASK = 160


@dataclass(frozen=True)
class _Item:
    """What a row is about: a document, and in the follow-up register one of its tasks."""

    number: int
    plan: PublicPlan
    followed: Followed | None = None

    @property
    def stamp(self) -> Mapping[str, str]:
        marks = (m.fields for m in self.plan.marks if m.kind is MarkKind.ARRIVAL)
        return next(marks, {})

    @property
    def task(self) -> Task | None:
        return self.followed.task if self.followed else None


def write_registers(papers: Iterable[Paper], path: Path, office: Office) -> int:
    """Both registers as sheets of one workbook; the number of documents. Raises `OutputError`."""
    plans = [paper for paper in papers if not paper.bare]
    incoming, followup = office.registers.incoming, office.registers.followup
    with written_book(path, title=incoming.title) as book:
        styles = Styles(book)
        for register, items in ((incoming, _documents(plans)), (followup, _matters(plans))):
            layout = Layout(register.title, filtered=False, numbered=register.numbered)
            sheet = Sheet(book, styles, register.sheet, [_column(c) for c in register.columns], layout)
            sheet.start()
            sheet.add(Row([_value(item, c.holds) for c in register.columns]) for item in items)
            sheet.finish()
    return len(plans)


def registers_page(papers: Iterable[Paper], office: Office) -> str:
    """Both registers as an HTML page to print."""
    plans = [paper for paper in papers if not paper.bare]
    registers = office.registers
    shown = [_table(registers.incoming, _documents(plans)), _table(registers.followup, _matters(plans))]
    return templates().get_template("registers.html").render(registers=shown)


def _table(register: Register, items: Iterable[_Item]) -> dict[str, object]:
    whole = sum(c.width for c in register.columns)
    rows = [
        [(_shown(_value(item, c.holds)), c.holds in _DATED | _CENTRED) for c in register.columns]
        for item in items
    ]
    heads = [(c.head, round(100 * c.width / whole, 2)) for c in register.columns]
    return {"title": register.title, "numbered": register.numbered, "heads": heads, "rows": rows}


def _shown(value: Value) -> str:
    return show_day(value) if isinstance(value, date) else str(value or "")


def _column(column: RegisterColumn) -> Column:
    kind: Kind = "date" if column.holds in _DATED else "centre" if column.holds in _CENTRED else "text"
    return Column(column.head, column.width, kind)


def _documents(papers: Iterable[Paper]) -> Iterator[_Item]:
    for number, paper in enumerate(papers, start=1):
        yield _Item(number, paper.plan)


def _matters(papers: Iterable[Paper]) -> Iterator[_Item]:
    """What has a time to be done by, a row each; a document without such work has one row of its own."""
    number = 0
    for paper in papers:
        timed = [f for f in follow(paper.plan, paper.journal).tasks if f.task.deadlines]
        found: list[Followed | None] = [*timed] or [None]
        for followed in found:
            number += 1
            yield _Item(number, paper.plan, followed)


def _value(item: _Item, content: Content) -> Value:
    return _CONTENTS[content](item) if content else None


def _issued(item: _Item) -> Value:
    issued = item.plan.document.issued_on
    return day_of(issued) if issued and len(issued) == len("2000-01-01") else show_day(issued)


def _arrived(item: _Item) -> Value:
    """A day where the stamp has a whole one, else what stands there."""
    written = item.stamp.get("date", "")
    match = _DAY.search(written)
    try:
        return date(int(match[3]), int(match[2]), int(match[1])) if match else written
    except ValueError:
        return written


def _subject(item: _Item) -> str:
    facts = item.plan.document
    return " ".join(part for part in (facts.type, facts.title) if part) or item.plan.source or ""


def _document(item: _Item) -> str:
    issuer = item.plan.document.issuer
    return document_name(item.plan) + (f" của {issuer[0]}" if issuer else "")


def _units(item: _Item) -> str:
    return joined(units_of(item.task)) if item.task else item.stamp.get("forwarded_to", "")


def _due(item: _Item) -> Value:
    if item.task is None:
        return None
    return nearest_day(item.task.deadlines) or phrases(item.task.deadlines)


def _progress(item: _Item) -> str:
    if item.followed is None or item.followed.report.progress is None:
        return ""
    done = item.followed.report.done_on
    return item.followed.report.progress + (f" {dated(done.isoformat())}" if done else "")


def _about(item: _Item) -> str:
    note = item.followed.note if item.followed else ""
    text = shorten(item.task.text, _LONGEST_TASK) if item.task else ""
    return "\n".join(part for part in (text, note) if part)


def _remark(item: _Item) -> str:
    urgency = item.plan.document.urgency
    return urgency or ""


_CONTENTS: dict[Content, Callable[[_Item], Value]] = {
    "number": lambda item: item.number,
    "arrival_date": _arrived,
    "arrival_number": lambda item: item.stamp.get("number", ""),
    "issuer": lambda item: joined(item.plan.document.issuer[:1]),
    "code": lambda item: document_code(item.plan) if item.plan.document.symbol else "",
    "issued_on": _issued,
    "subject": _subject,
    "document": _document,
    "forwarded_to": lambda item: item.stamp.get("forwarded_to", ""),
    "units": _units,
    "due": _due,
    "progress": _progress,
    "task": _about,
    "remark": _remark,
    "file": lambda item: item.plan.source,
}
