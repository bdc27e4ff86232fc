import errno
import json
from pathlib import Path

import icalendar
import openpyxl
import pytest

from builders import plan_of
from contracts import DUE, contract, task
from vanthu.contract.plan_file import dumps, load_contract
from vanthu.document import content
from vanthu.document.graph import Graph
from vanthu.document.plan import Plan
from vanthu.errors import InputError, OutputError
from vanthu.export.bundle import write_bundle, write_combined
from vanthu.export.listed import Listed
from vanthu.export.places import whole_file, whole_folder

FILES = {"plan.json", "tasks.xlsx", "calendar.ics", "graph.graphml", "graph.svg", "report.html"}


def plan(text: str = "Rà soát hồ sơ") -> Plan:
    deadline = content.Deadline(raw="trước ngày 31/7/2024", kind=content.DeadlineKind.DUE, date="2024-07-31")
    return plan_of(text).with_layers(
        header=content.Header(),
        citations=(),
        tasks=(content.Task(id="1", text=text, deadlines=(deadline,)),),
        document_deadlines=(),
        schedule=(),
        findings=(),
        graph=Graph(),
    )


def names(folder: Path) -> set[str]:
    return {entry.name for entry in folder.iterdir()}


def test_a_folder_holds_every_kind_of_result(tmp_path: Path) -> None:
    write_bundle(plan(), tmp_path / "out" / "kh-01")
    assert names(tmp_path / "out" / "kh-01") == FILES
    assert names(tmp_path / "out") == {"kh-01"}


def test_what_was_there_before_is_replaced_as_a_whole(tmp_path: Path) -> None:
    folder = tmp_path / "kh-01"
    write_bundle(plan("Bản cũ"), folder)
    (folder / "left.txt").write_text("x", encoding="utf-8")
    write_bundle(plan("Bản mới"), folder)
    assert names(folder) == FILES
    assert load_contract(folder / "plan.json").tasks[0].text == "Bản mới"
    assert names(tmp_path) == {"kh-01"}


def full(*_: object) -> str:
    raise OSError(errno.ENOSPC, "no space")


def provable() -> Plan:
    made = plan()
    task = (made.tasks or ())[0].model_copy(
        update={"evidence": made.evidence((made.paragraphs or ())[0].span)}
    )
    return made.with_layers(tasks=(task,))


def test_a_full_disk_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="đĩa đã đầy"):
        write_bundle(provable(), tmp_path / "kh-01", clip=full)
    assert names(tmp_path) == set()


def test_a_full_disk_leaves_the_earlier_result_whole(tmp_path: Path) -> None:
    write_bundle(plan("Bản cũ"), tmp_path / "kh-01")
    with pytest.raises(OutputError):
        write_bundle(provable(), tmp_path / "kh-01", clip=full)
    assert names(tmp_path) == {"kh-01"}
    assert load_contract(tmp_path / "kh-01" / "plan.json").tasks[0].text == "Bản cũ"


def test_an_interruption_leaves_nothing_behind(tmp_path: Path) -> None:
    def stop(*_: object) -> str:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_bundle(provable(), tmp_path / "kh-01", clip=stop)
    assert names(tmp_path) == set()


def test_a_file_in_the_place_of_the_folder_is_told_and_kept(tmp_path: Path) -> None:
    (tmp_path / "kh-01").write_text("của tôi", encoding="utf-8")
    with pytest.raises(OutputError, match="trùng tên"):
        write_bundle(plan(), tmp_path / "kh-01")
    assert (tmp_path / "kh-01").read_text(encoding="utf-8") == "của tôi"


def test_a_folder_that_stepped_aside_before_a_crash_comes_back(tmp_path: Path) -> None:
    folder = tmp_path / "kh-01"
    with whole_folder(folder) as new:
        (new / "plan.json").write_text("bản cũ", encoding="utf-8")
        aside, unfinished = new.with_suffix(".old"), new.parent / f"{new.stem}x.new"
    folder.rename(aside)
    unfinished.mkdir()
    with pytest.raises(OutputError), whole_folder(folder):
        raise OSError(errno.EIO, "cable")
    assert names(tmp_path) == {"kh-01"}
    assert (folder / "plan.json").read_text(encoding="utf-8") == "bản cũ"


def test_a_name_as_long_as_a_name_can_be_is_written(tmp_path: Path) -> None:
    write_bundle(plan(), tmp_path / ("k" * 255))
    assert names(tmp_path) == {"k" * 255}


