from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given

from contracts import DUE, MONTHLY, ONGOING, WINDOW, contract, contracts, task, unhurried
from vanthu.contract.model import PublicPlan
from vanthu.document.content import Severity
from vanthu.errors import OutputError
from vanthu.export.listed import Listed
from vanthu.export.timing import nearest_day
from vanthu.export.tracker.rows import Paper
from vanthu.export.tracker.workbook import write_tracker, write_workbook


def sheet(path: Path, name: str = "Nhiệm vụ") -> list[dict[str, object]]:
    rows = openpyxl.load_workbook(path)[name].iter_rows(values_only=True)
    head = next([str(cell) for cell in row] for row in rows if row[0] == "STT")
    return [dict(zip(head, row, strict=True)) for row in rows]


def written(tmp_path: Path, public: PublicPlan) -> Path:
    path = tmp_path / "tasks.xlsx"
    write_workbook(public, path)
    return path


def test_a_row_a_task_with_the_columns_of_the_secretariat(tmp_path: Path) -> None:
    public = contract(
        task(
            lead=["Công an xã", "Trạm Y tế"],
            coordinate=["Đoàn Thanh niên"],
            products=["Báo cáo"],
            deadlines=[DUE],
            page=2,
            confidence=0.91,
            evidence={"quote": "Rà soát\nhồ sơ", "page": 2},
        )
    )
    (row,) = sheet(written(tmp_path, public))
    assert str(row.pop("Tình trạng thời hạn")).startswith("=IF(")
    assert row == {
        "STT": 1,
        "Nội dung nhiệm vụ": "Rà soát hồ sơ của mục II.1.b1",
        "Văn bản giao": "12/KH-UBND",
        "Thời hạn hoàn thành": datetime(2024, 7, 31),  # noqa: DTZ001 - a cell has no zone
        "Diễn giải thời hạn": "trước 31/07/2024",
        "Cơ quan chủ trì": "Công an xã;\nTrạm Y tế",
        "Cơ quan phối hợp": "Đoàn Thanh niên",
        "Sản phẩm": "Báo cáo",
        "Tiến độ": None,
        "Ngày hoàn thành": None,
        "Ghi chú": None,
        "Cần xem lại": None,
        "Trang": 2,
        "Trích dẫn": "Rà soát hồ sơ",
        "Độ tin cậy": 0.91,
        "Xem bản gốc": None,
        "Mục": "II.1.b1",
        "Mã nhiệm vụ": "uid-II.1.b1",
        "Mã việc cấp trên": None,
    }


@pytest.mark.parametrize(
    ("deadlines", "day", "words"),
    [
        ([ONGOING], None, "thường xuyên"),
        ([WINDOW], date(2024, 8, 30), "từ 01/08/2024 đến 30/08/2024"),
        ([MONTHLY], None, "hằng tháng, vào ngày 30"),
        (
            [MONTHLY | {"until": "2024-12-31"}],
            date(2024, 12, 31),
            "hằng tháng, vào ngày 30, đến hết 31/12/2024",
        ),
        ([WINDOW, DUE], date(2024, 7, 31), "trước 31/07/2024; từ 01/08/2024 đến 30/08/2024"),
        ([DUE | {"time": "08:15"}], date(2024, 7, 31), "trước 08:15 ngày 31/07/2024"),
        ([DUE | {"date": None, "raw": "31/6"}], None, "ngày không có trong lịch: “31/6”"),
    ],
)
def test_the_date_is_the_earliest_that_binds_and_all_stand_in_words(
    tmp_path: Path, deadlines: list[dict[str, object]], day: date | None, words: str
) -> None:
    row = sheet(written(tmp_path, contract(task(deadlines=deadlines))))[0]
    shown = row["Thời hạn hoàn thành"]
    assert (shown.date() if isinstance(shown, datetime) else shown) == day
    assert row["Diễn giải thời hạn"] == words


@pytest.mark.parametrize("text", ["=1+1", "+84", "-5", "@SUM(A1)", "http://a.b"])
def test_text_that_looks_like_a_formula_stays_text(tmp_path: Path, text: str) -> None:
    path = written(tmp_path, contract(task(text=text)))
    cell = openpyxl.load_workbook(path)["Nhiệm vụ"]["B5"]
    assert (cell.value, cell.data_type) == (text, "s")
    assert cell.hyperlink is None


def test_a_text_longer_than_a_cell_is_cut_and_not_lost(tmp_path: Path) -> None:
    assert sheet(written(tmp_path, contract(task(text="a" * 40_000))))[0]["Nội dung nhiệm vụ"] == "a" * 32_767


