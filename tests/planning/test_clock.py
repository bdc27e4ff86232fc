from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contracts import AFTER, DUE, MONTHLY, ONGOING, WINDOW, contract, task
from vanthu.planning.clock import Limit, Progress, Report, State, limit_of, state

DAYS = st.dates(date(1990, 1, 1), date(2100, 12, 31))


def limit(*deadlines: dict[str, object]) -> Limit:
    return limit_of(contract(task(deadlines=list(deadlines))).tasks[0].deadlines)


@pytest.mark.parametrize(
    ("deadlines", "expected"),
    [
        ([DUE], Limit(date(2024, 7, 31), lead=1)),
        ([DUE | {"qualifier": "by"}], Limit(date(2024, 7, 31))),
        ([DUE | {"time": "24:00", "qualifier": "by"}], Limit(date(2024, 7, 31))),
        ([DUE | {"date": None}], Limit()),
        ([WINDOW], Limit(date(2024, 8, 30))),
        ([WINDOW | {"end": "2024-08-30T24:00"}], Limit(date(2024, 8, 30))),
        ([WINDOW, DUE], Limit(date(2024, 7, 31), lead=1)),
        ([WINDOW | {"end": None}], Limit()),
        ([MONTHLY], Limit(repeats=True, otherwise=State.RECURRING)),
        ([ONGOING], Limit(otherwise=State.ONGOING)),
        ([AFTER], Limit(otherwise=State.EVENT)),
        ([AFTER | {"resolved": "2024-09-01"}], Limit(date(2024, 9, 1), otherwise=State.EVENT)),
        ([], Limit()),
    ],
)
def test_the_limit_is_the_earliest_day_that_binds(
    deadlines: list[dict[str, object]], expected: Limit
) -> None:
    assert limit(*deadlines) == expected


def test_of_two_limits_on_one_day_the_one_that_is_no_rhythm_counts() -> None:
    assert not limit(MONTHLY | {"until": "2024-07-31"}, DUE).repeats


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (date(2024, 7, 22), State.AHEAD),
        (date(2024, 7, 23), State.SOON),  # seven days before the 30th, the day before which it is to be done
        (date(2024, 7, 31), State.SOON),  # the day itself is borne with
        (date(2024, 8, 1), State.OVERDUE),
    ],
)
def test_before_a_day_reminds_for_the_day_before_and_is_late_from_the_day_after(
    on: date, expected: State
) -> None:
    assert state(limit(DUE), Report(), on) is expected


@pytest.mark.parametrize(
    ("report", "expected"),
    [
        (Report(Progress.WORKING), State.OVERDUE),
        (Report(Progress.PAUSED), State.OVERDUE),
        (Report(Progress.STOPPED), State.STOPPED),
        (Report(Progress.DONE), State.UNDATED),
        (Report(Progress.DONE, date(2024, 7, 31)), State.ON_TIME),
        (Report(Progress.DONE, date(2024, 8, 1)), State.LATE),
        (Report(None, date(2024, 7, 1)), State.ON_TIME),
        (Report(Progress.DONE, date(2024, 12, 1)), State.OVERDUE),  # not yet done on the chosen day
    ],
)
def test_progress_and_clock_together(report: Report, expected: State) -> None:
    assert state(limit(DUE), report, date(2024, 9, 1)) is expected


@pytest.mark.parametrize("deadline", [MONTHLY, MONTHLY | {"until": "2024-07-31"}])
def test_a_rhythm_has_no_single_state(deadline: dict[str, object]) -> None:
    assert state(limit(deadline), Report(), date(2030, 1, 1)) is State.RECURRING


def test_without_a_limit_nothing_is_late() -> None:
    assert state(limit(), Report(Progress.DONE, date(2024, 1, 1)), date(2030, 1, 1)) is State.NONE


@given(day=DAYS, lead=st.integers(0, 1), soon=st.integers(0, 60), shift=st.integers(-90, 90))
def test_the_states_follow_each_other_day_by_day(day: date, lead: int, soon: int, shift: int) -> None:
    on = day + timedelta(days=shift)
    found = state(Limit(day, lead), Report(), on, soon=soon)
    assert found is (State.OVERDUE if shift > 0 else State.SOON if shift >= -soon - lead else State.AHEAD)
