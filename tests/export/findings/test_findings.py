"""Findings as a line, a page, a sheet and JSON."""

from __future__ import annotations

import json
from pathlib import Path

from openpyxl import load_workbook

from vanthu.document.content import Severity
from vanthu.export.findings.page import page
from vanthu.export.findings.sheet import write_sheet
from vanthu.export.findings.shown import Said, Shown, Side, gravest_first
from vanthu.export.findings.written import json_text, lines, place_of

CONFLICT = Shown(
    "deadline-conflict",
    Severity.ERROR,
    "Cùng một việc có hai thời hạn.",
    (
        Side("2. Số 21/KH-UBND", "II.1", 2, "Nạo vét kênh <trước> 31/5"),
        Side("3. Số 32/KH-UBND", "II.4", 3, "Khơi thông kênh trước 14/6"),
    ),
    key="0a1b2c3d4e",
    said=Said("Bỏ qua", "Hai tuyến kênh", "Nguyễn Thị Mẫu", "2026-01-05T08:00:00+00:00"),
)
NOTE = Shown("cited-missing", Severity.NOTE, "Chưa có trong sổ.", (Side("5. Số 9/KH-UBND", "legal_basis"),))


def test_a_line_can_be_cut_by_tabs() -> None:
    first, second = lines([CONFLICT, NOTE])
    assert first.split("\t") == [
        "LỖI",
        "2. Số 21/KH-UBND; 3. Số 32/KH-UBND",
        "trang 2",
        "II.1; II.4",
        "deadline-conflict",
        "Cùng một việc có hai thời hạn.",
        "Bỏ qua: Hai tuyến kênh",
        "0a1b2c3d4e",
    ]
    assert len(second.split("\t")) == 6


def test_the_page_has_both_quotes_and_what_was_said() -> None:
    html = page([CONFLICT, NOTE])
    assert "Nạo vét kênh &lt;trước&gt; 31/5" in html
    assert "Khơi thông kênh trước 14/6" in html
    assert "Hai tuyến kênh" in html
    assert "Một việc, hai thời hạn" in html


def test_the_page_of_nothing_says_so() -> None:
    assert "Không có phát hiện nào" in page([])


def test_the_sheet_has_a_row_a_finding_with_both_sides(tmp_path: Path) -> None:
    write_sheet([CONFLICT, NOTE], tmp_path / "a.xlsx")
    rows = list(load_workbook(tmp_path / "a.xlsx").active.iter_rows(min_row=4, values_only=True))
    assert rows[0][3] == CONFLICT.note
    assert "mục II.1, trang 2" in rows[0][4]
    assert rows[0][7] == "Khơi thông kênh trước 14/6"
    assert rows[0][8:11] == ("Bỏ qua", "Hai tuyến kênh", "0a1b2c3d4e")
    assert rows[1][6] in (None, "")


def test_json_has_everything() -> None:
    (record,) = json.loads(json_text([CONFLICT]))
    assert record["kind"] == "Một việc, hai thời hạn"
    assert record["sides"][1]["page"] == 3
    assert record["said"]["reason"] == "Hai tuyến kênh"


def test_places_are_told_as_people_say_them() -> None:
    assert place_of(Side("x", "II.1", 2)) == "mục II.1, trang 2"
    assert place_of(Side("x", "legal_basis")) == "phần căn cứ"


def test_the_gravest_come_first() -> None:
    assert gravest_first([NOTE, CONFLICT]) == (CONFLICT, NOTE)
