from datetime import date
from typing import Any

import pytest
from hypothesis import given

from contracts import DUE, MONTHLY, ONGOING, WINDOW, contract, contracts, task, unhurried
from vanthu.contract.model import Due, PublicPlan, Recurring
from vanthu.export.timing import nearest_day
from vanthu.planning.clock import Progress, Report
from vanthu.planning.followed import follow, keys
from vanthu.planning.journal import Entry, Journal, OwnTask

AT = "2024-07-01T08:00:00+07:00"


def said(field: Any, value: Any, *, uid: str = "uid-1", text: str = "", was: Any = None) -> Journal:
    return Journal(entries=(Entry(task=uid, field=field, value=value, was=was, by="Lan", at=AT, text=text),))


@unhurried
@given(public=contracts())
def test_where_nobody_said_anything_the_plan_is_as_it_was(public: PublicPlan) -> None:
    followed = follow(public)
    assert followed.plan == public
    assert len({f.key for f in followed.tasks}) == len(public.tasks)


def test_a_task_without_a_name_gets_one_and_no_two_share_one() -> None:
    public = contract(task("1", uid=""), task("2", uid="u"), task("3", uid="u"))
    made, first, second = keys(public)
    assert (len(made), first, second) == (16, "u", "u-2")
    assert keys(public) == keys(contract(task("1", uid=""), task("2", uid="u"), task("3", uid="u")))


@pytest.mark.parametrize(
    "deadlines",
    [[DUE], [WINDOW, DUE], [], [ONGOING], [DUE | {"date": None}], [MONTHLY | {"until": "2024-12-31"}]],
)
@pytest.mark.parametrize("day", ["2024-02-29", "2024-08-15", "2100-12-31"])
def test_a_person_s_date_is_the_one_that_is_shown(deadlines: list[dict[str, Any]], day: str) -> None:
    public = contract(task("1", deadlines=deadlines))
    shown = follow(public, said("due", day)).tasks[0].task.deadlines
    assert nearest_day(shown) == date.fromisoformat(day)
    assert nearest_day(public.tasks[0].deadlines) != date.fromisoformat(day)


def test_a_corrected_limit_keeps_its_kind_and_says_who_corrected_it() -> None:
    (due,) = (
        follow(contract(task("1", deadlines=[DUE])), said("due", "2024-08-15", was="2024-07-31"))
        .tasks[0]
        .task.deadlines
    )
    assert isinstance(due, Due)
    assert (due.qualifier, due.raw) == ("before", DUE["raw"])
    assert due.assumptions == ("thời hạn do Lan sửa, trước đó: 31/07/2024",)


def test_a_rhythm_stays_one_with_another_end() -> None:
    public = contract(task("1", deadlines=[MONTHLY | {"until": "2024-12-31"}]))
    (rhythm,) = follow(public, said("due", "2024-10-31")).tasks[0].task.deadlines
    assert isinstance(rhythm, Recurring)
    assert (rhythm.until, rhythm.rrule) == ("2024-10-31", MONTHLY["rrule"])


def test_a_date_that_was_emptied_leaves_what_has_none() -> None:
    public = contract(task("1", deadlines=[DUE, ONGOING]))
    assert [d.kind for d in follow(public, said("due", None)).tasks[0].task.deadlines] == ["ongoing"]


def test_corrected_units_are_those_of_every_list() -> None:
    unit = {"role": "lead", "name": "Công an xã", "resolved": "Công an xã An Phước"}
    public = contract(
        task(
            "1",
            lead=["Công an xã", "Đội A"],
            units=[unit, {"role": "lead", "name": "Đội A", "resolved": None}],
        )
    )
    found = follow(public, said("lead", ("Công an xã", "Trạm Y tế"))).tasks[0].task
    assert found.lead == ("Công an xã", "Trạm Y tế")
    assert [(u.name, u.resolved) for u in found.units] == [
        ("Công an xã", "Công an xã An Phước"),
        ("Trạm Y tế", None),
    ]


