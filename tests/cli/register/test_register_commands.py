from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from contracts import DUE, contract, task
from vanthu.contract.plan_file import dumps
from vanthu.errors import ExitCode

Run = Callable[..., "object"]


def results(folder: Path, mark: str, **document: str) -> Path:
    """A folder as `process` leaves it."""
    file = {"name": f"{mark}.pdf", "sha256": mark * 64, "media_type": "application/pdf", "size": 1}
    plan = contract(task("I.1", lead=["Công an xã"], deadlines=[DUE]), file=file, document=document)
    (folder / mark).mkdir(parents=True)
    (folder / mark / "plan.json").write_text(dumps(plan), encoding="utf-8")
    return folder


in_a_register = pytest.mark.usefixtures("book")


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the register is, as the environment says."""
    monkeypatch.setenv("VANTHU_REGISTER", str(tmp_path / "so.db"))
    return tmp_path / "so.db"


def test_a_register_is_made_filled_and_asked(vanthu: Run, book: Path, tmp_path: Path) -> None:
    assert vanthu("register", "twins").code == ExitCode.REGISTER
    assert vanthu("register", "init").code == 0
    results(tmp_path / "out", "a")
    results(tmp_path / "out", "b")
    first = vanthu("register", "add", tmp_path / "out")
    assert (first.code, first.out) == (0, "thêm 2 văn bản, 0 bản đọc mới, 0 đã có\n")
    assert "văn bản 2 có thể trùng với văn bản 1 (giống 100%)" in first.err
    assert "2 đã có" in vanthu("register", "add", tmp_path / "out").out
    assert book.is_file()


@in_a_register
def test_a_person_is_shown_what_differs_and_decides(vanthu: Run, tmp_path: Path) -> None:
    vanthu("register", "add", results(tmp_path / "out", "a"))
    vanthu("register", "add", results(tmp_path / "khac", "b", title="Chuyển đổi sổ năm 2024"))
    shown = vanthu("register", "twins").out
    assert shown.splitlines()[1:] == [
        "  trích yếu",
        "    văn bản 1: Chuyển đổi số năm 2024",
        "    văn bản 2: Chuyển đổi sổ năm 2024",
    ]
    assert vanthu("register", "decide", 2, "replace", "--by", "Lê Thị Thử").code == 0
    assert vanthu("register", "twins").err == "không có cặp nào chờ quyết định\n"
    (pair,) = json.loads(vanthu("register", "twins", "--all", "--json").out)
    assert (pair["newer"], pair["other"], pair["decision"], pair["who"]) == (2, 1, "replace", "Lê Thị Thử")
    assert vanthu("register", "decide", 2, "both", "--by", "Lê Thị Thử").code == 0, (
        "another decision may follow"
    )
    history = vanthu("register", "history", 2).out.splitlines()
    assert [line.split("\t")[3] for line in history] == [
        "ghi vào sổ",
        "thấy có thể trùng với văn bản",
        "quyết định với văn bản",
        "quyết định với văn bản",
    ]
    assert len(json.loads(vanthu("register", "history", "--limit", 2, "--json").out)) == 2


@in_a_register
def test_a_document_is_taken_out_where_somebody_means_it(vanthu: Run, tmp_path: Path) -> None:
    vanthu("register", "add", results(tmp_path / "out", "a"))
    asked = vanthu("register", "expunge", 1, "--reason", "ghi nhầm")
    assert (asked.code, asked.out, asked.err) == (0, "", "chưa gỡ gì; thêm --yes để gỡ\n")
    done = vanthu("register", "expunge", 1, "--reason", "ghi nhầm", "--by", "Lan", "--yes")
    assert (done.code, done.out) == (0, "đã gỡ văn bản 1 khỏi sổ\n")
    assert vanthu("show", 1).code == ExitCode.INPUT
    (line,) = vanthu("register", "history").out.splitlines()
    assert line.split("\t")[1:] == ["Lan", "gỡ khỏi sổ văn bản", "1", "ghi nhầm"]


@in_a_register
@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("decide", "1", "link"), ExitCode.INPUT, "không thuộc cặp nào"),
        (("decide", "1", "merge"), ExitCode.USAGE, "link, replace, both"),
        (("add", "/khong-co/plan.json"), ExitCode.INPUT, "plan.json"),
        (("init", "mysql://x/y"), ExitCode.INPUT, "địa chỉ sổ"),
        (("init", "postgresql://khong-ai@127.0.0.1:1/so"), ExitCode.REGISTER, "không kết nối được"),
    ],
)
def test_what_can_not_be_done_is_told_in_one_line(
    vanthu: Run, arguments: tuple[str, ...], code: ExitCode, words: str
) -> None:
    vanthu("register", "init")
    ended = vanthu("register", *arguments)
    assert ended.code == code
    assert words in ended.err
    assert ended.err.count("\n") == 1


def test_without_any_register_the_option_is_named(vanthu: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VANTHU_REGISTER", raising=False)
    ended = vanthu("register", "twins")
    assert (ended.code, "--register" in ended.err) == (ExitCode.USAGE, True)
    ended = vanthu("due")
    assert (ended.code, "--register" in ended.err) == (ExitCode.USAGE, True)


@in_a_register
def test_a_register_stands_where_plans_stand(vanthu: Run, tmp_path: Path) -> None:
    vanthu("register", "add", results(tmp_path / "out", "a"))
    assert "Công an xã" in vanthu("due", "--on", "2024-07-20").out
    assert "BEGIN:VEVENT" in vanthu("calendar").out
    assert "Công an xã" in vanthu("graph", "--format", "dot").out
    assert vanthu("tracker", "export", "--out", tmp_path / "t.csv").code == 0
    assert "Công an xã" in (tmp_path / "t.csv").read_text(encoding="utf-8")


@in_a_register
def test_an_empty_register_is_told(vanthu: Run) -> None:
    vanthu("register", "init")
    ended = vanthu("due")
    assert (ended.code, "chưa có văn bản nào" in ended.err) == (ExitCode.INPUT, True)


def test_a_run_tells_what_the_register_took_in(vanthu: Run, book: Path, tmp_path: Path) -> None:
    paper = tmp_path / "a.txt"
    paper.write_text("KẾ HOẠCH\nKiểm tra\n\n1. Công an xã báo cáo trước ngày 15/6/2024.\n", encoding="utf-8")
    first = vanthu("process", paper, "--out", tmp_path / "out", "--jobs", 1)
    assert (first.code, f"Sổ {book}: thêm 1 văn bản." in first.out) == (0, True)
    again = vanthu("process", paper, "--out", tmp_path / "khac", "--jobs", 1)
    assert (again.code, "thêm 0 văn bản; 1 tệp đã có." in again.out) == (0, True)
    assert "đã có trong sổ" in again.out
