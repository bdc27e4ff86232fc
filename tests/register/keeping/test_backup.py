from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from threading import Event, Thread
from typing import Any

import pytest

from registered import plan_from
from vanthu.errors import InputError, OutputError, RegisterError
from vanthu.register import Address, Register, open_register
from vanthu.register.history import happened
from vanthu.register.intake import Arrival, add
from vanthu.register.keeping import backup, restore
from vanthu.register.keeping.manifest import BOOK_NAME, FILE_NAME, contents
from vanthu.register.plans import kept
from vanthu.register.search import Wanted, find

NOW = datetime(2024, 7, 1, 8, tzinfo=UTC)


def held(connection: Any) -> Any:
    """Everything that people can see of a register."""
    hits = [find(connection, Wanted(text)) for text in ("ke hoach nam", "ho so so 2", "12/KH-UBND")]
    return contents(connection), list(kept(connection)), happened(connection), hits


def test_a_backup_comes_back_whole_in_either_kind_of_database(
    full: Register, elsewhere: str, looked: Callable[..., Any], tmp_path: Path
) -> None:
    place = backup(full, tmp_path / "luu", now=NOW)
    assert place.name.endswith("-20240701-080000")
    assert {path.name for path in place.iterdir()} == {BOOK_NAME, FILE_NAME}
    restore(place, elsewhere)
    assert looked(elsewhere, held) == full.look(held)
    with open_register(elsewhere) as again:
        assert again.work(lambda c: add(c, Arrival(plan_from(9)))).document == 4


def test_the_manifest_tells_what_is_held(full: Register, kind: str, tmp_path: Path) -> None:
    told = json.loads((backup(full, tmp_path) / FILE_NAME).read_text(encoding="utf-8"))
    assert (told["database"], told["tables"]["plan"]["rows"], told["tables"]["task"]["sha256"]) == (
        kind,
        4,
        None,
    )
    assert len(told["tables"]["plan"]["sha256"]) == len(told["sha256"]) == 64


def test_a_register_that_holds_something_is_left_alone_unless_forced(
    full: Register, elsewhere: str, looked: Callable[..., Any], tmp_path: Path
) -> None:
    place = backup(full, tmp_path / "luu")
    with open_register(elsewhere, create=True) as other:
        other.work(lambda connection: add(connection, Arrival(plan_from(7))))
        before = other.look(held)
        with pytest.raises(RegisterError, match="--force"):
            restore(place, elsewhere)
        assert other.look(held) == before
    restore(place, elsewhere, force=True)
    assert looked(elsewhere, held) == full.look(held)


def test_a_backup_taken_while_others_write_is_of_one_moment(
    register: Register, address: str, looked: Callable[..., Any], tmp_path: Path
) -> None:
    began, end = Event(), Event()

    def write() -> None:
        with open_register(address) as own:
            for number in range(1, 200):
                own.work(lambda connection, n=number: add(connection, Arrival(plan_from(n))))  # type: ignore[misc]
                began.set()
                if end.is_set():
                    return

    writer = Thread(target=write)
    writer.start()
    began.wait(30)
    try:
        places = [backup(register, tmp_path / str(n)) for n in range(3)]
    finally:
        end.set()
        writer.join()
    for number, place in enumerate(places):
        target = str(tmp_path / f"{number}.db")
        restore(place, target)
        plans, events = looked(target, lambda c: (list(kept(c)), happened(c)))
        assert len(plans) == len(events) >= 1
        assert [plan.document for plan in plans] == list(range(1, len(plans) + 1))


def test_what_was_changed_since_is_not_restored(full: Register, elsewhere: str, tmp_path: Path) -> None:
    place = backup(full, tmp_path / "luu")
    with (place / BOOK_NAME).open("ab") as book:
        book.write(b"x")
    with pytest.raises(RegisterError, match="hỏng"):
        restore(place, elsewhere)


@pytest.mark.parametrize("given", ["", "{}", '{"version": 2}'])
def test_what_is_no_backup_is_told(tmp_path: Path, given: str) -> None:
    if given:
        (tmp_path / FILE_NAME).write_text(given, encoding="utf-8")
    with pytest.raises(InputError, match="bản sao lưu"):
        restore(tmp_path, str(tmp_path / "so.db"))
    assert not (tmp_path / "so.db").exists()


def test_a_backup_of_a_newer_program_is_told(full: Register, elsewhere: str, tmp_path: Path) -> None:
    place = backup(full, tmp_path / "luu")
    told = json.loads((place / FILE_NAME).read_text(encoding="utf-8")) | {"form": "9999"}
    (place / FILE_NAME).write_text(json.dumps(told), encoding="utf-8")
    with pytest.raises(RegisterError, match="mới hơn"):
        restore(place, elsewhere)


def test_a_damaged_register_is_set_aside_and_replaced(
    tmp_path: Path, looked: Callable[..., Any], empty_file: Path
) -> None:
    with open_register(str(empty_file)) as register:
        place = backup(register, tmp_path / "luu")
    broken = tmp_path / "so.db"
    broken.write_bytes(b"SQLite format 3\0" + b"?" * 5000)
    with pytest.raises(RegisterError):
        restore(place, str(broken))
    restore(place, str(broken), force=True)
    assert looked(str(broken), contents)["plan"].rows == 0
    (aside,) = tmp_path.glob("so.db.2*")
    assert aside.read_bytes().endswith(b"?")


def test_a_place_that_can_t_be_written_to_is_told(register: Register, tmp_path: Path) -> None:
    (tmp_path / "luu").write_text("", encoding="utf-8")
    with pytest.raises(OutputError):
        backup(register, tmp_path / "luu")


@pytest.mark.parametrize("kind", ["sqlite"], indirect=True)  # a transaction of the server sees to that
def test_others_look_on_while_a_register_is_replaced(full: Register, tmp_path: Path) -> None:
    place = backup(full, tmp_path / "luu")
    with full.reading() as connection:
        before = contents(connection)
        restore(place, Address.parse(str(full.address)), force=True)
        assert contents(connection) == before


@pytest.mark.parametrize("kind", ["sqlite"], indirect=True)  # the server has its own queue
def test_a_register_that_another_one_is_writing_to_is_waited_for(full: Register, tmp_path: Path) -> None:
    place = backup(full, tmp_path / "luu")
    with sqlite3.connect(str(full.address.file)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(RegisterError, match="bận"):
            restore(place, full.address, force=True, patience=0.5)
