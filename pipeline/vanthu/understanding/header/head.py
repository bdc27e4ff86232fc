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
from vanthu.understanding.header.overwritten import hides_type, overwritten
from vanthu.understanding.header.penned import Pens, day_by_pen, number_by_pen
from vanthu.understanding.header.rules import HeaderRules
from vanthu.understanding.header.view import Line, View, moved

MOST_LINES = 45
LOW_LINES = 30  # a foot with a long list of receivers
LONG = 220  # characters; no line of a letterhead or title is as long
CERTAIN = 0.95  # handwriting read better than this may stand: engines agree so only on clear digits
UNREADABLE = 0.6  # digits read worse than this are handwriting more often than print
_BEYOND = 60.0  # points: so far behind a number its symbol may begin
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
        return *overwritten(view, head.lines, rules), None
    spans = found.group_spans
    symbol = Sourced[str]()
    if "symbol" in spans:
        written = " ".join(found.groups["symbol"].split()).strip(" .&-–")
        symbol = view.sourced(spans["symbol"], written, rule=found.rule.id, trust=found.rule.confidence)
    if hides_type(found):
        _, told = overwritten(view, head.lines, rules)
        symbol = told if told.value else symbol
    return _serial(view, found), symbol, found


def _own_number(head: Head, rules: HeaderRules) -> Match | None:
    """The number at the head of its line, before one inside a body's name. Under the type's name it has a line to itself:
    any other is that of a document which the title names.
    """
    titled = next((x.span.start for x in head.lines if _names_type(x, rules)), head.end)
    found = [
        m for m in rules.find("number", head.text) if m.span.start < titled or _has_line(head.text, m, rules)
    ]
    leading = [m for m in found if not _line_before(head.text, m.span.start).strip()]
    own = [m for m in leading if not _is_of_type_above(head.text, m, rules)]
    return next(iter(own or leading or found), None)


def _names_type(line: Line, rules: HeaderRules) -> bool:
    found = rules.types.at_start(line.text)
    upper = found is not None and line.text[found.span.start : found.span.end].isupper()
    return upper or rules.types.whole(line.text) is not None


def _line_before(text: str, at: int) -> str:
    return text[:at].rpartition("\n")[2]


def _has_line(text: str, found: Match, rules: HeaderRules) -> bool:
    """Whether a number stands alone on its line, and that above does not end with a type which it would be the number of."""
    around = _line_before(text, found.span.start) + text[found.span.end :].partition("\n")[0]
    return not around.strip() and not _is_of_type_above(text, found, rules)


def _is_of_type_above(text: str, found: Match, rules: HeaderRules) -> bool:
    """*ĐOÀN KIỂM TRA THEO QUYẾT ĐỊNH | SỐ 7/QĐ-STC*: the line above ends with a type, and is not that type alone."""
    before = _line_before(text, found.span.start)
    above = text[: found.span.start - len(before)].rstrip().rpartition("\n")[2]
    last = " ".join(above.split()[-4:])
    return any(m.span.end == len(last) for m in rules.types.find(last)) and rules.types.whole(above) is None


def _serial(view: View, found: Match) -> Sourced[str]:
    place = found.group_spans.get("number")
    digits = "".join(found.groups.get("number", "").split())
    trash = (found.groups.get("trash", "") + found.groups.get("junk", "")).strip(" .…_-:\t")
    around = Span(
        found.span.start, found.group_spans["symbol"].start if "symbol" in found.groups else found.span.end
    )
    alone = "symbol" not in found.groups  # a pen may have hidden it, and the rest of the number
    pens = view.handwritten(found.span, beyond=_BEYOND if alone else 0.0)
    if pens and (alone or not _is_certain(view, place)):
        return number_by_pen(view, Pens(pens, around, found.rule.id), read=digits, stands=not alone)
    if place is None or not digits or trash:
        blank = not digits and not trash and not view.inked(around)
        why = "số để trống" if blank else "số không đọc được, có thể viết tay"
        candidates = [digits] if digits else []
        left = view.sourced(around, None, rule=found.rule.id, review=why, candidates=candidates)
        return left.model_copy(update={"blank": blank})
    read = view.sourced(place, digits, rule=found.rule.id)
    if read.confidence is not None and read.confidence < UNREADABLE and not view.agreed(place, digits):
        why = "số đọc không chắc, có thể viết tay"
        return view.sourced(place, None, rule=found.rule.id, review=why, candidates=[digits])
    return read


