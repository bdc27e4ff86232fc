from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from sqlalchemy import update

from contracts import DUE, MONTHLY, task
from registered import plan_from
from vanthu.errors import InputError
from vanthu.planning.clock import State as Clock
from vanthu.register import Register
from vanthu.register.across import audit_all
from vanthu.register.intake import Arrival, add
from vanthu.register.people import Speaker, correct, mark
from vanthu.register.states import State
from vanthu.register.tables.across import RECIPE
from vanthu.register.views.document import Looked, look_at
from vanthu.register.views.figures import Figures, figures

LAN = Speaker("Lan")
AFTER = date(2024, 8, 10)


@pytest.fixture
def book(register: Register) -> Register:
    """Two documents; each has a task of Công an xã due on 31 July 2024, the first one more tasks."""
    later = DUE | {"date": "2024-08-15", "raw": "trước ngày 15/8/2024"}
    more = [
        task("1.2", text="Mua thiết bị cho văn phòng", lead=["Văn phòng"], deadlines=[later]),
        task("1.3", text="Báo cáo hằng tháng", lead=["Văn phòng"], deadlines=[MONTHLY]),
        task("1.4", text="Chuyển hồ sơ cũ", lead=["Văn phòng"], deadlines=[DUE | {"date": "2024-12-31"}]),
    ]

    def fill(connection: Any) -> None:
        add(connection, Arrival(plan_from(1, *more)))
        add(connection, Arrival(plan_from(2, type="Công văn", issued_on=None)))

    register.work(fill)
    return register


def counted(register: Register, on: date = AFTER) -> Figures:
    return register.look(lambda connection: figures(connection, on))


def looked(register: Register, document: int = 1, on: date = AFTER) -> Looked:
    return register.look(lambda connection: look_at(connection, document, on))


def test_a_register_says_that_another_program_filed_it(book: Register) -> None:
    assert not counted(book).filed_otherwise
    book.work(lambda c: c.execute(update(RECIPE).values(value="từ ngữ cũ")))
    assert counted(book).filed_otherwise
    audit_all(book)
    assert not counted(book).filed_otherwise


def test_figures_of_a_day(book: Register) -> None:
    found = counted(book)
    assert (found.documents, found.tasks, found.undecided_twins) == (2, 5, 0)
    assert dict(found.by_type) == {"Công văn": 1, "Kế hoạch": 1}
    assert dict(found.by_year) == {"2024": 1, None: 1}
    assert dict(found.by_state) == {"pending": 2}
    assert dict(found.clock) == {Clock.OVERDUE: 2, Clock.SOON: 1, Clock.AHEAD: 1}
    assert [(unit.name, unit.tasks) for unit in found.late_units] == [("Công an xã", 2)]
    assert dict(counted(book, date(2024, 7, 31)).clock)[Clock.OVERDUE] == 0
    assert dict(counted(book, date(2024, 8, 1)).clock)[Clock.OVERDUE] == 2


def test_late_units_of_one_name_are_those_of_their_places(book: Register) -> None:
    book.work(
        lambda c: add(c, Arrival(plan_from(3, place="Bãi Vàng", issuer=["Ủy ban nhân dân xã Bãi Vàng"])))
    )
    late = [unit for unit in counted(book).late_units if unit.name == "Công an xã"]
    assert sorted((unit.place or "", unit.tasks) for unit in late) == [("", 2), ("Bãi Vàng", 1)]


def test_what_is_done_or_discarded_is_late_no_more(book: Register) -> None:
    book.work(lambda c: correct(c, 1, {"progress": "Hoàn thành", "done_on": "2024-08-05"}, LAN, task="1.1"))
    assert dict(counted(book).clock)[Clock.OVERDUE] == 1
    assert dict(counted(book, date(2024, 8, 4)).clock)[Clock.OVERDUE] == 2
    book.work(lambda c: mark(c, 2, State.DISCARDED, LAN))
    assert dict(counted(book).clock)[Clock.OVERDUE] == 0
    book.work(lambda c: mark(c, 1, State.DISCARDED, LAN, tasks=["1.2"]))
    assert dict(counted(book).clock) == {Clock.OVERDUE: 0, Clock.SOON: 0, Clock.AHEAD: 1}


def test_an_empty_register_has_figures(register: Register) -> None:
    assert counted(register).documents == counted(register).tasks == 0


def test_a_document_is_shown_with_all_that_is_known(book: Register) -> None:
    book.work(lambda c: correct(c, 1, {"due": "2024-08-05", "progress": "Đang thực hiện"}, LAN, task="1.1"))
    book.work(lambda c: add(c, Arrival(plan_from(1))))
    found = looked(book)
    assert [v.version for v in found.versions] == [1, 2]
    assert [e.action for e in found.history] == ["added", "said", "said", "read again"]
    assert found.file["sha256"] == f"{1:064x}"
    ((shown, state, standing),) = [t for t in found.tasks() if t[0].task.id == "1.1"]
    assert (shown.limit.day, state, standing) == (date(2024, 8, 5), State.CORRECTED, Clock.OVERDUE)
    assert looked(book, on=date(2024, 8, 4)).as_json()["tasks"][0]["clock"] == "Sắp đến hạn"


def test_all_of_it_is_plain_json(book: Register) -> None:
    data = json.loads(json.dumps(looked(book).as_json()))
    assert (data["document"], data["state"], len(data["plan"]["tasks"])) == (1, "pending", 4)


def test_a_document_that_is_not_there_is_told(book: Register) -> None:
    with pytest.raises(InputError, match="7"):
        looked(book, 7)
