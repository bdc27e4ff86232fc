"""Filling a Word file: `{{field}}` in its text, and table rows that are repeated for each record.

A field keeps the letters of the place where it stands. A row with `{{viec.field}}` in it stands for all records.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from docx.oxml.ns import qn
from docx.table import Table, _Row
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from vanthu.errors import InputError

FIELD = re.compile(r"\{\{\s*([\w.]+)\s*\}\}")
ROW = "viec."
Fields = Mapping[str, str]


def fill(document: Any, fields: Fields, records: Sequence[Fields]) -> None:
    """Fill a document of python-docx in place. Raises `InputError` for a field that nobody knows, and without a row for records."""
    repeated = 0
    for table in _tables(document):
        for row in list(table.rows):
            if _is_pattern(row):
                _repeat(row, table, fields, records)
                repeated += 1
    if not repeated:
        raise InputError(f"mẫu không có dòng bảng nào chứa {{{{{ROW}noi_dung}}}}; hãy thêm dòng đó vào bảng")
    for paragraph in _paragraphs(document):
        _fill_paragraph(paragraph, fields)


def _tables(document: Any) -> Iterator[Table]:
    for part in _parts(document):
        for table in part.tables:
            yield table
            yield from (inner for row in table.rows for cell in row.cells for inner in cell.tables)


def _parts(document: Any) -> Iterator[Any]:
    yield document
    for section in document.sections:
        yield from (section.header, section.footer, section.first_page_header, section.first_page_footer)


def _paragraphs(document: Any) -> Iterator[Paragraph]:
    for part in _parts(document):
        for element in part._element.iter(qn("w:p")):  # noqa: SLF001 - paragraphs in boxes and inner tables too
            yield Paragraph(element, part)


def _is_pattern(row: _Row) -> bool:
    return any(name.startswith(ROW) for cell in row.cells for name in FIELD.findall(cell.text))


def _repeat(row: _Row, table: Table, fields: Fields, records: Sequence[Fields]) -> None:
    for record in records:
        new = copy.deepcopy(row._tr)  # noqa: SLF001 - the library has no copying of its own
        row._tr.addprevious(new)  # noqa: SLF001
        known = {**fields, **{f"{ROW}{name}": value for name, value in record.items()}}
        for paragraph in (p for cell in _Row(new, table).cells for p in cell.paragraphs):
            _fill_paragraph(paragraph, known)
    row._tr.getparent().remove(row._tr)  # noqa: SLF001


def _fill_paragraph(paragraph: Paragraph, fields: Fields) -> None:
    """Word cuts a text into runs as it likes: a field takes the look of the run that it begins in."""
    while match := FIELD.search("".join(run.text for run in paragraph.runs)):
        if match[1] not in fields:
            known = ", ".join(sorted(fields))
            raise InputError(f"mẫu dùng trường không có: {match[0]}; các trường: {known}")
        _replace(paragraph.runs, match.start(), match.end(), FIELD.sub("", fields[match[1]]))


def _replace(runs: Sequence[Run], start: int, end: int, value: str) -> None:
    at = 0
    for run in runs:
        text, first = run.text, at
        at += len(text)
        low, high = max(start - first, 0), min(end - first, len(text))
        if low < high:
            run.text = text[:low] + value + text[high:]
            value = ""
