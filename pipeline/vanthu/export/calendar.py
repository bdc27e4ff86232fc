"""`calendar.ics`: iCalendar (RFC 5545) that Google, Outlook and Thunderbird take; the same bytes for the same plans."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import BinaryIO
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone, TimezoneStandard, vRecur

from vanthu.contract.model import PublicPlan
from vanthu.export.entries import Entry, entries, undated
from vanthu.export.timing import issue_day
from vanthu.export.wording import document_name

ZONE_NAME = "Asia/Ho_Chi_Minh"
_UNKNOWN_STAMP = datetime(1970, 1, 1, tzinfo=UTC)
_END = b"END:VCALENDAR\r\n"


def calendar_bytes(contract: PublicPlan, *, stamp: datetime | None = None) -> bytes:
    """The calendar of one plan. Entries are stamped with `stamp` (UTC), the plan's day of issue without it.

    Times without a day are told in properties `X-VANTHU-UNDATED` of the calendar.
    """
    when = stamp or _stamp(contract)
    calendar = _calendar(document_name(contract))
    for lost in undated(contract):
        calendar.add("X-VANTHU-UNDATED", f"{lost.where}: {lost.raw} ({lost.reason})")
    for entry in entries(contract):
        calendar.add_component(_event(entry, when))
    text: bytes = calendar.to_ical()
    return text


class CalendarWriter:
    """One calendar over many plans, written entry by entry: memory does not grow with them.

    A plan that comes twice gives its entries once. `close` ends the file; `out` is left open.
    """

    def __init__(self, out: BinaryIO, *, name: str) -> None:
        self._out = out
        self._seen: set[str] = set()
        head: bytes = _calendar(name).to_ical()
        out.write(head.removesuffix(_END))

    def add(self, contract: PublicPlan) -> None:
        """Write the entries of a plan."""
        stamp = _stamp(contract)
        for entry in entries(contract):
            if entry.uid not in self._seen:
                self._seen.add(entry.uid)
                self._out.write(_event(entry, stamp).to_ical())

    def close(self) -> None:
        """Write the end of the calendar."""
        self._out.write(_END)


def _stamp(contract: PublicPlan) -> datetime:
    """Never the clock's time: the same plan must give the same bytes."""
    issued = issue_day(contract)
    return datetime.combine(issued, time.min, tzinfo=UTC) if issued else _UNKNOWN_STAMP


def _calendar(name: str) -> Calendar:
    calendar = Calendar()
    calendar.add("PRODID", "-//Vanthu//vanthu//VI")
    calendar.add("VERSION", "2.0")
    calendar.add("CALSCALE", "GREGORIAN")
    calendar.add("NAME", name)
    calendar.add("X-WR-CALNAME", name)
    calendar.add("X-WR-TIMEZONE", ZONE_NAME)
    calendar.add_component(_zone())
    return calendar


def _zone() -> Timezone:
    """Vietnam has kept +07:00 without summer time since 1975."""
    zone, standard = Timezone(), TimezoneStandard()
    zone.add("TZID", ZONE_NAME)
    standard.add("DTSTART", datetime(1975, 6, 13))  # noqa: DTZ001 - local time by definition
    standard.add("TZOFFSETFROM", timedelta(hours=8))
    standard.add("TZOFFSETTO", timedelta(hours=7))
    standard.add("TZNAME", "+07")
    zone.add_component(standard)
    return zone


def _local(moment: date | datetime) -> date | datetime:
    return moment.replace(tzinfo=ZoneInfo(ZONE_NAME)) if isinstance(moment, datetime) else moment


def _event(entry: Entry, stamp: datetime) -> Event:
    event = Event()
    event.add("UID", f"{entry.uid}@vanthu")
    event.add("DTSTAMP", stamp)
    event.add("SEQUENCE", 0)
    event.add("DTSTART", _local(entry.start))
    if entry.end is not None:
        event.add("DTEND", _local(entry.end))
    if entry.rule:
        event.add("RRULE", _recurrence(entry.rule, entry))
    event.add("SUMMARY", entry.summary)
    event.add("DESCRIPTION", entry.description)
    if entry.categories:
        event.add("CATEGORIES", list(entry.categories))
    event.add("TRANSP", "TRANSPARENT")  # a deadline does not make a person busy
    return event


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