def test_progress_stands_beside_the_task() -> None:
    journal = Journal(
        entries=(
            *said("progress", "Hoàn thành").entries,
            *said("done_on", "2024-07-30").entries,
            *said("note", "đã gửi").entries,
        )
    )
    followed = follow(contract(task("1")), journal).tasks[0]
    assert (followed.report, followed.note) == (Report(Progress.DONE, date(2024, 7, 30)), "đã gửi")


def test_a_task_that_goes_by_another_key_is_known_by_its_words() -> None:
    public = contract(task("2", uid="new", text="Lập danh sách  hộ dân"))
    (followed,) = follow(public, said("note", "xong một nửa", uid="old", text="Lập danh sách hộ dân")).tasks
    assert (followed.key, followed.note, followed.lost) == ("new", "xong một nửa", False)


@pytest.mark.parametrize(
    ("then", "kept"),
    [
        ("Công an xã tố chức tuyên truyền, hoàn thành trước ngày 15/6", True),
        ("Công an xã tố chúc tuyèn truyền, hoàn thành trước ngày 15/6", True),
        ("Trạm Y tế tổ chức tuyên truyền, hoàn thành trước ngày 15/6", False),
        ("Công an xã tổ chức tuyên truyền, hoàn thành trước ngày 15/9", False),
        ("Công an xã tổ chức tuyên truyền", False),
    ],
)
def test_a_sentence_that_was_read_a_little_differently_is_the_same_task(then: str, kept: bool) -> None:
    public = contract(task("1", text="Công an xã tổ chức tuyên truyền, hoàn thành trước ngày 15/6"))
    found = follow(public, said("note", "xong", uid="old", text=then)).tasks
    assert [f.note for f in found] == (["xong"] if kept else ["", "xong"])


def test_of_two_tasks_that_were_read_alike_the_one_at_its_place_is_meant() -> None:
    public = contract(
        task("1", text="Tổ chức họp tại tổ dân phố"), task("2", text="Tổ chức họp tại tố dân phố")
    )
    entry = Entry(
        task="old", id="2", text="Tổ chức họp tại tộ dân phố", field="note", value="xong", by="Lan", at=AT
    )
    assert [f.note for f in follow(public, Journal(entries=(entry,))).tasks] == ["", "xong"]


def test_a_task_of_one_s_own_is_never_taken_for_one_of_the_plan() -> None:
    public = contract(task("1", text="Tổ chức họp tổ"))
    own = OwnTask(task="bs-1", text="Tổ chức họp tổ", by="Lan", at=AT)
    journal = said("note", "xong", uid="bs-1", text="Tổ chức họp tổ").with_more((), [own])
    assert [f.note for f in follow(public, journal).tasks] == ["", "xong"]


def test_what_is_said_under_the_new_key_joins_what_was_said_under_the_old_one() -> None:
    old = said("note", "một nửa", uid="old", text="Lập danh sách")
    both = old.with_more(said("progress", "Đang thực hiện", uid="new", text="Lập danh sách").entries)
    (followed,) = follow(contract(task("2", uid="new", text="Lập danh sách")), both).tasks
    assert (followed.note, followed.report.progress) == ("một nửa", Progress.WORKING)


def test_a_task_that_is_gone_is_shown_as_lost_and_its_words_are_kept() -> None:
    public = contract(task("2", uid="new"))
    followed = follow(public, said("note", "xong", uid="old", text="Việc cũ")).tasks[1]
    assert (followed.key, followed.task.text, followed.note, followed.lost) == (
        "old",
        "Việc cũ",
        "xong",
        True,
    )


def test_own_tasks_stand_behind_those_of_the_document() -> None:
    own = OwnTask(task="bs-1", text="Họp giao ban", source="12/KH-UBND", by="Lan", at=AT)
    journal = Journal(entries=said("due", "2024-09-01", uid="bs-1").entries, own=(own,))
    first, second = follow(contract(task("1")), journal).tasks
    assert (first.own_source, second.task.text, second.own_source) == (None, "Họp giao ban", "12/KH-UBND")
    assert nearest_day(second.task.deadlines) == date(2024, 9, 1)
