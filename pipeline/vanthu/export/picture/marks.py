"""The shapes of times on the axis of a picture."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from vanthu.contract.model import PublicPlan
from vanthu.export.picture.axis import Axis
from vanthu.export.picture.lanes import Mark, MarkKind, Row
from vanthu.export.picture.letters import width
from vanthu.export.picture.svg import Drawing
from vanthu.export.timing import show_day
from vanthu.planning.period import issue_day, plan_period

_SMALL = 11.0
_RADIUS = 7.0
_BAR = 12.0
_BEAT_GAP = 7.0  # beats closer than this are drawn as a dotted line

Taken = list[tuple[float, float]]  # stretches of a row that already bear a mark or a label


def marked_days(contract: PublicPlan, rows: Iterable[Row]) -> Iterator[date]:
    """All days that the axis must reach; the day of issue and the plan's period only where there is a mark."""
    days = [day for row in rows for m in row.marks for day in (m.start, m.end)]
    yield from days
    if days:
        yield from (day for day in (issue_day(contract), *plan_period(contract)) if day)


def draw_period(
    canvas: Drawing, axis: Axis, period: tuple[date | None, date | None], top: float, bottom: float
) -> None:
    """The plan's own period behind everything."""
    start, end = period
    if start is None or end is None or start > end:
        return
    left, right = axis.x(start, part=0), axis.x(end, part=1)
    note = f"Thời gian thực hiện chung: {show_day(start)} – {show_day(end)}"
    canvas.add("rect", class_="vt-period", x=left, y=top, width=right - left, height=bottom - top, title=note)


def draw_mark(canvas: Drawing, mark: Mark, axis: Axis, y: float, taken: Taken) -> None:
    """One mark with its label, where there is room for one beside the marks that the row has already."""
    group = canvas.add("g", title=mark.title)
    match mark.kind:
        case MarkKind.POINT:
            left, right = _point(group, mark, axis, y)
        case MarkKind.BAR:
            left, right = _bar(group, mark, axis, y)
        case MarkKind.BEATS:
            left, right = _beats(group, mark, axis, y)
    taken.append((left, right))
    if mark.kind is not MarkKind.BEATS:
        _label(group, _words(mark, axis), (left, right), axis, y, taken)


def _words(mark: Mark, axis: Axis) -> str:
    days = [axis.name(mark.start), axis.name(mark.end)]
    return "–".join(dict.fromkeys(days))


def _point(group: Drawing, mark: Mark, axis: Axis, y: float) -> tuple[float, float]:
    x, r = axis.x(mark.start), _RADIUS
    kind = "vt-counted" if mark.counted else "vt-due"
    group.add("path", class_=kind, d=f"M{x - r:g} {y:g}L{x:g} {y - r:g}L{x + r:g} {y:g}L{x:g} {y + r:g}Z")
    return x - r, x + r


def _bar(group: Drawing, mark: Mark, axis: Axis, y: float) -> tuple[float, float]:
    left, right = axis.x(mark.start, part=0), max(axis.x(mark.end, part=1), axis.x(mark.start, part=0) + 6)
    group.add("rect", class_="vt-window", x=left, y=y - _BAR / 2, width=right - left, height=_BAR, rx=3)
    for is_open, x, step in ((mark.open_start, left, -1), (mark.open_end, right, 1)):
        if is_open:
            group.add("path", class_="vt-open", d=f"M{x:g} {y - 5:g}l{5 * step} 5l{-5 * step} 5")
    return left, right


def _beats(group: Drawing, mark: Mark, axis: Axis, y: float) -> tuple[float, float]:
    left, right = axis.x(mark.start), axis.x(mark.end)
    places = [axis.x(day) for day in mark.beats]
    close = len(places) > 1 and (places[-1] - places[0]) / (len(places) - 1) < _BEAT_GAP
    group.add("path", class_="vt-dots" if close else "vt-thread", d=f"M{left:g} {y:g}H{right:g}")
    for x in (places[0], places[-1]) if close else places:
        group.add("circle", class_="vt-beat", cx=x, cy=y, r=4)
    return left - 4, right + 4


def _label(group: Drawing, label: str, own: tuple[float, float], axis: Axis, y: float, taken: Taken) -> None:
    """To the right of the mark, else to its left, else nowhere: the full words are in the title."""
    room = width(label, _SMALL) + 6
    right, left = (own[1] + 4, own[1] + 4 + room), (own[0] - 4 - room, own[0] - 4)
    for place, x, anchor in ((right, own[1] + 5, "start"), (left, own[0] - 5, "end")):
        if _free(place, axis, taken):
            group.text(x, y + 4, label, size=_SMALL, class_="vt-date", anchor=anchor)
            taken.append(place)
            return


def _free(place: tuple[float, float], axis: Axis, taken: Taken) -> bool:
    inside = place[0] >= axis.left and place[1] <= axis.right
    return inside and not any(a < place[1] and place[0] < b for a, b in taken)
