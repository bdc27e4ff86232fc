"""Putting a point into its year: what the phrase says, else what was inherited, else the first such day from the issue on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from vanthu.times.context import Period, TimeContext
from vanthu.times.lunar import named_year
from vanthu.times.part_points import EDGES
from vanthu.times.points import Point, day_of, months_of, single_day, week_of
from vanthu.times.weekdays import weekday_from

IMPOSSIBLE = "ngày không có trong lịch"
GIVEN = "thời hạn do"  # a person; opens what is noted of the day
NO_YEAR = "chưa rõ năm: không có ngày ban hành và không có năm ở tiêu đề, cột"
NO_ISSUE = "chưa rõ ngày ban hành"
_FROM_ISSUE = "tính từ ngày ban hành"
_QUARTER = (89, 92)  # days from the first to the last one
_SHORT, _HALF_A_YEAR = timedelta(days=92), timedelta(days=183)
_AHEAD = 3  # years to look ahead for the next such day
_A_WEEK = timedelta(days=6)  # from its first day to its last
_WEEKS_AT = {"đầu": timedelta(), "cuối": -_A_WEEK}  # from the edge of a month to the week's first day


@dataclass(frozen=True)
class Placed:
    """The days a point stands for; `None` where it can't be said, and why."""

    period: Period | None
    assumptions: tuple[str, ...] = ()
    supposed_year: bool = False

    def and_then(self, *more: str) -> Placed:
        """The same with more assumptions."""
        return replace(self, assumptions=self.assumptions + more)


def place(
    point: Point,
    context: TimeContext,
    *,
    not_after: date | None = None,
    not_before: date | None = None,
    weekday: int | None = None,
) -> Placed:
    """A point's days. `not_after` and `not_before` are the other end of a range, which an open year follows; `weekday` stands beside it."""
    placed = _place(point, context, not_after, not_before)
    if weekday is not None and placed.supposed_year and point.single:
        placed = _by_weekday(point, placed, context, weekday)
    if point.repaired:
        placed = placed.and_then(f"đã sửa lỗi nhận dạng trong ngày thành {point.repaired}")
    return placed


def _place(point: Point, context: TimeContext, not_after: date | None, not_before: date | None) -> Placed:
    if point.year is None and (point.relative is not None or point.named in ("issue", "today")):
        return _from_issue(point, context)
    if point.day and point.month is None and not point.lunar and point.unit == "day":
        return _month_from(point, context, not_after, not_before)
    if point.named == "school_year":  # the one of the day of issue, whatever the plan's years
        return _supposed(point, replace(context, year=None, period=None))
    year = _said_year(point, context)
    if year is not None:
        return _in_year(point, year)
    if not_after or not_before:
        return _beside(point, not_after, not_before)
    return _supposed(point, context)


def _said_year(point: Point, context: TimeContext) -> int | None:
    if point.named and point.lunar:
        near = point.year or (context.floor.year if context.floor else None)
        return named_year(point.named, near) if near else None
    return point.year


def _in_year(point: Point, year: int) -> Placed:
    """A lunar day near the year's end is looked for in the lunar years that touch the solar one."""
    if point.lunar and point.month == 12 and not point.named:
        found = next((p for y in (year, year - 1) if (p := point.build(y)) and p.start.year == year), None)
        return _checked(found or point.build(year))
    return _checked(point.build(year))


def _checked(period: Period | None) -> Placed:
    return Placed(period) if period else Placed(None, (IMPOSSIBLE,))


def _beside(point: Point, not_after: date | None, not_before: date | None) -> Placed:
    if not_after is not None:
        years = [not_after.year, not_after.year - 1]
        found = next((p for y in years if (p := point.build(y)) and p.start <= not_after), None)
    else:
        assert not_before is not None  # noqa: S101 - the caller gives one of the two
        years = [not_before.year - back for back in (1, 0, -1) if back < 1 or point.unit == "span"]
        found = next((p for y in years if (p := point.build(y)) and p.end >= not_before), None)
    return replace(_checked(found), supposed_year=True)


