"""Wrong use of the command line: one Vietnamese line, exit code 2."""

from __future__ import annotations

import resource
import subprocess
import sys
from collections.abc import Callable

import pytest

from vanthu import __version__
from vanthu.errors import ExitCode


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["proces"], "có phải ý bạn là 'process'"),
        (["rules", "nope"], "không có lệnh 'nope'"),
        (["process", "a.pdf"], "còn thiếu --out"),
        (["process", "--out", "x"], "còn thiếu PATH"),
        (["process", "a.pdf", "--out", "x", "--jobs", "0"], "--jobs: '0' không phải số nguyên"),
        (["process", "a.pdf", "--out", "x", "--jobs", "hai"], "'hai' không phải số nguyên"),
        (["process", "a.pdf", "--nope"], "không có tùy chọn '--nope'"),
        (["deadlines", "trước ngày 5/5", "--issued", "31/2/2024"], "không phải ngày"),
        (["deadlines"], "hãy cho một câu"),
        (["deadlines", "câu", "--jsonl"], "hãy cho một câu"),
    ],
)
def test_a_wrong_use_is_told_in_one_line(vanthu: Callable, arguments: list[str], words: str) -> None:
    ended = vanthu(*arguments)
    assert ended.code == ExitCode.USAGE
    assert words in ended.err
    assert ended.err.count("\n") == 1
    assert ended.out == ""


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["--help"],
        ["rules"],
        ["process", "--help"],
        ["rules", "explain", "--help"],
        ["tracker"],
        ["tracker", "import", "--help"],
    ],
)
def test_help_is_vietnamese_and_goes_to_stdout(vanthu: Callable, arguments: list[str]) -> None:
    ended = vanthu(*arguments)
    assert ended.code == 0
    assert ended.out.startswith("Cách dùng: vanthu")
    assert "Hiện hướng dẫn này" in ended.out
    assert not any(word in ended.out for word in ("Usage", "Options", "Commands", "Show this", "default:"))


def test_the_version_is_that_of_the_package(vanthu: Callable) -> None:
    assert vanthu("--version").out == f"vanthu {__version__}\n"


def test_help_is_quick() -> None:
    """In processor time, as other work may slow the machine."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-m", "vanthu", "--help"], check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime < 0.5


def test_help_imports_no_engine() -> None:
    code = "import sys; import vanthu.cli.main as m; m.application(); print(*sys.modules)"
    shown = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert {"spacy", "cv2", "numpy", "pdfplumber", "networkx", "pydantic", "sqlalchemy"}.isdisjoint(
        shown.stdout.split()
    )
