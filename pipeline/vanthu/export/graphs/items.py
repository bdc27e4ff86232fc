"""What stands on the board: a lane for each leading unit, in it dated work with the place of its label, and undated work."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from vanthu.export.graphs.packing import Extent
from vanthu.export.picture.axis import Axis
from vanthu.export.picture.lanes import NOBODY, Mark, MarkKind, Row, row_of
from vanthu.export.picture.letters import fit, width
from vanthu.planning.network import Network, Work

SIZE = 12.0
RADIUS = 6.5
_GAP = 5.0
_LEAST_BAR = 6.0
_WIDEST = 620.0  # of a label, even in the longest bar


@dataclass(frozen=True)
class Entry:
    """A task on the board; `tag` tells its plan among several."""

    work: Work
    row: Row
    tag: str

    @property
    def first(self) -> tuple[date, date]:
        """What dated work is ordered by."""
        return min(m.start for m in self.row.marks), max(m.end for m in self.row.marks)

    @property
    def words(self) -> str:
        """The label, uncut."""
        return f"{self.work.task.id} {' '.join(self.work.task.text.split())}"


@dataclass(frozen=True)
class BoardLane:
    """The work of one leading unit."""

    unit: str | None  # its vertex; None where nobody leads
    name: str
    dated: tuple[Entry, ...]
    undated: tuple[Entry, ...]


def board_lanes(network: Network, tags: Mapping[str, str]) -> tuple[BoardLane, ...]:
    """Lanes by their first appearance, work that nobody leads last; dated work by its days."""
    groups: dict[str | None, list[Entry]] = {}
    for work in network.works.values():
        row = row_of(network.plans[work.plan], work.task)
        unit = work.lead[0] if work.lead else None
        groups.setdefault(unit, []).append(Entry(work, row, tags.get(work.plan, "")))
    return tuple(_lane(network, unit, groups[unit]) for unit in sorted(groups, key=lambda unit: unit is None))


def _lane(network: Network, unit: str | None, entries: Sequence[Entry]) -> BoardLane:
    dated = sorted((e for e in entries if e.row.marks), key=lambda e: e.first)
    undated = tuple(e for e in entries if not e.row.marks)
    return BoardLane(unit, network.label(unit) if unit else NOBODY, tuple(dated), undated)


@dataclass(frozen=True)
class Placed:
    """Where a dated task's marks and its label stand. `over`: the label has a line of its own above the marks."""

    entry: Entry
    left: float  # of the marks
    right: float
    label_x: float
    label: str
    day: str
    anchor: str  # start or end
    inside: bool
    over: bool
    extent: Extent


def placed(entry: Entry, axis: Axis, *, room: float) -> Placed:
    """The label goes into a bar that is long enough, else to the right of the marks, else to their left, else above them."""
    left, right = _reach(entry.row.marks, axis)
    day = _day(entry.row.marks, axis)
    prefix = _prefix(entry, day)
    inside = right - left - 16 if _single_bar(entry.row.marks) else 0.0
    label = fit(entry.words, SIZE, min(max(room, inside), _WIDEST) - prefix)
    wide = prefix + width(label, SIZE)

    def at(
        x: float, extent: Extent, *, inside: bool = False, over: bool = False, anchor: str = "start"
    ) -> Placed:
        return Placed(entry, left, right, x, label, day, anchor, inside, over, extent)

    if wide <= inside:
        return at(left + 8, Extent(left, right), inside=True)
    if right + _GAP + wide <= axis.right:
        return at(right + _GAP, Extent(left, right + _GAP + wide))
    if left - _GAP - wide >= axis.left:
        return at(left - _GAP - wide, Extent(left - _GAP - wide, right))
    x = max(min(left, axis.right - wide), axis.left)
    return at(x, Extent(min(x, left), max(x + wide, right), lines=2), over=True)


def widened(item: Placed, before: float, after: float) -> Placed:
    """With as much more of its label as there is room for beside or above the marks, between what stands before and after it."""
    if item.inside:
        return item
    ahead = item.over or item.label_x >= item.right
    room = after - item.label_x if ahead else item.left - _GAP - before
    prefix = _prefix(item.entry, item.day)
    label = fit(item.entry.words, SIZE, min(room, _WIDEST) - prefix)
    x = item.label_x if ahead else item.left - _GAP - prefix - width(label, SIZE)
    end = max(item.right, x + prefix + width(label, SIZE))
    return replace(
        item, label=label, label_x=x, extent=item.extent._replace(left=min(item.left, x), right=end)
    )


def _prefix(entry: Entry, day: str) -> float:
    return width(f"{day}  ", SIZE) + (width(f"{entry.tag} ", SIZE) if entry.tag else 0.0)


def _single_bar(marks: Sequence[Mark]) -> bool:
    return len(marks) == 1 and marks[0].kind is MarkKind.BAR


def _reach(marks: Iterable[Mark], axis: Axis) -> tuple[float, float]:
    spans = [span(mark, axis) for mark in marks]
    return min(a for a, _ in spans), max(b for _, b in spans)


def span(mark: Mark, axis: Axis) -> tuple[float, float]:
    """Where a mark begins and ends on the axis."""
    if mark.kind is MarkKind.BAR:
        left = axis.x(mark.start, part=0)
        return left, max(axis.x(mark.end, part=1), left + _LEAST_BAR)
    return axis.x(mark.start) - RADIUS, axis.x(mark.end) + RADIUS


def _day(marks: Sequence[Mark], axis: Axis) -> str:
    """The days of the first dated mark in short; a rhythm alone speaks for itself."""
    mark = next((m for m in marks if m.kind is not MarkKind.BEATS), marks[0])
    if mark.kind is MarkKind.BEATS:
        return "định kỳ"
    days = "–".join(dict.fromkeys((axis.name(mark.start), axis.name(mark.end))))
    return days + (" …" if len(marks) > 1 else "")
