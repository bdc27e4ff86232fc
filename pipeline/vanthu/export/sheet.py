"""A sheet that a clerk can filter, sort and print: head row frozen and repeated, text wrapped, dates as dates."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from textwrap import wrap
from typing import Any, Literal

from xlsxwriter import Workbook
from xlsxwriter.format import Format

_CELL_LIMIT = 32_767  # characters; Excel takes no more
_FONT = "Times New Roman"
_A4 = 9
_LINE_HEIGHT = 14.5  # points, for letters of 11 points with marks above and below
_ROW_PADDING = 4
_HIGHEST_ROW = 409  # points; Excel takes no more
_LETTERS_PER_WIDTH = (
    1.08  # a column's width counts digits of another face; these letters are a little narrower
)

Value = str | int | float | date | None
Kind = Literal["text", "date", "number", "share", "code", "centre"]


@dataclass(frozen=True)
class Column:
    """A column: its head, width in characters, and what stands in it. `share` is a part of one, shown in percent."""

    head: str
    width: float
    kind: Kind = "text"


@dataclass(frozen=True)
class Row:
    """A row's values. `level` sets its second one in, as the work under another is."""

    values: Sequence[Value]
    level: int = 0
    marked: bool = False  # a person should look


class Styles:
    """The formats of one workbook, made once each."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made: dict[tuple[Kind, int, bool], Format] = {}
        self.head = book.add_format(
            {
                "bold": True,
                "text_wrap": True,
                "align": "center",
                "valign": "vcenter",
                "border": 1,
                "bg_color": "#DCE6F1",
                "font_name": _FONT,
                "font_size": 11,
            }
        )

    def cell(self, kind: Kind, *, level: int = 0, marked: bool = False) -> Format:
        """The format of a kind of cell, set in by `level`, coloured where a person should look."""
        key = (kind, level, marked)
        if key not in self._made:
            self._made[key] = self._book.add_format(_properties(kind, level, marked=marked))
        return self._made[key]


def _properties(kind: Kind, level: int, *, marked: bool) -> dict[str, Any]:
    base: dict[str, Any] = {
        "text_wrap": True,
        "valign": "top",
        "border": 1,
        "border_color": "#A6A6A6",
        "font_name": _FONT,
        "font_size": 11,
    }
    own: dict[Kind, dict[str, Any]] = {
        "text": {"align": "left", "indent": level},
        "date": {"align": "center", "num_format": "dd/mm/yyyy"},
        "number": {"align": "center"},
        "share": {"align": "center", "num_format": "0%"},
        "code": {"font_name": "Courier New", "font_size": 9},
        "centre": {"align": "center"},
    }
    return base | own[kind] | ({"bg_color": "#FFF2CC"} if marked else {})


def _height(row: Row, columns: Sequence[Column]) -> float:
    """Points that the longest cell needs when wrapped: not all programs fit the rows of a file they open."""
    pairs = zip(row.values, columns, strict=True)
    lines = max(
        (_lines(v, column.width - 2 * row.level) for v, column in pairs if isinstance(v, str)), default=1
    )
    return min(_LINE_HEIGHT * lines + _ROW_PADDING, _HIGHEST_ROW)


def _lines(text: str, width: float) -> int:
    per_line = max(int(width * _LETTERS_PER_WIDTH), 1)
    return sum(max(len(wrap(part, per_line)), 1) for part in text.split("\n"))


class Sheet:
    """A worksheet that takes rows one after the other."""

    def __init__(
        self,
        book: Workbook,
        styles: Styles,
        name: str,
        columns: Sequence[Column],
        *,
        title: str,
        printed: int | None = None,
    ) -> None:
        self._sheet = book.add_worksheet(name)
        self._styles = styles
        self._columns = columns
        self._rows = 0
        self._set_up_page(title, printed or len(columns))
        for index, column in enumerate(columns):
            self._sheet.set_column(index, index, column.width)
        self._sheet.set_row(0, 34)
        for index, column in enumerate(columns):
            self._sheet.write_string(0, index, column.head, styles.head)

    def _set_up_page(self, title: str, printed: int) -> None:
        sheet = self._sheet
        sheet.freeze_panes(1, 0)
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.set_margins(left=0.4, right=0.4, top=0.75, bottom=0.6)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        sheet.set_header(f'&C&"{_FONT},Bold"&14{title.replace("&", "&&")}')
        sheet.set_footer(f'&L&"{_FONT}"&9&A&R&"{_FONT}"&9Trang &P/&N')
        self._printed = printed

    def add(self, rows: Iterable[Row]) -> None:
        """Write rows below those that are there; a first value of `None` becomes the running number."""
        for row in rows:
            self._rows += 1
            self._sheet.set_row(self._rows, _height(row, self._columns))
            for index, (value, column) in enumerate(zip(row.values, self._columns, strict=True)):
                shown = self._rows if index == 0 and value is None else value
                self._write(index, shown, column.kind, row)

    def _write(self, index: int, value: Value, kind: Kind, row: Row) -> None:
        style = self._styles.cell(kind, level=row.level if index == 1 else 0, marked=row.marked)
        at = (self._rows, index)
        if value is None or value == "":
            self._sheet.write_blank(*at, None, style)
        elif isinstance(value, date):
            self._sheet.write_datetime(*at, value, style)
        elif isinstance(value, int | float):
            self._sheet.write_number(*at, value, style)
        else:
            self._sheet.write_string(*at, value[:_CELL_LIMIT], style)

    def finish(self) -> None:
        """Filters and the printed area, once the last row is known."""
        self._sheet.autofilter(0, 0, self._rows, len(self._columns) - 1)
        self._sheet.print_area(0, 0, self._rows, self._printed - 1)
