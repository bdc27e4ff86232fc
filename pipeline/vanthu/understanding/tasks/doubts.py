"""What makes a task less than sure, and why a person should look at it."""

from __future__ import annotations

from collections.abc import Iterable
from math import prod
from typing import NamedTuple

from vanthu.document.evidence import Evidence
from vanthu.document.structure import SectionRole
from vanthu.understanding.outline.roles import heading_role
from vanthu.understanding.tasks.choice import Choice, Chooser

_LOW_WORD = 0.6  # a word read with less confidence makes its task worth a look


class Doubt(NamedTuple):
    """A factor on the confidence, and the reason in Vietnamese."""

    factor: float
    reason: str


_STRANGE_HEADING = Doubt(0.85, "cơ quan chủ trì suy ra từ tiêu đề có chữ không chắc là tên cơ quan")
_OPENING = Doubt(0.9, "cơ quan chủ trì lấy từ đoạn mở đầu của văn bản")
_INSIDE = Doubt(0.9, "cơ quan chủ trì lấy từ giữa câu")
_NO_LEAD = Doubt(0.85, "không thấy cơ quan chủ trì")
_ROLE = Doubt(0.95, "vai trò của mục được suy ra từ đoạn mở đầu, không có tiêu đề")
_UNCLEAR = Doubt(0.9, "chữ nhận dạng không rõ")


def of_lead(chooser: Chooser, index: int, *, found: bool, told: bool) -> Doubt | None:
    """The doubt about who leads; `found`: somebody does; `told`: a line or the task's own subject says who."""
    if not found:
        return _NO_LEAD
    if told:
        return None
    holder = chooser.lead_holder(index)
    if holder is None:
        return _INSIDE
    if chooser.tree.nodes[holder].role is SectionRole.PREAMBLE:
        return _OPENING
    return None if _names_plainly(chooser, holder) else _STRANGE_HEADING


def _names_plainly(chooser: Chooser, holder: int) -> bool:
    return bool(chooser.sentence(holder).heading_units) or not chooser.is_relative_heading(holder)


def of_role(chooser: Chooser, index: int) -> Doubt | None:
    """The doubt about a section whose role no heading tells."""
    chain = (index, *chooser.tree.ancestors(index))
    if chooser.tree.nodes[index].role is not SectionRole.CONTENT:
        return None
    told = any(heading_role(chooser.tree.words(i), chooser.rules.sections) for i in chain)
    return None if told else _ROLE


def of_reading(evidence: Evidence) -> Doubt | None:
    """The doubt about words that were hard to read."""
    if evidence.review is not None:
        return _UNCLEAR._replace(reason=evidence.review)
    unclear = evidence.confidence is not None and evidence.confidence < _LOW_WORD
    return _UNCLEAR if unclear else None


def of_time_cell(words: str, *, told: bool) -> Doubt | None:
    """The doubt about a row whose column of time says something that tells no time."""
    said = " ".join(words.split())
    if told or not any(map(str.isalnum, said)):
        return None
    return Doubt(1.0, f"ô thời gian trong bảng chưa hiểu được: “{said}”")


def weighed(choice: Choice, doubts: Iterable[Doubt | None]) -> tuple[float, tuple[str, ...]]:
    """The confidence that is left, and all reasons."""
    real = [d for d in doubts if d is not None]
    return round(choice.confidence * prod(d.factor for d in real), 3), (
        *choice.reasons,
        *(d.reason for d in real),
    )
