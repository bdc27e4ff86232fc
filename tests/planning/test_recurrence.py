from datetime import date, datetime, time, timedelta

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st

from contracts import rrules, unhurried
from vanthu.planning.recurrence import calendar_rules, days, first_occurrence


@unhurried
@given(st.dates(date(1990, 1, 1), date(2100, 12, 31)), st.integers(1, 31))
def test_a_day_of_the_month_comes_every_month(anchor: date, day: int) -> None:
    (rule,) = calendar_rules(f"FREQ=MONTHLY;BYMONTHDAY={day}", anchor)
    first = first_occurrence(rule, anchor)
    assert first
    assert first >= anchor
    start = datetime.combine(first, time.min)
    found = [moment for moment, _ in zip(rrulestr(rule, dtstart=start), range(14), strict=False)]
    months = [m.year * 12 + m.month for m in found]
    assert months == list(range(months[0], months[0] + 14))
    assert all(m.day == day or (m.day < day and (m + timedelta(days=1)).day == 1) for m in found)


@unhurried
@given(
    st.dates(date(1990, 1, 1), date(2100, 12, 31)),
    st.sampled_from(
        ["FREQ=DAILY;INTERVAL=0", "FREQ=NEVER", "FREQ=DAILY;COUNT=2", "FREQ=MONTHLY;BYMONTHDAY=x"]
    ),
)
def test_a_rule_that_makes_no_sense_gives_no_rule(anchor: date, rule: str) -> None:
    assert calendar_rules(rule, anchor) == ()


@pytest.mark.parametrize(
    ("written", "followed"),
    [
        ("FREQ=MONTHLY;BYMONTHDAY=30", "FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1"),
        ("FREQ=MONTHLY;BYMONTHDAY=28", "FREQ=MONTHLY;BYMONTHDAY=28"),
        ("FREQ=HOURLY;INTERVAL=2", "FREQ=DAILY"),
        ("FREQ=DAILY;BYHOUR=8,16", "FREQ=DAILY"),
    ],
)
def test_a_rule_is_made_fit_for_a_calendar_of_days(written: str, followed: str) -> None:
    assert calendar_rules(written, date(2024, 1, 1)) == (followed,)


@unhurried
@given(rrules, st.dates(date(1990, 1, 1), date(2100, 12, 31)), st.integers(0, 800), st.integers(0, 800))
def test_the_days_of_a_rule_are_those_that_dateutil_gives(
    rule: str, anchor: date, skip: int, length: int
) -> None:
    for followed in calendar_rules(rule, anchor):
        start = first_occurrence(followed, anchor)
        assert start is not None
        first = anchor + timedelta(days=skip)
        last = first + timedelta(days=length)
        begin = datetime.combine(start, time.min)
        expected = rrulestr(followed, dtstart=begin).between(
            datetime.combine(first, time.min), datetime.combine(last, time.max), inc=True
        )
        assert list(days(followed, start, first, last)) == [moment.date() for moment in expected]
