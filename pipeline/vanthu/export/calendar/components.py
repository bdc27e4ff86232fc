"""Entries as components of iCalendar: an event for every program, or a to-do for those that keep tasks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from icalendar import Alarm, Component, Event, Todo, vRecur

from vanthu.export.calendar.alarms import Trigger, todo_trigger, trigger
from vanthu.export.calendar.entries import Entry
from vanthu.planning.clock import Progress, is_over

ZONE_NAME = "Asia/Ho_Chi_Minh"
DONE = "✓"
"""Before the summary of work that people reported as done: events have no such state of their own."""
_STATUS: Mapping[Progress | None, str] = {
    Progress.WORKING: "IN-PROCESS",
    Progress.DONE: "COMPLETED",
    Progress.STOPPED: "CANCELLED",
}


class Kind(StrEnum):
    """What a calendar is made of."""

    EVENTS = "events"
    TODOS = "todos"

    def uid(self, entry: str) -> str:
        """The UID of an entry: one that no other calendar has, and no calendar of the other kind either."""
        return f"{entry}@vanthu" if self is Kind.EVENTS else f"{entry}-todo@vanthu"


def component(entry: Entry, kind: Kind, alarms: Iterable[timedelta]) -> Component:
    """An entry without its dates of change. Nobody is reminded of work that is over."""
    made = _event(entry) if kind is Kind.EVENTS else _todo(entry)
    made.add("UID", kind.uid(entry.uid))
    if entry.rule:
        made.add("RRULE", _recurrence(entry.rule, entry))
    made.add("SUMMARY", f"{DONE} {entry.summary}" if _done(entry) else entry.summary)
    made.add("DESCRIPTION", entry.description)
    if entry.categories:
        made.add("CATEGORIES", list(entry.categories))
    find = trigger if kind is Kind.EVENTS else todo_trigger
    for lead in () if is_over(entry.report, date.max) else alarms:
        made.add_component(_alarm(entry, find(entry, lead)))
    return made


def _event(entry: Entry) -> Event:
    event = Event()
    event.add("DTSTART", _local(entry.start))
    if entry.end is not None:
        event.add("DTEND", _local(entry.end))
    event.add("TRANSP", "TRANSPARENT")  # a deadline does not make a person busy
    return event


def _todo(entry: Entry) -> Todo:
    """Its last day is the one that it is due on: DUE is no exclusive end."""
    todo = Todo()
    if entry.begins or entry.is_span or entry.rule:
        todo.add("DTSTART", _local(entry.start))
    if not entry.begins:
        todo.add("DUE", _local(entry.last if entry.is_span else entry.start))
    todo.add("STATUS", _STATUS.get(entry.report.progress, "NEEDS-ACTION"))
    if done := entry.report.done_on:
        todo.add("COMPLETED", datetime.combine(done, time.min, tzinfo=ZoneInfo(ZONE_NAME)).astimezone(UTC))
    return todo


def _done(entry: Entry) -> bool:
    return entry.report.progress is not Progress.STOPPED and is_over(entry.report, date.max)


def _alarm(entry: Entry, when: Trigger) -> Alarm:
    alarm = Alarm()
    alarm.add("ACTION", "DISPLAY")
    alarm.add("DESCRIPTION", entry.summary)
    alarm.add("TRIGGER", when.offset, parameters={"RELATED": "END"} if when.from_end else {})
    return alarm


def _local(moment: date | datetime) -> date | datetime:
    return moment.replace(tzinfo=ZoneInfo(ZONE_NAME)) if isinstance(moment, datetime) else moment


def _recurrence(text: str, entry: Entry) -> vRecur:
    rule: vRecur = vRecur.from_ical(text)
    if entry.until is not None:
        rule["UNTIL"] = [_until(entry.until, timed=isinstance(entry.start, datetime))]
    return rule


def _until(day: date, *, timed: bool) -> date | datetime:
    """The last day; in UTC where the start has an hour, as RFC 5545 asks."""
    if not timed:
        return day
    return datetime.combine(day, time(23, 59, 59), tzinfo=ZoneInfo(ZONE_NAME)).astimezone(UTC)
