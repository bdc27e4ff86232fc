"""Resolvers of lengths of time counted from an event."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from vanthu.document.content import Deadline, DeadlineKind
from vanthu.orthography import fold
from vanthu.times.numbers import to_int
from vanthu.times.points import Groups, Point
from vanthu.times.reading import Phrase
from vanthu.times.working_days import limit_end

_UNITS = {"phút": ("PT", "M"), "giờ": ("PT", "H"), "tiếng": ("PT", "H"), "h": ("PT", "H"), "ngày": ("P", "D"), "tuần": ("P", "W"),
          "tháng": ("P", "M"), "năm": ("P", "Y"), "quý": ("P", "M")}  # fmt: skip
_HALVES = {"tháng": ("P", 15, "D"), "năm": ("P", 6, "M"), "ngày": ("PT", 12, "H"),
           "giờ": ("PT", 30, "M"), "tiếng": ("PT", 30, "M"), "h": ("PT", 30, "M")}  # fmt: skip  # Civil Code art. 146
_AND_A_HALF: Mapping[str, Callable[[int], tuple[str, int, str]]] = {  # *một năm rưỡi*: 18 months
    "năm": lambda n: ("P", 12 * n + 6, "M"),
    "tháng": lambda n: ("P", n, "M15D"),  # no day is counted for it
    "giờ": lambda n: ("PT", 60 * n + 30, "M"),
    "tiếng": lambda n: ("PT", 60 * n + 30, "M"),
    "h": lambda n: ("PT", 60 * n + 30, "M"),
}
_COUNTED = "ngày kết thúc tính theo Bộ luật Dân sự, Điều 147, 148"
_BY_HAND = "ngày ban hành đọc từ chữ viết tay; đề nghị đối chiếu với bản gốc"
_BEGUN = "triển khai"  # on a day that may be any after the issue
_LIMIT_FIELDS = {"D": "days", "M": "months", "Y": "years"}


def relative(phrase: Phrase) -> tuple[Deadline, ...]:
    """*trong 05 ngày làm việc kể từ ngày nhận*; a rule with `sign: '-'` counts backwards (*03 ngày trước khi*)."""
    groups = phrase.groups
    measured = _measured({"length": phrase.rule.attributes.get("length", "1"), **groups})
    if measured is None:
        return ()
    prefix, count, suffix = measured
    working = "working" in groups
    sign = phrase.rule.attributes.get("sign", "")
    anchor = _anchor(groups.get("anchor"))
    resolved = (
        None if sign else _resolved(phrase, count, suffix if prefix == "P" else "", anchor, working=working)
    )
    return (
        phrase.deadline(
            DeadlineKind.RELATIVE,
            duration=f"{sign}{prefix}{count}{suffix}",
            working_days=working,
            anchor=anchor,
            resolved=resolved.isoformat() if resolved else None,
            assumptions=_supposed(phrase, anchor) if resolved else (),
        ),
    )


def _measured(groups: Groups) -> tuple[str, int, str] | None:
    """The parts of a length as ISO 8601 writes it: `P`, 5, `D`; *60 ngày đêm* are days. Where no number is written it is one (*ngày làm
    việc kế tiếp*), or as the rule says (*trong ngày*: none).

    `None` for what is no length, and for halves of units that have none (*nửa tuần*).
    """
    text, unit = fold(groups["length"]), fold(groups["length_unit"]).split()[0]
    prefix, suffix = _UNITS[unit]
    if text.startswith("nửa"):
        return _HALVES.get(unit)
    count = to_int(text)
    if count is None:
        return None
    if "half_more" in groups:
        return _AND_A_HALF[unit](count) if unit in _AND_A_HALF else None
    return prefix, 3 * count if unit == "quý" else count, suffix


def event(phrase: Phrase) -> tuple[Deadline, ...]:
    """*ngay sau khi ...*, *Kết thúc đợt thi đua*: an event of the plan without a length."""
    return (
        phrase.deadline(
            DeadlineKind.RELATIVE,
            duration=None,
            working_days=False,
            anchor=_anchor(phrase.groups.get("anchor")),
        ),
    )


def _anchor(text: str | None) -> str | None:
    return " ".join(text.split()).rstrip(" ,;.:") if text else None


def _anchor_point(phrase: Phrase, anchor: str) -> Point | None:
    """*ngày ký*, and *ký* behind words that took *ngày* up (*Kể từ ngày ký, trong 05 ngày*)."""
    return phrase.points.read(anchor) or phrase.points.read(f"ngày {anchor}")


def _is_issue(point: Point | None, anchor: str) -> bool:
    return point is not None and point.named == "issue" and _BEGUN not in fold(anchor)


def _anchor_day(phrase: Phrase, anchor: str | None) -> date | None:
    """The day that a limit is counted from: the signing of the paper itself, or a date that is written; `None` for any other event."""
    if anchor is None:
        return None
    point = _anchor_point(phrase, anchor)
    if _is_issue(point, anchor):
        return phrase.context.issued_on
    period = point.build(point.year) if point and point.year and point.single else None
    return period.start if period else None


def _supposed(phrase: Phrase, anchor: str | None) -> tuple[str, ...]:
    by_hand = phrase.context.issued_by_hand and anchor and _is_issue(_anchor_point(phrase, anchor), anchor)
    return (_COUNTED, _BY_HAND) if by_hand else (_COUNTED,)


def _resolved(phrase: Phrase, count: int, suffix: str, anchor: str | None, *, working: bool) -> date | None:
    day = _anchor_day(phrase, anchor)
    if day is None:
        return None
    if suffix == "W":
        count, suffix = count * 7, "D"
    field = _LIMIT_FIELDS.get(suffix)
    return limit_end(day, working=working, **{field: count}) if field else None
