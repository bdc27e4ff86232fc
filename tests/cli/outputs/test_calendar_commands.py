"""`vanthu due` and `vanthu calendar`, on finished plans."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from icalendar import Calendar

from contracts import AFTER, DUE, MONTHLY, WINDOW, contract, task
from vanthu.contract.plan_file import dumps
from vanthu.errors import ExitCode
from vanthu.planning.journal import JOURNAL_FILE, Entry, Journal
from vanthu.planning.journal import dumps as journal_text


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two finished plans, as a run leaves them."""
    plans = {
        "a": contract(
            task("II.1", lead=["Công an xã"], deadlines=[DUE], kind="report"),
            task("II.2", lead=["Trạm Y tế"], coordinate=["Công an xã"], deadlines=[MONTHLY]),
            source="a.pdf",
        ),
        "b": contract(
            task("1", uid="b1", lead=["Phòng Kinh tế"], deadlines=[WINDOW, AFTER]),
            source="b.pdf",
            document={"number": "34"},
        ),
    }
    for name, plan in plans.items():
        place = tmp_path / "out" / name
        place.mkdir(parents=True)
        (place / "plan.json").write_text(dumps(plan), encoding="utf-8")
    return tmp_path / "out"


def test_due_lists_what_comes_and_what_has_passed(vanthu: Callable, folder: Path) -> None:
    ended = vanthu("due", folder, "--on", "1/8/2024", "--within", "30d")
    assert ended.code == ExitCode.OK
    assert "ĐÃ QUA HẠN TRƯỚC 01/08/2024 (1)" in ended.out
    assert "ĐẾN HẠN (3)" in ended.out
    assert ended.out.index("01/08/2024\n") < ended.out.index("30/08/2024\n")
    assert ended.err == ""


def test_due_takes_a_fortnight_unless_told(vanthu: Callable, folder: Path) -> None:
    said = json.loads(vanthu("due", folder, "--on", "2024-07-20", "--json").out)
    assert (said["on"], said["until"]) == ("2024-07-20", "2024-08-03")
    assert [d["date"] for d in said["due"]] == ["2024-07-30", "2024-07-31", "2024-08-01"]


def test_due_begins_today_unless_told(vanthu: Callable, folder: Path) -> None:
    said = json.loads(vanthu("due", folder, "--json").out)
    assert abs((date.fromisoformat(said["on"]) - date.today()).days) <= 1  # noqa: DTZ011


def test_due_of_one_unit_has_what_it_leads_and_what_it_helps_with(vanthu: Callable, folder: Path) -> None:
    said = json.loads(vanthu("due", folder, "--on", "2024-07-20", "--unit", "cong an", "--json").out)
    assert [(d["task"], d["lead"]) for d in said["due"]] == [
        ("II.2", ["Trạm Y tế"]),
        ("II.1", ["Công an xã"]),
    ]


def test_a_unit_that_is_not_there_is_told_with_those_that_are(vanthu: Callable, folder: Path) -> None:
    for command in (["due", folder], ["calendar", folder], ["calendar", folder, "--view", "year"]):
        ended = vanthu(*command, "--unit", "Hải quan")
        assert ended.code == ExitCode.INPUT
        assert "không có đơn vị nào tên 'Hải quan'" in ended.err


def test_a_file_that_is_no_plan_does_not_stop_the_others(
    vanthu: Callable, folder: Path, tmp_path: Path
) -> None:
    bad = tmp_path / "bad.json"
    bad.write_text("{}", encoding="utf-8")
    ended = vanthu("due", bad, folder, "--on", "2024-07-20")
    assert ended.code == ExitCode.INPUT
    assert "31/07/2024" in ended.out
    assert str(bad) in ended.err


def test_a_calendar_goes_to_stdout_or_to_a_file(vanthu: Callable, folder: Path, tmp_path: Path) -> None:
    shown = vanthu("calendar", folder)
    path = tmp_path / "lich.ics"
    written = vanthu("calendar", folder, "--out", path)
    assert shown.out.encode() == path.read_bytes()
    assert len(Calendar.from_ical(shown.out).walk("VEVENT")) == 3
    assert "2 kế hoạch, 1 lịch, 3 mục" in written.err
    assert "1 thời hạn chưa tính được ngày" in written.err


def test_to_dos_with_alarms(vanthu: Callable, folder: Path) -> None:
    calendar = Calendar.from_ical(vanthu("calendar", folder, "--profile", "todos", "--alarm", "7d,1d").out)
    assert len(calendar.walk("VTODO")) == 3
    assert len(calendar.walk("VALARM")) == 6
    assert calendar.walk("VEVENT") == []


@pytest.mark.parametrize(
    ("by", "names"),
    [
        ("all", {"calendar.ics"}),
        ("unit", {"cong-an-xa.ics", "tram-y-te.ics", "phong-kinh-te.ics"}),
        (
            "plan",
            {"ke-hoach-so-12-kh-ubnd-ngay-05-03-2024.ics", "ke-hoach-so-34-kh-ubnd-ngay-05-03-2024.ics"},
        ),
    ],
)
def test_calendars_in_a_folder(
    vanthu: Callable, folder: Path, tmp_path: Path, by: str, names: set[str]
) -> None:
    assert vanthu("calendar", folder, "--by", by, "--out", tmp_path / "lich").code == ExitCode.OK
    assert {path.name for path in (tmp_path / "lich").iterdir()} == names | {"undated.json"}


