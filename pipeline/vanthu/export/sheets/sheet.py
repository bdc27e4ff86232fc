"""A sheet that a clerk can filter, sort and print: head row frozen and repeated, text wrapped, dates as dates."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from vanthu.export.sheets.row_heights import height

CELL_LIMIT = 32_767  # characters; Excel takes no more
_MOST_LINKS = 65_000  # a sheet takes no more than 65,530
_FONT = "Times New Roman"
_A4 = 9


@dataclass(frozen=True)
class Formula:
    """A formula with the value that it has now: a program that does not reckon shows this one."""

    text: str
    value: str | int | date = ""


@dataclass(frozen=True)
class Link:
    """A place in another file, relative to the sheet's own."""

    target: str
    text: str


Value = str | int | float | date | Formula | Link | None
Kind = Literal["text", "date", "number", "share", "code", "centre", "entry", "entry_date", "entry_text"]


@dataclass(frozen=True)
class Column:
    """A column: its head, width in characters, and what stands in it. `share` is a part of one, shown in percent.

    Cells of the `entry` kinds are for people to write in. A hidden column is there for formulas.
    """

    head: str
    width: float
    kind: Kind = "text"
    hidden: bool = False


@dataclass(frozen=True)
class Row:
    """A row's values. `level` sets its second one in, as the work under another is; a `band` heads the rows below it."""

    values: Sequence[Value]
    level: int = 0
    marked: bool = False  # a person should look
    band: bool = False


@dataclass(frozen=True)
class Look:
    """What a cell looks like besides its kind."""

    level: int = 0
    marked: bool = False
    band: bool = False
    link: bool = False


@dataclass(frozen=True)
class Layout:
    """What stands above the head row and how the sheet is printed.

    `title` and `subtitle` fill the first rows, `free` rows below them are the caller's. `printed` columns go on
    paper (`None`: all); `frozen` columns stay when one scrolls to the right. With `outlined` rows fold under their band; with
    `numbered` a row below the heads counts the columns, as registers have it.
    """

    title: str
    subtitle: str = ""
    free: int = 0
    printed: int | None = None
    frozen: int = 0
    filtered: bool = True
    outlined: bool = False
    numbered: bool = False

    @property
    def head(self) -> int:
        """The row of the heads, from 0."""
        return 1 + bool(self.subtitle) + self.free

    @property
    def last_head(self) -> int:
        """The last row of the heads, from 0."""
        return self.head + self.numbered


