"""`text`, `copy`, `cache` and what they share: profiles, keeping, and that no original is ever touched."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

import bad_files
from vanthu.errors import ExitCode


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "vanthu" / "readings"


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    return bad_files.text_file(tmp_path / "kh-36.txt")


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    """A page with a few words on it."""
    from PIL import Image, ImageDraw

    from vanthu.export.drawing.typeface import typeface

    page = Image.new("L", (1240, 1754), 255)
    for number, line in enumerate(["KẾ HOẠCH", "Dọn vệ sinh các tuyến đường", "trước ngày 30/6/2024."]):
        ImageDraw.Draw(page).text((200, 300 + 80 * number), line, fill=0, font=typeface(36))
    path = tmp_path / "scan.png"
    page.save(path, dpi=(150, 150))
    return path


@pytest.mark.parametrize("name", ["thường", "THƯỜNG", "thuong", "nhanh", "Kỹ", "ky"])
def test_profiles_are_known_with_and_without_marks(vanthu: Callable, plan: Path, name: str) -> None:
    assert vanthu("text", plan, "--profile", name).code == ExitCode.OK


@pytest.mark.parametrize(
    "command", [("text",), ("process", "--out", "x"), ("audit",), ("copy", "--out", "x.pdf")]
)
def test_a_profile_that_is_not_there_is_told_in_one_line(
    vanthu: Callable, plan: Path, command: tuple[str, ...]
) -> None:
    ended = vanthu(command[0], plan, *command[1:], "--profile", "siêu tốc")
    assert ended.code == ExitCode.USAGE
    assert ended.err.count("\n") == 1
    assert "nhanh, thường, kỹ" in ended.err


def test_a_text_has_nothing_to_look_at_again_and_nothing_to_draw(
    vanthu: Callable, plan: Path, tmp_path: Path
) -> None:
    ended = vanthu("text", plan, "--flags", "--draw", tmp_path / "drawn")
    assert (ended.code, ended.out) == (ExitCode.OK, "")
    assert "không có hình trang" in ended.err
    assert not (tmp_path / "drawn").exists()


@pytest.mark.ocr
def test_a_scan_is_recognised_once(
    vanthu: Callable, scan: Path, own_cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = vanthu("text", scan)
    assert "30/6/2024" in first.out
    assert len(list(own_cache.iterdir())) == 1
    monkeypatch.setattr("vanthu.reading.reader._tried", None)  # nothing is read any more
    assert vanthu("text", scan).out == first.out


@pytest.mark.ocr
@pytest.mark.parametrize("way", ["option", "environment"])
def test_keeping_can_be_switched_off(
    vanthu: Callable, scan: Path, own_cache: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    if way == "environment":
        monkeypatch.setenv("VANTHU_NO_CACHE", "1")
    vanthu("text", scan, *(["--no-cache"] if way == "option" else []))
    assert not own_cache.exists()


@pytest.mark.ocr
def test_what_is_kept_is_shown_and_cleared(vanthu: Callable, scan: Path, own_cache: Path) -> None:
    vanthu("text", scan)
    shown = vanthu("cache").out
    assert "1 kết quả nhận dạng" in shown
    assert str(own_cache) in shown
    assert "đã xóa 1" in vanthu("cache", "--clear").out
    assert "0 kết quả nhận dạng" in vanthu("cache").out


@pytest.mark.ocr
def test_no_command_touches_the_original(vanthu: Callable, scan: Path, tmp_path: Path) -> None:
    def state() -> tuple[str, int]:
        return hashlib.sha256(scan.read_bytes()).hexdigest(), scan.stat().st_mtime_ns

    before = state()
    scan.chmod(0o444)
    assert vanthu("text", scan, "--raw", "--draw", tmp_path / "drawn").code == ExitCode.OK
    assert vanthu("copy", scan, "--out", tmp_path / "copy.pdf").code == ExitCode.OK
    assert vanthu("process", scan, "--out", tmp_path / "out", "--searchable").code == ExitCode.OK
    assert vanthu("audit", scan).code == ExitCode.OK
    assert vanthu("cache", "--clear").code == ExitCode.OK
    assert state() == before
    assert (tmp_path / "drawn" / "scan-trang-001.png").exists()
    assert (tmp_path / "out" / "scan" / "searchable.pdf").exists()
    assert vanthu("copy", scan, "--out", scan).code == ExitCode.INPUT
    assert state() == before


@pytest.mark.ocr
def test_a_copy_holds_the_words(vanthu: Callable, scan: Path, tmp_path: Path) -> None:
    import pdfplumber

    ended = vanthu("copy", scan, "--out", tmp_path / "copy.pdf")
    assert "PDF/A" in ended.err
    with pdfplumber.open(tmp_path / "copy.pdf") as pdf:
        assert "trước ngày 30/6/2024" in " ".join((pdf.pages[0].extract_text() or "").split())


def test_a_text_can_not_be_copied(vanthu: Callable, plan: Path, tmp_path: Path) -> None:
    ended = vanthu("copy", plan, "--out", tmp_path / "copy.pdf")
    assert ended.code == ExitCode.INPUT
    assert "không có hình trang" in ended.err


@pytest.mark.ocr
def test_nothing_of_a_secret_document_is_kept_drawn_or_copied(
    vanthu: Callable, tmp_path: Path, own_cache: Path
) -> None:
    from PIL import Image, ImageDraw

    from vanthu.export.drawing.typeface import typeface

    page = Image.new("L", (1240, 1754), 255)
    ImageDraw.Draw(page).text((200, 200), "TUYỆT MẬT", fill=0, font=typeface(44, bold=True))
    for number in range(8):
        line = "Các đơn vị triển khai thực hiện kế hoạch này"
        ImageDraw.Draw(page).text((200, 400 + 70 * number), line, fill=0, font=typeface(36))
    path = tmp_path / "mat.png"
    page.save(path, dpi=(150, 150))
    for command in (
        ("text", path, "--draw", tmp_path / "drawn"),
        ("copy", path, "--out", tmp_path / "c.pdf"),
    ):
        ended = vanthu(*command)
        assert ended.code == ExitCode.SECRET
        assert ended.out == ""
    left = {entry.name for entry in tmp_path.iterdir()} - {"mat.png", "cache"}
    assert left == set()
    assert not own_cache.exists() or not list(own_cache.iterdir())