def _supposed(point: Point, context: TimeContext) -> Placed:
    if context.year is not None:
        return _told(_in_year(point, context.year), f"lấy theo {context.source}")
    if context.period and (
        found := _inside(point, context) or _beside_period(point, context.period, context)
    ):
        return _supposing(Placed(found), f"suy từ {context.period_source}")
    if context.floor is None:
        return Placed(None, (NO_YEAR,), supposed_year=True)
    found = next(_candidates(point, context.floor), None)
    return _supposing(_checked(found), "suy từ ngày ban hành")


def _by_weekday(point: Point, placed: Placed, context: TimeContext, weekday: int) -> Placed:
    """*Chủ nhật ngày 28/12* around a plan's period: the year beside the supposed one, where only there the day is a Sunday."""
    day, period, floor = placed.period, context.period, context.issued_on or context.issued_from
    if day is None or period is None or day.start.weekday() == weekday:
        return placed
    built = (point.build(y) for y in (day.start.year - 1, day.start.year + 1))
    fits = (p for p in built if p and p.start.weekday() == weekday and _gap(p, period) < _HALF_A_YEAR)
    found = next((p for p in fits if floor is None or p.end >= floor), None)
    return _supposing(Placed(found), "suy từ thứ trong tuần ghi cạnh ngày") if found else placed


def weekday_within(point: Point, placed: Placed, weekday: int) -> Period | None:
    """*Chủ nhật cuối tháng 5*, *thứ Bảy tuần thứ 2 tháng 6*: that day of the week in a week named by its place; `None` in no week."""
    days = placed.period
    if days and point.edge in _WEEKS_AT:
        first = days.start + _WEEKS_AT[point.edge]
    elif days and days.end - days.start == _A_WEEK:
        first = days.start
    else:
        return None
    return single_day(weekday_from(first, weekday))


def _told(placed: Placed, how: str) -> Placed:
    return placed.and_then(f"năm {placed.period.start.year} {how}") if placed.period else placed


def _supposing(placed: Placed, how: str) -> Placed:
    return replace(_told(placed, how), supposed_year=True)


def _candidates(point: Point, floor: date) -> Iterator[Period]:
    """The point in years from the floor's on. A day the calendar lacks in the first fitting year ends the search."""
    first = floor.year - 1 if point.lunar or point.unit == "span" else floor.year
    for year in range(first, floor.year + _AHEAD):
        period = point.build(year)
        if period is None and not point.lunar and _still_ahead(point, year, floor):
            return
        if period and period.end >= floor:
            yield period


def _still_ahead(point: Point, year: int, floor: date) -> bool:
    month = point.month or 1
    return not 1 <= month <= 12 or date(year, month, 28) >= floor


def _inside(point: Point, context: TimeContext) -> Period | None:
    period = context.period
    if period is None:
        return None
    years = range(period.start.year - (1 if point.lunar else 0), period.end.year + 1)
    fits = [p for y in years if (p := point.build(y)) and p.start <= period.end and p.end >= period.start]
    floor = context.issued_on
    ahead = [p for p in fits if floor is None or p.end >= floor]
    return next(iter(ahead or fits), None)


def _beside_period(point: Point, period: Period, context: TimeContext) -> Period | None:
    """A day just outside of a month or a quarter (*28/12* in the row of *tháng 1/2032*): that of the nearest year from the issue on."""
    if point.lunar or period.end - period.start > _SHORT:
        return None
    floor = context.issued_on or context.issued_from
    built = (point.build(y) for y in range(period.start.year - 1, period.end.year + 2))
    near = [p for p in built if p and _gap(p, period) < _HALF_A_YEAR]
    ahead = [p for p in near if floor is None or p.end >= floor]
    return min(ahead or near, key=lambda p: _gap(p, period), default=None)


def _gap(one: Period, other: Period) -> timedelta:
    return max(one.start - other.end, other.start - one.end)


