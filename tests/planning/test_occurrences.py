from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st

from contracts import AFTER, DUE, MONTHLY, ONGOING, WINDOW, contract, contracts, task, unhurried
from vanthu.contract.model import Deadline, PublicPlan, Recurring
from vanthu.export.calendar.ical import calendar_bytes
from vanthu.planning.agenda import matters
from vanthu.planning.occurrences import Occurrence, Role, final, has_day, occurrences, of_row, runs_on
from vanthu.planning.period import Frame, frame, plan_period

EVER = (date(1900, 1, 1), date(2150, 12, 31))
SINCE_MARCH = Frame(date(2024, 3, 5), None)


def deadline(data: dict[str, Any]) -> Deadline:
    return contract(task(deadlines=[data])).tasks[0].deadlines[0]


def days(data: dict[str, Any], first: date, last: date, within: Frame = SINCE_MARCH) -> list[str]:
    return [found.day.isoformat() for found in occurrences(deadline(data), within, first, last)]


def test_a_due_day_stands_once_with_its_hour() -> None:
    (found,) = occurrences(deadline(DUE | {"time": "24:00"}), SINCE_MARCH, *EVER)
    assert found == Occurrence(date(2024, 7, 31), "24:00", Role.DUE)


def test_before_a_day_means_the_day_before_it_but_before_an_hour_means_that_day() -> None:
    (whole,) = occurrences(deadline(DUE), SINCE_MARCH, *EVER)
    assert (whole.before, whole.last_day) == (True, date(2024, 7, 30))
    (timed,) = occurrences(deadline(DUE | {"time": "17:00"}), SINCE_MARCH, *EVER)
    assert (timed.before, timed.last_day) == (False, date(2024, 7, 31))


def test_a_window_begins_and_ends() -> None:
    found = [(o.day, o.role) for o in occurrences(deadline(WINDOW), SINCE_MARCH, *EVER)]
    assert found == [(date(2024, 8, 1), Role.BEGIN), (date(2024, 8, 30), Role.END)]


def test_a_window_of_one_day_stands_once() -> None:
    found = list(occurrences(deadline(WINDOW | {"end": "2024-08-01T24:00"}), SINCE_MARCH, *EVER))
    assert found == [Occurrence(date(2024, 8, 1), "24:00", Role.END)]


@pytest.mark.parametrize(("edge", "role"), [("start", Role.END), ("end", Role.BEGIN)])
def test_an_open_window_has_the_edge_that_is_known(edge: str, role: Role) -> None:
    assert [o.role for o in occurrences(deadline(WINDOW | {edge: None}), SINCE_MARCH, *EVER)] == [role]


def test_only_days_between_the_two_are_given_and_both_count() -> None:
    assert days(WINDOW, date(2024, 8, 1), date(2024, 8, 29)) == ["2024-08-01"]
    assert days(DUE, date(2024, 7, 31), date(2024, 7, 31)) == ["2024-07-31"]
    assert days(DUE, date(2024, 8, 1), date(2024, 8, 31)) == []


def test_a_rhythm_gives_every_turn_and_february_its_last_day() -> None:
    assert days(MONTHLY, date(2024, 12, 1), date(2025, 3, 31)) == [
        "2024-12-30",
        "2025-01-30",
        "2025-02-28",
        "2025-03-30",
    ]


def test_a_rhythm_ends_with_its_own_day_or_the_plans() -> None:
    assert days(MONTHLY | {"until": "2024-04-30"}, *EVER) == ["2024-03-30", "2024-04-30"]
    within = Frame(date(2024, 3, 5), date(2024, 4, 1))
    assert days(MONTHLY, *EVER, within) == ["2024-03-30"]


def test_a_rhythm_begins_with_its_own_day_or_the_plans() -> None:
    weekly = MONTHLY | {"rrule": "FREQ=WEEKLY", "start": "2024-06-01"}
    for within in (SINCE_MARCH, Frame(None, None)):
        assert days(weekly, date(2024, 1, 1), date(2024, 6, 10), within) == ["2024-06-01", "2024-06-08"]
    earlier = MONTHLY | {"start": "2023-01-01"}
    assert days(earlier, date(2023, 1, 1), date(2024, 4, 30)) == ["2024-03-30", "2024-04-30"]


def test_a_rhythm_that_begins_behind_the_plan_is_not_ended_by_it() -> None:
    within = Frame(date(2024, 3, 5), date(2024, 5, 31))
    later = MONTHLY | {"start": "2024-06-01"}
    assert days(later, date(2024, 1, 1), date(2024, 7, 31), within) == ["2024-06-30", "2024-07-30"]


