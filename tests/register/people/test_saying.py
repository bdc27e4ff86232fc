from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import select

from contracts import DUE, contract, task
from vanthu.contract.model import PublicPlan
from vanthu.errors import InputError
from vanthu.planning.clock import Progress
from vanthu.planning.journal import Entry, Journal, OwnTask
from vanthu.register import Register
from vanthu.register.history import happened
from vanthu.register.intake import Arrival, add
from vanthu.register.people import Change, Speaker, correct, document_named, mark, one, take, task_named
from vanthu.register.states import State
from vanthu.register.tables import DOCUMENT, PROGRESS, TASK

LAN = Speaker("Lan")
SHA = "a" * 64


def read(*tasks: dict[str, Any], sha256: str = SHA, **more: Any) -> PublicPlan:
    """A plan as the machine read it from a file."""
    file = {"name": "ke-hoach.pdf", "sha256": sha256, "media_type": "application/pdf", "size": 1}
    return contract(*tasks, file=file, **more)


def arrived(register: Register, plan: PublicPlan) -> int:
    return register.work(lambda connection: add(connection, Arrival(plan))).document


@pytest.fixture
def paper(register: Register) -> int:
    """A document with two tasks."""
    return arrived(register, read(task("I.1", lead=["Công an xã"], deadlines=[DUE]), task("I.2")))


def right(register: Register, document: int, task: str | None = None, /, **values: Any) -> tuple[Change, ...]:
    return register.work(lambda c: correct(c, document, values, LAN, task=task))


def judged(register: Register, document: int, state: State, *tasks: str, waiting: bool = False) -> None:
    register.work(lambda c: mark(c, document, state, LAN, tasks=tasks, waiting=waiting))


def states(register: Register) -> list[str]:
    """Of the document, then of its tasks."""
    with register.reading() as connection:
        tasks = connection.scalars(select(TASK.c.state).order_by(TASK.c.id)).all()
        return [*connection.scalars(select(DOCUMENT.c.state)).all(), *tasks]


def test_a_header_that_was_put_right_is_found_and_shown(register: Register, paper: int) -> None:
    (change,) = right(register, paper, number="13")
    assert (change.field, change.was, change.value) == ("number", "12", "13")
    with register.reading() as connection:
        assert document_named(connection, "13/KH-UBND") == paper
        assert one(connection, paper).followed.plan.document.number == "13"
        assert one(connection, paper).plan.document.number == "12"
    assert states(register) == ["corrected", "pending", "pending"]


@pytest.mark.parametrize(
    ("field", "value"),
    [("issuer", "Ủy ban nhân dân xã An Bình"), ("signer", "Lê Văn Thử"), ("title", None), ("issuer", None)],
)
def test_every_field_of_a_header_can_be_put_right(
    register: Register, paper: int, field: str, value: Any
) -> None:
    if field == "signer":
        assert right(register, paper, signer=value)
    else:
        assert right(register, paper, **{field: value})
    assert not right(register, paper, **{field: value})


def test_a_task_that_was_put_right_is_so_everywhere(register: Register, paper: int) -> None:
    changes = right(register, paper, "I.1", due="2024-08-15", lead=("Trạm Y tế",))
    assert [(c.task, c.field, c.was) for c in changes] == [
        ("uid-I.1", "due", "2024-07-31"),
        ("uid-I.1", "lead", ("Công an xã",)),
    ]
    with register.reading() as connection:
        shown = task_named(one(connection, paper), "uid-I.1").task
    assert (shown.lead, [getattr(d, "date", None) for d in shown.deadlines]) == (
        ("Trạm Y tế",),
        ["2024-08-15"],
    )
    assert states(register) == ["pending", "corrected", "pending"]


def test_everything_said_is_in_the_history(register: Register, paper: int) -> None:
    right(register, paper, "I.2", progress="Hoàn thành", done_on="2024-07-01")
    judged(register, paper, State.CONFIRMED)
    with register.reading() as connection:
        events = happened(connection, paper)[1:]
    assert [(e.who, e.action, e.subject, e.field, e.was, e.value) for e in events] == [
        ("Lan", "said", "uid-I.2", "progress", None, "Hoàn thành"),
        ("Lan", "said", "uid-I.2", "done_on", None, "2024-07-01"),
        ("Lan", "said", None, "state", "pending", "confirmed"),
    ]


def test_progress_is_kept_beside_the_task_and_is_no_correction(register: Register, paper: int) -> None:
    right(register, paper, "I.2", progress="Hoàn thành")
    assert states(register) == ["pending", "pending", "pending"]
    with register.reading() as connection:
        assert task_named(one(connection, paper), "I.2").report.progress is Progress.DONE
        (row,) = connection.execute(select(PROGRESS)).all()
    assert (row.task, row.progress, row.done_on, row.note) == ("uid-I.2", "Hoàn thành", None, None)


