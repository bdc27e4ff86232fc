"""The tasks as CSV: one head row, ISO dates, UTF-8 with the mark that Excel asks for."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from datetime import date

from vanthu.contract.model import Due
from vanthu.export.timing import nearest_day
from vanthu.export.tracker.rows import Day, Paper, lines, quote, reasons, state_now, time_words
from vanthu.planning.followed import follow

CSV_HEADS = (
    "Mã nhiệm vụ",
    "Mã việc cấp trên",
    "Mục",
    "Nội dung nhiệm vụ",
    "Văn bản giao",
    "Thời hạn hoàn thành",
    "Giờ",
    "Diễn giải thời hạn",
    "Cơ quan chủ trì",
    "Cơ quan phối hợp",
    "Sản phẩm",
    "Tiến độ",
    "Ngày hoàn thành",
    "Tình trạng thời hạn",
    "Ghi chú",
    "Cần xem lại",
    "Trang",
    "Trích dẫn",
    "Độ tin cậy",
    "Tệp",
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_text(papers: Iterable[Paper], day: Day) -> str:
    """The table. A cell that a sheet might take for a formula begins with an apostrophe."""
    out = io.StringIO()
    out.write("\ufeff")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(CSV_HEADS)
    for paper in papers:
        writer.writerows(_rows(paper, day))
    return out.getvalue()


def _rows(paper: Paper, day: Day) -> Iterator[list[str]]:
    followed = follow(paper.plan, paper.journal)
    parents = {f.task.id: f.key for f in followed.tasks}
    for line in lines(paper, followed, 0):
        task, report = line.followed.task, line.followed.report
        due = nearest_day(task.deadlines)
        yield [
            _safe(value)
            for value in (
                line.followed.key,
                parents.get(task.parent or "", ""),
                task.id,
                task.text,
                line.source,
                _iso(due),
                _clock(line.followed.task.deadlines, due),
                time_words(task),
                "; ".join(task.lead),
                "; ".join(task.coordinate),
                "; ".join(task.products),
                report.progress or "",
                _iso(report.done_on),
                state_now(line.followed, day),
                line.followed.note,
                "; ".join(reasons(line.followed)),
                str(task.page or ""),
                quote(task),
                "" if task.confidence is None else f"{task.confidence:g}",
                paper.plan.source or "",
            )
        ]


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def _clock(deadlines: Iterable[object], day: date | None) -> str:
    found = (d.time for d in deadlines if isinstance(d, Due) and day and d.date == day.isoformat())
    return next((time for time in found if time), "")


def _safe(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text
