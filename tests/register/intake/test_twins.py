from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import select

from contracts import DUE, contract, task
from vanthu.contract.model import PublicPlan
from vanthu.errors import InputError
from vanthu.planning.followed import keys
from vanthu.planning.journal import Entry, Journal
from vanthu.register import Register
from vanthu.register.intake import Added, Arrival, Pair, add, add_checked, decide, pairs
from vanthu.register.plans import kept
from vanthu.register.states import Decision, State
from vanthu.register.tables import DOCUMENT, FINDING, FINDING_PLACE, TASK

AT = "2024-03-20T08:00:00+00:00"
_TASKS = (
    "Rà soát toàn bộ hồ sơ của các hộ nghèo trên địa bàn xã trước kỳ họp",
    "Tổ chức tập huấn chuyển đổi số cho cán bộ các thôn và tổ dân phố",
    "Báo cáo kết quả thực hiện về Phòng Văn hóa để tổng hợp chung",
)
_OTHERS = (
    "Vận động nhân dân làm vệ sinh đường làng, ngõ xóm, khơi thông cống rãnh",
    "Phun thuốc phòng dịch sốt xuất huyết tại các khu vực có nguy cơ cao",
)


def scanned(mark: str, *texts: str, **more: Any) -> PublicPlan:
    tasks = [task(f"I.{n}", text=text, deadlines=[DUE]) for n, text in enumerate(texts or _TASKS, start=1)]
    file = {"name": f"{mark}.pdf", "sha256": mark * 64, "media_type": "application/pdf", "size": 1}
    return contract(*tasks, file=file, **more)


def taken(register: Register, plan: PublicPlan) -> Added:
    return register.work(lambda connection: add(connection, Arrival(plan)))


def standing(register: Register) -> list[int]:
    with register.reading() as connection:
        return [k.document for k in kept(connection)]


@pytest.mark.parametrize(
    ("document", "texts"),
    [
        pytest.param({}, _TASKS, id="word for word"),
        pytest.param({"title": "Chuyển đối số năm 2024"}, _TASKS, id="a slip in the title"),
        pytest.param({"issuer": ["Ủy ban nhân dân xã An Phuớc"]}, _TASKS, id="a slip in the issuer"),
        pytest.param({"number": "72"}, _TASKS, id="the number misread"),
        pytest.param({"number": None}, _TASKS, id="the number not read"),
        pytest.param({"issued_on": "2024-03"}, _TASKS, id="the day not read"),
        pytest.param({"issued_on": "2021-03-05"}, _TASKS, id="the year misread"),
        pytest.param({}, _OTHERS, id="the header alone"),
    ],
)
def test_a_document_scanned_twice_is_shown(
    register: Register, document: dict[str, Any], texts: tuple[str, ...]
) -> None:
    first = taken(register, scanned("a"))
    second = taken(register, scanned("b", *texts, document=document))
    assert [twin.other for twin in second.twins] == [first.document]
    assert standing(register) == [first.document, second.document], "both are there until a person decides"
    changed = {name.removeprefix("document.") for name in second.twins[0].differs if "task" not in name}
    assert changed == set(document)


@pytest.mark.parametrize(
    ("document", "texts"),
    [
        pytest.param({"issuer": ["Ủy ban nhân dân xã Tân Mỹ"]}, _TASKS, id="another commune's paper"),
        pytest.param({"number": "13"}, _OTHERS, id="another paper of that day"),
        pytest.param({"issued_on": "2025-03-05"}, _OTHERS, id="the same number a year later"),
        pytest.param({"number": None, "symbol": None}, _OTHERS, id="a paper without a number"),
        pytest.param({"issued_on": None}, _OTHERS, id="that number, some day, other words"),
    ],
)
def test_another_document_is_none(
    register: Register, document: dict[str, Any], texts: tuple[str, ...]
) -> None:
    taken(register, scanned("a"))
    assert taken(register, scanned("b", *texts, document=document)).twins == ()


def test_the_fields_that_differ_are_shown_side_by_side(register: Register) -> None:
    taken(register, scanned("a", *_TASKS[:2]))
    read_otherwise = (_TASKS[0], _TASKS[1].replace("tập huấn", "tập hụấn"), _TASKS[2])
    (twin,) = taken(register, scanned("b", *read_otherwise, document={"place": "An Phước"})).twins
    assert twin.differs == {
        "document.place": (None, "An Phước"),
        "task.I.2.text": (_TASKS[1], read_otherwise[1]),
        "task.I.3": (None, _TASKS[2]),
    }


