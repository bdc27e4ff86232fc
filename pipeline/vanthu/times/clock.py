"""Times of day: *17h30*, *17 giờ 30 phút*, *3 giờ chiều*, *24h00*."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import regex

from vanthu.orthography import fold
from vanthu.times.numbers import figures

_PART_OF_DAY = "sáng|trưa|chiều|tối|đêm"
_MOMENT = (
    r"(?P<hour>\d{1,2}|[12][Oo]|[lI]\d)\s*(?:giờ|h|g|:)\s*(?P<minute>[\dOo]{1,2})?"
    rf"\s*(?:phút|p|['’])?\s*(?P<part>{_PART_OF_DAY})?"
)
_FIRST_HOUR = (
    r"(?P<hour>\d{1,2})(?=\s*(?:[-–]|đến\s|\Z))"  # *15 - 18 giờ*: the word stands behind the last hour
)
_TIME = regex.compile(rf"{_MOMENT}|{_FIRST_HOUR}", regex.IGNORECASE)
_HOURS = regex.compile(rf"(?:từ|lúc)?\s*{_MOMENT}(?:\s*(?:-|–|—|đến|tới)\s*{_MOMENT})?", regex.IGNORECASE)
_DAY = r"(?:\s*,?\s*(?:sáng|chiều|tối)?\s*ngày\s+\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?(?:\s*\([^()]{1,25}\))?)"
_OPENING = regex.compile(rf"\s*{_HOURS.pattern}{_DAY}?\s*[:–-]\s", regex.IGNORECASE)
TO = regex.compile(r"\s*(?:đến|tới|[-–—])\s*", regex.IGNORECASE)
AND = regex.compile(r"\s*(?:,|;|và)\s*", regex.IGNORECASE)
_PART = regex.compile(rf"(?:buổi\s+)?(?:{_PART_OF_DAY}|cả ngày)", regex.IGNORECASE)
_AFTERNOON = {"chiều": (1, 11), "tối": (5, 11), "đêm": (8, 11), "trưa": (1, 3)}  # hours said from noon on
_MIDNIGHT = 24


def clock(text: str | None) -> str | None:
    """`HH:MM`, 24:00 allowed; `None` for no or an impossible time."""
    found = _TIME.search(text) if text else None
    if not found:
        return None
    hour, minute = figures(found["hour"]), figures(found["minute"] or "0")
    if hour is None or minute is None:
        return None
    first, last = _AFTERNOON.get(fold(found["part"] or ""), (99, 0))
    if first <= hour <= last:
        hour += 12
    return (
        f"{hour:02}:{minute:02}"
        if minute < 60 and (hour < _MIDNIGHT or (hour, minute) == (_MIDNIGHT, 0))
        else None
    )


def clocks(text: str) -> Sequence[str]:
    """Each of several times of day (*07h30 và 16h00*); impossible ones are left out."""
    return [at for said in AND.split(text) if (at := clock(said))]


def moment(day: date, time: str | None) -> str:
    """A day, with the time of day where one is written."""
    at = clock(time)
    return f"{day.isoformat()}T{at}" if at else day.isoformat()


def is_part_of_day(text: str) -> bool:
    """Whether a text is a part of a day and nothing else (*Chiều*, *Cả ngày*)."""
    return _PART.fullmatch(text.strip(" .;,")) is not None


def is_hours(text: str) -> bool:
    """Whether a text is a time of day, or from one to another, and nothing else (*7h00 - 7h15*)."""
    return _HOURS.fullmatch(text.strip(" .;,")) is not None


def begins_with_hours(text: str) -> bool:
    """Whether a text opens with a time of day, its day perhaps, and a mark behind it (*7h00 - 7h15: Đón tiếp đại biểu*)."""
    return _OPENING.match(text) is not None
