"""On a server the newest rows are asked for first; what came in since the newest were last heard of is found all the same."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import text

from contracts import task
from postgres import Server
from registered import plan_from
from vanthu.register import Register, open_register
from vanthu.register.intake import Arrival, add
from vanthu.register.search import Wanted, dialects, find


@pytest.fixture
def on_server(server: Server, empty_database: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Register]:
    """A register that asks for the newest rows first, however few there are."""
    monkeypatch.setattr(dialects, "_WORTH_IT", 0)
    name = server.database(template=empty_database)
    with open_register(server.url(name)) as register:
        yield register
    server.drop(name)


def take(register: Register, number: int, words: str) -> None:
    paper = plan_from(number, task("1", text=words))
    register.work(lambda connection: add(connection, Arrival(paper)))


def found(register: Register) -> list[int]:
    hits = register.look(lambda connection: find(connection, Wanted("kênh mương", kind="task", most=1)))
    return [hit.document for hit in hits]


@pytest.mark.parametrize("last", [10, 2_000, 5_000, 1_000_000], ids="{:,}".format)
def test_the_newest_is_found_however_many_came_in_between(on_server: Register, last: int) -> None:
    take(on_server, 1, "Nạo vét kênh mương")
    assert found(on_server) == [1]
    jump = text("SELECT setval(pg_get_serial_sequence('task', 'id'), :last)")
    on_server.work(lambda connection: connection.execute(jump, {"last": last}))
    take(on_server, 2, "Nạo vét kênh mương nội đồng")
    assert found(on_server) == [2]
    take(on_server, 3, "Rà soát hộ nghèo")
    assert found(on_server) == [2]
