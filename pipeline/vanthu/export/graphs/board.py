"""The board: the work of many plans on one picture, a lane for each leading unit against time. To be hung on a wall."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from vanthu.export.graphs.board_head import head_of
from vanthu.export.graphs.board_marks import draw_entry, draw_point
from vanthu.export.graphs.figures import crowd
from vanthu.export.graphs.items import BoardLane, Entry, Placed, board_lanes, placed, widened
from vanthu.export.graphs.links import Spot, draw_links
from vanthu.export.graphs.packing import packed
from vanthu.export.graphs.paper import EDGE, LINE, SMALL, paper
from vanthu.export.picture.axis import Axis
from vanthu.export.picture.letters import lines, width
from vanthu.export.picture.svg import Drawing, Theme
from vanthu.planning.load import Load
from vanthu.planning.measures import Measures
from vanthu.planning.network import Network

_MANY = 80  # tasks; more need a wider picture
_WIDTHS = (1680.0, 2400.0)
_UNIT = 232.0  # width of the lanes' names
_APART = 372.0  # of work without a day
_GUTTER = 48.0  # between it and the axis, for arrows
_ROW = 21.0
_AXIS_HEIGHT = 32.0
_LABEL = (470.0, 290.0)
_BETWEEN = 12.0  # two tasks on one line
_BODY = 12.5
_NOTHING = "Không có nhiệm vụ nào để vẽ"


@dataclass(frozen=True)
class _Frame:
    """Where the columns stand."""

    width: float
    axis: Axis | None
    apart: float  # left edge of the column of undated work
    points: float  # where its points stand
    room: float  # for a label


@dataclass(frozen=True)
class _LaneBox:
    lane: BoardLane
    y: float
    height: float
    name: Sequence[str]
    notes: Sequence[str]
    dated: tuple[tuple[Placed, float], ...]  # with the middle of the line that its marks stand on
    undated: tuple[tuple[Entry, float], ...]


def board(network: Network, found: Measures, theme: Theme = Theme.AUTO) -> str:
    """The picture as SVG. A network without tasks gives a picture that says so."""
    head = head_of(network)
    lanes = board_lanes(network, head.tags)
    frame = _frame(lanes, len(network.works))
    top = head.height + _AXIS_HEIGHT
    loads = {x.unit: x for x in found.loads}
    boxes = tuple(_boxes(lanes, frame, top, loads))
    bottom = boxes[-1].y + boxes[-1].height if boxes else top + 40
    canvas = paper(frame.width, bottom + EDGE + 24, label=head.title, theme=theme)
    head.draw(canvas)
    _draw_bands(canvas, boxes, frame)
    _draw_columns(canvas, frame, head.height, bottom)
    _draw_axis(canvas, frame, top, bottom)
    draw_links(canvas, network, found.order, dict(_spots(boxes, frame)))
    for box in boxes:
        _draw_lane(canvas, box, frame, found)
    if not boxes:
        canvas.text(frame.width / 2, bottom - 8, _NOTHING, size=14, class_="vt-soft", anchor="middle")
    return canvas.render()


def _frame(lanes: Sequence[BoardLane], number: int) -> _Frame:
    wide = _WIDTHS[number > _MANY]
    days = [day for lane in lanes for e in lane.dated for m in e.row.marks for day in (m.start, m.end)]
    undated = any(lane.undated for lane in lanes)
    apart = EDGE + _UNIT
    points = apart + (_APART if undated else 0.0)
    if not days:
        points = wide - EDGE - _GUTTER
    axis = Axis.around(days, left=points + (_GUTTER if undated else 8.0), right=wide - EDGE)
    return _Frame(wide, axis, apart, points, _LABEL[number > _MANY])


def _boxes(
    lanes: Sequence[BoardLane], frame: _Frame, top: float, loads: Mapping[str, Load]
) -> Iterator[_LaneBox]:
    y = top
    for lane in lanes:
        name = lines(lane.name, _BODY, _UNIT - 22, most=4)
        number = len(lane.dated) + len(lane.undated)
        notes = [f"{number} nhiệm vụ"] if number > 1 else []
        if lane.unit is not None and (note := crowd(loads[lane.unit])):
            notes += lines(note, SMALL, _UNIT - 22, most=2)
        dated, rows = _packed(lane, frame, y)
        undated = tuple((e, y + 6 + _ROW * (n + 0.5)) for n, e in enumerate(lane.undated))
        height = max(_ROW * max(rows, len(undated)) + 12, LINE * (len(name) + len(notes)) + 16)
        yield _LaneBox(lane, y, height, name, notes, dated, undated)
        y += height


def _packed(lane: BoardLane, frame: _Frame, y: float) -> tuple[tuple[tuple[Placed, float], ...], int]:
    if frame.axis is None:
        return (), 0
    items = [placed(entry, frame.axis, room=frame.room) for entry in lane.dated]
    at = packed([i.extent for i in items], gap=_BETWEEN)
    placed_at = tuple(
        (item, y + 6 + _ROW * (line + item.extent.lines - 0.5))
        for item, line in zip(_widened(items, at, frame.axis), at, strict=True)
    )
    return placed_at, max((n + i.extent.lines for n, i in zip(at, items, strict=True)), default=0)


def _widened(items: Sequence[Placed], at: Sequence[int], axis: Axis) -> list[Placed]:
    """Labels cut for the packing get the room that it has left on their line, one after the other."""
    wide = list(items)
    for n, (item, line) in enumerate(zip(items, at, strict=True)):
        others = [
            other.extent
            for m, (other, first) in enumerate(zip(wide, at, strict=True))
            if m != n and first <= line < first + other.extent.lines
        ]
        before = [e.right + _BETWEEN for e in others if e.right <= item.extent.left]
        after = [e.left - _BETWEEN for e in others if e.left >= item.extent.right]
        wide[n] = widened(item, max(before, default=axis.left), min(after, default=axis.right))
    return wide


def _spots(boxes: Sequence[_LaneBox], frame: _Frame) -> Iterator[tuple[str, Spot]]:
    for box in boxes:
        for item, y in box.dated:
            yield item.entry.work.key, Spot(y, item.left, item.right, dated=True)
        for entry, y in box.undated:
            yield entry.work.key, Spot(y, frame.points - 4, frame.points + 4, dated=False)


def _draw_bands(canvas: Drawing, boxes: Sequence[_LaneBox], frame: _Frame) -> None:
    for index, box in enumerate(boxes):
        band = "vt-band" if index % 2 else "vt-plain"
        canvas.add("rect", class_=band, x=EDGE, y=box.y, width=frame.width - 2 * EDGE, height=box.height)
        canvas.add("path", class_="vt-rule", d=f"M{EDGE:g} {box.y:g}H{frame.width - EDGE:g}")


def _draw_columns(canvas: Drawing, frame: _Frame, top: float, bottom: float) -> None:
    canvas.text(EDGE + 10, top + 20, "Đơn vị chủ trì", size=SMALL, class_="vt-soft")
    canvas.add("path", class_="vt-rule", d=f"M{frame.apart:g} {top:g}V{bottom:g}")
    if frame.points > frame.apart:
        canvas.text(frame.apart + 10, top + 20, "Không có ngày cố định", size=SMALL, class_="vt-soft")
        x = frame.points + _GUTTER
        if frame.axis:
            canvas.add("path", class_="vt-rule", d=f"M{x:g} {top:g}V{bottom:g}")
    canvas.add("path", class_="vt-rule", d=f"M{EDGE:g} {bottom:g}H{frame.width - EDGE:g}")


def _draw_axis(canvas: Drawing, frame: _Frame, top: float, bottom: float) -> None:
    for tick in frame.axis.ticks() if frame.axis else ():
        x = frame.axis.x(tick.day, part=0) if frame.axis else 0.0
        canvas.add("path", class_="vt-year" if tick.strong else "vt-tick", d=f"M{x:g} {top - 6:g}V{bottom:g}")
        if x + width(tick.label, SMALL) < frame.width - EDGE:
            canvas.text(x + 3, top - 12, tick.label, size=SMALL, class_="vt-soft")
            canvas.text(x + 3, bottom + 15, tick.label, size=SMALL, class_="vt-soft")


def _draw_lane(canvas: Drawing, box: _LaneBox, frame: _Frame, found: Measures) -> None:
    group = canvas.add("g", title=box.lane.name)
    for index, line in enumerate(box.name):
        group.text(EDGE + 10, box.y + 20 + LINE * index, line, size=_BODY, class_="vt-strong")
    for index, note in enumerate(box.notes):
        y = box.y + 20 + LINE * (len(box.name) + index)
        group.text(EDGE + 10, y, note, size=SMALL, class_="vt-soft")
    chain = frozenset(found.order.chain) if len(found.order.chain) > 1 else frozenset()
    for entry, y in box.undated:
        draw_point(canvas, entry, (frame.apart, frame.points, y), critical=entry.work.key in chain)
    for item, y in box.dated:
        if frame.axis:
            draw_entry(canvas, item, frame.axis, y, critical=item.entry.work.key in chain)
