"""Seals, stamps and handwriting in the words and cuttings that a report shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from vanthu.contract.base import Place, Proof
from vanthu.contract.model import PublicPlan
from vanthu.contract.paper import PaperMark
from vanthu.document.page import MarkKind
from vanthu.export.report.clipping import Clip

_MOST_CUTTINGS = 12  # on a page of HTML that must stay small
_NAMES = {
    MarkKind.SEAL: "Con dấu",
    MarkKind.ARRIVAL: "Dấu đến",
    MarkKind.URGENCY: "Dấu chỉ mức độ khẩn",
    MarkKind.COPY: "Dấu bản sao",
    MarkKind.DIGITAL_SIGNATURE: "Hình chữ ký số",
    MarkKind.SIGNATURE: "Chữ ký",
    MarkKind.HANDWRITING: "Chữ viết tay",
    MarkKind.POSSIBLE_SECRECY: "Có thể là dấu chỉ độ mật, máy không đọc được",
    MarkKind.OTHER: "Dấu khác",
}
_COLOURS = {"red": "mực đỏ", "blue": "mực xanh", "black": "mực đen"}
_FIELDS = {
    "agency": "cơ quan nhận",
    "number": "số đến",
    "date": "ngày đến",
    "forwarded_to": "chuyển",
}


@dataclass(frozen=True)
class ShownMark:
    """A line of the list; `image` is a data URI, `None` where there is no cutting."""

    name: str
    page: int
    notes: tuple[str, ...]
    image: str | None


def shown_marks(contract: PublicPlan, clip: Clip) -> list[ShownMark]:
    """What was put on the paper besides the print, in order; seals, which say nothing, without a cutting."""
    cuttings = 0
    shown = []
    for mark in contract.marks:
        image = None
        if mark.kind is not MarkKind.SEAL and cuttings < _MOST_CUTTINGS:
            image = clip(
                Proof(quote=mark.text, page=mark.page, places=(Place(page=mark.page, box=mark.box),))
            )
            cuttings += image is not None
        shown.append(ShownMark(_NAMES[mark.kind], mark.page, tuple(_notes(mark)), image))
    return shown


def _notes(mark: PaperMark) -> Iterator[str]:
    if mark.colour in _COLOURS:
        yield _COLOURS[mark.colour]
    told = [f"{_FIELDS[name]}: {value}" for name, value in mark.fields.items() if name in _FIELDS]
    yield from told
    if mark.kind is MarkKind.ARRIVAL:
        return
    if mark.text:
        yield f"“{' '.join(mark.text.split())}”"
