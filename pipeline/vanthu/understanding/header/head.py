"""Where the head of a document ends, and the parts in it that have a form of their own: number, place and date, marks."""

from __future__ import annotations

from dataclasses import dataclass

import regex

from vanthu.document.evidence import Evidence, Region, Sourced
from vanthu.document.geometry import Span
from vanthu.document.layout import BlockKind
from vanthu.document.page import MarkKind
from vanthu.rulebook import Match
from vanthu.understanding.citations.naming import iso_day
from vanthu.understanding.header.rules import HeaderRules
from vanthu.understanding.header.view import Line, View

MOST_LINES = 45
LONG = 220  # characters; no line of a letterhead or title is as long
CERTAIN = 0.95  # handwriting read better than this may stand: engines agree so only on clear digits
UNREADABLE = 0.6  # digits read worse than this are handwriting more often than print
_FORMAL = frozenset({BlockKind.ISSUER, BlockKind.MOTTO, BlockKind.TITLE})


@dataclass(frozen=True)
class Head:
    """The head zone: `text` is the document's text up to its end."""

    lines: tuple[Line, ...]
    end: int
    text: str


def head_of(view: View, rules: HeaderRules) -> Head:
    """Everything before the first line of the body proper, the addressees or the foot."""
    lines: list[Line] = []
    typed = False  # a title is due or has begun
    for line in view.lines[:MOST_LINES]:
        after_type = bool(lines) and rules.types.whole(lines[-1].text) is not None
        if _is_body(line, rules, typed=typed, after_type=after_type):
            break
        lines.append(line)
        typed = typed or rules.types.whole(line.text) is not None or line.kind is BlockKind.TITLE
    end = lines[-1].span.end if lines else 0
    return Head(tuple(lines), end, view.text[:end])


def _is_body(line: Line, rules: HeaderRules, *, typed: bool, after_type: bool) -> bool:
    if line.kind in (BlockKind.RECIPIENTS, BlockKind.SIGNER, BlockKind.ADDRESSEES):
        return True
    if rules.start("addressees", line.text):
        return True
    if line.kind is not BlockKind.TITLE and rules.start("opens", line.text):
        return True
    if line.kind in _FORMAL:
        return False
    sentence = len(line.text) > LONG or regex.search(r"(?:[;:]|[^.]\.|như sau)\s*$", line.text) is not None
    if rules.start("opens_softly", line.text):
        return not after_type or sentence
    return typed and not after_type and sentence


def number_of(view: View, head: Head, rules: HeaderRules) -> tuple[Sourced[str], Sourced[str], Match | None]:
    """Serial and symbol. A serial left open, or written by hand and read as something else, is `None` with a reason."""
    found = _own_number(head, rules) or rules.first("serial", head.text)
    if found is None:
        return Sourced[str](review="không thấy số và ký hiệu"), Sourced[str](), None
    spans = found.group_spans
    symbol = Sourced[str]()
    if "symbol" in spans:
        written = " ".join(found.groups["symbol"].split()).strip(" .&-–")
        symbol = view.sourced(spans["symbol"], written, rule=found.rule.id, trust=found.rule.confidence)
    return _serial(view, found), symbol, found


def _own_number(head: Head, rules: HeaderRules) -> Match | None:
    """The number at the head of its line, before one inside a title or a body's name."""
    found = rules.find("number", head.text)
    leading = [m for m in found if not head.text[: m.span.start].rpartition("\n")[2].strip()]
    return next(iter(leading or found), None)


def _serial(view: View, found: Match) -> Sourced[str]:
    place = found.group_spans.get("number")
    digits = "".join(found.groups.get("number", "").split())
    trash = (found.groups.get("trash", "") + found.groups.get("junk", "")).strip(" .…_-:\t")
    around = Span(
        found.span.start, found.group_spans["symbol"].start if "symbol" in found.groups else found.span.end
    )
    pen = view.handwritten(found.span)
    if pen is not None and not _is_certain(view, place):
        return view.by_hand(around, None, pen=pen, rule=found.rule.id, review="số viết tay", read=digits)
    if place is None or not digits or trash:
        blank = not digits and not trash and not view.inked(around)
        why = "số để trống" if blank else "số không đọc được, có thể viết tay"
        candidates = [digits] if digits else []
        left = view.sourced(around, None, rule=found.rule.id, review=why, candidates=candidates)
        return left.model_copy(update={"blank": blank})
    read = view.sourced(place, digits, rule=found.rule.id)
    if read.confidence is not None and read.confidence < UNREADABLE:
        why = "số đọc không chắc, có thể viết tay"
        return view.sourced(place, None, rule=found.rule.id, review=why, candidates=[digits])
    return read


