"""From a deadline that was read to its public form."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from pydantic import TypeAdapter, ValidationError

from vanthu.contract.base import CLOCK, Moment
from vanthu.contract.model import DayOff, Deadline, Due, Ongoing, Recurring, Relative, Window
from vanthu.contract.proofs import proof
from vanthu.document import content
from vanthu.times.working_days import day_off_reason, working_day_before
from vanthu.understanding import confidence

_MOMENT: TypeAdapter[str] = TypeAdapter(Moment)


def real_moment(value: str | None) -> str | None:
    """The value where it is a real day or moment, else `None`: an impossible one is never published as a date."""
    try:
        return _MOMENT.validate_python(value)
    except ValidationError:
        return None


def _day(value: str | None) -> str | None:
    return real_moment(value) if value and "T" not in value else None


def _clock(value: str | None) -> str | None:
    return value if value and re.match(CLOCK, value) else None


def _common(deadline: content.Deadline) -> dict[str, Any]:
    return {
        "raw": deadline.raw,
        "assumptions": deadline.assumptions,
        "evidence": proof(deadline.evidence),
        "confidence": confidence.of_deadline(deadline),
    }


def _due(d: content.Deadline) -> Deadline:
    day = _day(d.date)
    moment = {"date": day, "time": _clock(d.time), "qualifier": d.qualifier}
    return Due(kind="due", **moment, day_off=_day_off(day, d.qualifier), **_common(d))


def _day_off(day: str | None, qualifier: content.Qualifier | None) -> DayOff | None:
    """Limits only: what is to happen *on* a Sunday is meant for it."""
    if day is None or qualifier not in (content.Qualifier.BEFORE, content.Qualifier.BY):
        return None
    reason = day_off_reason(date.fromisoformat(day))
    if reason is None:
        return None
    return DayOff(
        reason=reason, working_day_before=_day(working_day_before(date.fromisoformat(day)).isoformat())
    )


def _window(d: content.Deadline) -> Deadline:
    return Window(kind="window", start=real_moment(d.start), end=real_moment(d.end), **_common(d))


def _recurring(d: content.Deadline) -> Deadline:
    rhythm = {"rrule": d.rrule or "", "time": _clock(d.time), "times": d.times}
    lasts = {"start": _day(d.start), "until": _day(d.until)}
    return Recurring(kind="recurring", **rhythm, **lasts, **_common(d))


def _relative(d: content.Deadline) -> Deadline:
    length = {"duration": d.duration, "working_days": d.working_days, "anchor": d.anchor}
    return Relative(kind="relative", **length, resolved=_day(d.resolved), **_common(d))


def _ongoing(d: content.Deadline) -> Deadline:
    return Ongoing(kind="ongoing", **_common(d))


_FORMS: dict[content.DeadlineKind, Callable[[content.Deadline], Deadline]] = {
    content.DeadlineKind.DUE: _due,
    content.DeadlineKind.WINDOW: _window,
    content.DeadlineKind.RECURRING: _recurring,
    content.DeadlineKind.RELATIVE: _relative,
    content.DeadlineKind.ONGOING: _ongoing,
}


def published_deadline(deadline: content.Deadline) -> Deadline:
    """A deadline as `plan.json` has it; what is no real day or hour is left out."""
    return _FORMS[deadline.kind](deadline)
