"""A document that is stopped for secrecy, and a person who answers for reading it all the same."""

from __future__ import annotations

import json
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import bad_files
from sheets import LINES, born_pdf
from vanthu.errors import ExitCode
from vanthu.register.keeping.manifest import sha256_of


@pytest.fixture
def stopped(tmp_path: Path) -> Path:
    return bad_files.text_file(tmp_path / "a.txt", bad_files.SECRET_PLAN)


@pytest.mark.parametrize("command", ["process", "text"])
def test_the_line_says_what_it_rests_on_and_how_to_overrule_it(
    vanthu: Callable, stopped: Path, tmp_path: Path, command: str
) -> None:
    ended = vanthu(command, stopped, *(("--out", tmp_path / "out") if command == "process" else ()))
    assert ended.code == ExitCode.SECRET
    (line,) = (line for line in ended.err.splitlines() if "dấu chỉ độ mật" in line)
    for words in ("trang 1 có dấu chỉ độ mật", "MẬT", "--not-secret TỆP --by TÊN"):
        assert words in line


@pytest.mark.parametrize("by_hash", [False, True])
def test_a_person_overrules_it_by_name(vanthu: Callable, stopped: Path, by_hash: bool) -> None:
    named = sha256_of(stopped).upper() if by_hash else stopped
    ended = vanthu("text", stopped, "--not-secret", named, "--by", "Lê Thị Thử")
    assert ended.code == 0
    assert "kênh mương" in ended.out
    assert "theo Lê Thị Thử" in ended.err
    assert vanthu("text", stopped).code == ExitCode.SECRET


@pytest.mark.parametrize(
    ("said", "code", "words"),
    [
        (("a.txt",), ExitCode.USAGE, "--by"),
        (("b.txt", "--by", "Lan"), ExitCode.INPUT, "SHA-256"),
        (("other.txt", "--by", "Lan"), ExitCode.SECRET, "dấu chỉ độ mật"),
    ],
)
def test_nobody_overrules_it_by_mistake(
    vanthu: Callable, stopped: Path, said: tuple[str, ...], code: ExitCode, words: str
) -> None:
    bad_files.text_file(stopped.with_name("other.txt"))
    file, *rest = said
    ended = vanthu("text", stopped, "--not-secret", stopped.with_name(file), *rest)
    assert ended.code == code
    assert words in ended.err
    assert ended.out == ""


def test_a_run_tells_its_log_and_lets_nothing_else_pass(
    vanthu: Callable, stopped: Path, tmp_path: Path
) -> None:
    other = bad_files.text_file(tmp_path / "b.txt", bad_files.SECRET_PLAN + "Ghi chú\n")
    said = ("--not-secret", stopped, "--by", "Lan")
    ended = vanthu("process", stopped, other, "--out", tmp_path / "out", "--jobs", 1, *said)
    assert ended.code == ExitCode.SECRET
    assert sorted(folder.name for folder in (tmp_path / "out").iterdir() if folder.is_dir()) == ["a"]
    log = (tmp_path / "out" / "vanthu.log").read_text(encoding="utf-8")
    assert [line for line in log.splitlines() if "Lan said" in line and str(stopped) in line]


def test_a_register_keeps_who_said_it_and_reads_again_without_asking(
    vanthu: Callable, stopped: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VANTHU_REGISTER", str(tmp_path / "so.db"))
    said = ("--not-secret", stopped, "--by", "Lan")
    for out in ("one", "two"):
        assert vanthu("process", stopped, "--out", tmp_path / out, "--jobs", 1, *said).code == 0
    events = json.loads(vanthu("register", "history", "--json").out)
    (word,) = [event for event in events if event["action"] == "cleared"]
    assert (word["who"], word["subject"]) == ("Lan", sha256_of(stopped))
    assert "không phải văn bản mật" in vanthu("register", "history").out
    again = vanthu("reprocess", "1", "--jobs", 1)
    assert (again.code, "không có gì khác" in again.out) == (0, True)
    vanthu("register", "expunge", 1, "--reason", "mật", "--yes")
    assert "cleared" not in vanthu("register", "history", "--json").out
    assert vanthu("process", stopped, "--out", tmp_path / "three", "--jobs", 1).code == ExitCode.SECRET


def _told_by(folder: Path, word: str) -> set[str]:
    """The kinds of files under a folder that hold a word, also packed or as JSON writes them."""
    wanted = [word.encode(code) for code in ("utf-8", "utf-16-le", "unicode_escape")]
    return {
        path.suffix
        for path in folder.rglob("*")
        if path.is_file() and any(one in data for data in _contents(path) for one in wanted)
    }


def _contents(path: Path) -> Iterator[bytes]:
    yield (data := path.read_bytes())
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as packed:
            yield from map(packed.read, packed.namelist())
    for start in (n for n in range(min(200, len(data))) if data[n : n + 1] == b"\x78"):
        try:
            yield zlib.decompressobj().decompress(data[start:])
        except zlib.error:
            continue


@pytest.mark.parametrize(("mark", "code"), [("", ExitCode.OK), ("TỐI MẬT", ExitCode.SECRET)])
def test_not_a_word_of_a_marked_document_stays_anywhere(
    vanthu: Callable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, mark: str, code: int
) -> None:
    word = "Đồi-Hai-Cây"
    second = ("PHỤ LỤC", mark, f"1. Văn phòng sửa trạm {word} trước ngày 15/3/2024.", *LINES[3:8])
    path = born_pdf(tmp_path / "in.pdf", (*LINES[:3], f"Về trạm {word}", *LINES[4:]), second)
    (kept := tmp_path / "kept").mkdir()
    monkeypatch.setenv("XDG_CACHE_HOME", str(kept / "cache"))
    monkeypatch.setenv("VANTHU_REGISTER", str(kept / "so.db"))
    assert vanthu("process", path, "--out", kept / "out", "--jobs", 1).code == code
    told = _told_by(kept, word)
    assert told == set() if mark else {".reading", ".json", ".html", ".xlsx", ".db"} <= told