def _is_certain(view: View, place: Span | None) -> bool:
    """Whether what a pen wrote was read so surely that it may stand."""
    measured = view.plan.evidence(place).confidence if place else None
    return measured is not None and measured >= CERTAIN


def place_date_of(
    view: View, head: Head, rules: HeaderRules
) -> tuple[Sourced[str], Sourced[str], Match | None]:
    """Place and day of issue; the day as far as it is certain (`2023-10`)."""
    found = rules.first("place_date", head.text)
    if found is None:
        return Sourced[str](), Sourced[str](review="không thấy ngày ban hành"), None
    place = Sourced[str]()
    if "place" in found.groups:
        span = _without_urgency(found.group_spans["place"], head, rules)
        name = " ".join(view.slice(span).split()).strip(" ,.")
        place = view.sourced(span, name, rule=found.rule.id)
    return place, _issued(view, found), found


def _without_urgency(place: Span, head: Head, rules: HeaderRules) -> Span:
    """A mark of urgency may stand in front of the place."""
    marks = [m.group_spans["mark"].end for m in rules.find("urgency", head.text)]
    return Span(max([place.start, *(end for end in marks if place.start < end < place.end)]), place.end)


def _issued(view: View, found: Match) -> Sourced[str]:
    groups = {k: "".join(v.split()) for k, v in found.groups.items()}
    start = min(
        (found.group_spans[k].start for k in ("day", "month", "year") if k in groups),
        default=found.span.start,
    )
    span = Span(start, found.span.end)
    whole = iso_day(groups.get("day"), groups.get("month"), groups.get("year"))
    without_day = iso_day(None, groups.get("month"), groups.get("year"))
    pen = view.handwritten(found.span)
    if pen is not None and not _is_certain(view, found.group_spans.get("day")):
        read = whole if "day" in groups else None
        return view.by_hand(
            span, without_day, pen=pen, rule=found.rule.id, review="ngày ban hành viết tay", read=read
        )
    if "day" in groups and groups.get("junk", "").strip(" .…_-"):
        return _doubtful(view, span, without_day, whole, found)
    if "day" in groups and whole is not None:
        measured = view.plan.evidence(found.group_spans["day"]).confidence
        if measured is not None and measured < UNREADABLE:
            return _doubtful(view, span, without_day, whole, found)
    if whole is not None and len(whole) == len("2023-10-05"):
        return view.sourced(span, whole, rule=found.rule.id)
    blank = not view.inked(found.span)
    why = "ngày ban hành ghi chưa đủ" if blank else "ngày ban hành không đọc được hết, có thể viết tay"
    partial = view.sourced(span, whole, rule=found.rule.id, review=why)
    return partial.model_copy(update={"blank": blank})


def _doubtful(view: View, span: Span, value: str | None, other: str | None, found: Match) -> Sourced[str]:
    why = "ngày ban hành đọc không chắc, có thể viết tay"
    return view.sourced(span, value, rule=found.rule.id, review=why, candidates=[other] if other else [])


def urgency_of(view: View, head: Head, rules: HeaderRules) -> Sourced[str]:
    """The mark of urgency, printed or stamped, if there is one."""
    found = rules.first("urgency", head.text)
    if found:
        return view.sourced(found.group_spans["mark"], found.groups["mark"], rule=found.rule.id)
    stamp = next((m for m in view.plan.marks or () if m.kind is MarkKind.URGENCY and m.text), None)
    if stamp is None:
        return Sourced[str]()
    place = Region(page=stamp.page, box=stamp.box)
    evidence = Evidence(quote=stamp.text, regions=(place,), confidence=stamp.confidence)
    return Sourced[str](value=stamp.text, evidence=evidence, confidence=stamp.confidence)