def test_a_file_is_whole_or_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("cũ", encoding="utf-8")

    def write() -> None:
        with whole_file(path) as new:
            new.write_text("mới", encoding="utf-8")
            full()

    with pytest.raises(OutputError):
        write()
    assert path.read_text(encoding="utf-8") == "cũ"
    assert names(tmp_path) == {"a.txt"}


def test_over_many_plans_there_is_one_tracker_calendar_list_and_index(tmp_path: Path) -> None:
    finding = {"code": "deadline-order", "where": ["1"], "note": "Sai thứ tự.", "severity": "warning"}
    for name, public in {
        "a": contract(task("1", deadlines=[DUE]), source="a.pdf", findings=[finding]),
        "b b": contract(task("2", uid="u2"), source="b.pdf"),
    }.items():
        (tmp_path / name).mkdir()
        (tmp_path / name / "plan.json").write_text(dumps(public), encoding="utf-8")
        (tmp_path / name / "report.html").write_text("", encoding="utf-8")
    across = Listed(("a.pdf", "b.pdf"), "deadline-conflict", (), "Hai hạn.", content.Severity.ERROR)
    written = write_combined([tmp_path / "a", tmp_path / "b b" / "plan.json"], tmp_path, between=[across])
    sheet, calendar, findings, index = (
        tmp_path / n for n in ("tasks.xlsx", "calendar.ics", "findings.json", "index.html")
    )
    assert set(written) == {sheet, calendar, findings, index}
    assert openpyxl.load_workbook(sheet)["Nhiệm vụ"].max_row == 6
    assert len(icalendar.Calendar.from_ical(calendar.read_bytes()).walk("VEVENT")) == 1
    assert [f["code"] for f in json.loads(findings.read_text(encoding="utf-8"))] == [
        "deadline-conflict",
        "deadline-order",
    ]
    page = index.read_text(encoding="utf-8")
    assert 'href="b%20b/report.html"' in page
    assert "mục 1" in page


def test_files_of_one_name_are_told_apart_by_their_folders(tmp_path: Path) -> None:
    finding = {"code": "deadline-order", "where": ["1"], "note": "Sai thứ tự.", "severity": "warning"}
    for name in ("kh", "kh--2"):
        (tmp_path / name).mkdir()
        public = contract(task("1"), source="kh.pdf", findings=[finding])
        (tmp_path / name / "plan.json").write_text(dumps(public), encoding="utf-8")
        (tmp_path / name / "report.html").write_text("", encoding="utf-8")
    write_combined([tmp_path / "kh", tmp_path / "kh--2"], tmp_path)
    found = json.loads((tmp_path / "findings.json").read_text(encoding="utf-8"))
    assert [f["documents"] for f in found] == [["kh"], ["kh--2"]]
    page = (tmp_path / "index.html").read_text(encoding="utf-8")
    for name in ("kh", "kh--2"):
        assert f'<a href="{name}/report.html">{name}</a>' in page


def test_a_broken_plan_file_leaves_the_earlier_files(tmp_path: Path) -> None:
    (tmp_path / "plan.json").write_text("{", encoding="utf-8")
    (tmp_path / "tasks.xlsx").write_bytes(b"old")
    with pytest.raises(InputError):
        write_combined([tmp_path / "plan.json"], tmp_path)
    assert (tmp_path / "tasks.xlsx").read_bytes() == b"old"
    assert names(tmp_path) == {"plan.json", "tasks.xlsx"}


def test_a_second_run_updates_the_calendar_of_the_first(tmp_path: Path) -> None:
    write_bundle(plan(), tmp_path / "a")
    first = (tmp_path / "a" / "calendar.ics").read_bytes()
    write_bundle(plan(), tmp_path / "a")
    assert (tmp_path / "a" / "calendar.ics").read_bytes() == first
    moved = plan().model_copy(update={"tasks": (_moved(plan().tasks),)})
    write_bundle(moved, tmp_path / "a")
    (event,) = icalendar.Calendar.from_ical((tmp_path / "a" / "calendar.ics").read_bytes()).walk("VEVENT")
    assert (event["DTSTART"].dt.isoformat(), event["SEQUENCE"]) == ("2024-08-15", 1)


def _moved(tasks: tuple[content.Task, ...] | None) -> content.Task:
    assert tasks
    (deadline,) = tasks[0].deadlines
    return tasks[0].model_copy(update={"deadlines": (deadline.model_copy(update={"date": "2024-08-15"}),)})
