"""A document that must not be there goes, and nothing of it stays: not in the tables, not in the index, not in the file."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, insert, select
from sqlalchemy.exc import DBAPIError

from contracts import DUE, task
from registered import plan_from
from vanthu import api
from vanthu.errors import InputError
from vanthu.register import Register
from vanthu.register.history import happened
from vanthu.register.intake import Arrival, add_checked, decide, pairs
from vanthu.register.keeping import verify
from vanthu.register.people import Speaker, correct
from vanthu.register.search import Wanted, find
from vanthu.register.states import Decision
from vanthu.register.tables import CORRECTION, FINDING, FINDING_PLACE, METADATA, UNIT, VERDICT

SECRET = "Xơ-lũm"  # stands nowhere else  # noqa: S105


def arrived(register: Register, number: int, *tasks: dict[str, Any], **more: Any) -> int:
    arrivals = [Arrival(plan_from(number, *tasks, **more))]
    return register.work(partial(add_checked, arrivals=arrivals))[0].document


@pytest.fixture
def secret(register: Register) -> int:
    """A document whose words stand everywhere in the register, between two others."""
    arrived(register, 1)
    own = task("2.2", lead=[f"Trạm {SECRET}"], deadlines=[DUE], text=f"Kiểm kê kho {SECRET}")
    document = arrived(register, 2, own, title=f"Kế hoạch kho {SECRET}")
    arrived(register, 3)

    def say(connection: Any) -> None:
        correct(connection, document, {"title": f"Kho {SECRET} cũ"}, Speaker("Lan"))
        finding = {
            "key": "abc123",
            "code": "deadline-conflict",
            "severity": "warning",
            "note": f"{SECRET}: hai hạn",
        }
        key = connection.execute(insert(FINDING).values(finding | {"made_at": "2026"})).inserted_primary_key[
            0
        ]
        for place, of in enumerate((1, document)):
            row = {"finding_id": key, "place": place, "document_id": of, "where": "1", "quote": SECRET}
            connection.execute(insert(FINDING_PLACE).values(row))
        verdict = {
            "finding_key": "abc123",
            "verdict": "dismissed",
            "reason": SECRET,
            "who": "Lan",
            "at": "2026",
        }
        connection.execute(insert(VERDICT).values(verdict))

    register.work(say)
    return document


def told(register: Register) -> str:
    """All that stands in the tables."""
    with register.reading() as connection:
        return "\n".join(
            str(row) for table in METADATA.tables.values() for row in connection.execute(select(table))
        )


def test_nothing_of_the_document_stays_but_who_took_it_out_and_why(register: Register, secret: int) -> None:
    assert SECRET in told(register)
    gone = api.expunge(register, secret, reason="có dấu mật", who="Lan")
    assert gone.documents == (secret,)
    assert [sha256 for sha256, _ in gone.files] == [f"{2:064x}"]
    assert SECRET not in told(register)
    with register.reading() as connection:
        assert find(connection, Wanted("kiểm kê kho")) == ()
        assert connection.scalar(select(func.count()).select_from(UNIT)) == 1
        (*_, last) = happened(connection)
        assert (last.who, last.action, last.document, last.subject, last.value) == (
            "Lan", "expunged", None, str(secret), "có dấu mật",
        )  # fmt: skip
    assert register.look(lambda connection: list(verify(connection))) == []


def test_the_file_of_a_register_holds_no_trace(register: Register, secret: int) -> None:
    if register.address.file is None:
        pytest.skip("a server keeps its files to itself")
    folder = Path(register.address.file).parent

    def trace() -> bool:
        words = (SECRET.encode(), SECRET.casefold().encode(), b"lum", "lũm".encode())
        return any(word in file.read_bytes() for file in folder.iterdir() for word in words)

    assert trace()
    api.expunge(register, secret, reason="ghi nhầm", who="Lan")
    assert not trace()


def test_what_was_closed_is_closed_again(register: Register, secret: int) -> None:
    register.work(lambda c: correct(c, 1, {"number": "9"}, Speaker("Lan")))
    api.expunge(register, secret, reason="ghi nhầm", who="Lan")
    with pytest.raises(DBAPIError, match="append-only"), register.engines.writer.begin() as connection:
        connection.execute(CORRECTION.delete())


def test_documents_that_are_one_go_together(register: Register) -> None:
    first = arrived(register, 1)
    again = plan_from(1)
    plan = again.model_copy(update={"file": again.file.model_copy(update={"sha256": "b" * 64})})
    second = register.work(partial(add_checked, arrivals=[Arrival(plan)]))[0].document
    third = arrived(register, 3)
    (pair,) = register.look(pairs)
    register.work(lambda c: decide(c, pair, Decision.LINK, who="Lan"))
    assert api.expunge(register, second, reason="ghi nhầm", who="Lan").documents == (first, second)
    assert [p.document for p in register.look(lambda c: find(c, Wanted("", kind="document")))] == [third]


def test_a_document_that_is_not_there(register: Register) -> None:
    with pytest.raises(InputError, match="sổ không có văn bản mang mã 7"):
        api.expunge(register, 7, reason="ghi nhầm", who="Lan")
