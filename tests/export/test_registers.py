from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given

from contracts import DUE, MONTHLY, contract, contracts, task, unhurried
from vanthu.contract.model import PublicPlan
from vanthu.errors import RulesError
from vanthu.export.office import load_office
from vanthu.export.registers import registers_page, write_registers
from vanthu.export.tracker.rows import Paper
from vanthu.planning.clock import Progress

STAMP = {
    "page": 1,
    "kind": "arrival",
    "box": [0, 0, 9, 9],
    "fields": {"number": "417", "date": "07/3/2024", "forwarded_to": "Văn hóa - Xã hội"},
}


def sheets(tmp_path: Path, *plans: PublicPlan) -> dict[str, list[tuple[Any, ...]]]:
    path = tmp_path / "registers.xlsx"
    assert write_registers(map(Paper, plans), path, load_office()) == len(plans)
    book = openpyxl.load_workbook(path)
    return {page.title: list(page.iter_rows(min_row=2, values_only=True)) for page in book}


def test_incoming_documents_in_the_columns_of_the_decree(tmp_path: Path) -> None:
    heads, numbers, row = sheets(tmp_path, contract(marks=[STAMP]))["Sổ đến"]
    assert (len(heads), heads[0], heads[-1]) == (10, "Ngày đến", "Ghi chú")
    assert numbers[:2] == ("(1)", "(2)")
    assert row == (
        datetime(2024, 3, 7),  # noqa: DTZ001 - a cell has no zone
        "417",
        "Ủy ban nhân dân xã An Phước",
        "12/KH-UBND",
        datetime(2024, 3, 5),  # noqa: DTZ001
        "Kế hoạch Chuyển đổi số năm 2024",
        "Văn hóa - Xã hội",
        None,
        None,
        None,
    )


def test_an_arrival_number_is_never_handed_out(tmp_path: Path) -> None:
    found = sheets(tmp_path, contract(task("1", deadlines=[DUE])), contract(marks=[STAMP | {"fields": {}}]))
    assert [row[:2] for row in found["Sổ đến"][2:]] == [(None, None), (None, None)]
    assert [row[0] for row in found["Sổ theo dõi"][2:]] == [None, None]


def test_a_stamp_without_a_whole_day_is_shown_as_it_stands(tmp_path: Path) -> None:
    stamp = STAMP | {"fields": {"date": "31/02/2024"}}
    assert sheets(tmp_path, contract(marks=[stamp]))["Sổ đến"][2][0] == "31/02/2024"


def test_what_has_a_time_is_followed_up_a_row_each(tmp_path: Path) -> None:
    public = contract(
        task("1", deadlines=[DUE], lead=["Công an xã"]), task("2", deadlines=[MONTHLY]), task("3")
    )
    rows = sheets(tmp_path, public)["Sổ theo dõi"][2:]
    assert [row[3] for row in rows] == [datetime(2024, 7, 31), "hằng tháng, vào ngày 30"]  # noqa: DTZ001
    assert (rows[0][1], rows[0][2]) == (
        "Kế hoạch số 12/KH-UBND ngày 05/03/2024 của Ủy ban nhân dân xã An Phước",
        "Công an xã",
    )


def test_the_page_to_print_says_the_same_and_escapes_it() -> None:
    page = registers_page([Paper(contract(marks=[STAMP], document={"title": "a <b> & c"}))], load_office())
    assert "417" in page
    assert "a &lt;b&gt; &amp; c" in page
    assert "SỔ THEO DÕI GIẢI QUYẾT VĂN BẢN ĐẾN" in page


@unhurried
@given(public=contracts())
def test_any_plan_can_be_registered(tmp_path_factory: pytest.TempPathFactory, public: PublicPlan) -> None:
    found = sheets(tmp_path_factory.mktemp("registers"), public)
    timed = sum(bool(t.deadlines) for t in public.tasks)
    assert (len(found["Sổ đến"]), len(found["Sổ theo dõi"])) == (3, 2 + (timed or 1))
    assert registers_page([Paper(public)], load_office())


def test_an_office_chooses_its_columns(tmp_path: Path) -> None:
    own = tmp_path / "own.yaml"
    own.write_text(
        "registers:\n"
        "  incoming: {sheet: Đến, title: SỔ, columns: [{head: TT, width: 5, holds: number}, {head: Tệp, width: 20, holds: file}]}\n"
        "  followup: {sheet: Dõi, title: SỔ, numbered: false, columns: [{head: Hạn, width: 12, holds: due}]}\n",
        encoding="utf-8",
    )
    path = tmp_path / "registers.xlsx"
    write_registers([Paper(contract())], path, load_office(own))
    assert [c.value for c in openpyxl.load_workbook(path)["Đến"][4]] == [1, "ke-hoach.pdf"]


@pytest.mark.parametrize(
    "text", ["", "registers: 3", "registers: {incoming: {sheet: 'a/b'}}", "a: [", "\x00"]
)
def test_a_broken_office_file_is_told(tmp_path: Path, text: str) -> None:
    (tmp_path / "own.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(RulesError):
        load_office(tmp_path / "own.yaml")


@pytest.mark.parametrize(
    ("words", "progress"),
    [
        ("Đã hoàn thành.", Progress.DONE),
        ("XONG", Progress.DONE),
        ("đang  thực hiện", Progress.WORKING),
        ("chua thuc hien", Progress.WAITING),
        ("tạm hoãn", Progress.PAUSED),
        ("không thực hiện", Progress.STOPPED),
        ("gần xong", None),
        ("", None),
    ],
)
def test_progress_in_people_s_words(words: str, progress: Progress | None) -> None:
    assert load_office().progress_of(words) is progress
