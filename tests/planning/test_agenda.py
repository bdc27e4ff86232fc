from datetime import date
from typing import Any

import pytest

from contracts import AFTER, DUE, MONTHLY, ONGOING, WINDOW, contract, task
from vanthu.contract.model import PublicPlan
from vanthu.planning.agenda import Agenda, Item, agenda, closed, matters
from vanthu.planning.called import called, helping, leading, plain
from vanthu.planning.followed import FollowedPlan, follow
from vanthu.planning.journal import Entry, Journal


def seen(public: PublicPlan, first: date, last: date) -> Agenda:
    return agenda(matters(public), first, last)


def one(deadline: dict[str, Any], first: date, last: date) -> Agenda:
    return seen(contract(task(deadlines=[deadline])), first, last)


def days(items: tuple[Item, ...]) -> list[str]:
    return [item.at.day.isoformat() for item in items]


def test_both_days_of_a_fortnight_count() -> None:
    on_edges = [DUE | {"qualifier": "by", "date": day} for day in ("2024-07-15", "2024-07-29", "2024-07-30")]
    public = contract(*(task(str(n), deadlines=[d]) for n, d in enumerate(on_edges)))
    found = seen(public, date(2024, 7, 15), date(2024, 7, 29))
    assert days(found.due) == ["2024-07-15", "2024-07-29"]
    assert found.overdue == ()


@pytest.mark.parametrize(
    ("on", "due", "overdue"),
    [("2024-07-29", 0, 0), ("2024-07-30", 1, 0), ("2024-07-31", 1, 0), ("2024-08-01", 0, 1)],
)
def test_before_a_day_is_due_from_the_day_before_and_overdue_from_the_day_after(
    on: str, due: int, overdue: int
) -> None:
    day = date.fromisoformat(on)
    found = one(DUE, day, day)
    assert (len(found.due), len(found.overdue)) == (due, overdue)


def test_a_window_is_due_at_its_edges_and_under_way_between_them() -> None:
    assert days(one(WINDOW, date(2024, 7, 25), date(2024, 8, 8)).due) == ["2024-08-01"]
    between = one(WINDOW, date(2024, 8, 5), date(2024, 8, 12))
    assert (between.due, len(between.running)) == ((), 1)
    assert days(one(WINDOW, date(2024, 9, 1), date(2024, 9, 2)).overdue) == ["2024-08-30"]


def test_every_turn_of_a_rhythm_is_due_and_none_is_overdue() -> None:
    found = one(MONTHLY, date(2024, 5, 1), date(2024, 7, 1))
    assert days(found.due) == ["2024-05-30", "2024-06-30"]
    assert found.overdue == ()


def test_what_has_no_day_is_kept_apart_and_what_goes_on_always_is_not() -> None:
    public = contract(task("1", deadlines=[AFTER, ONGOING]))
    found = seen(public, date(2024, 5, 1), date(2024, 7, 1))
    assert [m.deadline and m.deadline.kind for m in found.undated] == ["relative"]
    assert found.due == ()


def test_days_are_in_order_and_hours_before_the_whole_day() -> None:
    late, early = DUE | {"time": "17:00"}, DUE | {"time": "08:00"}
    public = contract(*(task(str(n), deadlines=[d]) for n, d in enumerate([DUE, late, early])))
    found = seen(public, date(2024, 7, 1), date(2024, 7, 31)).due
    assert [item.at.clock for item in found] == ["08:00", "17:00", None]


def test_a_day_off_keeps_its_date_and_names_the_working_day_before() -> None:
    (item,) = one(DUE | {"date": "2024-09-02"}, date(2024, 8, 25), date(2024, 9, 5)).due
    assert item.at.day == date(2024, 9, 2)
    assert item.day_off is not None
    assert item.day_off.working_day_before == "2024-08-30"


