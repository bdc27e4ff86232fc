"""`graph.svg`: the work of every unit against time, with arrows from earlier to later work. To be hung on a wall."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files

from vanthu.contract.graph import Graph
from vanthu.contract.model import PublicPlan
from vanthu.export.picture.arrows import Anchor, draw_arrows
from vanthu.export.picture.axis import Axis
from vanthu.export.picture.lanes import Lane, Row, lanes
from vanthu.export.picture.legend import LEGEND_HEIGHT, MARKS, draw_legend
from vanthu.export.picture.letters import fit, lines, width
from vanthu.export.picture.marks import draw_mark, draw_period, marked_days
from vanthu.export.picture.svg import Drawing
from vanthu.export.timing import show_day
from vanthu.export.wording import document_name
from vanthu.planning.period import issue_day, plan_period

WIDTH = 1600.0
_EDGE = 28.0
_UNIT = 190.0  # width of the lanes' names
_TEXT = 470.0  # of the tasks' texts
_APART = 165.0  # of the times without a day
_BODY = 12.5  # font sizes
_SMALL = 11.0
_LINE = 16.0
_AXIS_HEIGHT = 34.0
_NOTHING = "Không tìm thấy nhiệm vụ nào trong văn bản"

_TEXT_X = _EDGE + _UNIT
_LEGEND = (
    *MARKS,
    ("arrow", "việc trước → việc sau (nét đứt: suy đoán)"),
    ("alarm", "có điểm cần rà soát"),
    ("period", "thời gian chung của văn bản"),
)
_APART_X = _TEXT_X + _TEXT
_AXIS_X = _APART_X + _APART


@dataclass(frozen=True)
class _Placed:
    """A row with its place on the picture."""

    row: Row
    y: float
    height: float
    label: Sequence[str]

    @property
    def middle(self) -> float:
        return self.y + self.height / 2


@dataclass(frozen=True)
class _PlacedLane:
    lane: Lane
    y: float
    height: float
    name: Sequence[str]
    rows: tuple[_Placed, ...]


def picture(contract: PublicPlan) -> str:
    """The picture as SVG. A plan without tasks gives a picture that says so."""
    title = lines(contract.document.title or "", 15, WIDTH - 2 * _EDGE, most=2)
    top = _EDGE + 30 + 20 * len(title) + 24 + LEGEND_HEIGHT
    placed = tuple(_place(lanes(contract), top + _AXIS_HEIGHT))
    bottom = placed[-1].y + placed[-1].height if placed else top + _AXIS_HEIGHT + 40
    days = marked_days(contract, [row for p in placed for row in p.lane.rows])
    axis = Axis.around(days, left=_AXIS_X, right=WIDTH - _EDGE)
    canvas = _paper(contract, bottom + _EDGE + 34)
    _draw_head(canvas, contract, title)
    draw_legend(canvas, _LEGEND, x=_EDGE, y=top - LEGEND_HEIGHT)
    _draw_bands(canvas, placed)
    _draw_columns(canvas, top, bottom, dated=axis is not None)
    if axis:
        _draw_axis(canvas, axis, contract, top, bottom)
    edges = (contract.graph or Graph()).edges
    draw_arrows(canvas, edges, _anchors(placed, axis), gutter=_APART_X - 4, border=_AXIS_X)
    for lane in placed:
        _draw_lane(canvas, lane, axis)
    if not placed:
        canvas.text(WIDTH / 2, bottom - 8, _NOTHING, size=14, class_="vt-soft", anchor="middle")
    return canvas.render()


def _paper(contract: PublicPlan, height: float) -> Drawing:
    canvas = Drawing.canvas(WIDTH, height, label=f"Sơ đồ nhiệm vụ: {document_name(contract)}")
    canvas.add("style", text=files("vanthu.export").joinpath("templates/picture.css").read_text("utf-8"))
    canvas.add("rect", class_="vt-paper", x=0, y=0, width=WIDTH, height=height)
    return canvas


def _place(found: Sequence[Lane], top: float) -> Iterator[_PlacedLane]:
    y = top
    for lane in found:
        name = lines(lane.unit, _BODY, _UNIT - 24, most=4)
        rows = []
        at = y + 6
        for row in lane.rows:
            label = lines(f"{row.task.id}  {row.task.text}", _BODY, _TEXT - 64, most=2)
            apart = max(len(row.apart), 1)
            height = _LINE * max(len(label), apart) + 12
            rows.append(_Placed(row, at, height, label))
            at += height
        height = max(at + 6 - y, _LINE * (len(name) + 1) + 18)
        yield _PlacedLane(lane, y, height, name, tuple(rows))
        y += height


def _draw_head(canvas: Drawing, contract: PublicPlan, title: Sequence[str]) -> None:
    facts = contract.document
    canvas.text(_EDGE, _EDGE + 18, document_name(contract), size=22, class_="vt-strong")
    for index, line in enumerate(title):
        canvas.text(_EDGE, _EDGE + 42 + 20 * index, line, size=15)
    dated = sum(1 for t in contract.tasks if t.deadlines)
    counts = [
        f"{len(contract.tasks)} nhiệm vụ",
        f"{dated} nhiệm vụ có thời hạn",
        f"{len(contract.findings)} phát hiện",
    ]
    issuer = [facts.issuer[0]] if facts.issuer else []
    canvas.text(
        _EDGE, _EDGE + 44 + 20 * len(title), " · ".join(issuer + counts), size=_BODY, class_="vt-soft"
    )


def _draw_bands(canvas: Drawing, placed: Sequence[_PlacedLane]) -> None:
    for index, lane in enumerate(placed):
        band = "vt-band" if index % 2 else "vt-plain"
        canvas.add("rect", class_=band, x=_EDGE, y=lane.y, width=WIDTH - 2 * _EDGE, height=lane.height)
        canvas.add("path", class_="vt-rule", d=f"M{_EDGE:g} {lane.y:g}H{WIDTH - _EDGE:g}")


def _draw_columns(canvas: Drawing, top: float, bottom: float, *, dated: bool) -> None:
    heads = [(_EDGE + 10, "Đơn vị chủ trì"), (_TEXT_X, "Nhiệm vụ"), (_APART_X + 10, "Không có ngày cố định")]
    for x, head in heads if dated else heads[:3]:
        canvas.text(x, top + 21, head, size=_SMALL, class_="vt-soft")
    for x in (_APART_X, _AXIS_X):
        canvas.add("path", class_="vt-rule", d=f"M{x:g} {top:g}V{bottom:g}")
    canvas.add("path", class_="vt-rule", d=f"M{_EDGE:g} {bottom:g}H{WIDTH - _EDGE:g}")


def _draw_axis(canvas: Drawing, axis: Axis, contract: PublicPlan, top: float, bottom: float) -> None:
    head = top + _AXIS_HEIGHT
    draw_period(canvas, axis, plan_period(contract), head, bottom)
    for tick in axis.ticks():
        x = axis.x(tick.day, part=0)
        kind = "vt-year" if tick.strong else "vt-tick"
        canvas.add("path", class_=kind, d=f"M{x:g} {head - 6:g}V{bottom:g}")
        if x + width(tick.label, _SMALL) < WIDTH - _EDGE:
            canvas.text(x + 3, top + 21, tick.label, size=_SMALL, class_="vt-soft")
            canvas.text(x + 3, bottom + 15, tick.label, size=_SMALL, class_="vt-soft")
    issued = issue_day(contract)
    if issued:
        x = axis.x(issued)
        note = f"Ban hành {show_day(contract.document.issued_on)}"
        canvas.add("path", class_="vt-issued", d=f"M{x:g} {head - 4:g}V{bottom + 22:g}", title=note)
        room = x + width(note, _SMALL) < WIDTH - _EDGE
        canvas.text(x, bottom + 34, note, size=_SMALL, class_="vt-soft", anchor="start" if room else "end")


def _draw_lane(canvas: Drawing, lane: _PlacedLane, axis: Axis | None) -> None:
    group = canvas.add("g", title=lane.lane.unit)
    for index, line in enumerate(lane.name):
        group.text(_EDGE + 10, lane.y + 22 + _LINE * index, line, size=_BODY, class_="vt-strong")
    count = f"{len(lane.lane.rows)} nhiệm vụ"
    group.text(_EDGE + 10, lane.y + 22 + _LINE * len(lane.name), count, size=_SMALL, class_="vt-soft")
    for placed in lane.rows:
        _draw_row(canvas, placed, axis)


def _draw_row(canvas: Drawing, placed: _Placed, axis: Axis | None) -> None:
    row = placed.row
    group = canvas.add("g", title=_full_text(row))
    first = placed.middle - _LINE * len(placed.label) / 2 + 12
    for index, line in enumerate(placed.label):
        group.text(_TEXT_X, first + _LINE * index, line, size=_BODY)
    if row.alarms:
        x, y = _APART_X - 50, placed.middle
        sign = canvas.add("g", title="\n".join(row.alarms))
        sign.add("circle", class_="vt-alarm", cx=x, cy=y, r=8)
        sign.text(x, y + 4, "!", size=_SMALL, class_="vt-on-alarm", anchor="middle")
    _draw_apart(canvas, placed)
    if axis:
        taken: list[tuple[float, float]] = []
        for mark in row.marks:
            draw_mark(canvas, mark, axis, placed.middle, taken)


def _full_text(row: Row) -> str:
    task = row.task
    parts = [f"{task.id}: {task.text}"]
    parts += [f"Chủ trì: {', '.join(task.lead)}"] if task.lead else []
    parts += [f"Phối hợp: {', '.join(task.coordinate)}"] if task.coordinate else []
    parts += [f"Thời hạn: {w}" for w in (*(m.title for m in row.marks), *row.apart)]
    return "\n".join(parts)


def _draw_apart(canvas: Drawing, placed: _Placed) -> None:
    row = placed.row
    first = placed.middle - _LINE * len(row.apart) / 2 + 12
    for index, words in enumerate(row.apart):
        canvas.text(
            _APART_X + 10,
            first + _LINE * index,
            fit(words, _SMALL, _APART - 20),
            size=_SMALL,
            class_="vt-apart",
        )
    if not row.apart and not row.marks:
        canvas.text(_APART_X + 10, placed.middle + 4, "chưa nêu thời hạn", size=_SMALL, class_="vt-faint")


def _anchors(placed: Sequence[_PlacedLane], axis: Axis | None) -> dict[str, Anchor]:
    rows = [p for lane in placed for p in lane.rows]
    return {f"task:{p.row.task.id}": _anchor(p, axis) for p in rows}


def _anchor(placed: _Placed, axis: Axis | None) -> Anchor:
    marks = placed.row.marks
    if axis is None or not marks:
        return Anchor(placed.middle, None, None)
    return Anchor(placed.middle, axis.x(min(m.start for m in marks)), axis.x(max(m.end for m in marks)))