def test_what_stands_there_already_is_not_said_again(register: Register, paper: int) -> None:
    assert right(register, paper, number="12") == ()
    assert len(right(register, paper, number="13", symbol="KH-UBND")) == 1
    judged(register, paper, State.PENDING, "I.1")
    with register.reading() as connection:
        assert [e.field for e in happened(connection, paper)] == [None, "number"]


def test_states_follow_the_last_word(register: Register, paper: int) -> None:
    judged(register, paper, State.DISCARDED, "I.2")
    assert states(register) == ["pending", "pending", "discarded"]
    right(register, paper, "I.2", text="Việc khác")
    assert states(register) == ["pending", "pending", "corrected"]
    judged(register, paper, State.CONFIRMED, waiting=True)
    assert states(register) == ["confirmed", "confirmed", "corrected"]
    judged(register, paper, State.PENDING, "I.1")
    assert states(register) == ["confirmed", "pending", "corrected"]


def test_what_was_discarded_is_no_longer_followed(register: Register, paper: int) -> None:
    judged(register, paper, State.DISCARDED, "I.2")
    with register.reading() as connection:
        found = one(connection, paper)
    assert [f.task.id for f in found.live.tasks] == ["I.1"]
    assert [f.task.id for f in found.followed.tasks] == ["I.1", "I.2"]


def test_another_reading_overwrites_no_word_of_a_person(register: Register, paper: int) -> None:
    right(register, paper, number="13")
    right(register, paper, "I.1", due="2024-08-15", progress="Đang thực hiện")
    judged(register, paper, State.DISCARDED, "I.2")
    again = read(
        task("I.1", uid="new-1", text="Rà soát hố sơ của mục I.1", deadlines=[DUE | {"date": "2024-07-01"}]),
        task("I.2", uid="new-2", text="Rà soát hồ sơ của mục I.2"),
        document={"number": "99"},
    )
    assert arrived(register, again) == paper
    with register.reading() as connection:
        found = one(connection, paper)
        (first,) = found.live.tasks
        assert (found.version, found.followed.plan.document.number) == (2, "13")
        assert (first.key, first.limit.day.isoformat(), first.report.progress) == (  # type: ignore[union-attr]
            "new-1",
            "2024-08-15",
            Progress.WORKING,
        )
    assert states(register) == ["corrected", "corrected", "discarded"]


def test_a_task_that_the_next_reading_has_no_more_is_kept_as_lost(register: Register, paper: int) -> None:
    right(register, paper, "I.1", note="đã giao")
    arrived(register, read(task("I.2")))
    with register.reading() as connection:
        tasks = one(connection, paper).followed.tasks
    assert [(t.task.id, t.lost, t.note) for t in tasks] == [("I.2", False, ""), ("I.1", True, "đã giao")]


def test_a_sheet_is_taken_once_with_its_own_tasks(register: Register, paper: int) -> None:
    at = "2024-07-01T01:00:00+00:00"
    own = OwnTask(task="bs-1", text="Việc thêm", source="12/KH-UBND", by="Lan", at=at)
    entry = Entry(task="uid-I.1", field="note", value="đã giao", by="Lan", at=at, where="a.xlsx, dòng 5")
    stray = OwnTask(task="bs-2", text="Việc miệng", by="Lan", at=at)
    said: dict[int | None, Journal] = {
        paper: Journal(entries=(entry,), own=(own,)),
        None: Journal(own=(stray,)),
    }
    for _ in range(2):
        register.work(lambda connection: take(connection, said))
    with register.reading() as connection:
        assert [(t.key, t.note) for t in one(connection, paper).followed.tasks] == [
            ("uid-I.1", "đã giao"),
            ("uid-I.2", ""),
            ("bs-1", ""),
        ]
        assert [t.text for t in connection.execute(select(TASK)).all()][-1] == "Việc thêm"
        assert [e.action for e in happened(connection, paper)].count("said") == 1


@pytest.mark.parametrize(
    ("document", "name"), [(7, None), (1, "II.9"), (1, "uid-none")], ids=["document", "place", "key"]
)
def test_what_is_not_there_is_told(register: Register, paper: int, document: int, name: str | None) -> None:
    assert paper == 1
    with pytest.raises(InputError, match="không có"):
        right(register, document, name, note="x")


def test_several_of_one_name_are_named(register: Register, paper: int) -> None:
    other = arrived(register, read(task("I.1"), task("I.1", uid="u"), sha256="b" * 64))
    with register.reading() as connection:
        with pytest.raises(InputError, match=f"{paper}, {other}"):
            document_named(connection, "12/kh-ubnd")
        with pytest.raises(InputError, match=r"uid-I\.1, u"):
            task_named(one(connection, other), "I.1")
