"""A register of every form that there ever was is opened by this program, with everything in it."""

from __future__ import annotations

import gzip
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import Connection, MetaData, create_engine, insert, select, text

from contracts import contract, task
from postgres import Server
from vanthu.planning.clock import Progress
from vanthu.register import Address, Register, open_register
from vanthu.register.across import shown
from vanthu.register.connection import engines
from vanthu.register.history import happened
from vanthu.register.intake import Arrival, Result, add, add_all, pairs
from vanthu.register.keeping import verify
from vanthu.register.migrations.upgrade import known, newest, upgrade, version
from vanthu.register.plans import kept, task_state
from vanthu.register.search import Wanted, find
from vanthu.register.states import State
from vanthu.register.tables import DEADLINE, PROGRESS, TASK, UNIT

FORMS = Path(__file__).parent / "forms"
NAMES = sorted(path.name.removesuffix(".db.gz") for path in FORMS.glob("*.db.gz"))
SAID = [name for name in NAMES if name.endswith("-said")]
WRITTEN = [name for name in NAMES if name not in SAID]


def test_every_form_but_the_newest_is_among_them() -> None:
    assert set(known()) - {newest()} <= set(WRITTEN) <= set(known())


@pytest.fixture(params=WRITTEN)
def form(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def old(form: str, kind: str, request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a register of an old form."""
    file = _unpacked(form, tmp_path / "cu.db")
    if kind == "sqlite":
        return str(file)
    server: Server = request.getfixturevalue("server")
    return _moved(file, server.url(server.database()), form.removesuffix("-said"))


@pytest.mark.parametrize("form", SAID)
def test_what_people_said_holds_on_the_way_to_the_newest_form(old: str) -> None:
    with open_register(old) as register, register.reading() as connection:
        (first, _) = kept(connection)
        assert first.followed.plan.document.title == "Trích yếu đã sửa"
        assert [task_state(task) for task in first.followed.tasks][:2] == [State.CORRECTED, State.DISCARDED]
        states = connection.scalars(
            select(TASK.c.state).where(TASK.c.document_id == 1).order_by(TASK.c.id)
        ).all()
        assert states[:2] == [State.CORRECTED, State.DISCARDED]
        progress = connection.execute(select(PROGRESS.c.task, PROGRESS.c.progress, PROGRESS.c.note)).all()
        assert [tuple(row) for row in progress] == [("uid-I.1", Progress.WORKING, "chờ kinh phí")]
        assert "Hai hạn khác nhau" not in {finding.note for finding in shown(connection)}, (
            "it stays dismissed"
        )
        (finding,) = (f for f in shown(connection, everything=True) if f.note == "Hai hạn khác nhau")
        assert finding.said is not None
        assert (finding.said.reason, finding.said.who) == ("đã thống nhất", "Lê Thị Thử")


def _unpacked(form: str, file: Path) -> Path:
    file.write_bytes(gzip.decompress((FORMS / f"{form}.db.gz").read_bytes()))
    return file


def _moved(file: Path, url: str, form: str) -> str:
    """The rows of a file in a database of the same form; full text is no rows, and is made by the steps."""
    address = Address.parse(url)
    register = Register(address, engines(address))
    register.work(lambda connection: upgrade(connection, form))
    meant, there = MetaData(), MetaData()
    source = create_engine(f"sqlite:///{file}")
    there.reflect(register.engines.bare)
    meant.reflect(
        source, only=[name for name in there.tables if "words" not in name and "version" not in name]
    )
    with source.connect() as old, register.writing() as new:
        for table in meant.sorted_tables:
            rows = [dict(row._mapping) for row in old.execute(select(table).order_by(*table.primary_key))]
            if rows:
                new.execute(insert(there.tables[table.name]), rows)
            if "id" in table.columns:
                last = f"SELECT setval(pg_get_serial_sequence('{table.name}', 'id'), {len(rows) + 100})"
                new.execute(text(last))
    return url


def test_nothing_is_lost_on_the_way_to_the_newest_form(old: str, form: str) -> None:
    with open_register(old) as register, register.reading() as connection:
        assert version(connection) == newest()
        plans = list(kept(connection))
        assert [plan.document for plan in plans] == [1, 2], "the third is linked to the first"
        assert [plan.plan.document.number for plan in plans] == ["12", "35"]
        tasks = connection.execute(
            select(TASK.c.path, TASK.c.state).where(TASK.c.document_id == 1).order_by(TASK.c.id)
        ).all()
        assert [tuple(task) for task in tasks] == [
            ("I.1", State.CORRECTED),
            ("I.2", State.PENDING),
            ("Bổ sung", State.PENDING),
        ]
        days = connection.scalars(select(DEADLINE.c.day).where(DEADLINE.c.document_id == 1))
        assert {day.isoformat() for day in days if day} == {"2024-08-15"}
        assert [(pair.newer, pair.other, pair.decision) for pair in pairs(connection, undecided=False)] == [
            (3, 1, "link")
        ]
        assert "Lê Thị Thử" in {event.who for event in happened(connection)}
        if form >= "0002" and connection.dialect.name == "postgresql":
            return  # the words of such a form lie in tables that no rows could be copied from
        assert [hit.document for hit in find(connection, Wanted("ra soat ho so"))] == [1, 2]


def test_spellings_that_were_kept_apart_are_one(
    kind: str, request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = request.getfixturevalue("server") if kind == "postgresql" else None
    address = Address.parse(server.url(server.database()) if server else str(tmp_path / "cu.db"))
    spellings = ("Phòng Quản lí đô thị", "Phòng Quản lý đô thị")
    plans = [
        contract(task(text=f"{name} họp", lead=[name]), document={"number": str(number), "issuer": [name]})
        for number, name in enumerate(spellings, start=1)
    ]
    with monkeypatch.context() as patch, Register(address, engines(address)) as register:
        for module in ("planning.identity", "register.intake.header", "register.search.words"):
            patch.setattr(f"vanthu.{module}.fold", str.lower)
        register.work(lambda connection: upgrade(connection, "0006"))
        register.work(lambda connection: add_all(connection, [Arrival(plan) for plan in plans]))
        assert len(register.look(lambda connection: connection.scalars(select(UNIT.c.key)).all())) == 2
    with open_register(str(address)) as register, register.reading() as connection:
        assert list(verify(connection)) == []
        assert len(connection.scalars(select(UNIT.c.key)).all()) == 1
        assert [hit.document for hit in find(connection, Wanted("quản lí", kind="task"))] == [2, 1]


def test_a_register_of_an_old_form_goes_on(old: str) -> None:
    with open_register(old) as register:
        plan = contract(task("I.1", text="Việc mới"), document={"number": "77"})
        added = register.work(lambda connection: add(connection, Arrival(plan)))
        assert (added.document, added.result) == (max(added.document, 4), Result.NEW)


def test_a_step_that_was_cut_off_left_nothing(
    form: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if form == newest():
        return
    file, before = (_unpacked(form, tmp_path / name) for name in ("cu.db", "truoc.db"))

    def cut_off(connection: Connection) -> None:
        upgrade(connection)
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("vanthu.register.opening.upgrade", cut_off)
        with pytest.raises(KeyboardInterrupt):
            open_register(str(file))
    assert _schema(file) == _schema(before)
    open_register(str(file)).close()


def _schema(file: Path) -> list[str]:
    with sqlite3.connect(file) as plain:
        return [
            row[0]
            for row in plain.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name")
        ]
