"""The foot of a document: where it begins, and its two columns told apart - receivers left, signer right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from vanthu.document.geometry import Span
from vanthu.document.layout import BlockKind
from vanthu.understanding.header.rules import HeaderRules
from vanthu.understanding.header.view import Line, View

_SIGNING_LINES = 14  # more never stand above the list of receivers
_SENTENCE = regex.compile(r"[.;:,/]\s*$|^\s*(?:\d|[-–+•*])")
_NAMES = regex.compile(r"(?:(?:\p{Lu}[\p{L}.'’]*|tá|úy|tướng)(?:\s+|$))+")
_ENTRY_ENDS = regex.compile(r"[.;)]\s+")
_ENTRY_END = regex.compile(r"[.;]\s+$|\)\s+$|\s{2,}$")


@dataclass(frozen=True)
class Foot:
    """Lines of the foot; `left` from the head of the receivers' list on, `right` those of the signer."""

    left: tuple[Span, ...]
    right: tuple[Line, ...]


def foot_of(view: View, rules: HeaderRules) -> Foot:
    """The foot of the main document; empty columns where it has none."""
    lines = view.lines
    listed = _last_list(lines, rules)
    if listed is None:
        return Foot((), tuple(_signing(lines[_back(lines, len(lines)) :], rules)))
    start = _back(lines, listed)
    left: list[Span] = []
    right = list(_signing(lines[start:listed], rules))
    for line in lines[listed:]:
        ours, theirs = _columns(view, line, rules, signing=bool(right))
        left += [ours] if ours else []
        right += [theirs] if theirs else []
    return Foot(tuple(left), tuple(_signing(right, rules)))


def _last_list(lines: Sequence[Line], rules: HeaderRules) -> int | None:
    found = [i for i, x in enumerate(lines) if (m := rules.first("recipients", x.text)) and m.span.start < 12]
    marked = [i for i in found if lines[i].kind is BlockKind.RECIPIENTS]
    return (marked or found)[-1] if found else None


def _back(lines: Sequence[Line], end: int) -> int:
    """Where the lines that end before `end` and are no sentences begin."""
    start = end
    while start > 0 and end - start < _SIGNING_LINES and _is_signing(lines[start - 1]):
        start -= 1
    return start


def _is_signing(line: Line) -> bool:
    if line.kind is BlockKind.SIGNER:
        return True
    return line.kind is not BlockKind.TITLE and len(line.text) < 90 and not _SENTENCE.search(line.text)


def _signing(lines: Sequence[Line], rules: HeaderRules) -> Iterator[Line]:
    """From the first line that names an authority or a position."""
    begun = False
    for line in lines:
        position = rules.start("position", line.text)
        begun = (
            begun
            or rules.first("authority", line.text) is not None
            or rules.first("maker", line.text) is not None
            or rules.start("approves", line.text) is not None
            or (bool(position) and _is_upper(line.text))
        )
        if begun:
            yield line


def _is_upper(text: str) -> bool:
    """Whether a line is in capitals, the name after the position apart."""
    return text.split(maxsplit=1)[0].isupper()


def _columns(view: View, line: Line, rules: HeaderRules, *, signing: bool) -> tuple[Span | None, Line | None]:
    if line.kind is BlockKind.SIGNER:
        return None, line
    cut = _cut(line, rules, signing=signing)
    if cut is None:
        return line.span, None
    middle = line.span.start + cut
    left = Span(line.span.start, middle) if line.text[:cut].strip(" -–*|") else None
    return left, Line(Span(middle, line.span.end), BlockKind.SIGNER, view.slice(Span(middle, line.span.end)))


def _cut(line: Line, rules: HeaderRules, *, signing: bool) -> int | None:
    """Where the signer's column begins on a line; `None` where the line is the receivers' alone."""
    authorities = [m.span.start for m in rules.find("authority", line.text)]
    starts = [
        s for s in authorities if not line.text[:s].rstrip().endswith(",")
    ]  # Lưu: VT, TM: an entry goes on
    starts += [m.span.start for m in rules.find("position", line.text)]
    starts = [s for s in starts if line.text[:s].count("(") == line.text[:s].count(")")]
    starts += _signs(line, rules) if signing else ()
    return min(starts, default=None)


def _signs(line: Line, rules: HeaderRules) -> Iterator[int]:
    """Where names and marks of signing begin (*(Đã ký)*), once an office or a power was read."""
    person = rules.first("person", line.text)
    if person and _NAMES.fullmatch(line.text):
        yield 0
    elif person and (person.span.start == 0 or _ENTRY_END.search(line.text[: person.span.start])):
        yield person.span.start
    ends = [0, *(m.end() for m in _ENTRY_ENDS.finditer(line.text))]
    yield from (end for end in ends if rules.start("signed", line.text[end:]))
