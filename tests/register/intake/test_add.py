from __future__ import annotations

from importlib import import_module
from typing import Any

import pytest
from sqlalchemy import Table, func, select, text

from contracts import DUE, MONTHLY, ONGOING, WINDOW, contract, task
from registered import plan_from
from vanthu.contract.model import PublicPlan
from vanthu.register import Register
from vanthu.register.history import happened
from vanthu.register.intake import Added, Arrival, Result, add, bulk, known_files
from vanthu.register.plans import kept
from vanthu.register.tables import (
    CITATION,
    DEADLINE,
    DOCUMENT,
    FILE,
    PLAN,
    TASK,
    TASK_UNIT,
    UNIT,
)

_SHA = "a" * 64


def scanned(*tasks: dict[str, Any], sha256: str = _SHA, **more: Any) -> PublicPlan:
    """A plan that was read from a file."""
    file = {"name": "ke-hoach.pdf", "sha256": sha256, "media_type": "application/pdf", "size": 12345}
    return contract(*tasks, file=file, **more)


def rows(register: Register, table: Table) -> list[Any]:
    with register.reading() as connection:
        return list(connection.execute(select(table)).all())


def taken(register: Register, plan: PublicPlan, part: int = 1, documents: int | None = 1) -> Added:
    arrival = Arrival(plan, part=part, documents=documents)
    return register.work(lambda connection: add(connection, arrival))


def test_a_plan_comes_in_with_everything(register: Register) -> None:
    plan = scanned(
        task("I.1", lead=["Phòng Nội vụ"], coordinate=["Công an xã"], deadlines=[DUE, MONTHLY], page=2),
        task("I.2", deadlines=[WINDOW], parent="I.1"),
        task("I.3", lead=["Phòng Nội vụ"], deadlines=[ONGOING]),
        citations=[{"type": "Nghị quyết", "number": "05/NQ-HĐND", "issued_on": "2023-12-08"}],
        legal_basis=[{"type": "Nghị quyết", "number": "05/NQ-HĐND", "issued_on": "2023-12-08"}],
        document_deadlines=[DUE],
    )
    added = taken(register, plan)
    assert added.result is Result.NEW
    assert added.twins == ()
    document = rows(register, DOCUMENT)[0]
    assert (document.code, document.issuer_key, document.state) == (
        "12/kh-ubnd",
        "ủy ban nhân dân xã an phước",
        "pending",
    )
    assert [(t.path, t.parent, t.page, t.state) for t in rows(register, TASK)] == [
        ("I.1", None, 2, "pending"),
        ("I.2", "I.1", None, "pending"),
        ("I.3", None, None, "pending"),
    ]
    deadlines = rows(register, DEADLINE)
    assert [d.day.isoformat() if d.day else None for d in deadlines] == [
        "2024-07-31",
        None,
        "2024-08-30",
        None,
        "2024-07-31",
    ]
    assert [d.task_id is None for d in deadlines] == [False, False, False, False, True]
    assert [(u.role, u.name) for u in rows(register, TASK_UNIT)] == [
        ("lead", "Phòng Nội vụ"),
        ("coordinate", "Công an xã"),
        ("lead", "Phòng Nội vụ"),
    ]
    assert len(rows(register, UNIT)) == 2
    assert [(c.code, c.basis) for c in rows(register, CITATION)] == [("05/nq-hđnd", True)]
    assert [event.action for event in history(register)] == ["added"]


def history(register: Register) -> Any:
    with register.reading() as connection:
        return happened(connection)


def test_the_plan_comes_back_as_it_was(register: Register) -> None:
    plan = scanned(task(deadlines=[DUE]), task("I.2", text="Chữ có dấu, \0 và 😀"))
    taken(register, plan)
    with register.reading() as connection:
        assert [k.plan for k in kept(connection)] == [plan]


def test_the_same_file_is_known_and_nothing_is_doubled(register: Register) -> None:
    plan = scanned(task())
    first = taken(register, plan)
    again = taken(register, plan)
    assert (again.document, again.result) == (first.document, Result.KNOWN)
    assert [len(rows(register, table)) for table in (FILE, DOCUMENT, PLAN, TASK)] == [1, 1, 1, 1]
    with register.reading() as connection:
        assert known_files(connection, [_SHA, "b" * 64]) == {_SHA: (first.document,)}


def test_a_file_that_was_read_in_part_is_worth_another_reading(register: Register) -> None:
    taken(register, scanned(task(), status="partial"))
    with register.reading() as connection:
        assert known_files(connection, [_SHA]) == {}


def test_what_a_file_says_anew_is_a_new_version(register: Register) -> None:
    first = taken(register, scanned(task("I.1"), task("I.2")))
    again = taken(register, scanned(task("I.1"), document={"number": "13"}))
    assert (again.document, again.result) == (first.document, Result.READ_AGAIN)
    assert [(p.version, p.current) for p in rows(register, PLAN)] == [(1, False), (2, True)]
    assert [t.path for t in rows(register, TASK)] == ["I.1"]
    assert rows(register, DOCUMENT)[0].code == "13/kh-ubnd"
    assert [(e.action, e.was, e.value) for e in history(register)][1:] == [("read again", 1, 2)]


def test_two_documents_of_one_file_are_two(register: Register) -> None:
    one = taken(register, scanned(task("I.1")), documents=2)
    with register.reading() as connection:
        assert known_files(connection, [_SHA]) == {}, "one of them is still missing"
    two = taken(register, scanned(task("II.7"), document={"number": "40"}), part=2, documents=2)
    assert two.result is Result.NEW
    with register.reading() as connection:
        assert known_files(connection, [_SHA]) == {_SHA: (one.document, two.document)}


def test_a_plan_without_a_file_stands_for_itself(register: Register) -> None:
    plan = contract(task())
    assert taken(register, plan).result is Result.NEW
    assert taken(register, plan).result is Result.KNOWN
    assert rows(register, FILE)[0].media_type == "application/json"


@pytest.mark.parametrize("at_once", [1, 3, 50])
def test_many_at_once_come_to_the_same_as_one_by_one(register: Register, at_once: int) -> None:
    plans = [
        scanned(
            task("I.1", lead=["Phòng Y tế"], text=f"Việc số {n} của năm"),
            sha256=f"{n:064x}",
            document={"number": str(n), "title": f"Kế hoạch {n}", "issued_on": "2024-01-0" + str(n)},
        )
        for n in range(1, 8)
    ]
    added = list(bulk(register, map(Arrival, plans), at_once=at_once))
    assert [a.result for a in added] == [Result.NEW] * 7
    with register.reading() as connection:
        assert [k.plan for k in kept(connection)] == plans
        assert connection.scalar(select(func.count()).select_from(UNIT)) == 1


def test_a_register_without_plans_gives_none(register: Register) -> None:
    with register.reading() as connection:
        assert list(kept(connection)) == []


def test_after_many_plans_a_server_knows_what_its_tables_hold(
    register: Register, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if kind == "sqlite":
        pytest.skip("a file has no such knowledge")
    monkeypatch.setattr(import_module("vanthu.register.intake.bulk"), "_MANY", 3)
    known = text("SELECT reltuples FROM pg_class WHERE relname = 'document'")
    list(bulk(register, [Arrival(plan_from(1))]))
    assert register.look(lambda connection: connection.scalar(known)) == -1
    list(bulk(register, [Arrival(plan_from(n)) for n in (2, 3, 4)], at_once=2))
    assert register.look(lambda connection: connection.scalar(known)) == 4
