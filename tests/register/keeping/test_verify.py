from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import psycopg
import pytest

from registered import plan_from
from vanthu.errors import RegisterError
from vanthu.register import Register
from vanthu.register.intake import Arrival, add
from vanthu.register.keeping import verify


@pytest.fixture
def tamper(full: Register) -> Callable[[str], None]:
    """Changes a register behind its back, past all that guards it."""

    def change(statement: str) -> None:
        url = full.address.url
        if full.address.file:
            with sqlite3.connect(full.address.file) as raw:
                raw.execute(statement)
            raw.close()
            return
        plain = url.set(drivername="postgresql").render_as_string(hide_password=False)
        with psycopg.connect(plain, autocommit=True) as raw:
            raw.execute("SET session_replication_role = replica")
            raw.execute(statement.encode())

    return change


def faults(register: Register) -> list[str]:
    return register.look(lambda connection: [str(fault) for fault in verify(connection)])


def test_a_sound_register_has_no_faults(full: Register) -> None:
    assert faults(full) == []


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        (
            "UPDATE plan SET sha256 = '00' WHERE id = 2",
            "văn bản 1, bản 2: nội dung plan.json không khớp với mã băm",
        ),
        ("UPDATE plan SET body = {bytes} WHERE id = 3", "văn bản 2, bản 1: một kế hoạch trong sổ đã hỏng"),
        ("UPDATE plan SET current = {false} WHERE document_id = 2", "văn bản 2: các bản đọc không liền nhau"),
        ("DELETE FROM plan WHERE document_id = 1 AND version = 1", "văn bản 1: các bản đọc không liền nhau"),
        (
            "UPDATE task SET document_id = 99 WHERE id = (SELECT max(id) FROM task)",
            "bảng task: 1 dòng có document_id",
        ),
        ("UPDATE document SET title = 'khác' WHERE id = 2", "văn bản 2: bảng phần đầu không khớp"),
        ("UPDATE document SET state = 'pending' WHERE id = 2", "văn bản 2: bảng phần đầu không khớp"),
        (
            "DELETE FROM deadline WHERE document_id = 2",
            "văn bản 2: bảng thời hạn không khớp với kế hoạch (thừa 0, thiếu 1",
        ),
        ("UPDATE task SET text = 'việc khác' WHERE document_id = 2", "không tìm thấy theo lời"),
        ("UPDATE unit SET key = 'khác'", "bảng đơn vị không khớp"),
        ("UPDATE progress SET note = NULL", "bảng tiến độ không khớp"),
    ],
)
def test_every_fault_is_told_in_a_line(
    full: Register, tamper: Callable[[str], None], kind: str, statement: str, told: str
) -> None:
    server = kind == "postgresql"
    values = {"bytes": "'\\x00'::bytea" if server else "x'00'", "false": "false" if server else "0"}
    tamper(statement.format(**values))
    found = faults(full)
    assert any(told in line for line in found), found
    assert all("\n" not in line for line in found)


def test_words_of_what_is_gone_are_told(full: Register, tamper: Callable[[str], None]) -> None:
    tamper("UPDATE task SET id = 1000 WHERE document_id = 2")
    assert "chỉ mục tìm kiếm: thừa lời của 1 nhiệm vụ không còn trong sổ" in faults(full)


def test_an_original_that_was_changed_is_told_and_one_that_is_gone_is_not(
    full: Register, tmp_path: Path
) -> None:
    file = tmp_path / "goc.pdf"
    file.write_bytes(b"goc")
    plan = plan_from(9)
    source = {"sha256": hashlib.sha256(b"goc").hexdigest()}
    plan = plan.model_copy(update={"file": plan.file.model_copy(update=source) if plan.file else None})
    full.work(lambda connection: add(connection, Arrival(plan, location=file)))
    assert faults(full) == []
    file.write_bytes(b"khac")
    assert faults(full) == [f"{file}: tệp gốc đã bị thay đổi sau khi vào sổ"]
    file.unlink()
    assert faults(full) == []


@pytest.mark.parametrize("kind", ["sqlite"], indirect=True)  # a server sees to its own pages
def test_a_file_whose_pages_are_broken_is_told(full: Register) -> None:
    assert full.address.file is not None
    with sqlite3.connect(full.address.file) as raw:
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        (page,) = raw.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'ix_document_code_issued_day'"
        ).fetchone()
    raw.close()
    with full.address.file.open("r+b") as file:
        file.seek(4096 * (page - 1) + 8)
        file.write(b"\xff" * 64)
    assert any(line.startswith("cơ sở dữ liệu: tệp bị hỏng") for line in as_far_as_it_can_be_read(full))


def as_far_as_it_can_be_read(register: Register) -> list[str]:
    found: list[str] = []
    with suppress(RegisterError), register.reading() as connection:
        found.extend(str(fault) for fault in verify(connection))
    return found
