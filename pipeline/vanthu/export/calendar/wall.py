"""Pages for the wall: a month as a sheet of weeks, a year as twelve small ones; A4 landscape, with the full list behind."""

from __future__ import annotations

import calendar
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from vanthu.contract.model import Recurring
from vanthu.export.calendar.coming import light
from vanthu.export.calendar.due_text import done_words
from vanthu.export.calendar.files import Lost, undated_in
from vanthu.export.calendar.wall_rows import Line, line, standing
from vanthu.export.places import whole_file
from vanthu.export.templating import templates
from vanthu.export.timing import show_day
from vanthu.export.xml_text import xml_safe
from vanthu.planning.agenda import Item, Matter, in_order
from vanthu.planning.occurrences import runs_on
from vanthu.planning.recurrence import parse
from vanthu.times.working_days import day_off_reason, weekday_name

_WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")
_SATURDAY = 5
_WITHIN_A_WEEK = frozenset({"WEEKLY"})
_WITHIN_A_DAY = frozenset({"DAILY", "HOURLY", "MINUTELY", "SECONDLY"})
_COLOURS = 8  # distinct ones for the busiest units; the others share a grey
_LINE = 100  # letters that fit beside the name of the month


@dataclass(frozen=True)
class Cell:
    """A day on the sheet. `off`: why offices are closed, empty on working days; `holiday`: other than by the week."""

    day: date
    inside: bool  # of the month that the sheet shows
    chosen: bool
    off: str
    holiday: bool
    lines: tuple[Line, ...] = ()
    more: int = 0

    @property
    def heat(self) -> int:
        """0 (nothing) to 4 (ten and more), for the small months of a year."""
        return sum(len(self.lines) >= least for least in (1, 2, 4, 10))


@dataclass(frozen=True)
class Sheet:
    """A month: its name, its weeks, and all lines in the order of days."""

    name: str
    weeks: tuple[tuple[Cell, ...], ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class _Board:
    """What both pages show: lines by day, the rhythms too frequent to be shown on each, and the rest."""

    by_day: Mapping[date, tuple[Line, ...]]
    frequent: tuple[Line, ...]
    running: tuple[Line, ...]
    undated: tuple[Lost, ...]
    units: tuple[tuple[str, int], ...]  # the coloured ones with the number of their colour


def month_page(names: Iterable[str], found: Iterable[Matter], on: date, *, unit: str | None) -> str:
    """The month that holds a day. `found` are the deadlines to show, `unit` whose they are, `names` the plans."""
    first, last = _month(on.year, on.month)
    board = _board(found, (first, last), _WITHIN_A_DAY, 320)
    sheet = _sheet(board, on, on.year, on.month)
    cap = 4 if len(sheet.weeks) < 6 else 3
    weeks = [[_capped(cell, cap) for cell in week] for week in sheet.weeks]
    return _rendered("month.html", board, names, unit, title=sheet.name, sheet=sheet, weeks=weeks)


def year_page(names: Iterable[str], found: Iterable[Matter], on: date, *, unit: str | None) -> str:
    """The year that holds a day."""
    first, last = date(on.year, 1, 1), date(on.year, 12, 31)
    board = _board(found, (first, last), _WITHIN_A_DAY | _WITHIN_A_WEEK, 150)
    sheets = [_sheet(board, on, on.year, month) for month in range(1, 13)]
    return _rendered("year.html", board, names, unit, title=f"Năm {on.year}", sheets=sheets)


def write_page(page: str, path: Path) -> None:
    """Write a page as a whole or not at all. Raises `OutputError` where the disk refuses."""
    with whole_file(path) as new:
        new.write_text(page, encoding="utf-8")


def _rendered(template: str, board: _Board, names: Iterable[str], unit: str | None, **page: object) -> str:
    text = (
        templates()
        .get_template(template)
        .render(
            board=board,
            unit=unit,
            sources=_sources(tuple(names)),
            weekdays=_WEEKDAYS,
            show_day=show_day,
            weekday_name=weekday_name,
            **page,
        )
    )
    return xml_safe(text)


def _sources(names: Sequence[str]) -> str:
    """The plans by name where the line holds them, else how many."""
    told = "; ".join(names)
    return told if len(told) <= _LINE else f"Theo {len(names)} văn bản"


def _board(found: Iterable[Matter], span: tuple[date, date], frequent: frozenset[str], length: int) -> _Board:
    """Of plans that come one after another only what is shown stays."""
    first, last = span
    items: list[Item] = []
    often: list[Matter] = []
    running: list[Matter] = []
    undated: list[Lost] = []
    for matter in found:
        days, is_frequent = tuple(matter.between(first, last)), _frequency(matter) in frequent
        shown = light(matter)
        items += () if is_frequent else (Item(shown, at) for at in days)
        often += [shown] if is_frequent and days else ()
        goes_on = matter.deadline is not None and runs_on(matter.deadline, first)
        if goes_on and (is_frequent or not days) and not done_words(matter):
            running.append(shown)
        undated += undated_in([matter])
    colours = _colours(items)
    by_day: dict[date, list[Line]] = defaultdict(list)
    for item in in_order(items):
        by_day[item.at.day].append(line(item, colours, length))
    return _Board(
        by_day={day: tuple(lines) for day, lines in by_day.items()},
        frequent=tuple(standing(m, colours, length) for m in often),
        running=tuple(standing(m, colours, length) for m in running),
        undated=tuple(undated),
        units=tuple(colours.items()),
    )


def _frequency(matter: Matter) -> str:
    deadline = matter.deadline
    return parse(deadline.rrule).get("FREQ", "") if isinstance(deadline, Recurring) else ""


def _colours(items: Iterable[Item]) -> dict[str, int]:
    """The busiest units, each with a colour of its own."""
    busy = Counter(item.matter.units[0] for item in items if item.matter.units)
    ranked = sorted(busy, key=lambda unit: (-busy[unit], unit))
    return {unit: number for number, unit in enumerate(ranked[:_COLOURS], start=1)}


def _month(year: int, month: int) -> tuple[date, date]:
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def _sheet(board: _Board, on: date, year: int, month: int) -> Sheet:
    first, last = _month(year, month)
    start = first - timedelta(days=first.weekday())
    count = (last - start).days // 7 + 1
    weeks = tuple(
        tuple(_cell(board, start + timedelta(days=7 * week + day), month, on) for day in range(7))
        for week in range(count)
    )
    lines = tuple(one for week in weeks for cell in week for one in cell.lines)
    return Sheet(f"Tháng {month} năm {year}", weeks, lines)


def _cell(board: _Board, day: date, month: int, on: date) -> Cell:
    reason = day_off_reason(day) or ""
    inside = day.month == month
    by_the_week = day.weekday() >= _SATURDAY and reason == weekday_name(day)
    return Cell(
        day=day,
        inside=inside,
        chosen=day == on and inside,
        off=reason,
        holiday=bool(reason) and not by_the_week,
        lines=board.by_day.get(day, ()) if inside else (),
    )


def _capped(cell: Cell, most: int) -> Cell:
    if len(cell.lines) <= most:
        return cell
    kept = most - 1  # the last place tells of the rest
    return Cell(
        cell.day,
        cell.inside,
        cell.chosen,
        cell.off,
        cell.holiday,
        cell.lines[:kept],
        len(cell.lines) - kept,
    )
