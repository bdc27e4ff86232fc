from __future__ import annotations

import pytest

from vanthu.document.content import Deadline, DeadlineKind
from vanthu.understanding.tasks.timing.told_times import unique


def rhythm(rrule: str = "FREQ=DAILY", **more: object) -> Deadline:
    return Deadline(raw="hằng ngày", kind=DeadlineKind.RECURRING, rrule=rrule).model_copy(update=more)


@pytest.mark.parametrize(
    "more", [{"time": "17:00"}, {"times": 2}, {"start": "2031-03-01"}, {"until": "2031-06-30"}]
)
def test_a_bare_rhythm_is_no_second_one_beside_the_same_told_in_more_words(more: dict[str, object]) -> None:
    assert unique([rhythm(), rhythm(**more)]) == [rhythm(**more)]
    assert unique([rhythm(**more), rhythm()]) == [rhythm(**more)]


@pytest.mark.parametrize(
    "two",
    [
        [rhythm(start="2031-03-01"), rhythm(start="2031-09-01")],
        [rhythm(until="2031-06-30"), rhythm(until="2031-12-31")],
        [rhythm(start="2031-03-01", until="2031-06-30"), rhythm(time="17:00")],
        [rhythm(), rhythm("FREQ=WEEKLY", time="17:00")],
    ],
)
def test_rhythms_with_other_days_or_hours_are_each_kept(two: list[Deadline]) -> None:
    assert unique(two) == two


def test_one_time_is_told_once_whatever_words_said_it() -> None:
    limit = Deadline(raw="trước 25/4", kind=DeadlineKind.DUE, date="2031-04-25")
    assert unique([limit, limit.model_copy(update={"raw": "ngày 25 tháng 4"})]) == [limit]
    assert unique([rhythm(), rhythm()]) == [rhythm()]
