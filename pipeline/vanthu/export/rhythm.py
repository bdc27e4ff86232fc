"""Rhythms of reports and meetings, as calendars write them and as people say them."""

from __future__ import annotations

from vanthu.planning.recurrence import calendar_rules
from vanthu.times.spoken import rhythm_phrase

__all__ = ["calendar_rules", "rhythm_phrase"]
