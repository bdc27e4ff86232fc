from collections.abc import Callable
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from contracts import DUE, contract, task
from vanthu import api
from vanthu.contract.plan_file import dumps
from vanthu.errors import ExitCode
from vanthu.planning.journal import JOURNAL_FILE, load_journal


@pytest.fixture
def out(tmp_path: Path) -> Path:
    (tmp_path / "out" / "a").mkdir(parents=True)
    public = contract(task("1", lead=["Công an xã"], deadlines=[DUE]), task("2"))
    (tmp_path / "out" / "a" / "plan.json").write_text(dumps(public), encoding="utf-8")
    return tmp_path / "out"


def worked_on(sheet: Path, **cells: object) -> None:
    book = openpyxl.load_workbook(sheet)
    for place, value in cells.items():
        book["Nhiệm vụ"][place].value = value
    book.save(sheet)


def test_a_sheet_goes_out_with_a_table_beside_it(vanthu: Callable, out: Path) -> None:
    ended = vanthu("tracker", "export", out, "--out", out / "tasks.xlsx", "--on", "15/7/2024", "--csv")
    assert (ended.code, ended.out.split()) == (ExitCode.OK, [str(out / "tasks.xlsx"), str(out / "tasks.csv")])
    assert "2024-07-31" in (out / "tasks.csv").read_text(encoding="utf-8-sig")


def test_an_import_shows_what_changed_and_takes_nothing_unasked(vanthu: Callable, out: Path) -> None:
    vanthu("tracker", "export", out, "--out", out / "tasks.xlsx")
    worked_on(out / "tasks.xlsx", I5="xong", D5="15/8/2024")
    ended = vanthu("tracker", "import", out / "tasks.xlsx")
    assert ended.code == ExitCode.OK
    assert "dòng 5: Tiến độ: (trống) → Hoàn thành (Rà soát hồ sơ của mục 1)" in ended.out
    assert "dòng 5: Thời hạn hoàn thành: 31/07/2024 → 15/08/2024" in ended.out
    assert "thêm --yes để ghi" in ended.err
    assert not (out / "a" / JOURNAL_FILE).exists()


def test_with_yes_it_is_taken_and_the_broken_rest_is_told(vanthu: Callable, out: Path) -> None:
    vanthu("tracker", "export", out, "--out", out / "tasks.xlsx")
    worked_on(out / "tasks.xlsx", L5="đã gửi", D6="31/6/2024", B7="Việc thêm", C7="12/KH-UBND")
    ended = vanthu("tracker", "import", out / "tasks.xlsx", "--plans", out, "--yes", "--by", "Lan")
    assert ended.code == ExitCode.INPUT
    assert "dòng 6: Thời hạn hoàn thành: “31/6/2024” không phải ngày" in ended.err
    assert "1 thay đổi, 1 nhiệm vụ thêm, 1 chỗ không nhận" in ended.err
    journal = load_journal(out / "a")
    assert [(e.field, e.value, e.by) for e in journal.entries] == [("note", "đã gửi", "Lan")]
    assert [o.text for o in journal.own] == ["Việc thêm"]


def test_what_people_said_outlives_the_next_processing(vanthu: Callable, tmp_path: Path) -> None:
    letter = tmp_path / "a.txt"
    letter.write_text(
        "KẾ HOẠCH\nTổ chức ngày hội\n\n1. Công an xã lập danh sách trước ngày 31/7/2024.\n", encoding="utf-8"
    )
    out = tmp_path / "out"
    vanthu("process", letter, "--out", out, "--jobs", 1)
    sheet = out / "a" / "tasks.xlsx"
    worked_on(sheet, L5="đã gọi điện", D5="15/8/2024")
    assert vanthu("tracker", "import", sheet, "--yes", "--by", "Lan").code == ExitCode.OK
    plan = (out / "a" / "plan.json").read_text(encoding="utf-8")
    vanthu("process", letter, "--out", out, "--jobs", 1)
    assert (out / "a" / "plan.json").read_text(encoding="utf-8") == plan
    for made in (sheet, out / "tasks.xlsx"):
        page = openpyxl.load_workbook(made)["Nhiệm vụ"]
        assert (page["L5"].value, page["D5"].value.isoformat()) == ("đã gọi điện", "2024-08-15T00:00:00")
    assert "20240815" in (out / "a" / "calendar.ics").read_text(encoding="utf-8")


def test_registers_and_notes(vanthu: Callable, out: Path) -> None:
    assert vanthu("tracker", "registers", out, "--out", out / "books").code == ExitCode.OK
    ended = vanthu("tracker", "notes", out, "--out", out / "notes", "--unit", "cong an")
    assert (ended.code, ended.out.split()) == (ExitCode.OK, [str(out / "notes" / "cong-an-xa.docx")])


@pytest.mark.parametrize(
    "arguments",
    [
        ("export", "missing", "--out", "x.xlsx"),
        ("import", "missing.xlsx"),
        ("registers", "missing", "--out", "x"),
        ("notes", "missing", "--out", "x"),
    ],
)
def test_what_is_missing_is_told_in_one_line(
    vanthu: Callable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    ended = vanthu("tracker", *arguments)
    assert (ended.code, len(ended.err.splitlines())) == (ExitCode.INPUT, 1)


def test_units_of_two_places_have_a_note_and_a_band_each(vanthu: Callable, tmp_path: Path) -> None:
    for place in ("An Phước", "Bình Sơn"):
        plan = contract(task("1", lead=["Công an xã"]), source=f"{place}.pdf", document={"place": place})
        (tmp_path / place).mkdir()
        (tmp_path / place / "plan.json").write_text(dumps(plan), encoding="utf-8")
    vanthu("tracker", "notes", tmp_path, "--out", tmp_path / "notes")
    made = {path.name for path in (tmp_path / "notes").iterdir()}
    assert made == {"cong-an-xa-an-phuoc.docx", "cong-an-xa-binh-son.docx"}
    sheet = tmp_path / "tasks.xlsx"
    vanthu("tracker", "export", tmp_path, "--out", sheet, "--unit", "Công an xã (Bình Sơn)")
    assert openpyxl.load_workbook(sheet)["Nhiệm vụ"].max_row == 5
    vanthu("tracker", "export", tmp_path, "--out", sheet)
    bands = [
        row[1].value
        for row in openpyxl.load_workbook(sheet)["Theo đơn vị"].iter_rows()
        if row[0].value is None
    ]
    assert {"Công an xã (An Phước)", "Công an xã (Bình Sơn)"} <= set(bands)


def test_the_library_follows_work_up_as_the_command_does(out: Path) -> None:
    sheet = api.write_tracker([out], out / "tasks.xlsx", on=date(2024, 7, 15))
    worked_on(sheet, I5="xong")
    found = api.read_tracker(sheet, [out])
    assert [(c.field, c.value) for c in found.review.changes] == [("progress", "Hoàn thành")]
    assert api.take_tracker(found, by="Lan") == (out / "a" / JOURNAL_FILE,)
    assert len(api.write_registers([out], out / "books")) == 2
    assert [path.name for path in api.write_notes([str(out)], out / "notes")] == ["cong-an-xa.docx"]
