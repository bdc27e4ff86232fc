from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from io import BytesIO
from typing import Any

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from icalendar import Calendar, Event

from contracts import AFTER, DUE, MONTHLY, ONGOING, WINDOW, contract, contracts, task, unhurried
from vanthu.contract.model import PublicPlan
from vanthu.export.calendar.entries import entries, undated
from vanthu.export.calendar.ical import CalendarWriter, calendar_bytes


def events(public: PublicPlan) -> list[Event]:
    return list(Calendar.from_ical(calendar_bytes(public)).walk("VEVENT"))


def only(*deadlines: dict[str, Any], **more: Any) -> Event:
    found = events(contract(task(deadlines=list(deadlines)), **more))
    assert len(found) == 1
    return found[0]


def test_a_due_date_is_a_whole_day() -> None:
    event = only(DUE)
    assert event["DTSTART"].dt == date(2024, 7, 31)
    assert event["DTEND"].dt == date(2024, 8, 1)
    assert event["DTSTART"].params["VALUE"] == "DATE"


def test_an_hour_is_local_time_of_vietnam() -> None:
    event = only(DUE | {"time": "08:15"})
    assert event["DTSTART"].params["TZID"] == "Asia/Ho_Chi_Minh"
    assert event["DTSTART"].dt.astimezone(UTC) == datetime(2024, 7, 31, 1, 15, tzinfo=UTC)


@pytest.mark.parametrize(("day", "next_day"), [("2024-02-28", "2024-02-29"), ("2024-12-31", "2025-01-01")])
def test_midnight_at_the_end_of_a_day_is_the_beginning_of_the_next(day: str, next_day: str) -> None:
    assert (
        only(DUE | {"date": day, "time": "24:00"})["DTSTART"].dt.isoformat().startswith(f"{next_day}T00:00")
    )


def test_a_window_covers_its_last_day() -> None:
    event = only(WINDOW)
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (date(2024, 8, 1), date(2024, 8, 31))


def test_a_window_with_hours_ends_at_its_hour() -> None:
    event = only(WINDOW | {"start": "2024-08-01T07:00", "end": "2024-08-01T24:00"})
    assert event["DTEND"].dt - event["DTSTART"].dt == timedelta(hours=17)


@pytest.mark.parametrize(("edge", "day"), [("start", date(2024, 8, 30)), ("end", date(2024, 8, 1))])
def test_an_open_window_leaves_the_day_that_is_known(edge: str, day: date) -> None:
    assert only(WINDOW | {edge: None})["DTSTART"].dt == day


def test_a_rhythm_begins_with_its_first_day_after_the_issue() -> None:
    event = only(MONTHLY)
    assert event["DTSTART"].dt == date(2024, 3, 30)
    assert "UNTIL" not in event["RRULE"]


def occurrences(event: Event, count: int) -> list[date]:
    start = event["DTSTART"].dt
    first = start if isinstance(start, datetime) else datetime.combine(start, time.min)
    rule = rrulestr(event["RRULE"].to_ical().decode(), dtstart=first)
    return [moment.date() for moment, _ in zip(rule, range(count), strict=False)]


def test_no_month_is_left_out_for_want_of_a_day() -> None:
    event = only(MONTHLY, document={"issued_on": "2024-01-01"})
    assert occurrences(event, 4) == [
        date(2024, 1, 30),
        date(2024, 2, 29),
        date(2024, 3, 30),
        date(2024, 4, 30),
    ]


def test_the_last_day_of_several_months_a_year_is_found_in_each() -> None:
    rule = MONTHLY | {"rrule": "FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=31"}
    assert occurrences(only(rule), 3) == [date(2024, 6, 30), date(2024, 12, 31), date(2025, 6, 30)]


def test_a_rhythm_without_a_day_keeps_the_day_of_issue() -> None:
    event = only(MONTHLY | {"rrule": "FREQ=MONTHLY"}, document={"issued_on": "2024-01-31"})
    assert occurrences(event, 3) == [date(2024, 1, 31), date(2024, 2, 29), date(2024, 3, 31)]


def test_two_days_a_month_of_which_one_is_late_need_two_entries() -> None:
    found = events(contract(task(deadlines=[MONTHLY | {"rrule": "FREQ=MONTHLY;BYMONTHDAY=15,30"}])))
    assert [e["DTSTART"].dt for e in found] == [date(2024, 3, 15), date(2024, 3, 30)]
    assert len({e["UID"] for e in found}) == 2


def test_a_rhythm_ends_with_its_own_day() -> None:
    assert only(MONTHLY | {"until": "2024-06-30"})["RRULE"]["UNTIL"] == [date(2024, 6, 30)]


def test_a_rhythm_begins_with_its_own_day() -> None:
    weekly = only(MONTHLY | {"rrule": "FREQ=WEEKLY", "start": "2024-06-01", "until": "2024-06-30"})
    assert weekly["DTSTART"].dt == date(2024, 6, 1)


def test_a_rhythm_without_an_end_ends_with_the_plan_and_says_so() -> None:
    public = contract(task(deadlines=[MONTHLY]), document_deadlines=[WINDOW])
    event = next(e for e in events(public) if "RRULE" in e)
    assert event["DTSTART"].dt == date(2024, 8, 30)  # the plan begins on 1 August
    assert event["RRULE"]["UNTIL"] == [date(2024, 8, 30)]
    assert "đến hết 30/08/2024" in event["DESCRIPTION"]


