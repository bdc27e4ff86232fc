"""Resolvers of phrases that name a stretch of time by its ends: *từ X đến Y*, hours of a day, *từ X*, *sau X*."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from string import digits

from vanthu.document.content import Deadline, DeadlineKind
from vanthu.times.clock import AND, TO, moment
from vanthu.times.context import Period
from vanthu.times.placing import Placed, place
from vanthu.times.points import Point, single_day
from vanthu.times.reading import Phrase

_DAY = timedelta(days=1)
_ANNIVERSARY_YEARS = 2
_JUST_HELD = timedelta(days=60)  # a feast of the moon that far back is still the one spoken of


def window(phrase: Phrase) -> tuple[Deadline, ...]:
    """*từ X đến Y*: what one end leaves open follows from the other."""
    first, last = phrase.point("start"), phrase.point("stop")
    if "day_after" in phrase.groups:
        return _overnight(phrase)
    if first is None or last is None:
        return ()
    start, end = ends(phrase, _of_same_moon(first, last), last)
    if _anniversary(start.period, end.period, first):
        return ()
    if end.period is None or (start.period is None and first.named != "issue"):
        return _impossible_end(phrase, start, end)
    first_day = start.period.start if start.period else None
    return _between(
        phrase, first_day, end.period.end, tuple(dict.fromkeys(start.assumptions + end.assumptions))
    )


def _overnight(phrase: Phrase) -> tuple[Deadline, ...]:
    """*từ 18 giờ ngày 05/9 đến 6 giờ sáng hôm sau*: the end is the day after the beginning."""
    found = phrase.placed("start")
    period = found[1].period if found else None
    if found is None or period is None:
        return ()
    return _between(phrase, period.start, period.end + _DAY, found[1].assumptions)


def _of_same_moon(first: Point, last: Point) -> Point:
    """*mùng 8 đến mùng 10 tháng Ba âm lịch*: a day that names no month counts by the calendar of the day that does."""
    if not (last.lunar and last.day and first.single and first.day and first.month is None):
        return first
    ahead = timedelta(days=last.day - first.day)

    def build(year: int) -> Period | None:
        end = last.build(year)
        return single_day(end.start - ahead) if end else None

    return replace(last, build=build, day=first.day)


def ends(phrase: Phrase, first: Point, last: Point) -> tuple[Placed, Placed]:
    """Beginning and end of a stretch of time. The end is placed first, unless only the beginning says its year, or is the issue itself."""
    context = phrase.context
    if _fixed(first) and not _fixed(last):
        start = place(first, context)
        return start, place(last, context, not_before=start.period.start if start.period else None)
    end = place(last, context)
    start = place(first, context, not_after=end.period.end if end.period else None)
    if start.supposed_year and not start.assumptions and not end.supposed_year and first.month:
        start = start.and_then(*_from_other_end(start))
    return start, end


def _from_other_end(placed: Placed) -> tuple[str, ...]:
    return (f"năm {placed.period.start.year} suy từ ngày kết thúc",) if placed.period else ()


def _fixed(point: Point) -> bool:
    return point.year is not None or point.named is not None or point.relative is not None


def _anniversary(start: Period | None, end: Period | None, first: Point) -> bool:
    """*18/11/1930 - 18/11/2023* is a memorial, no window."""
    if not (start and end and first.single):
        return False
    same_day = (start.start.month, start.start.day) == (end.end.month, end.end.day)
    return same_day and end.end.year - start.start.year >= _ANNIVERSARY_YEARS


def _impossible_end(phrase: Phrase, start: Placed, end: Placed) -> tuple[Deadline, ...]:
    if start.period is None and end.period is None:
        return ()
    days = (start.period.start if start.period else None, end.period.end if end.period else None)
    return _between(phrase, *days, start.assumptions + end.assumptions)


def _between(
    phrase: Phrase, first: date | None, last: date | None, assumptions: tuple[str, ...]
) -> tuple[Deadline, ...]:
    """The window between two days, with the hours that stand beside them; `None` is an end that is open or unknown."""
    start_clock = phrase.groups.get("clock_start") or phrase.groups.get("clock")
    return (
        phrase.deadline(
            DeadlineKind.WINDOW,
            start=moment(first, start_clock) if first else None,
            end=moment(last, phrase.groups.get("clock_stop")) if last else None,
            assumptions=assumptions,
        ),
    )


def hours(phrase: Phrase) -> tuple[Deadline, ...]:
    """*từ 8h00 đến 11h00 ngày X*: a window of hours; over several days from the first to the last."""
    found = phrase.placed("at")
    if found is None or found[1].period is None:
        return ()
    period = found[1].period
    return _between(phrase, period.start, period.end, found[1].assumptions)


def hours_apart(phrase: Phrase) -> tuple[Deadline, ...]:
    """*từ 7h30 đến 11h30, chiều từ 13h30 đến 17h00 ngày X*: a window each."""
    spans = (TO.split(span) for span in AND.split(phrase.groups["hours"]))
    return tuple(d for first, last in spans for d in hours(_with(phrase, clock_start=first, clock_stop=last)))


def _with(phrase: Phrase, **groups: str) -> Phrase:
    """The phrase with other words in some of its groups."""
    return replace(phrase, groups={**phrase.groups, **groups})


def day_ranges(phrase: Phrase) -> tuple[Deadline, ...]:
    """*các ngày 05 - 06, 12 - 13/12/2031*: a window each, all in the month of the last."""
    month = phrase.groups["stop"].lstrip(digits)
    spans = (TO.split(span) for span in AND.split(phrase.groups["ranges"]))
    before = (_with(phrase, start=first, stop=last + month) for first, last in spans)
    found = [d for one in (*before, phrase) for d in window(one)]
    in_order = found == sorted(found, key=lambda d: d.start or "")
    return tuple(found if in_order else found[-1:])  # *28 - 29, 01 - 02/3*: of another month


def since(phrase: Phrase) -> tuple[Deadline, ...]:
    """*từ ngày X* alone: open at its end. *sau ngày X* begins on the day after, *sau 17 giờ ngày X* at that hour."""
    found = phrase.placed("at")
    if found is None:
        return ()
    point, placed = found
    after = phrase.rule.attributes.get("from") == "after" and "clock" not in phrase.groups
    meant = (_just_held(phrase, point, placed) if after else None) or _coming(phrase, point, placed)
    period = meant or placed.period
    start = (period.end + _DAY if after else period.start) if period else None
    if start is None and point.named != "issue":
        return ()
    assumptions = (f"năm {meant.start.year} suy từ ngày ban hành",) if meant else placed.assumptions
    return _between(phrase, start, None, assumptions)


def _coming(phrase: Phrase, point: Point, placed: Placed) -> Period | None:
    """*từ đầu năm học* of a paper issued in spring means the school year to come; `None` for any other time, or where the year is told."""
    issued, period = phrase.context.issued_on, placed.period
    if period is None or issued is None or not placed.supposed_year or point.named != "school_year":
        return None
    return point.build(period.start.year + 1) if issued - period.start > _JUST_HELD else None


def until_event(phrase: Phrase) -> tuple[Deadline, ...]:
    """*từ nay đến khi hết đợt ra quân*: where the plan is that campaign, it ends with the plan; else its end is open."""
    found = phrase.placed("at")
    if found is None or (found[1].period is None and found[0].named != "issue"):
        return ()
    start, plan = found[1].period, phrase.context.period
    if start is None or plan is None or not phrase.groups.get("own") or plan.end < start.start:
        return _between(phrase, start.start if start else None, None, found[1].assumptions)
    told = f"ngày kết thúc lấy theo {phrase.context.period_source}"
    return _between(phrase, start.start, plan.end, (*found[1].assumptions, told))


def _just_held(phrase: Phrase, point: Point, placed: Placed) -> Period | None:
    """*sau Tết* of a paper issued weeks after Tết means the one just held; `None` where none was, or the year is told."""
    issued = phrase.context.issued_on
    if issued is None or placed.period is None or not placed.supposed_year or not point.lunar:
        return None
    last = point.build(placed.period.start.year - 1)
    return last if last and timedelta() <= issued - last.end <= _JUST_HELD else None
