"""A tracker that people have edited, sorted, filtered and added rows to, as it comes back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.worksheet import Worksheet

from vanthu.errors import InputError
from vanthu.export.tracker.cells import Broken, understood
from vanthu.export.tracker.columns import (
    BASE_FIELDS,
    BASE_SHEET,
    FIELD_HEADS,
    KEY_HEAD,
    SOURCE_HEAD,
    TEXT_HEAD,
)
from vanthu.orthography import fold
from vanthu.planning.journal import Name, Word

_HEAD_WITHIN = 30  # rows in which the heads are looked for: people put titles and letterheads above them
Values = Mapping[Name, Word | Broken]


@dataclass(frozen=True)
class Place:
    """Where something stands in a workbook; rows count from 1."""

    sheet: str
    row: int

    def __str__(self) -> str:
        return f"trang tính {self.sheet}, dòng {self.row}"


@dataclass(frozen=True)
class GivenRow:
    """A row that came back. A field that the sheet has no column for is missing in `values`; `key` is empty in added rows."""

    place: Place
    key: str
    source: str
    values: Values


@dataclass(frozen=True)
class Returned:
    """All rows of a workbook, and what stood there when it was made (by key; several where a key stood twice)."""

    rows: tuple[GivenRow, ...]
    base: Mapping[str, tuple[Values, ...]]


def read_tracker(path: Path) -> Returned:
    """Read a workbook. Raises `InputError` where it can't be opened or holds no tracker."""
    book = _opened(path, computed=False)
    try:
        reader = _Reader(path, book)
        rows = tuple(row for page in _pages(book) for row in reader.rows(page))
        base = reader.base(book[BASE_SHEET]) if BASE_SHEET in book.sheetnames else {}
    finally:
        book.close()
    if not reader.found:
        raise InputError(
            f"không thấy bảng có cột “{TEXT_HEAD}” và “{KEY_HEAD}”; hãy dùng bảng do chương trình xuất ra",
            where=str(path),
        )
    return Returned(rows, base)


def _opened(path: Path, *, computed: bool) -> Workbook:
    try:
        return load_workbook(path, read_only=True, data_only=computed)
    except FileNotFoundError as error:
        raise InputError("không có tệp này; hãy kiểm tra đường dẫn", where=str(path)) from error
    except OSError as error:
        raise InputError("không đọc được tệp; hãy kiểm tra quyền đọc", where=str(path)) from error
    except (InvalidFileException, BadZipFile, ParseError, KeyError, ValueError, TypeError, EOFError) as error:
        raise InputError(
            "không phải bảng tính .xlsx đọc được; hãy mở bằng Excel hoặc LibreOffice rồi lưu lại dạng .xlsx",
            where=str(path),
        ) from error


def _pages(book: Workbook) -> Iterator[Worksheet]:
    for page in book.worksheets:
        if page.title != BASE_SHEET:
            yield page


class _Reader:
    """Reads rows; results of formulas are looked up only where people have written some."""

    def __init__(self, path: Path, book: Workbook) -> None:
        self._path = path
        self._epoch: datetime = book.epoch
        self._computed: dict[str, list[tuple[Any, ...]]] = {}
        self.found = False

    def rows(self, page: Worksheet) -> Iterator[GivenRow]:
        """The rows below the heads, empty ones left out."""
        heads: dict[str, int] | None = None
        for number, cells in enumerate(page.iter_rows(values_only=True), start=1):
            if heads is None:
                heads = _heads(cells)
                self.found |= heads is not None
                if heads is None and number >= _HEAD_WITHIN:
                    return
            elif row := self._row(page.title, number, cells, heads):
                yield row

    def _row(
        self, sheet: str, number: int, cells: tuple[Any, ...], heads: Mapping[str, int]
    ) -> GivenRow | None:
        def cell(head: str) -> Any:
            at = heads[head]
            value = cells[at] if at < len(cells) else None
            if head in _DATED and isinstance(value, str) and value.startswith("="):
                return self._result(sheet, number, at, value)
            return value

        values = {
            name: understood(name, cell(head), self._epoch)
            for name, head in FIELD_HEADS.items()
            if head in heads
        }
        key = " ".join(str(cell(KEY_HEAD) or "").split())
        source = " ".join(str(cell(SOURCE_HEAD) or "").split()) if SOURCE_HEAD in heads else ""
        if not key and not any(values.values()):
            return None
        return GivenRow(Place(sheet, number), key, source, values)

    def _result(self, sheet: str, row: int, column: int, formula: str) -> Any:
        if sheet not in self._computed:
            book = _opened(self._path, computed=True)
            self._computed[sheet] = list(book[sheet].iter_rows(values_only=True))
            book.close()
        cells = self._computed[sheet][row - 1]
        result = cells[column] if column < len(cells) else None
        return formula if result is None else result

    def base(self, page: Worksheet) -> dict[str, tuple[Values, ...]]:
        """What stood in the tracker when it was made."""
        found: dict[str, tuple[Values, ...]] = {}
        rows: Iterable[tuple[Any, ...]] = page.iter_rows(values_only=True, min_row=2)
        for key, *cells in rows:
            padded = [*cells, *[None] * len(BASE_FIELDS)]
            values = {n: understood(n, v, self._epoch) for n, v in zip(BASE_FIELDS, padded, strict=False)}
            name = " ".join(str(key or "").split())
            found[name] = (*found.get(name, ()), values)
        return found


_DATED = frozenset({FIELD_HEADS["due"], FIELD_HEADS["done_on"]})
_KNOWN = {fold(head): head for head in (*FIELD_HEADS.values(), KEY_HEAD, SOURCE_HEAD)}


def _heads(cells: tuple[Any, ...]) -> dict[str, int] | None:
    """Where each known column stands, the first of its name; `None` where this is no row of heads."""
    found: dict[str, int] = {}
    for index, cell in enumerate(cells):
        head = _KNOWN.get(fold(" ".join(cell.split()))) if isinstance(cell, str) else None
        if head:
            found.setdefault(head, index)
    return found if KEY_HEAD in found and TEXT_HEAD in found else None
