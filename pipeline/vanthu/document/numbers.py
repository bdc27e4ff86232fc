"""The number of a paper, put together from its serial and its symbol."""

from __future__ import annotations

import re

# *KH/TU*: the type alone before the stroke, where a state body writes *KH-UBND*
_OF_THE_PARTY = re.compile(r"[^\W\d]+/")


def whole_number(serial: str | None, symbol: str | None) -> str | None:
    """*12/KH-UBND*, and of a body of the Party *12-KH/TU*; `None` where one of the two is not known."""
    if not serial or not symbol:
        return None
    return f"{serial}{'-' if _OF_THE_PARTY.match(symbol) else '/'}{symbol}"


def told_number(serial: str | None, symbol: str | None) -> str | None:
    """As much of it as is known, with `…` for a serial left blank."""
    return whole_number(serial or "…", symbol) or serial
