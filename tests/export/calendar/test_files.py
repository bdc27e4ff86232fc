import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Component

from contracts import AFTER, DUE, MONTHLY, WINDOW, contract, contracts, task, unhurried
from vanthu.contract.model import PublicPlan
from vanthu.errors import InputError, OutputError
from vanthu.export.calendar.alarms import Trigger, lead_time, todo_trigger, trigger
from vanthu.export.calendar.components import Kind
from vanthu.export.calendar.entries import entries, plan_key
from vanthu.export.calendar.files import Split, Wish, one_calendar, write_calendars
from vanthu.export.calendar.history import history
from vanthu.export.calendar.ical import Manner, calendar_bytes, plan_scope

NOW = datetime(2024, 6, 1, 8, tzinfo=UTC)
LATER = datetime(2024, 6, 20, 8, tzinfo=UTC)
DAY = timedelta(days=1)


def read(path: Path) -> dict[str, Component]:
    found = Calendar.from_ical(path.read_bytes()).walk()
    return {str(c["UID"]): c for c in found if c.name in {"VEVENT", "VTODO"}}


def plan(*deadlines: dict[str, Any], **more: Any) -> PublicPlan:
    return contract(task("1", lead=["Công an xã"], deadlines=list(deadlines)), **more)


# --- what stays, changes, goes ------------------------------------------------------------------------------------------


def test_the_same_plans_again_leave_the_same_bytes(tmp_path: Path) -> None:
    path = tmp_path / "lich.ics"
    write_calendars([plan(DUE, MONTHLY)], path, Wish(), NOW)
    before = path.read_bytes()
    write_calendars([plan(DUE, MONTHLY)], path, Wish(), LATER)
    assert path.read_bytes() == before


def test_what_has_changed_says_so_and_the_rest_stays(tmp_path: Path) -> None:
    path = tmp_path / "lich.ics"
    write_calendars([plan(DUE, MONTHLY)], path, Wish(), NOW)
    before = read(path)
    write_calendars([plan(DUE | {"date": "2024-08-15"}, MONTHLY)], path, Wish(), LATER)
    after = read(path)
    assert after.keys() == before.keys()
    (changed,) = (uid for uid in after if after[uid].to_ical() != before[uid].to_ical())
    assert after[changed]["DTSTART"].dt == date(2024, 8, 15)
    assert after[changed]["SEQUENCE"] == 1
    assert after[changed]["LAST-MODIFIED"].dt == LATER
    write_calendars([plan(DUE, MONTHLY)], path, Wish(), LATER)
    assert read(path)[changed]["SEQUENCE"] == 2


def test_what_has_gone_is_cancelled_once_and_comes_back_alive(tmp_path: Path) -> None:
    path, wish = tmp_path / "lich.ics", Wish(alarms=(DAY,))
    write_calendars([plan(DUE, MONTHLY)], path, wish, NOW)
    write_calendars([plan(MONTHLY)], path, wish, LATER)
    (gone,) = (c for c in read(path).values() if c.get("STATUS") == "CANCELLED")
    assert (gone["SEQUENCE"], gone["LAST-MODIFIED"].dt, gone.subcomponents) == (1, LATER, [])
    still = path.read_bytes()
    write_calendars([plan(MONTHLY)], path, wish, NOW)
    assert path.read_bytes() == still
    write_calendars([plan(DUE, MONTHLY)], path, wish, NOW)
    again = read(path)[str(gone["UID"])]
    assert "STATUS" not in again
    assert again["SEQUENCE"] == 2


def test_entries_of_a_plan_that_is_not_named_again_are_not_cancelled(tmp_path: Path) -> None:
    path = tmp_path / "lich.ics"
    other = contract(task("9", uid="other", deadlines=[WINDOW]), document={"number": "99"})
    write_calendars([plan(DUE), other], path, Wish(), NOW)
    write_calendars([plan(DUE)], path, Wish(), LATER)
    assert [c.get("STATUS") for c in read(path).values()] == [None]


def test_the_calendar_of_another_unit_in_the_same_place_cancels_nothing(tmp_path: Path) -> None:
    path = tmp_path / "lich.ics"
    both = contract(
        task("1", lead=["Công an xã"], deadlines=[DUE]), task("2", lead=["Trạm Y tế"], deadlines=[DUE])
    )
    write_calendars([both], path, Wish(unit="công an"), NOW)
    write_calendars([both], path, Wish(unit="trạm"), LATER)
    assert [(c["CATEGORIES"].cats, c.get("STATUS")) for c in read(path).values()] == [(["Trạm Y tế"], None)]


