from __future__ import annotations

import os
from pathlib import Path

import pytest

from vanthu.engine.discovery import SUFFIXES, find_documents, find_plans, find_unreadable


def touch(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("x", encoding="utf-8")


def names(paths: tuple[Path, ...], root: Path) -> list[str]:
    return [path.relative_to(root).as_posix() for path in paths]


def test_folders_are_walked_to_the_bottom_in_order_of_names(tmp_path: Path) -> None:
    touch(tmp_path, "b/2.PDF", "b/1.docx", "a.png", "c/d/e/f.tiff")
    assert names(find_documents([tmp_path]), tmp_path) == ["a.png", "b/1.docx", "b/2.PDF", "c/d/e/f.tiff"]


@pytest.mark.parametrize("suffix", sorted(SUFFIXES))
def test_every_known_kind_is_taken(tmp_path: Path, suffix: str) -> None:
    touch(tmp_path, "kh" + suffix, "KH2" + suffix.upper())
    assert len(find_documents([tmp_path])) == 2


@pytest.mark.parametrize(
    "name",
    [
        ".hidden.pdf",
        ".git/a.pdf",
        "notes.xlsx",
        "plan.json",
        "no-suffix",
        "~$a.docx",
        "README.md",
        "License.txt",
    ],
)
def test_what_is_no_document_is_passed_over_in_folders(tmp_path: Path, name: str) -> None:
    touch(tmp_path, name)
    assert find_documents([tmp_path]) == ()


def test_papers_of_kinds_that_cannot_be_read_are_told(tmp_path: Path) -> None:
    touch(
        tmp_path,
        "a.doc",
        "b/bieu.XLSX",
        "c.pdf",
        "~$a.doc",
        ".old/d.doc",
        "e.py",
        "out/tasks.xlsx",
        "f/plan.json",
        "f/g.xlsx",
    )
    assert names(find_unreadable([tmp_path], out=tmp_path / "out"), tmp_path) == ["a.doc", "b/bieu.XLSX"]
    assert find_unreadable([tmp_path / "a.doc"]) == ()  # named outright: reading it tells what is wrong


def test_a_folder_that_may_not_be_opened_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    touch(tmp_path, "a.pdf", "b/c.pdf")
    opened = os.listdir

    def closed(folder: Path) -> list[str]:
        if folder == tmp_path / "b":
            raise PermissionError
        return opened(folder)

    monkeypatch.setattr("os.listdir", closed)
    assert names(find_documents([tmp_path]), tmp_path) == ["a.pdf"]
    assert names(find_unreadable([tmp_path]), tmp_path) == ["b"]


def test_a_file_named_outright_is_taken_whatever_it_is(tmp_path: Path) -> None:
    touch(tmp_path, "README.md")
    chosen = [tmp_path / "README.md", tmp_path / "not-there.xyz"]
    assert find_documents(chosen) == tuple(chosen)


def test_a_document_reached_twice_is_worked_on_once(tmp_path: Path) -> None:
    touch(tmp_path, "a.pdf")
    (tmp_path / "link.pdf").symlink_to(tmp_path / "a.pdf")
    assert len(find_documents([tmp_path / "a.pdf", tmp_path, tmp_path / "." / "a.pdf"])) == 1


def test_results_are_no_documents(tmp_path: Path) -> None:
    touch(tmp_path, "a.pdf", "out/b/notes.txt", "old/kh-01/plan.json", "old/kh-01/page.png")
    assert names(find_documents([tmp_path], out=tmp_path / "out"), tmp_path) == ["a.pdf"]


def test_links_to_folders_and_pipes_are_passed_over(tmp_path: Path) -> None:
    touch(tmp_path, "a/a.pdf")
    (tmp_path / "a" / "loop").symlink_to(tmp_path, target_is_directory=True)
    os.mkfifo(tmp_path / "a" / "pipe.pdf")
    assert names(find_documents([tmp_path]), tmp_path) == ["a/a.pdf"]


def test_finished_plans_are_found_beside_documents(tmp_path: Path) -> None:
    touch(tmp_path, "in/a.pdf", "out/a/plan.json", "out/b/plan.json")
    assert names(find_plans([tmp_path]), tmp_path) == ["out/a/plan.json", "out/b/plan.json", "in/a.pdf"]
