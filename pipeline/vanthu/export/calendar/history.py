"""What an earlier calendar said, so that the next one updates it: entries that changed, and entries that have gone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from icalendar import Component

PRODUCER = "-//Vanthu//vanthu//VI"
SCOPE = "X-VANTHU-SCOPE"
_ENTRY = re.compile(rb"^BEGIN:(VEVENT|VTODO)\r\n.*?^END:\1\r\n", re.MULTILINE | re.DOTALL)
_UID = re.compile(rb"^UID:(\S+)\r$", re.MULTILINE)
_SEQUENCE = re.compile(rb"^SEQUENCE:(\d+)\r$", re.MULTILINE)
_OF_THE_TIME = re.compile(rb"^(?:DTSTAMP|LAST-MODIFIED|SEQUENCE)[:;][^\r\n]*\r\n", re.MULTILINE)
_CANCELLED = b"\r\nSTATUS:CANCELLED\r\n"
_UNKNOWN = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Known:
    """An entry as it stood in the earlier file."""

    text: bytes
    sequence: int

    @property
    def cancelled(self) -> bool:
        """Whether it had gone already then."""
        return _CANCELLED in self.text

    def says(self, text: bytes) -> bool:
        """Whether it said the same, whenever that was."""
        return _OF_THE_TIME.sub(b"", self.text) == _OF_THE_TIME.sub(b"", text)


@dataclass(frozen=True)
class History:
    """The entries of the earlier file by uid, and the moment (UTC) that changes are dated with now."""

    entries: Mapping[str, Known] = field(default_factory=dict)
    now: datetime = _UNKNOWN

    def gone(self, plans: frozenset[str], present: frozenset[str]) -> Iterator[bytes]:
        """The entries of these plans that are not present any more, as cancelled ones. Entries of other plans are left out."""
        for uid, known in self.entries.items():
            if uid.partition("-")[0] in plans and uid not in present:
                yield known.text if known.cancelled else self._cancelled(known)

    def _cancelled(self, known: Known) -> bytes:
        component = Component.from_ical(known.text.decode())
        component.subcomponents.clear()
        for name in ("DTSTAMP", "LAST-MODIFIED", "SEQUENCE", "STATUS"):
            component.pop(name, None)
        dated(component, self.now, known.sequence + 1)
        component.add("STATUS", "CANCELLED")
        text: bytes = component.to_ical()
        return text


def dated(component: Component, moment: datetime, sequence: int) -> None:
    """Say when an entry last changed, and how often it has."""
    component.add("DTSTAMP", moment)
    component.add("LAST-MODIFIED", moment)
    component.add("SEQUENCE", sequence)


def is_ours(earlier: bytes) -> bool:
    """Whether a file is a calendar that this program wrote."""
    return earlier.startswith(b"BEGIN:VCALENDAR") and f"PRODID:{PRODUCER}".encode() in earlier[:2000]


def history(earlier: bytes, *, scope: str, now: datetime) -> History:
    """What an earlier file says of the calendar that is now made. A file of another scope says nothing of it."""
    if not is_ours(earlier) or f"{SCOPE}:{scope}\r\n".encode() not in earlier:
        return History(now=now)
    found = (m[0] for m in _ENTRY.finditer(earlier))
    return History({uid: known for text in found for uid, known in _known(text)}, now)


def beside(path: Path, *, scope: str) -> History:
    """What the file that is about to be replaced says; nothing where there is none, or none of ours. Changes are dated now."""
    now = datetime.now(UTC).replace(microsecond=0)
    try:
        return history(path.read_bytes(), scope=scope, now=now)
    except OSError:
        return History(now=now)


def _known(text: bytes) -> Iterator[tuple[str, Known]]:
    uid, sequence = _UID.search(text), _SEQUENCE.search(text)
    if uid and sequence:
        yield uid[1].decode("ascii", "replace"), Known(text, int(sequence[1]))
