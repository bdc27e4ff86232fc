"""`vanthu stats`: figures over the register."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING

from vanthu.cli.terminal import options
from vanthu.cli.terminal.streams import give
from vanthu.cli.terminal.values import STATES

if TYPE_CHECKING:
    from vanthu.register.views.figures import Figures, LateUnit


def command(
    on: options.On = None,
    register: options.Register = None,
    *,
    as_json: options.AsJson = False,
) -> None:
    """Thống kê sổ: văn bản theo loại, năm, trạng thái; nhiệm vụ quá hạn, sắp đến hạn; đơn vị nhiều việc quá hạn; phát hiện."""
    from vanthu import api

    day = on or options.today()
    with options.opened(register) as opened:
        found = api.stats(opened, on=day)
    give(_json(found, day) if as_json else "\n".join(_lines(found, day)))


def _json(found: Figures, day: date) -> str:
    data = asdict(found)
    for name in ("by_type", "by_year"):  # what is not known is null, which is no key
        data[name] = {key or "": value for key, value in data[name].items()}
    return json.dumps({"on": day.isoformat(), **data}, ensure_ascii=False, indent=1)


def _lines(found: Figures, day: date) -> Iterator[str]:
    from vanthu.export.findings.shown import KINDS

    yield f"{found.documents} văn bản, {found.tasks} nhiệm vụ; tính đến ngày {day:%d/%m/%Y}"
    yield from _part("Theo loại", {name or "(không rõ)": n for name, n in found.by_type.items()})
    yield from _part("Theo năm", {year or "(không rõ)": n for year, n in found.by_year.items()})
    yield from _part("Theo trạng thái", {STATES[state]: n for state, n in found.by_state.items()})
    yield from _part("Thời hạn", {str(state): n for state, n in found.clock.items()})
    yield from _late(found.late_units)
    yield from _part("Phát hiện", {KINDS.get(code, code): n for code, n in found.findings.items()})
    if found.linked:
        yield f"không kể {found.linked} văn bản đã gộp vào bản trùng"
    if found.undecided_twins:
        yield f"{found.undecided_twins} cặp có thể trùng, chờ quyết định: vanthu register twins"
    if found.filed_otherwise:
        yield "sổ được rà soát bằng bộ từ ngữ của bản khác: văn bản mới chưa được so đủ với văn bản cũ; hãy chạy 'vanthu audit' để rà soát lại"


def _late(units: Sequence[LateUnit]) -> Iterator[str]:
    """Units of one name by their places."""
    bearers = Counter(unit.name for unit in units)
    if units:
        yield "Đơn vị chủ trì có nhiều việc quá hạn:"
    for unit in units:
        shared = unit.place and bearers[unit.name] > 1
        yield _row(unit.tasks, f"{unit.name} ({unit.place})" if shared else unit.name)


def _part(title: str, counts: Mapping[str, int]) -> Iterator[str]:
    if counts:
        yield f"{title}:"
        yield from (_row(count, name) for name, count in counts.items())


def _row(count: int, name: str) -> str:
    return f"{count:8}  {name}"
