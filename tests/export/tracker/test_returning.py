"""Out to a sheet, through the hands of people, and back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from openpyxl.worksheet.worksheet import Worksheet

from contracts import DUE, contract, contracts, task, unhurried
from vanthu.contract.model import PublicPlan
from vanthu.errors import InputError
from vanthu.export.tracker.changes import Review, review
from vanthu.export.tracker.returned import read_tracker
from vanthu.export.tracker.workbook import write_workbook
from vanthu.planning.followed import follow
from vanthu.planning.journal import Entry, Journal, OwnTask

AT = "2024-07-01T08:00:00+07:00"
Edit = Callable[[Worksheet, Callable[[str], int]], None]
PLAN = contract(
    task("1", lead=["Công an xã", "Trạm Y tế"], deadlines=[DUE]),
    task("2", coordinate=["Đoàn xã"], products=["Báo cáo"]),
    task("3"),
)
FIRST = 5  # row of the first task


def came_back(path: Path, public: PublicPlan, journal: Journal | None = None) -> Review:
    return review(read_tracker(path), {f.key: f for f in follow(public, journal).tasks})


def edited(
    tmp_path: Path, edit: Edit, *, journal: Journal | None = None, now: Journal | None = None
) -> Review:
    """What comes back of a sheet made with one journal, when another is the present one."""
    path = tmp_path / "tasks.xlsx"
    write_workbook(PLAN, path, journal=journal)
    book = openpyxl.load_workbook(path)
    page = book["Nhiệm vụ"]
    heads = {str(cell.value): cell.column for cell in page[4]}
    edit(page, heads.__getitem__)
    book.save(path)
    return came_back(path, PLAN, now or journal)


def told(found: Review) -> list[tuple[str, str, Any, Any]]:
    return [(c.key, c.field, c.was, c.value) for c in found.changes]


@unhurried
@given(public=contracts())
def test_export_import_and_export_again_change_nothing(
    tmp_path_factory: pytest.TempPathFactory, public: PublicPlan
) -> None:
    path = tmp_path_factory.mktemp("sheet") / "tasks.xlsx"
    write_workbook(public, path)
    first = path.read_bytes()
    assert came_back(path, public) == Review()
    write_workbook(public, path)
    assert path.read_bytes() == first


def test_progress_dates_notes_and_units_come_back(tmp_path: Path) -> None:
    def edit(page: Worksheet, at: Callable[[str], int]) -> None:
        page.cell(FIRST, at("Tiến độ")).value = "Hoàn thành"
        page.cell(FIRST, at("Ngày hoàn thành")).value = date(2024, 7, 30)
        page.cell(FIRST, at("Ghi chú")).value = "  đã gửi \n báo cáo"
        page.cell(FIRST, at("Thời hạn hoàn thành")).value = datetime(2024, 8, 15, 17, 0)  # noqa: DTZ001
        page.cell(FIRST, at("Cơ quan chủ trì")).value = "Công an xã; Ban Chỉ huy Quân sự xã"

    assert told(edited(tmp_path, edit)) == [
        ("uid-1", "progress", None, "Hoàn thành"),
        ("uid-1", "done_on", None, "2024-07-30"),
        ("uid-1", "due", "2024-07-31", "2024-08-15"),
        ("uid-1", "lead", ("Công an xã", "Trạm Y tế"), ("Công an xã", "Ban Chỉ huy Quân sự xã")),
        ("uid-1", "note", None, "đã gửi\nbáo cáo"),
    ]


def test_rows_are_known_by_their_key_wherever_they_stand(tmp_path: Path) -> None:
    def edit(page: Worksheet, at: Callable[[str], int]) -> None:
        rows = [[cell.value for cell in row] for row in page.iter_rows(min_row=FIRST)]
        rows[1][at("Tiến độ") - 1] = "xong"
        for number, row in enumerate(reversed(rows), start=FIRST):
            for column, value in enumerate(row, start=1):
                page.cell(number, column).value = value
        page.move_range(f"A4:T{page.max_row}", rows=3)
        page.cell(1, 1).value = "ỦY BAN NHÂN DÂN XÃ"
        page.delete_rows(page.max_row)

    assert told(edited(tmp_path, edit)) == [("uid-2", "progress", None, "Hoàn thành")]


def test_columns_may_be_moved_or_taken_out(tmp_path: Path) -> None:
    def edit(page: Worksheet, at: Callable[[str], int]) -> None:
        page.cell(FIRST, at("Ghi chú")).value = "ghi"
        page.cell(4, at("Tiến độ")).value = "Mức độ"
        page.cell(4, at("Ghi chú")).value = " GHI  CHÚ "

    assert told(edited(tmp_path, edit)) == [("uid-1", "note", None, "ghi")]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("15/8/2024", "2024-08-15"),
        ("15.08.2024", "2024-08-15"),
        ("2024-08-15", "2024-08-15"),
        (45519, "2024-08-15"),
        ("29/2/2024", "2024-02-29"),
        (date(1990, 1, 1), "1990-01-01"),
        (date(2100, 12, 31), "2100-12-31"),
        (None, None),
    ],
)
def test_dates_as_people_write_them(tmp_path: Path, written: Any, expected: str | None) -> None:
    def edit(page: Worksheet, at: Callable[[str], int]) -> None:
        page.cell(FIRST, at("Thời hạn hoàn thành")).value = written
        page.cell(FIRST, at("Thời hạn hoàn thành")).number_format = "General"

    assert told(edited(tmp_path, edit)) == [("uid-1", "due", "2024-07-31", expected)]


@pytest.mark.parametrize(
    ("head", "written", "reason"),
    [
        ("Thời hạn hoàn thành", "31/6/2024", "không phải ngày"),
        ("Thời hạn hoàn thành", "29/2/2023", "không phải ngày"),
        ("Thời hạn hoàn thành", "cuối tháng", "không phải ngày"),
        ("Thời hạn hoàn thành", date(1970, 1, 1), "không phải thời hạn"),
        ("Thời hạn hoàn thành", date(2204, 1, 1), "1990–2100"),
        ("Thời hạn hoàn thành", "=D6+99", "không phải ngày"),
        ("Thời hạn hoàn thành", True, "không phải ngày"),
        ("Ngày hoàn thành", 7, "1990–2100"),
        ("Tiến độ", "gần xong", "không hiểu tiến độ"),
        ("Nội dung nhiệm vụ", "Việc khác", "không sửa qua bảng"),
    ],
)
def test_what_is_broken_is_told_by_sheet_and_row_and_the_rest_is_taken(
    tmp_path: Path, head: str, written: Any, reason: str
) -> None:
    def edit(page: Worksheet, at: Callable[[str], int]) -> None:
        page.cell(FIRST, at(head)).value = written
        page.cell(FIRST, at("Ghi chú")).value = "ghi"

    found = edited(tmp_path, edit)
    (trouble,) = found.troubles
    assert str(trouble).startswith("trang tính Nhiệm vụ, dòng 5: ")
    assert reason in trouble.reason
    assert told(found) == [("uid-1", "note", None, "ghi")]


def test_a_strange_key_is_told(tmp_path: Path) -> None:
    def edit(page: Worksheet, at: Callable[[str], int]) -> None:
        page.cell(FIRST + 1, at("Mã nhiệm vụ")).value = "mã lạ"

    found = edited(tmp_path, edit)
    assert [str(t) for t in found.troubles] == [
        "trang tính Nhiệm vụ, dòng 6: không có nhiệm vụ mang mã “mã lạ” trong các kế hoạch này"
    ]


def test_a_row_that_stands_twice_counts_once_and_a_second_meaning_is_told(tmp_path: Path) -> None:
    def edit(page: Worksheet, at: Callable[[str], int]) -> None:
        for row, words in ((FIRST, "một"), (8, "một"), (9, "hai")):
            for column in range(1, 21):
                page.cell(row, column).value = page.cell(FIRST, column).value
            page.cell(row, at("Ghi chú")).value = words

    found = edited(tmp_path, edit)
    assert told(found) == [("uid-1", "note", None, "một")]
    assert [t.place.row for t in found.troubles] == [9]


def test_what_someone_else_said_meanwhile_stays(tmp_path: Path) -> None:
    def edit(page: Worksheet, at: Callable[[str], int]) -> None:
        page.cell(FIRST, at("Ghi chú")).value = "của tôi"
        page.cell(FIRST + 1, at("Ghi chú")).value = "việc hai"

    now = Journal(entries=(Entry(task="uid-1", field="note", value="của Lan", by="Lan", at=AT),))
    found = edited(tmp_path, edit, now=now)
    assert told(found) == [("uid-2", "note", None, "việc hai")]
    assert "Lan" in found.troubles[0].reason


def test_an_old_sheet_does_not_take_back_what_was_said_since(tmp_path: Path) -> None:
    now = Journal(entries=(Entry(task="uid-1", field="progress", value="Hoàn thành", by="Lan", at=AT),))
    assert edited(tmp_path, lambda *_: None, now=now) == Review()


def test_added_rows_become_own_tasks_once(tmp_path: Path) -> None:
    def edit(page: Worksheet, at: Callable[[str], int]) -> None:
        for row in (8, 10):
            page.cell(row, at("Nội dung nhiệm vụ")).value = "Họp giao ban"
            page.cell(row, at("Văn bản giao")).value = "12/KH-UBND"
        page.cell(8, at("Thời hạn hoàn thành")).value = "1/9/2024"
        page.cell(8, at("Tiến độ")).value = "chưa rõ"
        page.cell(9, at("Ghi chú")).value = "không có nội dung"

    found = edited(tmp_path, edit)
    (added,) = found.added
    assert (added.text, added.source, dict(added.values)) == (
        "Họp giao ban",
        "12/KH-UBND",
        {"due": "2024-09-01"},
    )
    assert [t.place.row for t in found.troubles] == [8, 9, 10]
    own = Journal(own=(OwnTask(task=added.key, text=added.text, source=added.source, by="Lan", at=AT),))
    assert edited(tmp_path, edit, now=own).added == []


def test_the_words_of_an_own_task_may_be_changed(tmp_path: Path) -> None:
    own = Journal(own=(OwnTask(task="bs-1", text="Họp", by="Lan", at=AT),))

    def edit(page: Worksheet, at: Callable[[str], int]) -> None:
        assert page.cell(8, at("Mã nhiệm vụ")).value == "bs-1"
        page.cell(8, at("Nội dung nhiệm vụ")).value = "Họp giao ban"

    assert told(edited(tmp_path, edit, journal=own)) == [("bs-1", "text", "Họp", "Họp giao ban")]


@pytest.mark.parametrize("name", ["missing.xlsx", "text.xlsx", "other.xlsx"])
def test_a_file_that_is_no_tracker_is_told(tmp_path: Path, name: str) -> None:
    (tmp_path / "text.xlsx").write_text("không phải bảng tính", encoding="utf-8")
    openpyxl.Workbook().save(tmp_path / "other.xlsx")
    with pytest.raises(InputError, match="hãy"):
        read_tracker(tmp_path / name)