def test_a_file_of_somebody_else_is_never_replaced(tmp_path: Path) -> None:
    path = tmp_path / "lich.ics"
    path.write_text("BEGIN:VCALENDAR\r\nPRODID:-//Other//EN\r\nEND:VCALENDAR\r\n", encoding="utf-8")
    with pytest.raises(OutputError, match="không phải lịch của Vanthu"):
        write_calendars([plan(DUE)], path, Wish(), NOW)
    assert "Other" in path.read_text(encoding="utf-8")


def test_one_plan_alone_is_updated_in_the_same_way() -> None:
    first = calendar_bytes(plan(DUE))
    corrected = plan(DUE | {"date": "2024-08-15"})
    earlier = history(first, scope=plan_scope(corrected), now=NOW)
    (event,) = Calendar.from_ical(calendar_bytes(corrected, Manner(history=earlier))).walk("VEVENT")
    assert (event["SEQUENCE"], event["LAST-MODIFIED"].dt) == (1, NOW)


@unhurried
@given(contracts(), st.sampled_from(list(Kind)))
def test_any_plan_exported_again_changes_nothing(public: PublicPlan, kind: Kind) -> None:
    first = calendar_bytes(public, Manner(kind))
    earlier = history(first, scope=plan_scope(public, kind), now=LATER)
    assert len(earlier.entries) == sum(1 for _ in entries(public))
    assert calendar_bytes(public, Manner(kind, history=earlier)) == first


# --- identity -----------------------------------------------------------------------------------------------------------


def uids(public: PublicPlan) -> list[str]:
    return [entry.uid for entry in entries(public)]


def test_identity_is_no_place_in_a_list() -> None:
    assert set(uids(plan(DUE, MONTHLY))) == set(uids(plan(MONTHLY, DUE)))
    assert set(uids(plan(MONTHLY))) < set(uids(plan(DUE, MONTHLY)))


def test_days_that_share_their_words_are_apart() -> None:
    days = [DUE | {"raw": "các ngày 5, 7/8", "date": f"2024-08-0{d}"} for d in (5, 7)]
    assert len(set(uids(plan(*days)))) == 2
    assert set(uids(plan(*days))) == set(uids(plan(*reversed(days))))


def test_identity_is_that_of_the_document_whatever_file_it_was_read_from() -> None:
    scanned = {"name": "quet.pdf", "sha256": "a" * 64, "media_type": "application/pdf", "size": 1}
    assert uids(plan(DUE, file=scanned)) == uids(plan(DUE, source="go-lai.txt"))
    unnumbered = {"number": None}
    assert uids(plan(DUE, document=unnumbered)) != uids(plan(DUE, document=unnumbered, source="khac.pdf"))


def test_events_and_to_dos_never_share_an_identity() -> None:
    (event,) = Calendar.from_ical(one_calendar([plan(DUE)], Wish())).walk("VEVENT")
    (todo,) = Calendar.from_ical(one_calendar([plan(DUE)], Wish(Kind.TODOS))).walk("VTODO")
    assert event["UID"] != todo["UID"]
    assert str(event["UID"]).startswith(plan_key(plan(DUE)))


# --- how deadlines are dealt out ------------------------------------------------------------------------------------------


def test_a_calendar_for_each_unit_and_one_for_the_rest(tmp_path: Path) -> None:
    public = contract(
        task("1", lead=["Công an xã"], coordinate=["Trạm Y tế"], deadlines=[DUE]),
        task("2", lead=["Trạm Y tế"], deadlines=[MONTHLY]),
        task("3", deadlines=[WINDOW]),
    )
    written = write_calendars([public], tmp_path, Wish(split=Split.UNIT), NOW)
    assert [p.name for p in written.paths] == ["chung.ics", "cong-an-xa.ics", "tram-y-te.ics", "undated.json"]
    assert [len(read(p)) for p in written.paths[:-1]] == [1, 1, 2]
    assert written.entries == 4


def test_a_calendar_for_each_plan_under_names_that_differ(tmp_path: Path) -> None:
    plans = [plan(DUE, document={"number": None}), plan(DUE, document={"number": None}, source="b.pdf")]
    written = write_calendars(plans, tmp_path, Wish(split=Split.PLAN), NOW)
    assert [p.name for p in written.paths] == [
        "ke-hoach-so-kh-ubnd-ngay-05-03-2024.ics",
        "ke-hoach-so-kh-ubnd-ngay-05-03-2024-2.ics",
        "undated.json",
    ]


