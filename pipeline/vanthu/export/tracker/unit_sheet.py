"""The sheet *Theo đơn vị*: each unit with its work, as the first sheet has it now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from vanthu.contract.model import Task
from vanthu.export.sheets.sheet import Column, Formula, Row
from vanthu.export.timing import nearest_day
from vanthu.export.tracker.columns import KEY_HEAD, SHEET, letter
from vanthu.export.tracker.rows import Day, Line, state_now, time_words
from vanthu.export.unit_names import unit_names
from vanthu.export.wording import units_of
from vanthu.orthography import fold, strip_accents
from vanthu.planning.clock import State

UNIT_COLUMNS = (
    Column("STT", 5, "number"),
    Column("Đơn vị, nhiệm vụ", 62),
    Column("Vai trò", 12, "centre"),
    Column("Thời hạn hoàn thành", 12, "date"),
    Column("Diễn giải thời hạn", 22),
    Column("Tiến độ", 13, "centre"),
    Column("Tình trạng thời hạn", 15, "centre"),
    Column("Văn bản giao", 16),
    Column(KEY_HEAD, 19, "code"),
    Column("Dòng", 8, "number", hidden=True),
)
PRINTED = 8
STATE_LETTER, DATE_LETTER = "G", "D"
NOBODY = "Chưa rõ đơn vị chủ trì"
_TAKEN = ("Thời hạn hoàn thành", "Tiến độ", "Tình trạng thời hạn")
_LEAD, _HELP = "Chủ trì", "Phối hợp"
_SHOWN_COUNTS = (State.OVERDUE, State.SOON, State.AHEAD)


@dataclass(frozen=True)
class _Share:
    role: str
    line: Line
    day: date | None


def unit_rows(lines: Iterable[Line], day: Day, *, first: int, below: int) -> Iterator[Row]:
    """Units by name, each a band with its work below: what it leads before what it helps with, by day.

    `first` and `below` are the first row of the first sheet and of this one, from 1.
    """
    row = below
    for name, shares in _by_unit(lines):
        yield _band(name, shares, day, row)
        for number, share in enumerate(shares, start=1):
            row += 1
            yield _row(number, share, day, row=row, first=first)
        row += 1


def _by_unit(lines: Iterable[Line]) -> list[tuple[str, list[_Share]]]:
    every = [(line, list(_roles(line))) for line in lines]
    shown = unit_names((name, line.home) for line, roles in every for name, _ in roles)
    names: dict[str, str] = {}
    shares: dict[str, list[_Share]] = {}
    for line, roles in every:
        task = line.followed.task
        for name, role in [(shown[name, line.home], role) for name, role in roles] or [(NOBODY, "")]:
            key = " ".join(fold(name).split())
            names.setdefault(key, name)
            shares.setdefault(key, []).append(_Share(role, line, nearest_day(task.deadlines)))
    order = sorted(names, key=lambda k: (names[k] != NOBODY, strip_accents(k), k))
    return [(names[k], sorted(shares[k], key=_urgency)) for k in order]


def _roles(line: Line) -> Iterator[tuple[str, str]]:
    task = line.followed.task
    yield from ((" ".join(name.split()), _LEAD) for name in units_of(task))
    yield from ((" ".join(name.split()), _HELP) for name in partners_of(task))


def partners_of(task: Task) -> tuple[str, ...]:
    """The coordinating units by the names they go by in the whole document, each once, without those that lead."""
    named = [u.resolved or u.name for u in task.units if u.role == "coordinate"] or list(task.coordinate)
    return tuple(name for name in dict.fromkeys(named) if name not in units_of(task))


def _urgency(share: _Share) -> tuple[bool, date, int]:
    return (share.role == _HELP, share.day or date.max, share.line.row)


def _band(name: str, shares: list[_Share], day: Day, row: int) -> Row:
    within = f"${STATE_LETTER}${row + 1}:${STATE_LETTER}${row + len(shares)}"
    parts = [f'"{state}: "&COUNTIF({within},"{state}")' for state in _SHOWN_COUNTS]
    counts = Counter(state_now(s.line.followed, day) for s in shares)
    now = " · ".join(f"{state}: {counts[state]}" for state in _SHOWN_COUNTS) if day.on else ""
    formula = Formula("=" + '&" · "&'.join(parts), now)
    return Row((None, name, f"{len(shares)} việc", formula, None, None, None, None, None, None), band=True)


def _row(number: int, share: _Share, day: Day, *, row: int, first: int) -> Row:
    followed = share.line.followed
    at = share.line.row - first + 1
    due, progress, state = (_taken(head, row) for head in _TAKEN)
    values = (
        number,
        followed.task.text,
        share.role,
        Formula(due, share.day or ""),
        time_words(followed.task),
        Formula(progress, followed.report.progress or ""),
        Formula(state, state_now(followed, day)),
        share.line.source,
        followed.key,
        Formula(f"=MATCH($I{row},{column_name(KEY_HEAD)},0)", at),
    )
    return Row(values)


def _taken(head: str, row: int) -> str:
    """What the first sheet has for a task, wherever sorting has put it; a blank cell stays blank."""
    cell = f"INDEX({column_name(head)},$J{row})"
    return f'=IFERROR(IF({cell}="","",{cell}),"")'


def named_columns(first: int, last: int) -> Iterator[tuple[str, str]]:
    """The columns of the first sheet that this one looks into, by the names that its formulas use; rows from 1."""
    for head in (KEY_HEAD, *_TAKEN):
        yield column_name(head), f"='{SHEET}'!${letter(head)}${first}:${letter(head)}${last}"


def column_name(head: str) -> str:
    """A column's head as a name for formulas: *Tien_do*."""
    return strip_accents(head).replace(" ", "_")
