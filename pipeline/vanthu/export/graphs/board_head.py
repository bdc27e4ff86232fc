"""The head of the board: what it shows, which plans, and what its shapes mean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from string import ascii_uppercase

from vanthu.document.graph import EdgeKind
from vanthu.export.graphs.paper import EDGE
from vanthu.export.picture.legend import LEGEND_HEIGHT, MARKS, draw_legend
from vanthu.export.picture.svg import Drawing
from vanthu.export.wording import document_name, shorten
from vanthu.planning.network import Network

_TIES = {
    EdgeKind.BASED_ON: "căn cứ",
    EdgeKind.CITES: "dẫn",
    EdgeKind.AMENDS: "sửa đổi",
    EdgeKind.REPLACES: "thay thế",
}
_LEGEND = (
    *MARKS,
    ("point", "không có ngày cố định"),
    ("arrow", "việc trước → việc sau"),
    ("weak", "suy đoán"),
    ("chain", "chuỗi quyết định ngày kết thúc"),
    ("wrong", "ngược với hạn hoặc chờ vòng"),
    ("alarm", "cần rà soát"),
)
_MOST_LISTED = len(ascii_uppercase)
_ROW = 18.0


@dataclass(frozen=True)
class Head:
    """The lines of the head; `tags` are the letters that tell plans apart, empty for one plan or too many."""

    title: str
    facts: str
    plans: tuple[tuple[str, str], ...]  # letter and name
    tags: Mapping[str, str]

    @property
    def height(self) -> float:
        """Where the head ends."""
        return EDGE + 52 + _ROW * len(self.plans) + LEGEND_HEIGHT

    def draw(self, canvas: Drawing) -> None:
        """Everything above the columns."""
        canvas.text(EDGE, EDGE + 16, self.title, size=20, class_="vt-strong")
        canvas.text(EDGE, EDGE + 38, self.facts, size=12.5, class_="vt-soft")
        for number, (letter, name) in enumerate(self.plans):
            y = EDGE + 60 + _ROW * number
            canvas.text(EDGE, y, letter, size=12.5, class_="vt-tag")
            canvas.text(EDGE + 18, y, name, size=12.5)
        draw_legend(canvas, _LEGEND, x=EDGE, y=self.height - LEGEND_HEIGHT)


def head_of(network: Network) -> Head:
    """What the head says of a network."""
    works = network.works.values()
    dated = sum(1 for w in works if w.task.deadlines)
    units = {u for w in works for u in (*w.lead, *w.coordinate)}
    facts = f"{len(works)} nhiệm vụ · {dated} có thời hạn · {len(units)} đơn vị"
    if len(network.plans) == 1:
        (plan,) = network.plans.values()
        title = plan.document.title or ""
        return Head(document_name(plan), facts, (("", shorten(title, 150)),) if title else (), {})
    title = f"Nhiệm vụ của {len(network.plans)} kế hoạch"
    if len(network.plans) > _MOST_LISTED:
        return Head(title, facts, (), {})
    tags = dict(zip(network.plans, ascii_uppercase, strict=False))
    rows = tuple((tags[key], _named(network, key, tags)) for key in network.plans)
    return Head(title, facts, rows, tags)


def _named(network: Network, key: str, tags: Mapping[str, str]) -> str:
    plan = network.plans[key]
    title = plan.document.title or plan.source
    name = document_name(plan)
    name = shorten(f"{name} – {title}" if title and title != name else name, 150)
    ties = [
        f"{words} {tags[target]}"
        for kind, words in _TIES.items()
        for source, target, _ in network.edges(kind)
        if source == key and target in tags
    ]
    return name + (f"  ({', '.join(ties)})" if ties else "")