def pair(register: Register) -> Pair:
    with register.reading() as connection:
        return pairs(connection, undecided=False)[0]


def decided(register: Register, decision: Decision) -> None:
    found = pair(register)
    register.work(lambda connection: decide(connection, found, decision, who="Lê Thị Thử"))


@pytest.mark.parametrize(
    ("decision", "left"), [(Decision.LINK, [1]), (Decision.REPLACE, [2]), (Decision.BOTH, [1, 2])]
)
def test_a_person_decides(register: Register, decision: Decision, left: list[int]) -> None:
    taken(register, scanned("a"))
    taken(register, scanned("b"))
    decided(register, decision)
    assert standing(register) == left
    with register.reading() as connection:
        assert pairs(connection) == ()
        assert (
            connection.scalars(select(TASK.c.document_id).distinct().order_by(TASK.c.document_id)).all()
            == left
        )
        assert pair(register).who == "Lê Thị Thử"


@pytest.mark.parametrize("before", list(Decision))
@pytest.mark.parametrize("after", list(Decision))
def test_a_person_may_decide_otherwise(register: Register, before: Decision, after: Decision) -> None:
    taken(register, scanned("a"))
    taken(register, scanned("b"))
    decided(register, before)
    decided(register, after)
    assert len(standing(register)) == (2 if after is Decision.BOTH else 1)
    with register.reading() as connection:
        assert len(connection.scalars(select(DOCUMENT.c.id)).all()) == 2, "nothing is ever dropped"


def test_what_people_said_of_a_linked_document_counts_for_its_stand_in(register: Register) -> None:
    taken(register, scanned("a"))
    linked = scanned("b")
    taken(register, linked)
    decided(register, Decision.LINK)
    said = Entry(
        task=keys(linked)[0],
        id="I.1",
        text=_TASKS[0],
        field="due",
        was=None,
        value="2024-06-30",
        by="Thử",
        at=AT,
    )
    arrival = Arrival(linked, journal=Journal(entries=(said,)))
    assert register.work(lambda c: add_checked(c, [arrival]))[0].heard
    with register.reading() as connection:
        task = connection.execute(select(TASK.c.document_id, TASK.c.state).where(TASK.c.path == "I.1")).one()
    assert tuple(task) == (1, State.CORRECTED)
    assert not register.work(lambda c: add_checked(c, [arrival]))[0].heard


def test_a_document_that_another_stands_for_has_no_findings(register: Register) -> None:
    late = {"raw": "trước ngày 01/01/2024", "kind": "due", "date": "2024-01-01", "qualifier": "before"}
    for mark in "ab":
        plan = scanned(mark).model_dump(mode="json")
        plan["tasks"][0]["deadlines"] = [late]
        register.work(lambda c, plan=plan: add_checked(c, [Arrival(PublicPlan.model_validate(plan))]))  # type: ignore[misc]
    assert len(raised(register)) == 2
    decided(register, Decision.LINK)
    assert raised(register) == {1}
    decided(register, Decision.BOTH)
    assert raised(register) == {1, 2}


def raised(register: Register) -> set[int]:
    """Documents with findings that stand."""
    with register.reading() as connection:
        places = select(FINDING_PLACE.c.document_id).join(FINDING).where(FINDING.c.gone_at.is_(None))
        return set(connection.scalars(places))


def test_what_was_linked_follows_when_its_stand_in_is_replaced(register: Register) -> None:
    for mark in "abc":
        taken(register, scanned(mark))
    register.work(lambda c: decide(c, _of(c, 2, 1), Decision.LINK, who="Thử"))
    register.work(lambda c: decide(c, _of(c, 3, 1), Decision.REPLACE, who="Thử"))
    assert standing(register) == [3]
    with register.reading() as connection:
        assert connection.scalars(select(DOCUMENT.c.same_as).order_by(DOCUMENT.c.id)).all() == [3, 3, None]
    with pytest.raises(InputError, match="đã được nối"):
        register.work(lambda c: decide(c, _of(c, 2, 1), Decision.BOTH, who="Thử"))


def _of(connection: Any, newer: int, other: int) -> Pair:
    return next(p for p in pairs(connection, undecided=False) if (p.newer, p.other) == (newer, other))
