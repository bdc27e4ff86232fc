"""The hidden sheet that keeps what a tracker said when it was made: only by it can one tell what people have changed since."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from xlsxwriter import Workbook

from vanthu.export.sheets.sheet import CELL_LIMIT, Value
from vanthu.export.timing import nearest_day
from vanthu.export.tracker.columns import BASE_FIELDS, BASE_SHEET, FIELD_HEADS, KEY_HEAD
from vanthu.export.tracker.rows import joined
from vanthu.planning.followed import Followed
from vanthu.planning.journal import Name

BASE_HEADS = (KEY_HEAD, *(FIELD_HEADS[name] for name in BASE_FIELDS))


class BaseSheet:
    """A sheet of plain texts; nobody is to see it."""

    def __init__(self, book: Workbook) -> None:
        self._page = book.add_worksheet(BASE_SHEET)
        self._page.very_hidden()
        self._rows = 0
        self._write(BASE_HEADS)

    def add(self, tasks: Iterable[Followed]) -> None:
        """Write what is shown of tasks in the columns that people write in."""
        for followed in tasks:
            shown = shown_values(followed)
            self._write([followed.key, *(shown[name] for name in BASE_FIELDS)])

    def _write(self, values: Iterable[Value]) -> None:
        for index, value in enumerate(values):
            text = value.isoformat() if isinstance(value, date) else str(value or "")
            if text:
                self._page.write_string(self._rows, index, text[:CELL_LIMIT])
        self._rows += 1


def shown_values(followed: Followed) -> dict[Name, Value]:
    """What the first sheet shows of a task in the columns that people write in."""
    task = followed.task
    return {
        "due": nearest_day(task.deadlines),
        "lead": joined(task.lead),
        "coordinate": joined(task.coordinate),
        "products": joined(task.products),
        "progress": followed.report.progress,
        "done_on": followed.report.done_on,
        "note": followed.note,
        "text": task.text,
    }