def _month_from(
    point: Point, context: TimeContext, not_after: date | None, not_before: date | None
) -> Placed:
    """A day without month: the month of the range's other end, of the heading, else the next such day."""
    day = point.day or 0
    if other := not_after or not_before:
        step = -1 if not_after else 1
        months = (other, _shift(other, step))
        found = (day_of(m.year, m.month, day) for m in months)
        fits = [p for p in found if p and (p.start <= other if not_after else p.start >= other)]
        return _checked(fits[0] if fits else None)
    if context.whole_month:
        year, month = context.whole_month
        return _checked(day_of(year, month, day)).and_then(
            f"tháng {month}/{year} lấy theo {context.month_source}"
        )
    return Placed(None, ("chưa rõ tháng",), supposed_year=True)


def _shift(day: date, months: int) -> date:
    index = day.year * 12 + day.month - 1 + months
    return date(index // 12, index % 12 + 1, 1)


def _from_issue(point: Point, context: TimeContext) -> Placed:
    if (
        context.year is not None
        and point.named
        and point.named.startswith("period:year")
        and not point.relative
    ):
        why = f"năm {context.year} lấy theo {context.source}"
        return _relative_period(point.named, date(context.year, 1, 1), 0).and_then(why)
    if not point.relative and (told := _told_period(point, context)):
        return told
    if context.issued_on is None:
        return Placed(None, (NO_ISSUE,))
    return _after_issue(point, context.issued_on, point.relative or 0).and_then(_FROM_ISSUE)


def _told_period(point: Point, context: TimeContext) -> Placed | None:
    """*Trong quý* under a heading that is a quarter, *trong tháng, cuối tháng* under a month: that one; `None` where none was told."""
    _, unit, edge = (point.named or "").split(":") if (point.named or "").count(":") == 2 else ("", "", "")
    if unit == "month" and context.whole_month:
        year, month = context.whole_month
        days, source = _edge_of(months_of(year, month, month), unit, edge), context.month_source
        return Placed(days, (f"lấy theo {source}",))
    period = context.period if unit == "quarter" else None
    whole = period is not None and _QUARTER[0] <= (period.end - period.start).days < _QUARTER[1]
    return Placed(_edge_of(period, unit, edge), (f"lấy theo {context.period_source}",)) if whole else None


def _after_issue(point: Point, issued: date, shift: int) -> Placed:
    kind = (point.named or "").split(":")[0]
    if kind in ("issue", "today"):
        day = issued + timedelta(days=shift)
        return Placed(Period(day, day))
    if kind == "week_day":
        day = week_of(issued, shift).start + timedelta(days=point.month or 0)
        return Placed(Period(day, day))
    if kind == "month_day":
        month = _shift(issued, shift)
        return _checked(day_of(month.year, month.month, point.day or 0))
    if kind == "week":
        return Placed(week_of(issued, shift))
    if kind == "period" and point.named:
        return _relative_period(point.named, issued, shift)
    return _checked(point.build(issued.year + shift))


def _relative_period(named: str, issued: date, shift: int) -> Placed:
    """`named` is `period:UNIT:EDGE`; the edge (*đầu, giữa, cuối*) may be empty."""
    _, unit, edge = named.split(":")
    if unit == "month":
        month = _shift(issued, shift)
        period = months_of(month.year, month.month, month.month)
    elif unit == "quarter":
        month = _shift(issued.replace(month=(issued.month - 1) // 3 * 3 + 1, day=1), 3 * shift)
        period = months_of(month.year, month.month, month.month + 2)
    else:
        period = months_of(issued.year + shift, 1, 12)
    return _checked(_edge_of(period, unit, edge))


def _edge_of(period: Period | None, unit: str, edge: str) -> Period | None:
    """The day that *đầu, giữa, cuối* of a period is; the period itself without such a word."""
    day = EDGES[edge](period, unit) if period and edge else None
    return Period(day, day) if day else period