def test_a_rhythm_that_ends_before_the_plan_s_days_comes_all_the_same() -> None:
    within = Frame(date(2024, 10, 5), date(2024, 10, 11))
    before = MONTHLY | {"rrule": "FREQ=WEEKLY;BYDAY=FR", "start": "2024-09-01", "until": "2024-09-15"}
    assert days(before, *EVER, within) == ["2024-09-06", "2024-09-13"]
    assert days(before, *EVER, replace(within, issued=date(2024, 9, 10))) == ["2024-09-13"]


def test_two_days_a_month_come_in_order() -> None:
    rule = MONTHLY | {"rrule": "FREQ=MONTHLY;BYMONTHDAY=15,31"}
    found = days(rule, date(2024, 4, 1), date(2024, 5, 31))
    assert found == ["2024-04-15", "2024-04-30", "2024-05-15", "2024-05-31"]


@pytest.mark.parametrize("data", [DUE | {"date": None}, AFTER, MONTHLY | {"rrule": "FREQ=NEVER"}])
def test_what_has_no_day_stands_nowhere(data: dict[str, Any]) -> None:
    assert days(data, *EVER) == []
    assert not has_day(deadline(data), SINCE_MARCH)


def test_what_is_to_be_done_always_asks_for_no_day() -> None:
    assert days(ONGOING, *EVER) == []
    assert has_day(deadline(ONGOING), SINCE_MARCH)


def test_the_day_that_binds_is_the_last_one() -> None:
    ends = {"due": date(2024, 7, 31), "window": date(2024, 8, 30), "recurring": None}
    found = [final(deadline(d)) for d in (DUE, WINDOW, MONTHLY)]
    assert [f.day if f else None for f in found] == list(ends.values())
    assert final(deadline(WINDOW | {"start": "2024-09-01"})) is None


def test_a_window_runs_on_its_days() -> None:
    window = deadline(WINDOW)
    assert [runs_on(window, date(2024, 8, d)) for d in (1, 30, 31)] == [True, True, False]
    assert not runs_on(deadline(DUE), date(2024, 7, 31))


def test_a_row_of_a_schedule_is_an_event() -> None:
    (row,) = contract(schedule=[{"when": "2024-08-05T07:30", "what": "Thôn Đông"}]).schedule
    assert of_row(row) == Occurrence(date(2024, 8, 5), "07:30", Role.EVENT)


def test_a_plan_without_a_period_lives_from_its_issue() -> None:
    assert frame(contract()) == Frame(date(2024, 3, 5), None, date(2024, 3, 5))
    later = contract(document_deadlines=[WINDOW])
    assert frame(later) == Frame(date(2024, 8, 1), date(2024, 8, 30), date(2024, 3, 5))
    assert plan_period(later) == (date(2024, 8, 1), date(2024, 8, 30))


def expanded(calendar: str, last: date) -> Iterable[date]:
    """The days of every rhythm in a calendar, by a reader that did not write it."""
    for event in vobject.readOne(calendar).components():
        if hasattr(event, "rrule"):
            for moment in event.getrruleset(addRDate=True):
                if moment.date() > last:
                    break
                yield moment.date()


@unhurried
@given(contracts(), st.integers(0, 500))
def test_the_turns_of_a_rhythm_are_those_of_the_calendar(public: PublicPlan, length: int) -> None:
    for matter in matters(public):
        if not isinstance(matter.deadline, Recurring) or matter.frame.first is None:
            continue
        last = matter.frame.first + timedelta(days=length)
        mine = [o.day for o in occurrences(matter.deadline, matter.frame, date.min, last)]
        alone = public.model_copy(
            update={
                "tasks": (contract(task()).tasks[0].model_copy(update={"deadlines": (matter.deadline,)}),),
                "schedule": (),
            }
        )
        text = calendar_bytes(_without_rhythms(alone)).decode()
        if "BEGIN:VEVENT" in text:
            assert mine == sorted(set(expanded(text, last)))
        else:
            assert mine == []


def _without_rhythms(plan: PublicPlan) -> PublicPlan:
    """The plan's own windows give its period; its own rhythms would be counted with the task's."""
    kept = tuple(d for d in plan.document_deadlines if not isinstance(d, Recurring))
    return plan.model_copy(update={"document_deadlines": kept})


@unhurried
@given(contracts(), st.dates(date(1990, 1, 1), date(2100, 12, 31)), st.integers(0, 400))
def test_occurrences_lie_between_the_days_and_in_order(public: PublicPlan, first: date, length: int) -> None:
    last = first + timedelta(days=length)
    for matter in matters(public):
        found = [o.day for o in matter.between(first, last)]
        assert all(first <= day <= last for day in found)
        assert found == sorted(found)


def test_no_hour_is_lost_in_a_rhythm() -> None:
    found = occurrences(
        deadline(MONTHLY | {"time": "24:00"}), SINCE_MARCH, date(2024, 4, 1), date(2024, 4, 30)
    )
    assert [(o.day, o.clock) for o in found] == [(date(2024, 4, 30), "24:00")]