class Styles:
    """The formats of one workbook, made once each."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made: dict[tuple[Kind, Look], Format] = {}
        self.head = self.made(bold=True, text_wrap=True, align="center", border=1, bg_color="#DCE6F1")
        self.counted = self.made(italic=True, align="center", border=1, font_size=10)
        self.title = self.made(bold=True, font_size=15)
        self.subtitle = self.made(italic=True, font_color="#404040", text_wrap=False)
        self.label = self.made(bold=True, align="right")
        self.control = self.made(
            bold=True, align="center", border=1, bg_color="#FFFFCC", num_format="dd/mm/yyyy"
        )
        self.count = self.made(bold=True, align="center", border=1, bg_color="#FFFFCC", num_format="0")
        self.hint = self.made(italic=True, font_color="#595959", font_size=10)

    def made(self, **properties: Any) -> Format:
        """A format in the face of the books."""
        base = {"font_name": _FONT, "font_size": 11, "valign": "vcenter"}
        return self._book.add_format(base | properties)

    def cell(self, kind: Kind, look: Look) -> Format:
        """The format of a kind of cell, set in by its level, coloured where a person should look."""
        key = (kind, look)
        if key not in self._made:
            self._made[key] = self.made(**_properties(kind, look))
        return self._made[key]


def _properties(kind: Kind, look: Look) -> dict[str, Any]:
    base: dict[str, Any] = {"text_wrap": True, "valign": "top", "border": 1, "border_color": "#A6A6A6"}
    entry = {"bg_color": "#F7FBF2"}
    dated = {"align": "center", "num_format": "dd/mm/yyyy"}
    own: dict[Kind, dict[str, Any]] = {
        "text": {"align": "left", "indent": look.level},
        "date": dated,
        "number": {"align": "center"},
        "share": {"align": "center", "num_format": "0%"},
        "code": {"font_name": "Courier New", "font_size": 9, "num_format": "@"},
        "centre": {"align": "center"},
        "entry": entry | {"align": "center"},
        "entry_date": entry | dated,
        "entry_text": entry | {"align": "left"},
    }
    marked = {"bg_color": "#FFF2CC"} if look.marked else {}
    band = (
        {"bold": True, "bg_color": "#EAF1DD", "valign": "vcenter", "text_wrap": False, "align": "left"}
        if look.band
        else {}
    )
    link = {"font_color": "#0563C1", "underline": 1} if look.link else {}
    return base | own[kind] | marked | band | link


class Sheet:
    """A worksheet that takes rows one after the other."""

    def __init__(
        self, book: Workbook, styles: Styles, name: str, columns: Sequence[Column], layout: Layout
    ) -> None:
        self.page: Worksheet = book.add_worksheet(name)
        self._styles = styles
        self._columns = columns
        self._layout = layout
        self._links = 0
        self.rows = 0
        for index, column in enumerate(columns):
            self.page.set_column(index, index, column.width, None, {"hidden": column.hidden})
        self._set_up_page()
        self._write_top()

    @property
    def first(self) -> int:
        """The first row below the heads, from 0."""
        return self._layout.last_head + 1

    @property
    def last(self) -> int:
        """The last row that was written, from 0; that of the heads while there is none."""
        return self._layout.last_head + self.rows

    def _set_up_page(self) -> None:
        page, head = self.page, self._layout.last_head
        page.freeze_panes(head + 1, self._layout.frozen)
        page.set_landscape()
        page.set_paper(_A4)
        page.set_margins(left=0.35, right=0.35, top=0.45, bottom=0.6)
        page.fit_to_pages(1, 0)
        page.repeat_rows(self._layout.head, head)
        page.set_footer(f'&L&"{_FONT}"&9&A&R&"{_FONT}"&9Trang &P/&N')

    def _write_top(self) -> None:
        layout = self._layout
        self.page.set_row(0, 24)
        self.page.write_string(0, 0, layout.title, self._styles.title)
        if layout.subtitle:
            self.page.set_row(1, 18)
            self.page.write_string(1, 0, layout.subtitle, self._styles.subtitle)

    def start(self) -> None:
        """Write the heads; the free rows above them must be filled before, since rows are written once."""
        self.page.set_row(self._layout.head, 34)
        for index, column in enumerate(self._columns):
            self.page.write_string(self._layout.head, index, column.head, self._styles.head)
        if self._layout.numbered:
            for index in range(len(self._columns)):
                self.page.write_string(self._layout.last_head, index, f"({index + 1})", self._styles.counted)

    def add(self, rows: Iterable[Row]) -> None:
        """Write rows below those that are there; a first value of `None` becomes the running number."""
        for row in rows:
            self.rows += 1
            self.page.set_row(self.last, height(row, self._columns), None, self._outline(row))
            for index, (value, column) in enumerate(zip(row.values, self._columns, strict=True)):
                shown = self.rows if index == 0 and value is None and not row.band else value
                look = Look(row.level if index == 1 else 0, row.marked, row.band)
                self._write(index, shown, column.kind, look)

    def _outline(self, row: Row) -> dict[str, int]:
        return {"level": 1} if self._layout.outlined and not row.band else {}

    def _write(self, index: int, value: Value, kind: Kind, look: Look) -> None:
        style = self._styles.cell(kind, look)
        at = (self.last, index)
        if value is None or value == "":
            self.page.write_blank(*at, None, style)
        elif isinstance(value, Formula):
            self.page.write_formula(*at, value.text, style, _cached(value.value))
        elif isinstance(value, Link):
            self._write_link(at, value, self._styles.cell(kind, replace(look, link=True)))
        elif isinstance(value, date):
            self.page.write_datetime(*at, value, style)
        elif isinstance(value, int | float):
            self.page.write_number(*at, value, style)
        else:
            self.page.write_string(*at, value[:CELL_LIMIT], style)

    def _write_link(self, at: tuple[int, int], link: Link, style: Format) -> None:
        self._links += 1
        if self._links <= _MOST_LINKS:
            self.page.write_url(*at, f"external:{link.target}", style, link.text)
        else:
            self.page.write_string(*at, link.target, style)

    def finish(self) -> None:
        """Filters and the printed area, once the last row is known."""
        head, columns = self._layout.head, len(self._columns)
        if self._layout.filtered:
            self.page.autofilter(head, 0, self.last, columns - 1)
        self.page.print_area(0, 0, self.last, (self._layout.printed or columns) - 1)


def _cached(value: str | int | date) -> str | int:
    return (value - date(1899, 12, 30)).days if isinstance(value, date) else value