def test_pages_for_the_wall(vanthu: Callable, folder: Path, tmp_path: Path) -> None:
    shown = vanthu("calendar", folder, "--view", "month", "--on", "2024-07-01").out
    vanthu("calendar", folder, "--view", "month", "--on", "2024-07-01", "--out", tmp_path)
    assert (tmp_path / "2024-07.html").read_text(encoding="utf-8").rstrip() == shown.rstrip()
    vanthu("calendar", folder, "--view", "year", "--on", "2024-07-01", "--out", tmp_path / "nam.html")
    assert "Năm 2024" in (tmp_path / "nam.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["due"], "còn thiếu PLAN"),
        (["due", "x", "--within", "lâu"], "không phải khoảng thời gian"),
        (["calendar", "x", "--alarm", "7d,x"], "không phải khoảng thời gian"),
        (["calendar", "x", "--profile", "kỹ"], "hãy chọn: events, todos"),
        (["calendar", "x", "--by", "unit"], "cần --out"),
        (["calendar", "x", "--view", "week"], "hãy chọn: year, month"),
    ],
)
def test_a_wrong_use_is_told_in_one_line(vanthu: Callable, arguments: list[str], words: str) -> None:
    ended = vanthu(*arguments)
    assert ended.code == ExitCode.USAGE
    assert words in ended.err
    assert ended.err.count("\n") == 1


def report(folder: Path, uid: str, **said: str) -> None:
    words = tuple(Entry(task=uid, field=name, value=value, by="Lan", at="") for name, value in said.items())
    (folder / JOURNAL_FILE).write_text(journal_text(Journal(entries=words)), encoding="utf-8")


def test_due_leaves_out_what_people_reported_as_done_and_says_so(
    vanthu: Callable, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "100")  # lines are broken where the terminal ends
    report(folder / "a", "uid-II.1", progress="Hoàn thành", done_on="2024-07-25")
    text = vanthu("due", folder, "--on", "1/8/2024").out
    assert "QUA HẠN" not in text
    assert "ĐÃ BÁO HOÀN THÀNH HOẶC DỪNG THỰC HIỆN (1)" in text
    assert "Báo cáo · trước ngày này, xong trong 30/07/2024 · Hoàn thành 25/07/2024 · Công an xã" in text
    said = json.loads(vanthu("due", folder, "--on", "1/8/2024", "--json").out)
    assert said["overdue"] == []
    assert [(d["task"], d["progress"], d["done_on"]) for d in said["over"]] == [
        ("II.1", "Hoàn thành", "2024-07-25")
    ]


def test_calendars_and_pages_show_what_people_reported_as_done(vanthu: Callable, folder: Path) -> None:
    report(folder / "a", "uid-II.1", done_on="2024-07-25", progress="Hoàn thành")
    alarm = ("--alarm", "1d")
    todos = Calendar.from_ical(vanthu("calendar", folder, "--profile", "todos", *alarm).out).walk("VTODO")
    done, rhythm, window = todos
    assert (done["STATUS"], done["COMPLETED"].dt.isoformat()) == ("COMPLETED", "2024-07-24T17:00:00+00:00")
    assert [t["STATUS"] for t in (rhythm, window)] == ["NEEDS-ACTION", "NEEDS-ACTION"]
    assert [len(t.subcomponents) for t in todos] == [0, 1, 1]
    event = Calendar.from_ical(vanthu("calendar", folder).out).walk("VEVENT")[0]
    assert event["SUMMARY"].startswith("✓ ")
    page = vanthu("calendar", folder, "--view", "month", "--on", "2024-07-01").out
    assert '<span class="limit">Hoàn thành 25/07/2024</span>' in page
    assert "✓ <span" in page


@pytest.fixture
def two_places(tmp_path: Path) -> Path:
    """Plans of two communes that both have a *Công an xã*."""
    for place in ("An Phước", "Bình Sơn"):
        home = {"place": place, "issuer": [f"Ủy ban nhân dân xã {place}"]}
        plan = contract(task("1", lead=["Công an xã"], deadlines=[DUE]), source=f"{place}.pdf", document=home)
        folder = tmp_path / place
        folder.mkdir()
        (folder / "plan.json").write_text(dumps(plan), encoding="utf-8")
    return tmp_path


def test_units_of_two_places_have_a_calendar_each(vanthu: Callable, two_places: Path, tmp_path: Path) -> None:
    out = tmp_path / "lich"
    assert vanthu("calendar", two_places, "--by", "unit", "--out", out).code == ExitCode.OK
    assert {p.name for p in out.glob("*.ics")} == {"cong-an-xa-an-phuoc.ics", "cong-an-xa-binh-son.ics"}


def test_a_unit_is_called_by_its_name_or_with_its_place(vanthu: Callable, two_places: Path) -> None:
    for name, number in (("cong an", 2), ("CÔNG AN XÃ", 2), ("Công an xã (Bình Sơn)", 1)):
        said = json.loads(vanthu("due", two_places, "--on", "2024-07-20", "--unit", name, "--json").out)
        assert len(said["due"]) == number
