"""Faults of the program's own files are told to a clerk in words of the field, with the place."""

from __future__ import annotations

import errno
import stat
from pathlib import Path

import pytest
from pydantic import Field

from vanthu.document.base import Frozen
from vanthu.errors import RulesError
from vanthu.resources import checked, digest_of, put_whole


class Shelf(Frozen):
    name: str
    boards: int = Field(ge=1)
    books: tuple[str, ...] = ()


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("boards: 2", "tại 'name': thiếu mục này"),
        ("{name: A, boards: 0}", "tại 'boards': phải từ 1 trở lên"),
        ("{name: A, boards: hai}", "tại 'boards': phải là số nguyên"),
        ("{name: A, boards: 2, books: B}", "tại 'books': phải là một danh sách"),
        ("{name: A, boards: 2, legs: 4}", "tại 'legs': không có mục nào tên như vậy"),
        ("- A", "phải gồm những mục có tên"),
        ("name: A\nboards: [2", "sai cách viết YAML ở dòng"),
    ],
)
def test_fault_is_told_in_one_line(tmp_path: Path, written: str, told: str) -> None:
    file = tmp_path / "shelf.yaml"
    file.write_text(written, encoding="utf-8")
    with pytest.raises(RulesError) as caught:
        checked(file, Shelf)
    assert told in caught.value.message
    assert caught.value.message.isprintable()
    assert caught.value.where == "shelf.yaml"


def test_file_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "old.yaml").write_bytes("name: Kệ".encode("utf-16"))
    for name, told in (("old.yaml", "UTF-8"), ("none.yaml", "không có tệp này")):
        with pytest.raises(RulesError, match=told):
            checked(tmp_path / name, Shelf)


def test_a_digest_is_of_what_files_hold_and_of_their_names(tmp_path: Path) -> None:
    file, other = tmp_path / "a.yaml", tmp_path / "b.yaml"
    file.write_text("1")
    other.write_text("2")
    told = {digest_of(files) for files in ([("a", file)], [("b", file)], [("a", other)], [])}
    assert len(told) == 4
    assert digest_of([("a", file)]) in told


def test_a_file_is_put_whole_for_its_owner_alone(tmp_path: Path) -> None:
    file = tmp_path / "kept"
    for data in (b"one", b"other"):
        put_whole(file, data)
        assert file.read_bytes() == data
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [file]


def test_what_cannot_be_put_leaves_what_stood_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    file = tmp_path / "kept"
    file.write_bytes(b"one")
    monkeypatch.setattr("pathlib.Path.replace", full)
    with pytest.raises(OSError, match="No space"):
        put_whole(file, b"other")
    assert file.read_bytes() == b"one"
    assert list(tmp_path.iterdir()) == [file]
