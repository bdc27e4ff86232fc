"""What a paragraph of a letter asks of others, told from what it says of papers, meetings and its own work."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import regex

from vanthu.document.geometry import Span
from vanthu.understanding.sentences.phrases import force
from vanthu.understanding.sentences.sentence import Sentence
from vanthu.understanding.sentences.subject import moved
from vanthu.understanding.units.parts import UnitName

_PART = regex.compile(r"[.;:]\s+(?=\p{Lu})")
_MARKS = (",", ";")
_GROUP = regex.compile(r"\s*(?P<who>(?:các|toàn thể|mỗi|từng)\s)", regex.IGNORECASE)
_NAME = regex.compile(
    r"(?!và\s)(?<!\S)(?:các cơ quan, đơn vị|(?:(?!\s+và\s)[^,;])*[^\s,;])", regex.IGNORECASE
)
_STOP = regex.compile(r"[.;:()]")
_LONGEST = 160  # characters of a group that is asked


class Order(NamedTuple):
    """`units` must act, by their places in the whole paragraph; none where it only says what has to be handed in by when."""

    units: tuple[UnitName, ...]


def order_of(paragraph: Sentence) -> Order | None:
    """The first order of a paragraph, its sentences read each by itself; `None` where it asks nobody."""
    return next((found for start, part in _parts(paragraph) if (found := _order_in(part, start))), None)


def _parts(paragraph: Sentence) -> Iterator[tuple[int, Sentence]]:
    """Sentences, and what stands behind a colon, with their places."""
    yield 0, paragraph
    for found in _PART.finditer(paragraph.text):
        if not paragraph.is_in_bracket(found.start()):
            yield found.end(), Sentence(paragraph.text[found.end() :], paragraph.rules)


def _order_in(part: Sentence, start: int) -> Order | None:
    if part.narrates or part.is_closing or told_of_others(part):
        return None
    if part.hands_in:
        return Order(())
    asked = part.is_ordered or _is_bound(part)
    units = part.actors if asked else _asked_besides(part) or _asked_as_written(part)
    return Order(moved(units, start)) if units else None


def _is_bound(part: Sentence) -> bool:
    """*Để khắc phục, các đơn vị cần quán triệt ...*: whether words of duty follow the names of others, behind a purpose: the past has none."""
    units, verb = part.subject
    purpose = part.opener is not None and part.opener.rule.attributes.get("tells") == "purpose"
    duty = purpose and part.reader.verb_at(verb) == "duty"
    return duty and not any(part.rules.issues(u.name) for u in units)


def announces(part: Sentence) -> bool:
    """*Sở Nội vụ sẽ kiểm tra đột xuất* in its own letter: who writes tells what he is going to do."""
    units, verb = part.subject
    return part.has_tense("future", verb) and all(part.rules.issues(u.name) for u in units)


def told_of_others(part: Sentence) -> bool:
    """*Công an tỉnh đề nghị Viện kiểm sát truy tố ...* in a letter of another office: one body's request to another one, told in passing."""
    reader, rules = part.reader, part.rules
    asking, end = reader.list_at(part.skip(0))
    at = part.skip(end)
    request = next((m for m in part.told("request") if m.span.start == at), None)
    if len(asking) != 1 or request is None or request.rule.attributes.get("tone") != "proposal":
        return False
    asked, _ = reader.list_at(part.skip(request.span.end))
    one = len(asked) == 1 and reader.value_at(asked[0].span.start) != "det"
    superior = "superior" in rules.roles.values(asking[0].name)
    return one and not superior and rules.is_another(asking[0].name)


def _asked_as_written(part: Sentence) -> tuple[UnitName, ...]:
    """*UBND thị xã đề nghị các cơ quan, trường học và Nhân dân trên địa bàn treo cờ*: whom the writer asks in words of which some are no
    names of units, up to what they must do.
    """
    own, asking = part.subject
    request = next((m for m in part.told("request") if m.span.start == asking), None)
    if not own or request is None or force(request) is not None:
        return ()
    group = _GROUP.match(part.text, request.span.end)
    if group is None:
        return ()
    verbs = sorted(p for p, m in part.reader.verbs.items() if m.rule.value in ("action", "report"))
    end = next((p for p in verbs if p > group.end()), 0)
    if not end or _STOP.search(part.text, group.start(), end) or end - group.start() > _LONGEST:
        return ()
    pieces = [m.span() for m in _NAME.finditer(part.text, group.start("who"), end)]
    return tuple(UnitName(part.reader.clean(a, b), Span(a, b)) for a, b in pieces)


def _asked_besides(part: Sentence) -> tuple[UnitName, ...]:
    """*Sở Y tế thông báo lịch tiêm và đề nghị các trường sắp xếp phòng*: who is asked behind what the writer does himself."""
    own, work = part.subject
    if not own:
        return ()
    for asked in part.told("request"):
        before = part.end_before(asked.span.start)
        joined = part.text[:before].endswith(_MARKS) or part.is_joined(before)
        if force(asked) is None and work < asked.span.start < part.first_sentence_end() and joined:
            units, end = part.reader.list_at(part.skip(asked.span.end))
            if units and part.verb_after(end) is not None:
                return units
    return ()
