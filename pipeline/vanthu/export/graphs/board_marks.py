"""A task on the board: its shapes in time, its label, what is said when the pointer rests on it."""

from __future__ import annotations

from vanthu.export.graphs.items import RADIUS, SIZE, Entry, Placed, span
from vanthu.export.picture.axis import Axis
from vanthu.export.picture.lanes import Mark, MarkKind
from vanthu.export.picture.letters import fit, width
from vanthu.export.picture.svg import Drawing

_BAR = 15.0
_BEAT_GAP = 7.0
_LABEL_UP = 21.0  # from the marks to a label above them
_ROOM_RIGHT = 8.0


def draw_entry(canvas: Drawing, item: Placed, axis: Axis, y: float, *, critical: bool) -> None:
    """A dated task; `y` is the middle of the line of its marks."""
    group = canvas.add("g", title=full_text(item.entry))
    for mark in item.entry.row.marks:
        _draw_mark(group, mark, axis, y)
    if critical:
        x, wide = item.left - 3, item.right - item.left + 6
        group.add("rect", class_="vt-ring", x=x, y=y - 10.5, width=wide, height=21, rx=6)
    x, base = item.label_x, y + 4 - (_LABEL_UP if item.over else 0.0)
    if item.entry.row.alarms:
        _alarm(group, item.left, y)
    kind = "vt-on-bar" if item.inside else "vt-word"
    group.text(x, base, item.day, size=SIZE, class_=f"{kind} vt-strong")
    x += width(f"{item.day}  ", SIZE)
    if item.entry.tag:
        group.text(
            x, base, item.entry.tag, size=SIZE, class_=f"{kind} {'' if item.inside else 'vt-tag'}".strip()
        )
        x += width(f"{item.entry.tag} ", SIZE)
    group.text(x, base, item.label, size=SIZE, class_=kind)


def draw_point(canvas: Drawing, entry: Entry, place: tuple[float, float, float], *, critical: bool) -> None:
    """An undated task: its label from the left edge on, its point at the right one; `place` is left, right and middle."""
    left, right, y = place
    group = canvas.add("g", title=full_text(entry))
    group.add("circle", class_="vt-point", cx=right, cy=y, r=3.5)
    if critical:
        group.add("circle", class_="vt-ring", cx=right, cy=y, r=7)
    if entry.row.alarms:
        _alarm(group, right - 10, y + 6)
    x = left + 10
    if entry.tag:
        group.text(x, y + 4, entry.tag, size=SIZE, class_="vt-tag")
        x += width(f"{entry.tag} ", SIZE)
    room = right - _ROOM_RIGHT - x - (12 if entry.row.alarms else 0)
    group.text(x, y + 4, fit(entry.words, SIZE, room), size=SIZE)


def full_text(entry: Entry) -> str:
    """All that is known of the task, a fact a line."""
    task, row = entry.work.task, entry.row
    parts = [f"{task.id}: {task.text}"]
    parts += [f"Chủ trì: {', '.join(task.lead)}"] if task.lead else []
    parts += [f"Phối hợp: {', '.join(task.coordinate)}"] if task.coordinate else []
    times = [*(m.title for m in row.marks), *row.apart]
    parts += [f"Thời hạn: {t}" for t in times] or ["Chưa nêu thời hạn"]
    parts += [f"Cần rà soát: {a}" for a in row.alarms]
    parts.append(f"Văn bản: {entry.work.plan.partition(':')[2] or 'kế hoạch này'}")
    return "\n".join(parts)


def _alarm(group: Drawing, x: float, y: float) -> None:
    group.add("circle", class_="vt-alarm", cx=x, cy=y - 7, r=5)
    group.text(x, y - 4, "!", size=8, class_="vt-on-alarm", anchor="middle")


def _draw_mark(group: Drawing, mark: Mark, axis: Axis, y: float) -> None:
    left, right = span(mark, axis)
    match mark.kind:
        case MarkKind.POINT:
            x, r = axis.x(mark.start), RADIUS
            kind = "vt-counted" if mark.counted else "vt-due"
            group.add("path", class_=kind, d=f"M{x - r:g} {y:g}l{r:g} {-r:g}l{r:g} {r:g}l{-r:g} {r:g}z")
        case MarkKind.BAR:
            group.add(
                "rect", class_="vt-window", x=left, y=y - _BAR / 2, width=right - left, height=_BAR, rx=3
            )
        case MarkKind.BEATS:
            _draw_beats(group, [axis.x(day) for day in mark.beats], axis.x(mark.end), y)


def _draw_beats(group: Drawing, places: list[float], end: float, y: float) -> None:
    close = len(places) > 1 and (places[-1] - places[0]) / (len(places) - 1) < _BEAT_GAP
    group.add("path", class_="vt-dots" if close else "vt-thread", d=f"M{places[0]:g} {y:g}H{end:g}")
    for x in (places[0], places[-1]) if close else places:
        group.add("circle", class_="vt-beat", cx=x, cy=y, r=3.5)
