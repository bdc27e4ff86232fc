"""The measures of a network as JSON and as tables of Vietnamese words."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from vanthu.export.timing import show_day
from vanthu.export.wording import shorten
from vanthu.planning.load import Load
from vanthu.planning.measures import Measures
from vanthu.planning.network import Network
from vanthu.planning.order import Times

_TEXT = 70
_CROWD = 2  # so many tasks due on one day are worth a word


@dataclass(frozen=True)
class Figures:
    """A table: its title, the heads of its columns, its rows. `right` are the columns of numbers."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    right: frozenset[int] = frozenset()


def measures_json(network: Network, found: Measures) -> str:
    """All measures, units and tasks by their vertices, days as ISO."""
    order = found.order
    data = {
        "plans": {key: network.label(key) for key in network.plans},
        "tasks": {key: _times_json(network, key, order.times[key]) for key in network.works},
        "units": {x.unit: {"name": network.label(x.unit), **_load_json(x)} for x in found.loads},
        "cycles": order.cycles,
        "turns": order.turns,
        "chain": order.chain,
        "weak_edges_left_out": order.weak,
        "unled": found.unled,
        "undated": found.undated,
        "waits": [{"unit": w.unit, "waits_for": w.waits_for, "pairs": w.pairs} for w in found.waitings],
        "together": [{"units": t.units, "shared": t.shared, "helped": t.helped} for t in found.together],
        "pressed": [
            {"task": p.task, "due": p.due.isoformat(), "needed": p.needed.isoformat()} for p in found.pressed
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _times_json(network: Network, key: str, times: Times) -> dict[str, Any]:
    work = network.works[key]
    days = {"begin": work.begin, "due": work.due, "earliest": times.earliest, "latest": times.latest}
    return {**{name: day.isoformat() if day else None for name, day in days.items()}, "slack": times.slack}


def _load_json(load: Load) -> dict[str, Any]:
    return {
        "leads": load.leads,
        "helps": load.helps,
        "dated": load.dated,
        "weeks": {day.isoformat(): number for day, number in load.weeks.items()},
        "days": {day.isoformat(): number for day, number in load.days.items()},
    }


def tables(network: Network, found: Measures) -> Iterator[Figures]:
    """The measures to be read by people; tables with nothing in them are left out."""
    for table in (
        _summary(network, found),
        _load_table(network, found),
        _chain_table(network, found),
        _pressed_table(network, found),
        _cycle_table(network, found),
        _waiting_table(network, found),
        _together_table(network, found),
        _unled_table(network, found),
    ):
        if table.rows:
            yield table


def _summary(network: Network, found: Measures) -> Figures:
    order = found.order
    rows = (
        ("Kế hoạch", len(network.plans)),
        ("Nhiệm vụ", len(network.works)),
        ("Nhiệm vụ không có ngày cố định", len(found.undated)),
        ("Nhiệm vụ chưa nêu đơn vị chủ trì", len(found.unled)),
        ("Đơn vị có việc", len(found.loads)),
        ("Lượt làm nối tiếp (việc trong một lượt làm song song được)", len(order.turns)),
        ("Vòng chờ lẫn nhau", len(order.cycles)),
        ("Quan hệ trước sau quá yếu, không tính ngày theo", order.weak),
    )
    return Figures("Tổng quan", ("", "Số"), tuple((a, str(n)) for a, n in rows), frozenset({1}))


def _load_table(network: Network, found: Measures) -> Figures:
    rows = tuple(_load_row(network, x) for x in found.loads)
    heads = ("Đơn vị", "Chủ trì", "Phối hợp", "Có hạn", "Nhiều hạn nhất trong ngày", "Tuần nặng nhất")
    return Figures("Khối lượng theo đơn vị", heads, rows, frozenset({1, 2, 3}))


def _load_row(network: Network, load: Load) -> tuple[str, ...]:
    week = max(load.weeks.items(), key=lambda item: (item[1], -item[0].toordinal()), default=None)
    weekly = f"{week[1]} việc, tuần từ {show_day(week[0])}" if week else ""
    figures = (str(load.leads), str(load.helps), str(load.dated))
    return (network.label(load.unit), *figures, crowd(load), weekly)


def crowd(load: Load) -> str:
    """*11 việc cùng hạn 31/12/2022*; empty where no two tasks fall due together."""
    peak = load.peak
    return f"{peak[1]} việc cùng hạn {show_day(peak[0])}" if peak and peak[1] >= _CROWD else ""


def _chain_table(network: Network, found: Measures) -> Figures:
    rows = tuple(
        (task_name(network, key), leads(network, key), _day(network.works[key].due))
        for key in found.order.chain
    )
    title = "Chuỗi việc quyết định ngày kết thúc"
    return Figures(title, ("Nhiệm vụ", "Chủ trì", "Hạn"), rows)


def _pressed_table(network: Network, found: Measures) -> Figures:
    rows = tuple((task_name(network, p.task), _day(p.due), _day(p.needed)) for p in found.pressed)
    return Figures(
        "Việc phải xong sớm hơn hạn ghi, vì việc sau cần đến", ("Nhiệm vụ", "Hạn ghi", "Cần xong"), rows
    )


def _cycle_table(network: Network, found: Measures) -> Figures:
    rows = tuple((" → ".join(_short_id(network, key) for key in c),) for c in found.order.cycles)
    return Figures("Vòng chờ lẫn nhau (cần hỏi lại nơi soạn thảo)", ("Các nhiệm vụ",), rows)


def _waiting_table(network: Network, found: Measures) -> Figures:
    rows = tuple(
        (network.label(w.unit), network.label(w.waits_for), str(len(w.pairs)), _pairs(network, w.pairs))
        for w in found.waitings
    )
    return Figures(
        "Đơn vị phải chờ đơn vị khác",
        ("Đơn vị", "Chờ", "Số việc", "Việc trước → việc sau"),
        rows,
        frozenset({2}),
    )


def _pairs(network: Network, pairs: Sequence[tuple[str, str]]) -> str:
    shown = [f"{_short_id(network, a)} → {_short_id(network, b)}" for a, b in pairs[:3]]
    return "; ".join(shown) + ("; …" if len(pairs) > len(shown) else "")


def _together_table(network: Network, found: Measures) -> Figures:
    rows = tuple(
        (*(network.label(u) for u in t.units), str(t.shared), str(t.helped)) for t in found.together[:20]
    )
    heads = ("Đơn vị", "Đơn vị", "Cùng chủ trì", "Phối hợp")
    return Figures("Ai làm cùng ai (20 cặp nhiều việc nhất)", heads, rows, frozenset({2, 3}))


def _unled_table(network: Network, found: Measures) -> Figures:
    rows = tuple((task_name(network, key), _day(network.works[key].due)) for key in found.unled)
    return Figures("Nhiệm vụ chưa nêu đơn vị chủ trì", ("Nhiệm vụ", "Hạn"), rows)


def task_name(network: Network, key: str) -> str:
    """Where a task stands and how it begins."""
    return f"{_short_id(network, key)}: {shorten(network.works[key].task.text, _TEXT)}"


def leads(network: Network, key: str) -> str:
    """The units that lead a task."""
    return "; ".join(network.label(u) for u in network.works[key].lead)


def _short_id(network: Network, key: str) -> str:
    """The task's id; with several plans, that of its plan before it."""
    return key.partition(":")[2] if len(network.plans) > 1 else network.works[key].task.id


def _day(day: date | None) -> str:
    return show_day(day)