def test_what_the_plan_says_of_a_day_off_goes_before_the_calendar_of_holidays() -> None:
    said = {"reason": "nghỉ bù", "working_day_before": "2024-07-29"}
    (item,) = one(DUE | {"day_off": said}, date(2024, 7, 25), date(2024, 8, 5)).due
    assert item.day_off is not None
    assert item.day_off.reason == "nghỉ bù"


def test_a_saturday_that_the_plan_names_is_no_day_off_and_a_holiday_is() -> None:
    weekly = MONTHLY | {"rrule": "FREQ=WEEKLY;BYDAY=SA"}
    found = one(weekly, date(2024, 4, 20), date(2024, 4, 28)).due
    assert [(item.at.day.day, item.day_off) for item in found] == [(20, None), (27, None)]
    (freed,) = one(weekly, date(2028, 9, 2), date(2028, 9, 7)).due
    assert freed.day_off is not None


def test_an_event_may_be_on_a_sunday() -> None:
    public = contract(schedule=[{"when": "2024-08-04", "what": "Ra quân"}])
    (item,) = seen(public, date(2024, 8, 1), date(2024, 8, 5)).due
    assert item.day_off is None


def test_a_working_day_is_not_closed() -> None:
    assert closed(date(2024, 7, 31)) is None


def test_a_unit_is_found_by_a_part_of_its_name_without_marks() -> None:
    names = ["Công an xã", "Công an huyện", "Trạm Y tế"]
    assert called(names, "cong an") == {"Công an xã", "Công an huyện"}
    assert called(names, "CÔNG AN XÃ") == {"Công an xã"}
    assert called(names, "ông") == frozenset()
    assert plain("  Trạm   Y tế ") == "tram y te"


def test_units_go_by_the_names_of_the_whole_document() -> None:
    units = [
        {"role": "lead", "name": "CAX", "resolved": "Công an xã"},
        {"role": "coordinate", "name": "Trạm Y tế"},
    ]
    (found,) = contract(task(lead=["CAX"], coordinate=["Trạm Y tế"], units=units)).tasks
    assert (leading(found), helping(found)) == (("Công an xã",), ("Trạm Y tế",))


# --- what people reported -----------------------------------------------------------------------------------------------


def reported(public: PublicPlan, **said: str) -> FollowedPlan:
    words = [Entry(task="uid-1", field=name, value=value, by="Lan", at="") for name, value in said.items()]
    return follow(public, Journal(entries=tuple(words)))


def test_what_people_reported_as_done_falls_due_no_more() -> None:
    public = contract(task("1", deadlines=[DUE, WINDOW, AFTER]), task("2", deadlines=[DUE]))
    followed = reported(public, progress="Hoàn thành", done_on="2024-07-20")
    found = agenda(matters(followed), date(2024, 7, 25), date(2024, 8, 30))
    assert [i.matter.task and i.matter.task.id for i in found.due] == ["2"]
    assert [(i.at.day.day, i.matter.report.done_on) for i in found.over] == [
        (31, date(2024, 7, 20)),
        (1, date(2024, 7, 20)),
        (30, date(2024, 7, 20)),
    ]
    assert (found.running, found.undated) == ((), ())


def test_a_completion_after_the_day_has_not_happened_yet() -> None:
    followed = reported(contract(task("1", deadlines=[DUE])), done_on="2024-08-05")
    assert len(agenda(matters(followed), date(2024, 8, 4), date(2024, 8, 4)).overdue) == 1
    assert agenda(matters(followed), date(2024, 8, 5), date(2024, 8, 5)).overdue == ()


def test_one_turn_done_does_not_end_a_rhythm_and_giving_up_does() -> None:
    public = contract(task("1", deadlines=[MONTHLY]))
    month = date(2024, 7, 1), date(2024, 7, 31)
    assert days(agenda(matters(reported(public, progress="Hoàn thành")), *month).due) == ["2024-07-30"]
    stopped = agenda(matters(reported(public, progress="Dừng thực hiện")), *month)
    assert (stopped.due, days(stopped.over)) == ((), ["2024-07-30"])
