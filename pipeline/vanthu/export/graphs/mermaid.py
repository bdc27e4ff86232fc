"""Mermaid, for one small plan: a page of Markdown draws it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from vanthu.document.graph import EdgeKind
from vanthu.errors import InputError
from vanthu.export.timing import phrases
from vanthu.export.wording import shorten
from vanthu.planning.network import Network, Work
from vanthu.planning.order import Order

MOST = 60  # tasks; more can't be read in such a drawing
_NOBODY = "Chưa nêu đơn vị chủ trì"
_WEAK = 0.7
_ESCAPES = {"#": "#35;", '"': "#quot;", "<": "#lt;", ">": "#gt;", "`": "#96;"}


def mermaid(network: Network, order: Order) -> str:
    """A flow chart: a box for each leading unit with its tasks, arrows from earlier to later ones, the critical chain marked.

    Raises `InputError` for more than one plan, or for more tasks than can be read.
    """
    if len(network.plans) > 1 or len(network.works) > MOST:
        raise InputError(
            f"Mermaid chỉ vẽ được một kế hoạch có không quá {MOST} nhiệm vụ"
            f" (ở đây {len(network.plans)} kế hoạch, {len(network.works)} nhiệm vụ);"
            " hãy chọn bớt bằng --unit, --from, --to hoặc dùng --format svg"
        )
    names = {key: f"t{n}" for n, key in enumerate(network.works, start=1)}
    rows = ["flowchart LR", *_boxes(network, names), *_arrows(network, names)]
    rows.append("  classDef chain stroke-width:3px")
    critical = [names[key] for key in order.chain if key in names]
    if critical:
        rows.append(f"  class {','.join(critical)} chain")
    return "\n".join(rows) + "\n"


def _boxes(network: Network, names: dict[str, str]) -> Iterator[str]:
    groups: dict[str, list[Work]] = {}
    for work in network.works.values():
        unit = network.label(work.lead[0]) if work.lead else _NOBODY
        groups.setdefault(unit, []).append(work)
    for number, (unit, works) in enumerate(groups.items(), start=1):
        yield f'  subgraph u{number}["{_text([unit])}"]'
        for work in works:
            words = [f"{work.task.id}: {shorten(work.task.text, 60)}", phrases(work.task.deadlines)]
            yield f'    {names[work.key]}["{_text(words)}"]'
        yield "  end"


def _arrows(network: Network, names: dict[str, str]) -> Iterator[str]:
    for source, target, data in network.edges(EdgeKind.PRECEDES):
        sure = data.get("confidence")
        weak = isinstance(sure, float) and sure < _WEAK
        yield f"  {names[source]} {'-.->' if weak else '-->'} {names[target]}"


def _text(parts: Iterable[str]) -> str:
    """Lines of a label: nothing in them is read as a mark of the language."""
    return "<br/>".join("".join(_ESCAPES.get(c, c) for c in " ".join(p.split())) for p in parts if p)