def _is_certain(view: View, place: Span | None) -> bool:
    """Whether what a pen wrote was read so surely that it may stand."""
    measured = view.plan.evidence(place).confidence if place else None
    return measured is not None and measured >= CERTAIN


def place_date_of(
    view: View, head: Head, rules: HeaderRules
) -> tuple[Sourced[str], Sourced[str], Span | None]:
    """Place and day of issue, and what they took of the text; the day as far as it is certain (`2023-10`)."""
    found = rules.first("place_date", head.text) or _dated_below(view, rules)
    if found is None:
        return Sourced[str](), Sourced[str](review="không thấy ngày ban hành"), None
    place, taken = Sourced[str](), found.span
    if "place" in found.groups:
        span = _own_words(found.group_spans["place"], head, rules)
        name = " ".join(view.slice(span).split()).strip(" ,.")
        place = view.sourced(span, name, rule=found.rule.id)
        taken = Span(span.start, found.span.end)
    return place, _issued(view, found), taken


def _own_words(place: Span, head: Head, rules: HeaderRules) -> Span:
    """A mark of urgency, or the end of a subject, may stand on the line above the place."""
    marks = [m.group_spans["mark"].end for m in rules.find("urgency", head.text)]
    starts = [place.start, *(end for end in marks if place.start < end < place.end)]
    opened = head.text.rfind("\n", 0, place.start) + 1
    if head.text[opened : place.start].strip() and "\n" in head.text[place.start : place.end]:
        starts.append(head.text.index("\n", place.start, place.end) + 1)
    return Span(max(starts), place.end)


def _dated_below(view: View, rules: HeaderRules) -> Match | None:
    """Place and day over the signature: a line of their own near the end."""
    for line in reversed(view.lines[-LOW_LINES:]):
        found = rules.whole("place_date", line.text)
        if found and "place" in found.groups:
            return moved(found, line.span.start)
    return None


def _issued(view: View, found: Match) -> Sourced[str]:
    groups = {k: "".join(v.split()) for k, v in found.groups.items()}
    start = min(
        (found.group_spans[k].start for k in ("day", "month", "year") if k in groups),
        default=found.span.start,
    )
    span = Span(start, found.span.end)
    whole = iso_day(groups.get("day"), groups.get("month"), groups.get("year"))
    without_day = iso_day(None, _month(view, found), groups.get("year"))
    pens = view.handwritten(found.span)
    if pens and not _is_certain(view, found.group_spans.get("day")):
        printed = {k: v for k, v in groups.items() if k in ("month", "year")} | {"month": _month(view, found)}
        read = whole if "day" in groups else None
        return day_by_pen(view, Pens(pens, span, found.rule.id), printed, read=read)
    if "day" in groups and groups.get("junk", "").strip(" .…_-"):
        return _doubtful(view, span, without_day, whole, found)
    if "day" in groups and whole is not None:
        measured = view.plan.evidence(found.group_spans["day"]).confidence
        if measured is not None and measured < UNREADABLE:
            return _doubtful(view, span, without_day, whole, found)
    if whole is not None and len(whole) == len("2023-10-05"):
        return view.sourced(span, whole, rule=found.rule.id)
    written = {"day", "month", "year"} <= groups.keys()
    blank = not (written or view.inked(found.span))
    why = "ngày ban hành ghi chưa đủ" if blank else "ngày ban hành không đọc được hết, có thể viết tay"
    if written and view.plan.evidence(span).confidence is None:
        why = "ngày ban hành không có trong lịch"
    partial = view.sourced(span, whole, rule=found.rule.id, review=why)
    return partial.model_copy(update={"blank": blank})


def _month(view: View, found: Match) -> str | None:
    """The month where it may stand without the day: a pen that fills in both is believed in neither."""
    place = found.group_spans.get("month")
    if place is None or (view.handwritten(place) and not _is_certain(view, place)):
        return None
    measured = view.plan.evidence(place).confidence
    unread = measured is not None and measured < UNREADABLE
    return None if unread else "".join(found.groups["month"].split())


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
