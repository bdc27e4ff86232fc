"""Bad input through the whole program: one Vietnamese line each, the right exit code, and the rest of the batch done."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

import bad_files
from vanthu.errors import ExitCode


def nothing(path: Path) -> Path:
    return path


def pipe(path: Path) -> Path:
    os.mkfifo(path)
    return path


def secret(path: Path) -> Path:
    return bad_files.text_file(path, bad_files.SECRET_PLAN)


def locked(path: Path) -> Path:
    return bad_files.pdf(path, password="bí mật")  # noqa: S106  # a test's password


CASES = [
    pytest.param(nothing, "a.pdf", ExitCode.INPUT, "không có tệp này", id="no such file"),
    pytest.param(bad_files.empty, "a.pdf", ExitCode.INPUT, "tệp rỗng", id="empty"),
    pytest.param(bad_files.wrong_name, "a.pdf", ExitCode.INPUT, "nội dung", id="not what its name says"),
    pytest.param(bad_files.wrong_name, "a.docx", ExitCode.INPUT, "nội dung", id="a picture called docx"),
    pytest.param(
        bad_files.text_file, "a.xyz", ExitCode.INPUT, "không đọc được loại tệp này", id="unknown kind"
    ),
    pytest.param(locked, "a.pdf", ExitCode.INPUT, "mật khẩu", id="encrypted"),
    pytest.param(bad_files.truncated_pdf, "a.pdf", ExitCode.INPUT, "hỏng", id="truncated"),
    pytest.param(bad_files.bomb, "a.png", ExitCode.INPUT, "quá lớn", id="picture bomb"),
    pytest.param(bad_files.wrong_encoding, "a.txt", ExitCode.INPUT, "UTF-8", id="wrong encoding"),
    pytest.param(pipe, "a.pdf", ExitCode.INPUT, "không phải tệp thường", id="pipe"),
    pytest.param(secret, "a.txt", ExitCode.SECRET, "mật", id="secret"),
]


@pytest.mark.parametrize(("make", "name", "code", "words"), CASES)
def test_a_bad_file_is_told_in_one_line_and_the_rest_is_done(
    vanthu: Callable, tmp_path: Path, make: Callable[[Path], Path], name: str, code: ExitCode, words: str
) -> None:
    bad, good, out = make(tmp_path / name), bad_files.text_file(tmp_path / "good.txt"), tmp_path / "out"
    ended = vanthu("process", bad, good, "--out", out, "--jobs", 1)
    lines = [line for line in ended.err.splitlines() if str(bad) in line]
    assert ended.code == code
    assert len(lines) == 1
    assert words in lines[0]
    assert (out / "good" / "plan.json").exists()
    assert not any(entry.name.startswith("a") for entry in out.iterdir())


@pytest.mark.parametrize(("make", "name", "code", "words"), CASES)
def test_reading_one_bad_file_is_one_line(
    vanthu: Callable, tmp_path: Path, make: Callable[[Path], Path], name: str, code: ExitCode, words: str
) -> None:
    bad = make(tmp_path / name)
    ended = vanthu("text", bad)
    assert ended.code == code
    assert ended.err.count("\n") == 1
    assert str(bad) in ended.err
    assert words in ended.err
    assert ended.out == ""


@pytest.mark.ocr
def test_a_broken_page_is_told_and_the_other_pages_are_read(vanthu: Callable, tmp_path: Path) -> None:
    bad, out = bad_files.pdf_with_a_lost_page(tmp_path / "a.pdf"), tmp_path / "out"
    ended = vanthu("process", bad, "--out", out, "--jobs", 1)
    assert ended.code == ExitCode.INPUT
    assert [line for line in ended.err.splitlines() if line.startswith(f"{bad}, trang 2: ")]
    made = json.loads((out / "a" / "plan.json").read_text(encoding="utf-8"))
    assert made["status"] == "partial"
    assert [page["reading"] == "failed" for page in made["pages"]] == [False, True, False]


def test_nothing_of_a_secret_document_is_written_anywhere(
    vanthu: Callable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temp"))
    (tmp_path / "temp").mkdir()
    bad, out = secret(tmp_path / "a.txt"), tmp_path / "out"
    ended = vanthu("process", bad, "--out", out)
    assert ended.code == ExitCode.SECRET
    written = "".join(file.read_text(encoding="utf-8") for file in out.rglob("*") if file.is_file())
    for piece in ("An Lạc Đông", "kênh mương", "Lê Văn Thử"):
        assert piece not in written + ended.out + ended.err
    assert not any((tmp_path / "temp").iterdir())


def test_an_output_folder_that_is_a_file_is_told_before_anything_is_read(
    vanthu: Callable, tmp_path: Path
) -> None:
    (tmp_path / "out").write_text("của tôi", encoding="utf-8")
    ended = vanthu("process", bad_files.text_file(tmp_path / "a.txt"), "--out", tmp_path / "out")
    assert ended.code == ExitCode.OUTPUT
    assert ended.err.count("\n") == 1
    assert (tmp_path / "out").read_text(encoding="utf-8") == "của tôi"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_an_output_folder_without_permission_is_told(vanthu: Callable, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir(mode=0o500)
    ended = vanthu("process", bad_files.text_file(tmp_path / "a.txt"), "--out", tmp_path / "out")
    assert ended.code == ExitCode.OUTPUT
    assert "không có quyền ghi" in ended.err


def test_a_full_disk_is_told_and_leaves_nothing_half_written(
    vanthu: Callable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("vanthu.export.bundle.write_workbook", full)
    ended = vanthu("process", bad_files.text_file(tmp_path / "a.txt"), "--out", tmp_path / "out", "--jobs", 1)
    assert ended.code == ExitCode.OUTPUT
    assert "đĩa đã đầy" in ended.err
    assert [entry.name for entry in (tmp_path / "out").iterdir()] == ["vanthu.log"]
