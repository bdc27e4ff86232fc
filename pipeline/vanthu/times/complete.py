"""A complete date in whatever form a drafter gave it, read by dateparser.

dateparser is right on dates that name day, month and year (*05/09/23*, *12 Tháng Chín 2024*) and makes up what is missing in all others.
It is asked strictly, and only for a text that should be one date and nothing else: the cell of a schedule that no rule could read.
"""

from __future__ import annotations

from datetime import date

import dateparser

_STRICT = {
    "DATE_ORDER": "DMY",
    "REQUIRE_PARTS": ["day", "month", "year"],
    "STRICT_PARSING": True,
    "PARSERS": ["absolute-time"],
}
_LONGEST = 40  # characters; longer texts say more than a date


def complete_date(text: str) -> date | None:
    """The date that a text is; `None` where it is anything less or anything more."""
    plain = " ".join(text.split())
    if not plain or len(plain) > _LONGEST:
        return None
    found = dateparser.parse(plain, languages=["vi"], settings=_STRICT)
    return found.date() if found else None
