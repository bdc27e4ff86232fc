"""The sheet *Nhiệm vụ*: where people write how far the work is."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from xlsxwriter import Workbook

from vanthu.export.sheets.sheet import Layout, Row, Sheet, Styles
from vanthu.export.tracker.columns import SHEET, TASK_COLUMNS, letter, place
from vanthu.export.tracker.rows import Day
from vanthu.planning.clock import Progress, State

_ROOM = 1_000  # rows below the last in which people may add tasks with the same drop-downs
COLOURS: dict[State, dict[str, Any]] = {
    State.OVERDUE: {"bg_color": "#F8CBAD", "font_color": "#9C0006", "bold": True},
    State.SOON: {"bg_color": "#FFE699", "font_color": "#7F6000", "bold": True},
    State.ON_TIME: {"bg_color": "#C6EFCE", "font_color": "#006100"},
    State.LATE: {"bg_color": "#E2EFDA", "font_color": "#833C0B"},
    State.UNDATED: {"bg_color": "#E2EFDA", "font_color": "#595959"},
    State.NONE: {"font_color": "#7F7F7F", "italic": True},
    State.STOPPED: {"font_color": "#7F7F7F", "italic": True},
}


class TaskSheet:
    """The first sheet of a tracker."""

    def __init__(self, book: Workbook, styles: Styles, layout: Layout, day: Day) -> None:
        self._book = book
        self.sheet = Sheet(book, styles, SHEET, TASK_COLUMNS, layout)
        self._controls(styles, layout.head - 1, day)
        self.sheet.start()

    def _controls(self, styles: Styles, row: int, day: Day) -> None:
        page = self.sheet.page
        page.set_row(row, 22)
        page.write_string(row, place("Văn bản giao"), "Ngày xét", styles.label)
        at = place("Thời hạn hoàn thành")
        if day.on:
            page.write_datetime(row, at, day.on, styles.control)
        else:
            page.write_formula(row, at, "=TODAY()", styles.control)
        page.write_string(row, place("Cơ quan chủ trì"), "Báo trước (ngày)", styles.label)
        page.write_number(row, place("Cơ quan phối hợp"), day.soon, styles.count)
        hint = (
            "Sửa ô Ngày xét để xem tình trạng ở ngày khác; =TODAY() là hôm nay. Ô nền xanh nhạt để cập nhật."
        )
        page.write_string(row, place("Sản phẩm"), hint, styles.hint)
        page.data_validation(row, at, row, at, _date_rule())

    def add(self, rows: Iterable[Row]) -> None:
        """Write tasks below those that are there."""
        self.sheet.add(rows)

    def finish(self) -> None:
        """Drop-downs and colours for all rows and for those that people may add."""
        first, last = self.sheet.first, self.sheet.last + _ROOM
        self._choices(first, last)
        colour(
            self._book,
            self.sheet,
            first,
            last,
            [letter("Tình trạng thời hạn"), letter("Thời hạn hoàn thành")],
        )
        self.sheet.finish()

    def _choices(self, first: int, last: int) -> None:
        page, progress = self.sheet.page, place("Tiến độ")
        page.data_validation(
            first,
            progress,
            last,
            progress,
            {
                "validate": "list",
                "source": [p.value for p in Progress],
                "error_title": "Tiến độ",
                "error_message": "Hãy chọn một mức trong danh sách.",
            },
        )
        for head in ("Thời hạn hoàn thành", "Ngày hoàn thành"):
            page.data_validation(first, place(head), last, place(head), _date_rule())


def _date_rule() -> dict[str, Any]:
    return {
        "validate": "date",
        "criteria": "between",
        "minimum": date(1990, 1, 1),
        "maximum": date(2100, 12, 31),
        "error_type": "warning",
        "error_title": "Ngày",
        "error_message": "Hãy nhập ngày theo dạng ngày/tháng/năm, từ 1990 đến 2100.",
    }


def colour(book: Workbook, sheet: Sheet, first: int, last: int, letters: list[str]) -> None:
    """Colour cells of some columns by the state that stands in the first of them."""
    by = letters[0]
    for name, properties in COLOURS.items():
        rule = {
            "type": "formula",
            "criteria": f'=${by}{first + 1}="{name}"',
            "format": book.add_format(properties),
        }
        for column in letters:
            sheet.page.conditional_format(f"{column}{first + 1}:{column}{last + 1}", rule)
