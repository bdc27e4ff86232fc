"""Who works with whom: units around an oval, lines between those with a part in the same tasks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import sqrt

from vanthu.export.graphs.paper import EDGE, LINE, SMALL, paper
from vanthu.export.graphs.ring import Seat, seating, seats
from vanthu.export.picture.letters import fit, lines, width
from vanthu.export.picture.svg import Drawing, Theme
from vanthu.planning.load import Load, Together
from vanthu.planning.measures import Measures
from vanthu.planning.network import Network

WIDTH = 1500.0
_LABEL = 330.0
_STEP = 42.0
_RADIUS = 340.0
_HEAD = 92.0
_SIZE = 12.5
_LONE_COLUMNS = 3
_FEW = 60
_MOST_FIGURES = 40  # numbers on lines; more can't be told apart
_NOTHING = "Không có hai đơn vị nào cùng tham gia một nhiệm vụ"


def who(network: Network, found: Measures, theme: Theme = Theme.AUTO) -> str:
    """The picture as SVG: points by the number of tasks led, lines by that of tasks shared. The same plans give the same picture."""
    loads = {x.unit: x for x in found.loads}
    ring = seating(found.together, loads)
    lone = [u for u in loads if u not in ring]
    tall = _STEP * (max(len(ring), 1) + 1) / 2 + 30
    top = EDGE + _HEAD
    lone_rows = -(-len(lone) // _LONE_COLUMNS)
    height = top + tall + (50 + LINE * 1.3 * lone_rows if lone else 0) + EDGE
    canvas = paper(WIDTH, height, label="Ai làm việc cùng ai", theme=theme)
    _draw_head(canvas, network, found)
    placed = seats(ring, middle=(WIDTH / 2, top + tall / 2), radius=_RADIUS, step=_STEP)
    _draw_ties(canvas, network, found.together, placed)
    for unit, seat in placed.items():
        _draw_unit(canvas, network, loads[unit], seat)
    if not ring:
        canvas.text(WIDTH / 2, top + tall / 2, _NOTHING, size=14, class_="vt-soft", anchor="middle")
    if lone:
        _draw_lone(canvas, network, [loads[u] for u in lone], top + tall + 20)
    return canvas.render()


def _draw_head(canvas: Drawing, network: Network, found: Measures) -> None:
    canvas.text(EDGE, EDGE + 16, "Ai làm việc cùng ai", size=20, class_="vt-strong")
    facts = f"{len(network.plans)} kế hoạch · {len(network.works)} nhiệm vụ · {len(found.loads)} đơn vị"
    canvas.text(EDGE, EDGE + 38, facts, size=_SIZE, class_="vt-soft")
    x, y = EDGE, EDGE + 62
    for kind, words in (
        ("lead", "cùng chủ trì"),
        ("help", "phối hợp"),
        ("node", "chấm to: chủ trì nhiều việc"),
    ):
        if kind == "node":
            canvas.add("circle", class_="vt-node", cx=x + 14, cy=y, r=7)
        else:
            style = "vt-tie vt-tie-lead" if kind == "lead" else "vt-tie"
            canvas.add("path", class_=style, d=f"M{x:g} {y:g}h28", stroke_width=4)
        canvas.text(x + 36, y + 4, words, size=SMALL, class_="vt-soft")
        x += 36 + width(words, SMALL) + 24
    canvas.text(x, y + 4, "nét càng dày, số trên nét: càng nhiều việc chung", size=SMALL, class_="vt-soft")


def _draw_ties(
    canvas: Drawing, network: Network, ties: Sequence[Together], placed: Mapping[str, Seat]
) -> None:
    most = max((t.tasks for t in ties), default=1)
    faint = 0.5 if len(ties) <= _FEW else 0.22  # lines of one task: many of them would hide the others
    badges = []
    for tie in reversed(ties):
        a, b = (placed[u] for u in tie.units)
        reach = _reach(a, b)
        bends = (a.x - a.side * reach, b.x - b.side * reach)
        group = canvas.add("g", title=_told(network, tie))
        style = "vt-tie vt-tie-lead" if tie.shared > tie.helped else "vt-tie"
        path = f"M{a.x:g} {a.y:g}C{bends[0]:g} {a.y:g} {bends[1]:g} {b.y:g} {b.x:g} {b.y:g}"
        seen = faint + (0.85 - faint) * (tie.tasks - 1) / max(most - 1, 3)
        thick = 1.2 + 2.2 * sqrt(tie.tasks - 1)
        group.add("path", class_=style, d=path, stroke_width=thick, stroke_opacity=round(seen, 2))
        badges.append((tie, ((a.x + b.x) / 8 + sum(bends) * 3 / 8, (a.y + b.y) / 2)))
    _draw_figures(canvas, list(reversed(badges))[:_MOST_FIGURES])


def _draw_figures(canvas: Drawing, badges: Sequence[tuple[Together, tuple[float, float]]]) -> None:
    """How many tasks a line stands for, where there is room, the most first."""
    taken: list[tuple[float, float]] = []
    for tie, (x, y) in badges:
        if tie.tasks > 1 and all(abs(x - p) > 22 or abs(y - q) > 16 for p, q in taken):
            taken.append((x, y))
            canvas.text(x, y + 4, str(tie.tasks), size=SMALL, class_="vt-word vt-strong", anchor="middle")


def _reach(a: Seat, b: Seat) -> float:
    """How far a line goes inwards before it turns: neighbours in a small bow, opposites nearly straight."""
    if a.side != b.side:
        return round(abs(a.x - b.x) / 2, 1)
    return round(min(34 + 0.42 * abs(a.y - b.y), 300.0), 1)


def _told(network: Network, tie: Together) -> str:
    names = " – ".join(network.label(u) for u in tie.units)
    return f"{names}\nCùng chủ trì: {tie.shared} việc\nPhối hợp: {tie.helped} việc"


def _draw_unit(canvas: Drawing, network: Network, load: Load, seat: Seat) -> None:
    name = network.label(load.unit)
    group = canvas.add("g", title=f"{name}\n{_figures(load)}")
    radius = 4 + min(1.6 * sqrt(load.leads), 11)
    group.add("circle", class_="vt-node" if load.leads else "vt-node-help", cx=seat.x, cy=seat.y, r=radius)
    x = seat.x + seat.side * (radius + 7)
    anchor = "start" if seat.side > 0 else "end"
    room = WIDTH - EDGE - x if seat.side > 0 else x - EDGE
    named = lines(name, _SIZE, min(room, _LABEL), most=1)
    group.text(x, seat.y - 1, named[0] if named else "…", size=_SIZE, class_="vt-word", anchor=anchor)
    group.text(x, seat.y + 13, _figures(load), size=SMALL, class_="vt-soft", anchor=anchor)


def _figures(load: Load) -> str:
    parts = [f"{load.leads} chủ trì"] if load.leads else []
    parts += [f"{load.helps} phối hợp"] if load.helps else []
    return " · ".join(parts)


def _draw_lone(canvas: Drawing, network: Network, lone: Sequence[Load], top: float) -> None:
    canvas.add("path", class_="vt-rule", d=f"M{EDGE:g} {top:g}H{WIDTH - EDGE:g}")
    canvas.text(
        EDGE, top + 22, "Làm việc riêng, không chung nhiệm vụ với đơn vị nào", size=_SIZE, class_="vt-strong"
    )
    column = (WIDTH - 2 * EDGE) / _LONE_COLUMNS
    for index, load in enumerate(lone):
        x = EDGE + column * (index % _LONE_COLUMNS)
        y = top + 44 + LINE * 1.3 * (index // _LONE_COLUMNS)
        text = f"{network.label(load.unit)} ({_figures(load)})"
        canvas.text(x, y, fit(text, _SIZE, column - 20), size=_SIZE)
