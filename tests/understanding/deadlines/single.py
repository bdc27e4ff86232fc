"""The one deadline that a sentence tells."""

from __future__ import annotations

from datetime import date

from vanthu.document.content import Deadline
from vanthu.times.context import TimeContext
from vanthu.understanding.deadlines.reader import DeadlineReader

ISSUED = TimeContext(issued_on=date(2024, 2, 5))


def one(reader: DeadlineReader, text: str, context: TimeContext = ISSUED) -> Deadline:
    """The only deadline in the text."""
    (found,) = reader.in_text(text, context)
    return found
