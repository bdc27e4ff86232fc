"""Who signed: authority, position, second office, name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import regex

from vanthu.document.content import Signer
from vanthu.document.evidence import Sourced
from vanthu.document.geometry import Span
from vanthu.understanding.header.rules import HeaderRules
from vanthu.understanding.header.view import Line, View

_CASE_CHANGE = regex.compile(
    r"^(?P<capitals>[^\p{Ll}]{4,}?)\s+(?P<name>\p{Lu}\p{Ll}[\p{L}’']*(?:\s+\p{Lu}[\p{L}’']*){1,4})$"
)


_SPECKS = " \t\n`'´‘’“”\".,;:~^*|_-–=<>«»•·"  # what seals and edges leave before a word


@dataclass
class _Draft:
    authority: list[Span] = field(default_factory=list)
    position: Span | None = None
    office: Span | None = None
    name: Span | None = None
    known: bool = True  # whether the name begins with a family name that is known

    @property
    def begun(self) -> bool:
        return bool(self.authority or self.position)


def signers_of(view: View, lines: Sequence[Line], rules: HeaderRules) -> tuple[Signer, ...]:
    """The signers in order of place; empty where the document bears none."""
    return tuple(_signer(view, d) for d in _drafts(view, lines, rules))


def _drafts(view: View, lines: Iterable[Line], rules: HeaderRules) -> list[_Draft]:
    drafts: list[_Draft] = []
    draft = _Draft()
    for span in (piece for line in lines for piece in _pieces(view, line, rules)):
        text = view.slice(span)
        if rules.opens(text, "signed"):
            continue
        if draft.name and (rules.opens(text, "authority") or rules.opens(text, "position")):
            drafts.append(draft)
            draft = _Draft()
        _place(draft, span, text, rules)
    return [d for d in (*drafts, draft) if d.begun or d.name]


def _place(draft: _Draft, span: Span, text: str, rules: HeaderRules) -> None:
    if rules.opens(text, "authority") and draft.position is None:
        draft.authority.append(span)
    elif rules.opens(text, "position") and text.upper() == text:
        if draft.position is None:
            draft.position = span
        elif draft.office is None:
            draft.office = span
    elif draft.begun and draft.name is None and (name := _name(span, text, rules)):
        draft.name = name
        draft.known = rules.start("person", text) is not None
    elif draft.authority and draft.position is None and text.isupper():
        draft.authority[-1] = Span(draft.authority[-1].start, span.end)  # the body's name goes on


def _name(span: Span, text: str, rules: HeaderRules) -> Span | None:
    found = rules.start("person", text) or rules.start("person_line", text)
    if found is None or rules.opens(text, "unit_head"):
        return None
    inner = found.group_spans["name"]
    return Span(span.start + inner.start, span.start + inner.end)


def _pieces(view: View, line: Line, rules: HeaderRules) -> Iterator[Span]:
    """A line's parts, where authority, position and name got onto one line, or the receivers stand beside them."""
    starts = {m.span.start for m in rules.find("authority", line.text)} | set(_positions(line.text, rules))
    cuts = sorted(starts | {0})
    for start, end in zip(cuts, [*cuts[1:], len(line.text)], strict=True):
        yield from _split_name(view, _trimmed(view, Span(line.span.start + start, line.span.start + end)))


def _positions(text: str, rules: HeaderRules) -> Iterator[int]:
    for match in rules.find("position", text):
        before = text[: match.span.start].rstrip()
        bound = rules.find("authority", text)
        if any(a.span.end >= match.span.start - 1 and a.span.start < match.span.start for a in bound):
            continue  # KT. CHỦ TỊCH names whose place is taken
        if not before or before[-1:].isupper() or before[-1:] in ");.,;:":
            yield match.span.start


def _split_name(view: View, span: Span) -> Iterator[Span]:
    change = _CASE_CHANGE.match(view.slice(span))
    if change is None:
        yield span
        return
    for group in ("capitals", "name"):
        yield Span(span.start + change.start(group), span.start + change.end(group))


def _trimmed(view: View, span: Span) -> Span:
    text = view.slice(span)
    start = span.start + len(text) - len(text.lstrip(_SPECKS))
    return Span(start, max(start, span.start + len(text.rstrip(" \t\n*|_-"))))


def _signer(view: View, draft: _Draft) -> Signer:
    unsure = None if draft.name else "không thấy tên người ký"
    if draft.name and not draft.known:
        unsure = "họ của người ký lạ, có thể đọc sai"
    return Signer(
        authority=_joined(view, draft.authority),
        position=_joined(view, [draft.position] if draft.position else []),
        office=_joined(view, [draft.office] if draft.office else []),
        name=_joined(view, [draft.name] if draft.name else [], review=unsure),
    )


def _joined(view: View, spans: Sequence[Span], *, review: str | None = None) -> Sourced[str]:
    if not spans:
        return Sourced[str](review=review)
    value = ", ".join(" ".join(view.slice(s).split()).strip(" ,;:*") for s in spans)
    return view.sourced(Span(spans[0].start, spans[-1].end), value, rule="signer.block", review=review)
