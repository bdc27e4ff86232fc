"""`vanthu audit --register` and `vanthu verdict`."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from filings import plan, task
from vanthu.contract.plan_file import dumps


@pytest.fixture
def book(vanthu: Callable, tmp_path: Path) -> str:
    """A register with two plans that contradict each other."""
    for number, due in (("2", "2024-05-31"), ("3", "2024-06-14")):
        folder = tmp_path / "out" / number
        folder.mkdir(parents=True)
        (folder / "plan.json").write_text(dumps(plan(number, task(due=due))), encoding="utf-8")
    address = str(tmp_path / "so.db")
    assert vanthu("register", "init", "--register", address).code == 0
    assert vanthu("register", "add", tmp_path / "out", "--register", address).code == 0
    return address


def test_what_was_dismissed_comes_back_only_with_all(vanthu: Callable, book: str) -> None:
    line = vanthu("audit", "--register", book).out.strip()
    assert line.split("\t")[4] == "deadline-conflict"
    key = line.split("\t")[6]
    assert vanthu("verdict", key, "dismissed", "--register", book).code != 0, "a reason is needed"
    said = vanthu(
        "verdict", key, "dismissed", "--reason", "hai đợt", "--by", "Nguyễn Thị Mẫu", "--register", book
    )
    assert said.code == 0
    assert vanthu("audit", "--register", book).out == ""
    (record,) = json.loads(vanthu("audit", "--register", book, "--all", "--format", "json").out)
    assert record["said"]["reason"] == "hai đợt"


def test_forms_and_files(vanthu: Callable, book: str, tmp_path: Path) -> None:
    for form in ("html", "xlsx", "json", "table"):
        out = tmp_path / f"findings.{form}"
        assert vanthu("audit", "--register", book, "--format", form, "--out", out).code == 0
        assert out.stat().st_size > 100
    assert vanthu("audit", "--register", book, "--format", "xlsx").code == 2
    assert vanthu("audit", "--register", book, "--format", "pdf").code == 2
