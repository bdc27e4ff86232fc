"""The commands over a register, as people use them; what they stand on is tested in tests/register on both databases."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from vanthu import api
from vanthu.contract.publish import publish
from vanthu.errors import ExitCode
from vanthu.register.intake import Arrival, add

pytestmark = pytest.mark.usefixtures("book")
LETTER = """ỦY BAN NHÂN DÂN
XÃ AN PHƯỚC
Số: 12/KH-UBND
An Phước, ngày 05 tháng 3 năm 2024

KẾ HOẠCH
Tổ chức ngày hội

1. Công an xã lập danh sách trước ngày 31/7/2024.
2. Trạm Y tế chuẩn bị thuốc, hoàn thành trước ngày 15/8/2024. Điện thoại: 0900.000.001.
"""


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "ke-hoach.txt"
    path.write_text(LETTER, encoding="utf-8")
    return path


@pytest.fixture
def book(letter: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A register with one document that was read from a file."""
    book = tmp_path / "so.db"
    with api.open_register(str(book), create=True) as register:
        plan = publish(api.process(letter))
        register.work(lambda c: add(c, Arrival(plan, letter.absolute(), documents=1)))
    monkeypatch.setenv("VANTHU_REGISTER", str(book))
    return book


def test_what_is_there_is_found_shown_and_counted(vanthu: Callable) -> None:
    found = vanthu("find", "danh sach", "--unit", "cong an", "--from", "1/1/2024", "--kind", "task")
    assert (found.code, found.err.strip()) == (0, "1 kết quả")
    assert found.out.startswith("1\t")
    assert vanthu("find", "danh sạch").out == ""
    hits = json.loads(vanthu("find", "12/KH-UBND", "--json", "--limit", 1).out)
    assert [hit["document"] for hit in hits if hit["task"] is None] == [1]
    shown = vanthu("show", "12/KH-UBND", "--on", "1/8/2024", "--history")
    assert "Công an xã lập danh sách" in shown.out
    assert "tình trạng: Quá hạn" in shown.out
    assert "ghi vào sổ" in shown.out
    assert "1 văn bản, 2 nhiệm vụ" in vanthu("stats", "--on", "2024-08-01").out
    assert json.loads(vanthu("stats", "--on", "2024-08-01", "--json").out)["clock"]["Quá hạn"] == 1
    whole = json.loads(vanthu("show", 1, "--json").out)
    assert whole["plan"]["document"]["number"] == "12"


def test_a_person_puts_right_and_judges(vanthu: Callable) -> None:
    key = json.loads(vanthu("show", 1, "--json").out)["tasks"][0]["key"]
    ended = vanthu("correct", 1, key, "due=1/9/2024", "progress=xong", "--by", "Lan")
    assert (ended.code, ended.out.splitlines()[0].partition(": ")[2]) == (0, "due: 31/07/2024 → 01/09/2024")
    assert vanthu("correct", 1, key, "due=1/9/2024").err.strip() == "không có gì đổi"
    assert vanthu("correct", 1, "number=13", "--by", "Lan").out.strip() == "văn bản 1: number: 12 → 13"
    assert "đã sửa → đã xác nhận" in vanthu("mark", "confirmed", "13/KH-UBND", "--all", "--by", "Minh").out
    told = json.loads(vanthu("show", 1, "--json").out)
    assert [(t["state"], t["progress"]) for t in told["tasks"]] == [
        ("corrected", "Hoàn thành"),
        ("confirmed", None),
    ]
    assert {event["who"] for event in told["history"]} >= {"Lan", "Minh"}


def test_what_was_discarded_is_not_late(vanthu: Callable) -> None:
    vanthu("mark", "discarded", 1)
    assert json.loads(vanthu("stats", "--on", "2025-01-01", "--json").out)["clock"]["Quá hạn"] == 0


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("correct", 1, "number"), ExitCode.USAGE),
        (("correct", 1, "1", "due=31/6/2024"), ExitCode.INPUT),
        (("correct", 1, "colour=red"), ExitCode.INPUT),
        (("correct", 7, "number=1"), ExitCode.INPUT),
        (("mark", "nice", 1), ExitCode.USAGE),
        (("show", "99/KH-UBND"), ExitCode.INPUT),
        (("find", "x", "--kind", "song"), ExitCode.USAGE),
        (("reprocess", "--since-rules", "zzz"), ExitCode.INPUT),
        (("restore", "nowhere"), ExitCode.INPUT),
        (("stats", "--register", "nowhere.db"), ExitCode.REGISTER),
    ],
)
def test_what_is_wrong_is_told_in_one_line(
    vanthu: Callable, arguments: tuple[object, ...], code: ExitCode
) -> None:
    ended = vanthu(*arguments)
    assert (ended.code, len(ended.err.splitlines()), ended.out) == (code, 1, "")


