"""Findings as a sheet that one filters, with room for the answer of whoever drafted the plan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from vanthu.export.findings.shown import Shown, Side
from vanthu.export.findings.written import place_of
from vanthu.export.listed import SEVERITY_NAMES
from vanthu.export.sheets.books import written_book
from vanthu.export.sheets.sheet import Column, Layout, Row, Sheet, Styles, Value

_COLUMNS = (
    Column("STT", 5, "number"),
    Column("Mức", 9, "centre"),
    Column("Loại", 16),
    Column("Phát hiện", 40),
    Column("Văn bản thứ nhất", 19),
    Column("Nội dung thứ nhất", 34),
    Column("Văn bản thứ hai", 19),
    Column("Nội dung thứ hai", 34),
    Column("Kết luận", 12, "entry_text"),
    Column("Lý do, trả lời", 22, "entry_text"),
    Column("Mã phát hiện", 22, "code"),
)
_TITLE = "PHÁT HIỆN KHI RÀ SOÁT KẾ HOẠCH"


def write_sheet(findings: Sequence[Shown], path: Path) -> None:
    """Write a workbook of findings. Raises `OutputError`."""
    with written_book(path, title=_TITLE) as book:
        layout = Layout(_TITLE, f"{len(findings)} phát hiện, lỗi trước, lưu ý sau", printed=10, frozen=2)
        sheet = Sheet(book, Styles(book), "Phát hiện", _COLUMNS, layout)
        sheet.start()
        sheet.add(_row(finding) for finding in findings)
        sheet.finish()


def _row(finding: Shown) -> Row:
    first, second = (*finding.sides, None, None)[:2]
    said = finding.said
    more = len(finding.sides) - 2
    note = f"{finding.note} (và {more} chỗ khác)" if more > 0 else finding.note
    values: list[Value] = [None, SEVERITY_NAMES[finding.severity], finding.kind, note]
    values += [*_side(first), *_side(second)]
    values += [said.verdict if said else "", (said.reason if said else "") or "", finding.key]
    return Row(values)


def _side(side: Side | None) -> Iterator[str]:
    yield f"{side.document}\n{place_of(side)}".strip() if side else ""
    yield (side.quote or "") if side else ""