def test_one_calendar_for_all_plans(tmp_path: Path) -> None:
    plans = [plan(DUE), plan(DUE), contract(task("9", deadlines=[DUE]), document={"number": "9"})]
    written = write_calendars(plans, tmp_path, Wish(), NOW)
    assert [p.name for p in written.paths] == ["calendar.ics", "undated.json"]
    assert len(read(written.paths[0])) == written.entries == 2


def test_to_dos_have_a_file_of_their_own(tmp_path: Path) -> None:
    write_calendars([plan(DUE, WINDOW | {"end": None})], tmp_path, Wish(Kind.TODOS), NOW)
    due, begins = read(tmp_path / "todos.ics").values()
    assert due["DUE"].dt == date(2024, 7, 31)
    assert (begins["DTSTART"].dt, "DUE" in begins) == (date(2024, 8, 1), False)


def test_times_without_a_day_stand_beside_the_calendar(tmp_path: Path) -> None:
    written = write_calendars([plan(AFTER)], tmp_path / "lich.ics", Wish(), NOW)
    (lost,) = json.loads((tmp_path / "lich-undated.json").read_text(encoding="utf-8"))
    assert (lost["where"], lost["raw"], lost["source"]) == ("1", "sau khi tổng kết", "ke-hoach.pdf")
    assert [u.raw for u in written.undated] == ["sau khi tổng kết"]


def test_a_unit_that_nobody_knows_is_told_with_those_that_are_known(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="các đơn vị có thời hạn: Công an xã"):
        write_calendars([plan(DUE)], tmp_path / "lich.ics", Wish(unit="Hải quan"), NOW)
    assert list(tmp_path.iterdir()) == []


def test_several_calendars_do_not_go_into_one_file(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="cần một thư mục"):
        write_calendars([plan(DUE)], tmp_path / "lich.ics", Wish(split=Split.UNIT), NOW)


# --- alarms -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "span"), [("7d", 7 * DAY), ("2W", 14 * DAY), (" 12h ", timedelta(hours=12)), ("0d", 0 * DAY)]
)
def test_a_time_before_is_days_weeks_or_hours(text: str, span: timedelta) -> None:
    assert lead_time(text) == span


@pytest.mark.parametrize("text", ["", "d", "-1d", "1 tuần", "1y", "1d,2d"])
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=text.strip() or "^$"):
        lead_time(text)


@pytest.mark.parametrize(
    ("deadline", "goes_off"),
    [
        (DUE | {"qualifier": "by"}, "2024-07-30T08:00"),
        (DUE, "2024-07-29T08:00"),  # a day before the 30th, the last one before the 31st
        (DUE | {"time": "17:00"}, "2024-07-30T17:00"),
        (WINDOW, "2024-08-29T08:00"),
        (WINDOW | {"end": None}, "2024-07-31T08:00"),
        (WINDOW | {"end": "2024-08-30T17:00"}, "2024-08-29T17:00"),
        (MONTHLY, "2024-03-29T08:00"),
    ],
)
def test_an_alarm_goes_off_a_day_before_the_last_day(deadline: dict[str, Any], goes_off: str) -> None:
    (entry,) = entries(plan(deadline))
    found = trigger(entry, DAY)
    edge = entry.end if found.from_end else entry.start
    assert _sum(edge, found) == datetime.fromisoformat(goes_off)
    todo = todo_trigger(entry, DAY)
    assert todo.from_end is not entry.begins
    assert _sum(entry.last if entry.is_span else entry.start, todo) == datetime.fromisoformat(goes_off)


def _sum(edge: date | datetime | None, when: Trigger) -> datetime:
    assert edge is not None
    begin = edge if isinstance(edge, datetime) else datetime(edge.year, edge.month, edge.day)  # noqa: DTZ001
    return begin + when.offset


def test_there_is_no_alarm_unless_it_is_asked_for() -> None:
    assert b"VALARM" not in one_calendar([plan(DUE, WINDOW)], Wish())
    asked = Calendar.from_ical(one_calendar([plan(DUE, WINDOW)], Wish(alarms=(7 * DAY, DAY))))
    assert len(asked.walk("VALARM")) == 4
