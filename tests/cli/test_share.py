"""What is made to be passed on holds no number of a person, whatever command makes it."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from contracts import DUE, contract, task
from vanthu.contract.plan_file import dumps
from vanthu.planning.journal import JOURNAL_FILE, Entry, Journal
from vanthu.planning.journal import dumps as journal_text

NUMBERS = ("0900.000.001", "0900000002", "000000000003")


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """A finished plan with numbers of people in it, and in what was said of it."""
    folder = tmp_path / "out" / "a"
    folder.mkdir(parents=True)
    text = f"Công an xã lập danh sách, liên hệ {NUMBERS[0]}"
    proof = {"quote": text, "page": 1}
    public = contract(
        task("1", text=text, lead=["Công an xã"], deadlines=[DUE], evidence=proof),
        findings=[
            {"code": "deadline-order", "where": ["1"], "note": f"gọi {NUMBERS[1]}", "evidence": [proof]}
        ],
        document={"title": f"Ngày hội, định danh {NUMBERS[2]}"},
    )
    (folder / "plan.json").write_text(dumps(public), encoding="utf-8")
    (folder / "report.html").write_text("", encoding="utf-8")
    note = Entry(
        task="uid-1", field="note", value=f"gọi {NUMBERS[1]}", by="Lan", at="2024-07-01T08:00:00+07:00"
    )
    (folder / JOURNAL_FILE).write_text(journal_text(Journal(entries=(note,))), encoding="utf-8")
    return tmp_path / "out"


def everything(path: Path) -> str:
    """All text in a file, or in the parts of one that is packed."""
    if not zipfile.is_zipfile(path):
        return path.read_text(encoding="utf-8").replace("\r\n ", "")
    with zipfile.ZipFile(path) as packed:
        return "\n".join(packed.read(name).decode("utf-8", "replace") for name in packed.namelist())


@pytest.mark.parametrize(
    ("command", "name"),
    [
        (("tracker", "export"), "viec.xlsx"),
        (("tracker", "export"), "viec.csv"),
        (("tracker", "registers"), "so"),
        (("tracker", "notes"), "phieu"),
        (("calendar",), "lich.ics"),
        (("calendar", "--view", "month", "--on", "2024-07-01"), "lich.html"),
        (("graph",), "so-do.graphml"),
        (("graph",), "so-do.html"),
        (("audit", "--format", "html"), "phat-hien.html"),
        (("audit", "--format", "xlsx"), "phat-hien.xlsx"),
    ],
)
def test_no_number_of_a_person_is_passed_on(
    vanthu: Callable, out: Path, tmp_path: Path, command: tuple[str, ...], name: str
) -> None:
    for folder, more in (("rieng", ()), ("chung", ("--share",))):
        place = tmp_path / folder / name
        place.parent.mkdir()
        ended = vanthu(command[0], *command[1:], out, "--out", place, *more)
        assert ended.code == 0, ended.err
        files = [place] if place.is_file() else sorted(place.iterdir())
        text = "\n".join(map(everything, files))
        told = [number for number in NUMBERS if number in text]
        assert bool(told) == (folder == "rieng"), told
        assert ("đã che" in ended.err) == (folder == "chung")
        assert "report.html" not in text or folder == "rieng"


def test_a_document_of_the_register_is_passed_on_covered(vanthu: Callable, out: Path, tmp_path: Path) -> None:
    book = tmp_path / "so.db"
    vanthu("register", "add", out, "--register", book)
    whole = vanthu("show", 1, "--json", "--register", book).out
    shared = vanthu("show", 1, "--json", "--share", "--register", book)
    assert all(number in whole for number in NUMBERS)
    assert not any(number in shared.out for number in NUMBERS)
    assert json.loads(shared.out)["file"]["location"] is None
    assert vanthu("show", 1, "--share", "--register", book).code == 2
