"""Words of time right beside a phrase that no rule read: the phrase may be half of one (*mỗi ngày 01 lần trước 23 giờ*), so it is unsure."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from vanthu.document.geometry import Span
from vanthu.understanding.deadlines.found import NEAR, Found

_LEFT = 0.85  # of what the rule is sure of: on sentences seen first, most phrases with unread time beside them were cut
_WHY = "ngay cạnh còn chữ chỉ thời gian chưa đọc được"


def half_read(
    text: str,
    kept: Sequence[Found],
    seen: Sequence[Span],
    opens: Callable[[str], bool],
    goes_on: Callable[[str], bool],
) -> Sequence[Found]:
    """The same deadlines, less sure where the words up to the next phrase seen begin with time, or those behind the last one end with it."""
    return [_doubted(f) if _cut(text, f.span, seen, opens, goes_on) else f for f in kept]


def _cut(
    text: str, span: Span, seen: Sequence[Span], opens: Callable[[str], bool], goes_on: Callable[[str], bool]
) -> bool:
    last = max((s.end for s in seen if s.end <= span.start), default=0)
    following = min((s.start for s in seen if s.start >= span.end), default=len(text))
    return opens(text[max(last, span.start - NEAR) : span.start]) or goes_on(
        text[span.end : min(following, span.end + NEAR)]
    )


def _doubted(found: Found) -> Found:
    sure = found.deadline.confidence
    fields = {
        "assumptions": (*found.deadline.assumptions, _WHY),
        "confidence": None if sure is None else sure * _LEFT,
    }
    return found._replace(deadline=found.deadline.model_copy(update=fields))
