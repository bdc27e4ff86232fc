"""iCalendar (RFC 5545) that Google, Outlook, Thunderbird and CalDAV servers take; the same bytes for the same plans.

Two kinds, never both in one file: events, which every program takes, and to-dos, which Google and Outlook do not. There is no
METHOD: it would make the file a message between people, which a CalDAV server must refuse (RFC 4791, 4.1).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import BinaryIO

from icalendar import Calendar, Component, Timezone, TimezoneStandard

from vanthu.contract.model import PublicPlan
from vanthu.export.calendar.components import ZONE_NAME, Kind, component
from vanthu.export.calendar.entries import Entry, entries, plan_key, undated
from vanthu.export.calendar.history import PRODUCER, SCOPE, History, dated
from vanthu.export.wording import document_name
from vanthu.planning.followed import FollowedPlan
from vanthu.planning.period import issue_day

_UNKNOWN_STAMP = datetime(1970, 1, 1, tzinfo=UTC)
_END = b"END:VCALENDAR\r\n"
_NO_HISTORY = History()


@dataclass(frozen=True)
class Manner:
    """How a calendar is made: of what, with alarms how long before, and after which earlier one.

    Entries that have changed since the earlier file get a higher SEQUENCE, those that have gone are marked as cancelled.
    """

    kind: Kind = Kind.EVENTS
    alarms: tuple[timedelta, ...] = ()
    history: History = _NO_HISTORY


_USUAL = Manner()


def scope_of(kind: Kind, what: str = "all") -> str:
    """What tells the earlier file of a calendar from that of another: its kind, and whose it is."""
    return f"{kind}/{what}"


def plan_scope(contract: PublicPlan, kind: Kind = Kind.EVENTS) -> str:
    """The scope of one plan's calendar."""
    return scope_of(kind, f"plan/{plan_key(contract)}")


def calendar_bytes(plan: PublicPlan | FollowedPlan, manner: Manner = _USUAL) -> bytes:
    """The calendar of one plan. Entries are stamped with its day of issue, changed ones with the history's moment.

    Times without a day are told in properties `X-VANTHU-UNDATED` of the calendar.
    """
    contract = plan.plan if isinstance(plan, FollowedPlan) else plan
    lost = (f"{u.where}: {u.raw} ({u.reason})" for u in undated(contract))
    head = _head(document_name(contract), plan_scope(contract, manner.kind), lost)
    writing = _Writing(manner)
    return b"".join([head, *writing.parts(contract, entries(plan)), *writing.gone(), _END])


class CalendarWriter:
    """One calendar over many plans, written entry by entry: memory does not grow with their texts.

    A plan that comes twice gives its entries once. `close` ends the file; `out` is left open.
    """

    def __init__(
        self, out: BinaryIO, *, name: str, scope: str | None = None, manner: Manner = _USUAL
    ) -> None:
        self._out = out
        self._writing = _Writing(manner)
        out.write(_head(name, scope or scope_of(manner.kind), ()))

    def add(self, contract: PublicPlan, found: Iterable[Entry]) -> None:
        """Write the entries of a plan that were `found`."""
        self._out.writelines(self._writing.parts(contract, found))

    @property
    def count(self) -> int:
        """How many entries were written, those that have gone left out."""
        return self._writing.count

    def close(self) -> None:
        """Write what has gone since the earlier file, and the end of the calendar."""
        self._out.writelines(self._writing.gone())
        self._out.write(_END)


class _Writing:
    """The entries of one calendar, each uid once."""

    def __init__(self, manner: Manner) -> None:
        self._manner = manner
        self._seen: set[str] = set()
        self._plans: set[str] = set()

    @property
    def count(self) -> int:
        return len(self._seen)

    def parts(self, contract: PublicPlan, found: Iterable[Entry]) -> Iterator[bytes]:
        stamp = _stamp(contract)
        self._plans.add(plan_key(contract))
        for entry in found:
            if entry.uid not in self._seen:
                self._seen.add(entry.uid)
                yield self._text(entry, stamp)

    def gone(self) -> Iterator[bytes]:
        present = frozenset(self._manner.kind.uid(uid) for uid in self._seen)
        yield from self._manner.history.gone(frozenset(self._plans), present)

    def _text(self, entry: Entry, stamp: datetime) -> bytes:
        """As it stood in the earlier file where it says the same."""
        manner = self._manner
        made = component(entry, manner.kind, manner.alarms)
        dated(made, stamp, 0)
        text: bytes = made.to_ical()
        known = manner.history.entries.get(manner.kind.uid(entry.uid))
        if known is None:
            return text
        return known.text if known.says(text) else _again(made, manner.history.now, known.sequence + 1)


def _again(made: Component, now: datetime, sequence: int) -> bytes:
    for name in ("DTSTAMP", "LAST-MODIFIED", "SEQUENCE"):
        del made[name]
    dated(made, now, sequence)
    text: bytes = made.to_ical()
    return text


def _stamp(contract: PublicPlan) -> datetime:
    """Never the clock's time: the same plan must give the same bytes."""
    issued = issue_day(contract)
    return datetime.combine(issued, time.min, tzinfo=UTC) if issued else _UNKNOWN_STAMP


def _head(name: str, scope: str, lost: Iterable[str]) -> bytes:
    calendar = Calendar()
    calendar.add("PRODID", PRODUCER)
    calendar.add("VERSION", "2.0")
    calendar.add("CALSCALE", "GREGORIAN")
    calendar.add("NAME", name)
    calendar.add("X-WR-CALNAME", name)
    calendar.add("X-WR-TIMEZONE", ZONE_NAME)
    calendar.add(SCOPE, scope)
    for line in lost:
        calendar.add("X-VANTHU-UNDATED", line)
    calendar.add_component(_zone())
    text: bytes = calendar.to_ical()
    return text.removesuffix(_END)


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
