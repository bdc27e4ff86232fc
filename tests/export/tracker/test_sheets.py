"""What the sheets of a tracker show, read with another library than the one that wrote them."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from openpyxl.worksheet.worksheet import Worksheet

from contracts import AFTER, DUE, MONTHLY, ONGOING, WINDOW, contract, contracts, task, unhurried
from vanthu.contract.model import PublicPlan
from vanthu.export.timing import binding_day
from vanthu.export.tracker.rows import Day, Paper
from vanthu.export.tracker.workbook import write_tracker, write_workbook
from vanthu.export.wording import anchor
from vanthu.planning.clock import Progress, State
from vanthu.planning.journal import Entry, Journal, OwnTask

AT = "2024-07-01T08:00:00+07:00"
ON = Day(date(2024, 7, 28))


def pages(tmp_path: Path, public: PublicPlan, *, computed: bool = False, **more: object) -> openpyxl.Workbook:
    path = tmp_path / "tasks.xlsx"
    write_workbook(public, path, **more)
    return openpyxl.load_workbook(path, data_only=computed)


def column(page: Worksheet, head: str, *, head_row: int) -> list[object]:
    at = next(c.column for c in page[head_row] if c.value == head)
    return [row[at - 1] for row in page.iter_rows(min_row=head_row + 1, values_only=True)]


def test_the_sheets_that_people_see(tmp_path: Path) -> None:
    book = pages(tmp_path, contract(task("1")))
    seen = [page.title for page in book if page.sheet_state == "visible"]
    assert seen == ["Nhiệm vụ", "Theo đơn vị", "Lịch", "Phát hiện", "Chưa rõ", "Văn bản"]
    assert book["_Gốc"].sheet_state == "veryHidden"


def test_the_day_is_a_cell_that_people_may_change(tmp_path: Path) -> None:
    assert pages(tmp_path, contract(task("1")))["Nhiệm vụ"]["D3"].value == "=TODAY()"
    fixed = pages(tmp_path, contract(task("1")), day=ON)["Nhiệm vụ"]
    assert (fixed["D3"].value, fixed["G3"].value) == (datetime(2024, 7, 28), 7)  # noqa: DTZ001


def test_with_a_fixed_day_the_states_stand_there_before_anything_reckons(tmp_path: Path) -> None:
    found = [task(str(n), deadlines=[d]) for n, d in enumerate([DUE, WINDOW, MONTHLY, ONGOING, AFTER])]
    page = pages(tmp_path, contract(*found), day=ON, computed=True)["Nhiệm vụ"]
    states = column(page, "Tình trạng thời hạn", head_row=4)
    assert states == [State.SOON, State.AHEAD, State.RECURRING, State.ONGOING, State.EVENT]


def test_progress_has_a_drop_down_also_below_the_last_task(tmp_path: Path) -> None:
    page = pages(tmp_path, contract(task("1")))["Nhiệm vụ"]
    (choice,) = [v for v in page.data_validations.dataValidation if v.type == "list"]
    assert choice.formula1 == '"' + ",".join(Progress) + '"'
    assert "I6" in choice.sqref
    assert "I500" in choice.sqref


def test_late_and_near_have_colours(tmp_path: Path) -> None:
    page = pages(tmp_path, contract(task("1")))["Nhiệm vụ"]
    rules = {rule.formula[0] for found in page.conditional_formatting for rule in found.rules}
    assert {'$K5="Quá hạn"', '$K5="Sắp đến hạn"'} <= rules


def test_a_task_leads_to_its_clipping(tmp_path: Path) -> None:
    proven = task("II.1", evidence={"quote": "Rà soát", "page": 1})
    page = pages(tmp_path, contract(proven, task("2")), report="report.html")["Nhiệm vụ"]
    link = page["Q5"].hyperlink
    assert (link.target, link.location) == ("report.html", anchor("II.1"))
    assert page["Q6"].hyperlink is None


def test_a_link_survives_what_stands_in_names_of_folders(tmp_path: Path) -> None:
    proven = task("1", evidence={"quote": "Rà soát", "page": 1})
    page = pages(tmp_path, contract(proven), report="kế hoạch #1 50%/report.html")["Nhiệm vụ"]
    assert page["Q5"].hyperlink.target.replace("\\", "/") == "kế%20hoạch%20%231%2050%25/report.html"


def test_injected_cells_stay_text_in_every_sheet(tmp_path: Path) -> None:
    nasty = ["=1+1", "+84", "-5", "@SUM(A1)", "\t=1", '=HYPERLINK("http://a.b")', "{=1}"]
    found = [
        task(
            str(n),
            text=t,
            lead=[t],
            coordinate=[t + "x"],
            products=[t],
            deadlines=[DUE | {"raw": t}],
            review=[t],
        )
        for n, t in enumerate(nasty)
    ]
    findings = [{"code": "x", "where": [t], "note": t} for t in nasty]
    schedule = [{"when": "2024-08-05", "what": t} for t in nasty]
    public = contract(
        *found, findings=findings, schedule=schedule, document={"title": nasty[0], "number": nasty[1]}
    )
    journal = Journal(
        entries=tuple(Entry(task=f"uid-{n}", field="note", value=t, by=t, at=AT) for n, t in enumerate(nasty))
    )
    book = pages(tmp_path, public, journal=journal)
    ours = ("IF(", "IFERROR(IF(INDEX(", "TODAY()", "MATCH(", '"Quá hạn: "')
    formulas = [c.value for page in book for row in page.iter_rows() for c in row if c.data_type == "f"]
    assert formulas
    assert all(str(f).removeprefix("=").startswith(ours) for f in formulas)
    assert not [c for page in book for row in page.iter_rows() for c in row if c.hyperlink]


def test_units_stand_by_name_each_with_its_work_by_day(tmp_path: Path) -> None:
    public = contract(
        task("1", lead=["Trạm Y tế"], deadlines=[WINDOW]),
        task("2", lead=["Trạm Y tế"], coordinate=["Công an xã"], deadlines=[DUE]),
        task("3", coordinate=["trạm y tế"]),
        task("4"),
    )
    page = pages(tmp_path, public, day=ON, computed=True)["Theo đơn vị"]
    rows = [(r[1], r[2]) for r in page.iter_rows(min_row=4, values_only=True)]
    text = "Rà soát hồ sơ của mục {}".format
    assert rows == [
        ("Chưa rõ đơn vị chủ trì", "1 việc"),
        (text(4), None),
        ("Công an xã", "1 việc"),
        (text(2), "Phối hợp"),
        ("Trạm Y tế", "3 việc"),
        (text(2), "Chủ trì"),
        (text(1), "Chủ trì"),
        (text(3), "Phối hợp"),
    ]
    assert page["D8"].value == "Quá hạn: 0 · Sắp đến hạn: 1 · Chưa đến hạn: 1"


def test_the_agenda_is_in_the_order_of_days_with_days_off_marked(tmp_path: Path) -> None:
    sunday = DUE | {
        "date": "2024-07-28",
        "day_off": {"reason": "Chủ nhật", "working_day_before": "2024-07-26"},
    }
    public = contract(
        task("1", deadlines=[ONGOING, DUE]), task("2", deadlines=[sunday]), document_deadlines=[WINDOW]
    )
    page = pages(tmp_path, public)["Lịch"]
    assert column(page, "Thứ", head_row=3) == ["Chủ nhật", "Thứ Tư", "Thứ Sáu", None]
    assert "ngày làm việc liền trước: 26/07/2024" in str(column(page, "Lưu ý", head_row=3)[0])


@unhurried
@given(public=contracts())
def test_every_date_of_the_agenda_is_one_of_the_plan(
    tmp_path_factory: pytest.TempPathFactory, public: PublicPlan
) -> None:
    page = pages(tmp_path_factory.mktemp("sheet"), public)["Lịch"]
    shown = [
        d.date()
        for d in column(page, "Ngày", head_row=page.max_row - _rows(public))
        if isinstance(d, datetime)
    ]
    found = [*public.document_deadlines, *(d for t in public.tasks for d in t.deadlines)]
    days = [day for d in found if (day := binding_day(d))] + [
        date.fromisoformat(r.when[:10]) for r in public.schedule
    ]
    assert shown == sorted(days)


def _rows(public: PublicPlan) -> int:
    return len(public.document_deadlines) + sum(len(t.deadlines) for t in public.tasks) + len(public.schedule)


def test_what_people_said_is_shown_with_their_name(tmp_path: Path) -> None:
    words = {"progress": "Hoàn thành", "done_on": "2024-07-30", "due": "2024-08-15", "note": "đã gửi"}
    was = {"due": "2024-07-31"}
    entries = [
        Entry(task="uid-1", field=f, value=v, was=was.get(f), by="Lan", at=AT) for f, v in words.items()
    ]
    own = OwnTask(task="bs-1", text="Họp giao ban", source="theo điện thoại", by="Lan", at=AT)
    journal = Journal(entries=tuple(entries), own=(own,))
    page = pages(
        tmp_path,
        contract(task("1", deadlines=[DUE])),
        journal=journal,
        day=Day(date(2024, 9, 1)),
        computed=True,
    )["Nhiệm vụ"]
    assert column(page, "Thời hạn hoàn thành", head_row=4)[0] == datetime(2024, 8, 15)  # noqa: DTZ001
    assert column(page, "Tình trạng thời hạn", head_row=4) == [State.ON_TIME, State.NONE]
    assert column(page, "Cần xem lại", head_row=4)[0] == "Thời hạn do Lan sửa; trước đó: 31/07/2024"
    assert column(page, "Văn bản giao", head_row=4) == ["12/KH-UBND", "theo điện thoại"]


def test_a_tracker_of_one_unit_has_its_work_only(tmp_path: Path) -> None:
    public = contract(
        task("1", lead=["Công an xã"]), task("2", lead=["Trạm Y tế"]), task("3", coordinate=["công an xã"])
    )
    path = tmp_path / "unit.xlsx"
    write_tracker([Paper(public, unit="cong an")], path)
    assert column(openpyxl.load_workbook(path)["Nhiệm vụ"], "Mục", head_row=4) == ["1", "3"]
