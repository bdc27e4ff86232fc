"""The line of number and symbol where a pen that filled in the number went over the symbol too.

What it hides is never made up: the rest of a type's code, as the title names the type, must still be read.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanthu.document.evidence import Sourced
from vanthu.document.geometry import Span
from vanthu.rulebook import Match
from vanthu.understanding.header.penned import Pens, number_by_pen
from vanthu.understanding.header.rules import HeaderRules
from vanthu.understanding.header.view import Line, View, moved

_TRUST = 0.6
_LOST = "không thấy số và ký hiệu"
_HIDDEN = "ký hiệu bị chữ viết tay che một phần; phần bị che lấy theo tên loại văn bản"


def overwritten(view: View, lines: tuple[Line, ...], rules: HeaderRules) -> tuple[Sourced[str], Sourced[str]]:
    """Serial, which is never told, and symbol; both show the line on which they stand, if there is one."""
    found = next(_number_lines(lines, rules), None)
    if found is None:
        return Sourced[str](review=_LOST), Sourced[str]()
    pens = view.handwritten(found.span)
    if pens:
        serial = number_by_pen(view, Pens(pens, found.span, found.rule.id), stands=False)
    else:
        serial = view.sourced(found.span, None, rule=found.rule.id, review=_LOST)
    return serial, _symbol(view, found, lines, rules)


def hides_type(found: Match) -> bool:
    """Whether a symbol is only what stands behind a type that letters of a pen were read over (*Số: ÉH/BTG*)."""
    trash = found.groups.get("trash", "").strip()
    return trash[-1:].isupper() and found.groups.get("symbol", "-").isalpha()


def _number_lines(lines: tuple[Line, ...], rules: HeaderRules) -> Iterator[Match]:
    for line in lines:
        if found := rules.start("number_line", line.text):
            yield moved(found, line.span.start)


def _symbol(view: View, found: Match, lines: tuple[Line, ...], rules: HeaderRules) -> Sourced[str]:
    left, tail = found.groups.get("left", ""), found.groups.get("tail")
    code = next((c for c in _codes(lines, rules) if left and c.endswith(left[-1])), None)
    if code is None or tail is None:
        return Sourced[str]()
    seen = next(n for n in range(len(code), 0, -1) if left.endswith(code[-n:]))
    spans = found.group_spans
    place = Span(spans["left"].end - seen, spans["tail"].end)
    return view.sourced(place, code + tail, rule=found.rule.id, trust=_TRUST, review=_HIDDEN)


def _codes(lines: tuple[Line, ...], rules: HeaderRules) -> Iterator[str]:
    """The codes of the types that lines of the head name alone."""
    for line in lines:
        named = rules.types.whole(line.text)
        if named is not None and line.text.isupper():
            yield named.rule.attributes.get("code", "")