def test_a_document_is_read_again_and_people_s_words_stay(vanthu: Callable, book: Path) -> None:
    vanthu("correct", 1, "title=Ngày hội toàn dân", "--by", "Lan")
    assert vanthu("reprocess").err.strip() == "0 văn bản, 0 không đọc lại được"
    older(book, title="Tổ chức ngày hội lớn", number="21")
    tried = vanthu("reprocess", "--dry-run")
    assert tried.out.splitlines()[0].endswith("có khác")
    assert "  số: 21 | 12" in tried.out.splitlines()
    assert (
        "  trích yếu: Tổ chức ngày hội lớn | Tổ chức ngày hội (giữ lời của người)" in tried.out.splitlines()
    )
    assert tried.err.strip().endswith("chưa ghi gì")
    again = vanthu("reprocess", "--json")
    assert json.loads(again.out)["now"] == 3
    shown = json.loads(vanthu("show", 1, "--json").out)
    head = shown["plan"]["document"]
    assert (head["number"], head["title"], len(shown["versions"])) == ("12", "Ngày hội toàn dân", 3)
    assert vanthu("reprocess").err.startswith("0 văn bản")
    rules = shown["versions"][-1]["rules"]
    assert vanthu("reprocess", "--since-rules", rules[:10], "--dry-run").err.startswith("1 văn bản")


def older(book: Path, **header: str) -> None:
    """As if other rules had read the document last."""
    with api.open_register(str(book)) as register:
        paper = api.show(register, 1, on=date(2024, 1, 1)).paper
        head = paper.plan.document.model_copy(update=header)
        plan = paper.plan.model_copy(update={"document": head, "rules": "0123456789abcdef"})
        register.work(lambda c: add(c, Arrival(plan, documents=1)))


@pytest.mark.parametrize("change", ["gone", "other"])
def test_an_original_that_is_gone_or_changed_is_not_read_again(
    vanthu: Callable, letter: Path, change: str
) -> None:
    letter.write_text("khác", encoding="utf-8") if change == "other" else letter.unlink()
    ended = vanthu("reprocess", 1)
    assert (ended.code, len(ended.out.splitlines())) == (ExitCode.INPUT, 1)
    assert "tệp gốc không còn ở chỗ cũ" in ended.out
    assert len(json.loads(vanthu("show", 1, "--json").out)["versions"]) == 1


def test_a_register_is_backed_up_checked_and_restored(vanthu: Callable, tmp_path: Path) -> None:
    place = vanthu("backup", tmp_path / "luu").out.strip()
    assert vanthu("verify").err.strip() == "sổ không có lỗi"
    assert vanthu("restore", place).code == ExitCode.REGISTER
    other = tmp_path / "khac.db"
    assert "1 văn bản, 2 nhiệm vụ" in vanthu("restore", place, "--register", other).out
    vanthu("correct", 1, "number=13")
    assert vanthu("restore", place, "--force").code == 0
    assert json.loads(vanthu("show", 1, "--json").out)["plan"]["document"]["number"] == "12"


def test_faults_end_with_the_code_of_the_register(vanthu: Callable, letter: Path) -> None:
    letter.write_text("khác", encoding="utf-8")
    ended = vanthu("verify")
    assert (ended.code, ended.out.strip()) == (
        ExitCode.REGISTER,
        f"{letter}: tệp gốc đã bị thay đổi sau khi vào sổ",
    )


def test_a_tracker_of_the_register_goes_out_and_comes_back(vanthu: Callable, tmp_path: Path) -> None:
    sheet = tmp_path / "viec.xlsx"
    assert vanthu("tracker", "export", "--out", sheet).code == 0
    edited = openpyxl.load_workbook(sheet)
    for place, value in {"I5": "xong", "B7": "Việc thêm", "B8": "Việc miệng", "C8": "lời dặn"}.items():
        edited["Nhiệm vụ"][place].value = value
    edited.save(sheet)
    ended = vanthu("tracker", "import", sheet, "--yes", "--by", "Lan")
    assert (ended.code, ended.err.splitlines()[-1]) == (0, "đã ghi vào sổ, 2 văn bản")
    told = json.loads(vanthu("show", 1, "--json").out)["tasks"]
    assert [(t["progress"], t["id"] == "Bổ sung") for t in told] == [
        ("Hoàn thành", False),
        (None, False),
        (None, True),
    ]
    assert vanthu("tracker", "import", sheet, "--yes").err.strip().startswith("0 thay đổi, 0 nhiệm vụ thêm")
    again = tmp_path / "lai.xlsx"
    vanthu("tracker", "export", "--out", again)
    assert openpyxl.load_workbook(again)["Nhiệm vụ"]["B8"].value == "Việc miệng"