def test_the_sheet_is_ready_to_filter_scroll_and_print(tmp_path: Path) -> None:
    page = openpyxl.load_workbook(written(tmp_path, contract(task("1"), task("2"))))["Nhiệm vụ"]
    assert page.freeze_panes == "C5"
    assert page.auto_filter.ref == "A4:T6"
    assert (page.page_setup.orientation, page.page_setup.paperSize) == ("landscape", 9)
    assert page.print_title_rows == "$4:$4"
    assert page.page_setup.fitToHeight == 0
    assert page["B5"].alignment.wrap_text
    assert page["D5"].number_format == "dd/mm/yyyy"


def test_work_under_other_work_is_set_in(tmp_path: Path) -> None:
    page = openpyxl.load_workbook(written(tmp_path, contract(task("1"), task("1.b1", parent="1"))))[
        "Nhiệm vụ"
    ]
    assert [page[f"B{row}"].alignment.indent for row in (5, 6)] == [0, 1]


def test_findings_have_a_sheet_with_the_page_of_their_task(tmp_path: Path) -> None:
    finding = {"code": "deadline-on-day-off", "where": ["1"], "note": "Hạn là ngày nghỉ.", "severity": "note"}
    row = sheet(written(tmp_path, contract(task("1", page=4), findings=[finding])), "Phát hiện")[0]
    assert (row["Mức độ"], row["Nội dung phát hiện"], row["Trang"]) == ("Lưu ý", "Hạn là ngày nghỉ.", 4)


def test_the_header_has_a_sheet_that_marks_doubt(tmp_path: Path) -> None:
    fields = {"number": {"confidence": 0.4, "review": "số viết tay", "evidence": {"quote": "12", "page": 1}}}
    rows = sheet(written(tmp_path, contract(document={"fields": fields})), "Văn bản")
    number = next(r for r in rows if r["Thông tin"] == "Số")
    assert (number["Giá trị"], number["Trang"], number["Độ tin cậy"], number["Cần xem lại"]) == (
        "12",
        1,
        0.4,
        "số viết tay",
    )


def test_schedule_rows_and_times_of_the_whole_plan_have_a_sheet(tmp_path: Path) -> None:
    public = contract(document_deadlines=[WINDOW], schedule=[{"when": "2024-08-05", "what": "Thôn Đông"}])
    rows = sheet(written(tmp_path, public), "Lịch")
    assert [r["Nội dung"] for r in rows] == ["Thôn Đông", "Chuyển đổi số năm 2024"]


def test_one_tracker_over_many_plans_numbers_through(tmp_path: Path) -> None:
    plans = [
        Paper(contract(task("1"), source="a.pdf")),
        Paper(contract(task("1"), task("2"), source="b.pdf")),
    ]
    path = tmp_path / "all.xlsx"
    assert write_tracker(iter(plans), path) == 2
    assert [r["STT"] for r in sheet(path)] == [1, 2, 3]
    assert [(r["Tệp"], r["Số nhiệm vụ"]) for r in sheet(path, "Văn bản")] == [("a.pdf", 1), ("b.pdf", 2)]


def test_findings_between_plans_stand_in_the_tracker(tmp_path: Path) -> None:
    across = Listed(
        ("a.pdf", "b.pdf"), "deadline-conflict", ("a.pdf#1.b2", "b.pdf#3"), "Hai hạn.", Severity.ERROR
    )
    path = tmp_path / "all.xlsx"
    write_tracker([Paper(contract(task("1")))], path, between=[across])
    row = sheet(path, "Phát hiện")[0]
    assert (row["Mức độ"], row["Văn bản"]) == ("Lỗi", "a.pdf;\nb.pdf")
    assert row["Liên quan đến"] == "gạch đầu dòng thứ 2, mục 1; mục 3"


def test_the_same_plan_gives_the_same_bytes(tmp_path: Path) -> None:
    public = contract(task(deadlines=[DUE]))
    first = written(tmp_path, public).read_bytes()
    assert written(tmp_path, public).read_bytes() == first


def test_a_place_that_takes_no_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="không tạo được thư mục"):
        write_workbook(contract(task()), tmp_path / "missing" / "tasks.xlsx")


@unhurried
@given(public=contracts())
def test_any_contract_gives_a_sheet_with_its_tasks_and_dates(
    tmp_path_factory: pytest.TempPathFactory, public: PublicPlan
) -> None:
    rows = sheet(written(tmp_path_factory.mktemp("sheet"), public))
    assert [r["Mục"] for r in rows] == [t.id for t in public.tasks]
    shown = [r["Thời hạn hoàn thành"] for r in rows]
    dates = [value.date() if isinstance(value, datetime) else value for value in shown]
    assert dates == [nearest_day(t.deadlines) for t in public.tasks]
