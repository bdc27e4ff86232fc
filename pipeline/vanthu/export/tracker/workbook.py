"""`tasks.xlsx`: the tracker of a secretariat. Rows are written as they come, so that memory does not grow with their cells."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from xlsxwriter import Workbook

from vanthu.contract.model import PublicPlan
from vanthu.export.listed import Listed
from vanthu.export.sheets.books import written_book
from vanthu.export.sheets.sheet import Layout, Sheet, Styles
from vanthu.export.tracker.agenda_sheet import AGENDA_COLUMNS, Happening, agenda_rows, of_line, of_plan
from vanthu.export.tracker.base_sheet import BaseSheet
from vanthu.export.tracker.columns import PRINTED
from vanthu.export.tracker.gap_rows import GAP_COLUMNS, gap_rows
from vanthu.export.tracker.rows import Day, Line, Paper, lines, task_row
from vanthu.export.tracker.sheet_rows import (
    DOCUMENT_COLUMNS,
    FACT_COLUMNS,
    FINDING_COLUMNS,
    document_row,
    fact_rows,
    finding_rows,
    listed_row,
)
from vanthu.export.tracker.task_sheet import TaskSheet, colour
from vanthu.export.tracker.unit_sheet import DATE_LETTER, STATE_LETTER, UNIT_COLUMNS, named_columns, unit_rows
from vanthu.export.tracker.unit_sheet import PRINTED as PRINTED_OF_UNITS
from vanthu.export.wording import document_name, shorten
from vanthu.planning.followed import follow
from vanthu.planning.journal import Journal

_LONGEST_SUBTITLE = 160


@dataclass(frozen=True)
class _About:
    title: str
    subtitle: str
    facts: bool


def write_workbook(
    contract: PublicPlan,
    path: Path,
    *,
    journal: Journal | None = None,
    report: str | None = None,
    day: Day | None = None,
) -> None:
    """The tracker of one plan with what people said of it. Raises `OutputError` where the file can't be written."""
    title = f": {contract.document.title}" if contract.document.title else ""
    subtitle = shorten(f"{document_name(contract)}{title}", _LONGEST_SUBTITLE)
    about = _About("BẢNG THEO DÕI THỰC HIỆN NHIỆM VỤ", subtitle, facts=True)
    _write([Paper(contract, journal or Journal(), report)], path, about, between=(), day=day or Day())


def write_tracker(
    papers: Iterable[Paper],
    path: Path,
    *,
    between: Iterable[Listed] = (),
    day: Day | None = None,
    subtitle: str = "Tổng hợp từ nhiều văn bản",
) -> int:
    """One tracker over many plans, read one after the other. Returns the number of plans.

    `between` are findings that concern several of them; they stand below the others.
    Raises `OutputError` where the file can't be written.
    """
    about = _About("BẢNG THEO DÕI THỰC HIỆN NHIỆM VỤ", subtitle, facts=False)
    return _write(papers, path, about, between=between, day=day or Day())


def _write(papers: Iterable[Paper], path: Path, about: _About, *, between: Iterable[Listed], day: Day) -> int:
    with written_book(path, title=about.title) as book:
        return _Book(book, about, day).fill(papers, between)


class _Book:
    """The sheets of a tracker. Two of them wait for the last plan, since they are in another order than the plans."""

    def __init__(self, book: Workbook, about: _About, day: Day) -> None:
        self._book, self._about, self._day = book, about, day
        styles = Styles(book)
        top = Layout(about.title, about.subtitle, free=1, printed=PRINTED, frozen=2)
        self._tasks = TaskSheet(book, styles, top, day)
        by_unit = Layout(
            "NHIỆM VỤ THEO ĐƠN VỊ", about.subtitle, printed=PRINTED_OF_UNITS, filtered=False, outlined=True
        )
        self._units = Sheet(book, styles, "Theo đơn vị", UNIT_COLUMNS, by_unit)
        self._agenda = Sheet(book, styles, "Lịch", AGENDA_COLUMNS, Layout("LỊCH THỜI HẠN", about.subtitle))
        self._findings = Sheet(
            book, styles, "Phát hiện", FINDING_COLUMNS, Layout("NHỮNG ĐIỂM CẦN RÀ SOÁT", about.subtitle)
        )
        self._gaps = Sheet(
            book, styles, "Chưa rõ", GAP_COLUMNS, Layout("NHIỆM VỤ CHƯA RÕ THEO 6 RÕ", about.subtitle)
        )
        columns = FACT_COLUMNS if about.facts else DOCUMENT_COLUMNS
        self._documents = Sheet(book, styles, "Văn bản", columns, Layout("THÔNG TIN VĂN BẢN", about.subtitle))
        self._base = BaseSheet(book)
        for sheet in (self._units, self._agenda, self._findings, self._gaps, self._documents):
            sheet.start()
        self._lines: list[Line] = []
        self._happenings: list[Happening] = []

    def fill(self, papers: Iterable[Paper], between: Iterable[Listed]) -> int:
        """Write everything; the number of plans."""
        count = 0
        for paper in papers:
            count += not paper.bare
            self._add(paper)
        self._findings.add(map(listed_row, between))
        first, below = self._tasks.sheet.first + 1, self._units.first + 1
        for name, cells in named_columns(first, max(first, self._tasks.sheet.last + 1)):
            self._book.define_name(name, cells)
        self._units.add(unit_rows(self._lines, self._day, first=first, below=below))
        self._agenda.add(agenda_rows(self._happenings))
        self._finish()
        return count

    def _add(self, paper: Paper) -> None:
        followed = follow(paper.plan, paper.journal)
        found = list(lines(paper, followed, self._tasks.sheet.last + 2))
        parents = {f.task.id: f.key for f in followed.tasks}
        self._tasks.add(task_row(line, paper, self._day, parents) for line in found)
        self._base.add(line.followed for line in found)
        self._lines += found
        self._happenings += [h for line in found for h in of_line(line)]
        if paper.bare:
            return
        self._happenings += of_plan(paper.plan)
        self._findings.add(finding_rows(paper.plan))
        self._gaps.add(gap_rows(paper.plan))
        self._documents.add(fact_rows(paper.plan) if self._about.facts else [document_row(paper.plan)])

    def _finish(self) -> None:
        units = self._units
        units.page.outline_settings(symbols_below=False)
        colour(self._book, units, units.first, units.last, [STATE_LETTER, DATE_LETTER])
        self._tasks.finish()
        for sheet in (units, self._agenda, self._findings, self._gaps, self._documents):
            sheet.finish()
