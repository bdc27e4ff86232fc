"""The tables of sentences with their deadlines: columns group, day of issue, sentence, expected.

Expected is `-` for none, else deadlines joined by `; `: `due DATE QUALIFIER [TIME]` (`?` for an impossible date), `win START END`
(`-` for open), `rec RRULE [times=N] [time=HH:MM] [until=DATE]`, `rel DURATION [w]` (`null` for none, `w` for working days), `ong`.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import NamedTuple

import regex

from vanthu.document.content import Deadline, DeadlineKind

_FOLDER = Path(__file__).parent
_NEXT = regex.compile(r"; (?=due|win|rec|rel|ong)")


class Row(NamedTuple):
    group: str
    issued_on: date
    sentence: str
    expected: tuple[str, ...]


def rows(name: str) -> list[Row]:
    lines = (_FOLDER / name).read_text(encoding="utf-8").splitlines()
    return [_row(line) for line in lines if line and not line.startswith("#")]


def _row(line: str) -> Row:
    group, issued, sentence, expected = line.split("\t")
    wanted = () if expected.strip() == "-" else tuple(_NEXT.split(expected.strip()))
    return Row(group, date.fromisoformat(issued), sentence.replace("\\n", "\n"), wanted)


def shown(deadline: Deadline) -> str:
    """A deadline in the notation of the tables."""
    return " ".join(str(part) for part in _PARTS[deadline.kind](deadline) if part)


def _recurring(d: Deadline) -> list[object]:
    extras = (("times", d.times), ("time", d.time), ("until", d.until))
    return ["rec", d.rrule, *(f"{name}={value}" for name, value in extras if value)]


_PARTS = {
    DeadlineKind.DUE: lambda d: ["due", d.date or "?", d.qualifier, d.time],
    DeadlineKind.WINDOW: lambda d: ["win", d.start or "-", d.end or "-"],
    DeadlineKind.RECURRING: _recurring,
    DeadlineKind.RELATIVE: lambda d: ["rel", d.duration or "null", "w" if d.working_days else ""],
    DeadlineKind.ONGOING: lambda _: ["ong"],
}
