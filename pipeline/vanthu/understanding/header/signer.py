"""Who signed: authority, position, second office, name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import regex

from vanthu.document.content import Signer
from vanthu.document.evidence import Sourced
from vanthu.document.geometry import Span
from vanthu.orthography import fold
from vanthu.understanding.header.beside import LABELS, Columns, Draft
from vanthu.understanding.header.person import Person, person_in
from vanthu.understanding.header.rules import HeaderRules
from vanthu.understanding.header.view import Line, View

_CASE_CHANGE = regex.compile(
    r"^(?P<capitals>[^\p{Ll}]{4,}?)\s+(?P<name>\p{Lu}\p{Ll}[\p{L}’']*(?:\s+\p{Lu}[\p{L}’']*){1,4})$"
)
_NAMED = 4  # words: a position with the beginning of its body's name
_LISTED = regex.compile(r",\s|\sVÀ\s|\d|[&-]")  # what a person's name has not
_JUNK = 4  # letters that a seal leaves before a position
_SPECKS = " \t\n`'´‘’“”\".,;:~^*|_+-–=<>«»•·"  # what seals and edges leave before a word


def signers_of(view: View, lines: Sequence[Line], rules: HeaderRules) -> tuple[Signer, ...]:
    """The signers in order of place; empty where the document bears none."""
    return tuple(_signer(view, d, rules) for d in _drafts(view, lines, rules))


def _drafts(view: View, lines: Iterable[Line], rules: HeaderRules) -> list[Draft]:
    drafts: list[Draft] = []
    draft, columns = Draft(), None
    for line in lines:
        pieces = [p for p in _pieces(view, line, rules) if not rules.opens(view.slice(p), "signed")]
        if columns is not None and columns.take_positions(view, pieces, rules):
            continue
        if columns is not None and (beside := columns.named(view, line.span, rules)):
            drafts += beside
            draft, columns = Draft(), None
            continue
        for span in (p for p in pieces if not rules.opens(view.slice(p), *LABELS)):
            if draft.person and rules.opens(view.slice(span), "authority", "position"):
                drafts.append(draft)
                draft, columns = Draft(), None
            _place(view, draft, span, rules)
        columns = Columns.of(view, pieces, rules) or columns
    return _offices_below([d for d in (*drafts, draft) if d.begun or d.person])


def _offices_below(drafts: list[Draft]) -> list[Draft]:
    """A position under a name, with nobody under it, is the second office of who stands above."""
    if len(drafts) > 1 and not (drafts[-1].person or drafts[-1].authority or drafts[-2].office):
        *drafts, last = drafts
        drafts[-1].office = last.position
    return drafts


def _names_on(view: View, draft: Draft, span: Span) -> bool:
    """Whether a line in capitals goes on with the name of the body that a position above it heads, and is no person's."""
    if (
        draft.position is None
        or draft.person
        or draft.office
        or view.slice(Span(draft.position.end, span.start)).strip()
    ):
        return False
    above, text = view.slice(draft.position), view.slice(span)
    return len(above.split()) >= _NAMED and text.isupper() and _LISTED.search(text) is not None


def _place(view: View, draft: Draft, span: Span, rules: HeaderRules) -> None:
    text = view.slice(span)
    if draft.position and not rules.opens(text, "position") and _names_on(view, draft, span):
        draft.position = Span(draft.position.start, span.end)
    elif rules.opens(text, "authority") and draft.position is None:
        draft.authority.append(span)
    elif rules.opens(text, "position") and text.upper() == text:
        draft.take_office(span)
    elif draft.begun and (person := person_in(span, text, rules)):
        draft.take_person(person)
    elif draft.authority and draft.position is None and text.isupper() and " " in text:
        draft.authority[-1] = Span(draft.authority[-1].start, span.end)  # the body's name goes on


def _pieces(view: View, line: Line, rules: HeaderRules) -> Iterator[Span]:
    """A line's parts, where authority, position and name got onto one line, or the receivers stand beside them."""
    starts = {m.span.start for m in rules.find("authority", line.text)} | set(_positions(line.text, rules))
    starts |= {m.span.start for label in LABELS for m in rules.find(label, line.text)}
    cuts = sorted(starts | {0})
    for start, end in zip(cuts, [*cuts[1:], len(line.text)], strict=True):
        yield from _split_name(view, _trimmed(view, Span(line.span.start + start, line.span.start + end)))


def _positions(text: str, rules: HeaderRules) -> Iterator[int]:
    for match in rules.find("position", text):
        before = text[: match.span.start].rstrip()
        bound = rules.find("authority", text)
        if any(a.span.end >= match.span.start - 1 and a.span.start < match.span.start for a in bound):
            continue  # KT. CHỦ TỊCH names whose place is taken
        if bound and before.endswith(",") and _deputy(before, rules) is None:
            continue  # TL. BỘ TRƯỞNG, CHỦ NHIỆM: the head's second office
        if len(before) <= _JUNK or before[-1:].isupper() or before[-1:] in ");.,;:":
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


def _signer(view: View, draft: Draft, rules: HeaderRules) -> Signer:
    return Signer(
        authority=_joined(view, draft.authority),
        position=_position(view, draft, rules),
        office=_joined(view, [draft.office] if draft.office else []),
        name=_name(view, draft.person),
    )


def _name(view: View, person: Person | None) -> Sourced[str]:
    if person is None:
        return Sourced[str](review="không thấy tên người ký")
    return view.sourced(
        person.span, person.name, rule="signer.person", trust=person.trust, review=person.review
    )


def _position(view: View, draft: Draft, rules: HeaderRules) -> Sourced[str]:
    """The position; who signs in the place of a head (KT.) is the deputy, also where a seal hides the word."""
    written = _joined(view, [draft.position] if draft.position else [])
    deputy = _deputy(view.slice(draft.authority[-1]), rules) if draft.authority else None
    if deputy is None or (written.value and fold(written.value) != fold(deputy.head)):
        return written
    review = "chức vụ bị che, suy ra từ chữ KT."
    return view.sourced(
        draft.position or draft.authority[-1],
        deputy.name,
        rule="header_line.deputy.usual",
        trust=0.8,
        review=review,
    )


class _Deputy(NamedTuple):
    head: str
    name: str


def _deputy(authority: str, rules: HeaderRules) -> _Deputy | None:
    found = rules.first("deputy", authority)
    if found is None:
        return None
    head = " ".join(found.groups["head"].split())
    return _Deputy(head, found.rule.attributes.get("name") or f"{found.rule.attributes['prefix']} {head}")


def _joined(view: View, spans: Sequence[Span]) -> Sourced[str]:
    if not spans:
        return Sourced[str]()
    value = ", ".join(" ".join(view.slice(s).split()).strip(" ,;:*") for s in spans)
    return view.sourced(Span(spans[0].start, spans[-1].end), value, rule="signer.block")
