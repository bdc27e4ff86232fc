from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, delete, insert, select, text, update
from sqlalchemy.exc import DBAPIError

from vanthu.errors import InputError, RegisterError
from vanthu.register import Address, Register, open_register
from vanthu.register.connection import engines
from vanthu.register.migrations.upgrade import VERSION_TABLE, newest, version
from vanthu.register.search.dialects import TABLES
from vanthu.register.tables import HISTORY, METADATA

_ENTRY = {"at": "2025-03-14T08:00:00+00:00", "who": "Lê Thị Thử", "action": "thử"}


def _is_ours(name: str | None, kind: str, _: object) -> bool:
    """Tables of words are each database's own, and known to no metadata."""
    return kind != "table" or not str(name).startswith(TABLES)


def test_the_steps_lead_to_the_tables_that_the_program_uses(register: Register) -> None:
    with register.reading() as connection:
        options = {
            "target_metadata": METADATA,
            "version_table": VERSION_TABLE,
            "include_object": _not_of_full_text,
        }
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, METADATA) == []
        assert version(connection) == newest()


def _not_of_full_text(_: object, __: str | None, kind: str, reflected: bool, meant: object) -> bool:
    """Full-text indexes are no tables that SQLAlchemy can describe."""
    return not (kind == "table" and reflected and meant is None)


def test_a_register_is_made_only_where_it_is_wanted(nowhere: str) -> None:
    with pytest.raises(RegisterError, match="vanthu register init"):
        open_register(nowhere)
    open_register(nowhere, create=True).close()
    open_register(nowhere).close()


def test_the_database_of_another_program_is_left_alone(nowhere: str) -> None:
    address = Address.parse(nowhere)
    with Register(address, engines(address)).writing() as connection:
        connection.execute(text("CREATE TABLE somebody_elses (id integer)"))
    with pytest.raises(RegisterError, match="chương trình khác"):
        open_register(nowhere, create=True)


def test_a_register_of_a_newer_program_is_left_alone(register: Register) -> None:
    with register.writing() as connection:
        connection.execute(text(f"UPDATE {VERSION_TABLE} SET version_num = '9999'"))  # noqa: S608
    with pytest.raises(RegisterError, match="mới hơn"):
        open_register(register.address)


def test_what_happened_can_be_neither_changed_nor_deleted(register: Register) -> None:
    with register.writing() as connection:
        connection.execute(insert(HISTORY).values(_ENTRY))
    for change in (update(HISTORY).values(who="ai đó"), delete(HISTORY)):
        with pytest.raises(DBAPIError, match="append-only"), register.writing() as connection:
            connection.execute(change)
    with register.reading() as connection:
        assert connection.scalars(select(HISTORY.c.who)).all() == ["Lê Thị Thử"]


def test_a_transaction_that_ends_with_an_error_leaves_nothing(register: Register) -> None:
    def fails(connection: Connection) -> None:
        connection.execute(insert(HISTORY).values(_ENTRY))
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        register.work(fails)
    with register.reading() as connection:
        assert connection.scalars(select(HISTORY.c.id)).all() == []


def test_a_reader_sees_one_moment_and_stops_no_writer(register: Register) -> None:
    with register.reading() as reader:
        assert reader.scalars(select(HISTORY.c.id)).all() == []
        with register.writing() as writer:
            writer.execute(insert(HISTORY).values(_ENTRY))
        assert reader.scalars(select(HISTORY.c.id)).all() == []
    with register.reading() as reader:
        assert len(reader.scalars(select(HISTORY.c.id)).all()) == 1


@pytest.mark.parametrize(
    "text", ["", "sqlite://", "mysql://x/y", "postgresql://host", "://", "sqlite:///:memory:"]
)
def test_an_address_that_names_no_register_is_told(text: str) -> None:
    with pytest.raises(InputError):
        Address.parse(text)


def test_a_password_is_never_shown() -> None:
    assert "bi-mat" not in str(Address.parse("postgresql://so:bi-mat@may-chu/vanthu"))


@pytest.mark.parametrize("content", [b"khong phai so", b"\0" * 4096])
def test_a_file_that_is_no_register_is_told(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "la.db"
    path.write_bytes(content)
    with pytest.raises(RegisterError, match=r"la\.db"):
        open_register(str(path))


def test_a_file_register_keeps_foreign_keys_and_a_log_ahead_of_writing(empty_file: Path) -> None:
    with sqlite3.connect(empty_file) as plain:
        assert plain.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    with open_register(str(empty_file)) as register, register.reading() as connection:
        assert connection.scalar(text("PRAGMA foreign_keys")) == 1