def test_a_rhythm_that_begins_behind_the_plan_goes_on_and_names_no_end() -> None:
    later = MONTHLY | {"start": "2024-10-01"}
    event = next(
        e for e in events(contract(task(deadlines=[later]), document_deadlines=[WINDOW])) if "RRULE" in e
    )
    assert (event["DTSTART"].dt, "UNTIL" in event["RRULE"]) == (date(2024, 10, 30), False)
    assert "Lặp lại đến hết" not in event["DESCRIPTION"]


def test_the_end_of_a_rhythm_with_an_hour_is_in_utc() -> None:
    event = only(
        {
            "raw": "17 giờ hằng ngày",
            "kind": "recurring",
            "rrule": "FREQ=DAILY",
            "time": "17:00",
            "until": "2024-06-30",
        }
    )
    assert event["RRULE"]["UNTIL"] == [datetime(2024, 6, 30, 16, 59, 59, tzinfo=UTC)]
    assert event["DTSTART"].dt.hour == 17


@pytest.mark.parametrize(
    "deadline",
    [
        DUE | {"date": None},
        AFTER,
        WINDOW | {"start": None, "end": None},
        WINDOW | {"start": "2024-09-01"},
        MONTHLY | {"rrule": "FREQ=NEVER"},
        MONTHLY | {"until": "2024-03-06"},
    ],
)
def test_a_time_without_a_day_is_no_event_but_is_told(deadline: dict[str, Any]) -> None:
    public = contract(task("IV.2", deadlines=[deadline]))
    assert events(public) == []
    assert [(u.where, u.raw) for u in undated(public)] == [("IV.2", deadline["raw"])]
    calendar = Calendar.from_ical(calendar_bytes(public))
    assert calendar["X-VANTHU-UNDATED"].startswith("IV.2: ")


def test_what_is_to_be_done_always_is_neither_event_nor_missing() -> None:
    public = contract(task(deadlines=[ONGOING]))
    assert events(public) == []
    assert list(undated(public)) == []


def test_a_resolved_length_of_time_is_an_event() -> None:
    assert only(AFTER | {"resolved": "2024-05-20"})["DTSTART"].dt == date(2024, 5, 20)


def test_an_entry_leads_back_to_its_source() -> None:
    proof = {"quote": "trước ngày 31/7/2024", "page": 3, "places": []}
    event = only(DUE | {"evidence": proof})
    for expected in (
        "trước ngày 31/7/2024",
        "trang 3",
        "Kế hoạch số 12/KH-UBND ngày 05/03/2024",
        "ke-hoach.pdf",
        "II.1.b1",
    ):
        assert expected in event["DESCRIPTION"]


def test_units_are_categories() -> None:
    public = contract(task(lead=["Công an xã", "Trạm Y tế"], deadlines=[DUE]))
    assert [str(c) for c in events(public)[0]["CATEGORIES"].cats] == ["Công an xã", "Trạm Y tế"]


def test_a_day_off_is_told_and_not_moved() -> None:
    event = only(DUE | {"day_off": {"reason": "thứ Bảy", "working_day_before": "2024-07-30"}})
    assert event["DTSTART"].dt == date(2024, 7, 31)
    assert "ngày nghỉ (thứ Bảy); ngày làm việc liền trước: 30/07/2024" in event["DESCRIPTION"]


def test_the_whole_plan_and_its_schedule_have_entries_too() -> None:
    public = contract(document_deadlines=[WINDOW], schedule=[{"when": "2024-08-05", "what": "Thôn Đông"}])
    assert [e["SUMMARY"] for e in events(public)] == [
        "Thời gian thực hiện: Chuyển đổi số năm 2024",
        "Lịch: Thôn Đông",
    ]


def test_a_corrected_date_keeps_its_entry() -> None:
    first, corrected = only(DUE), only(DUE | {"date": "2024-08-15"})
    assert first["UID"] == corrected["UID"]


def test_the_same_plan_gives_the_same_bytes() -> None:
    public = contract(task(deadlines=[DUE, MONTHLY]))
    assert calendar_bytes(public) == calendar_bytes(public)
    assert only(DUE)["DTSTAMP"].dt == datetime(2024, 3, 5, tzinfo=UTC)


def many(contracts: Iterable[PublicPlan]) -> Calendar:
    out = BytesIO()
    writer = CalendarWriter(out, name="Chung")
    for public in contracts:
        writer.add(public, entries(public))
    writer.close()
    return Calendar.from_ical(out.getvalue())


def test_one_calendar_over_many_plans_has_all_their_entries_once() -> None:
    a, b = contract(task("1", deadlines=[DUE])), contract(task("2", deadlines=[WINDOW]))
    assert sorted(e["UID"] for e in many([a, b, a]).walk("VEVENT")) == sorted(
        e["UID"] for p in (a, b) for e in events(p)
    )


@unhurried
@given(contracts())
def test_any_contract_gives_a_calendar_that_reads_back(public: PublicPlan) -> None:
    expected = list(entries(public))
    found = events(public)
    assert [str(e["UID"]) for e in found] == [f"{e.uid}@vanthu" for e in expected]
    assert len({str(e["UID"]) for e in found}) == len(found)
    for event, entry in zip(found, expected, strict=True):
        start = event["DTSTART"].dt
        assert (start.replace(tzinfo=None) if isinstance(start, datetime) else start) == entry.start
        if "DTEND" in event:
            assert event["DTEND"].dt > start
        if "RRULE" in event:
            assert occurrences(event, 1) == [start.date() if isinstance(start, datetime) else start]
