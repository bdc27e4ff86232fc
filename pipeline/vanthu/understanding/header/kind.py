"""Type and title."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from vanthu.document.evidence import Sourced
from vanthu.document.geometry import Span
from vanthu.document.layout import BlockKind
from vanthu.orthography import fold, strip_accents
from vanthu.understanding.header.head import Head
from vanthu.understanding.header.rules import HeaderRules
from vanthu.understanding.header.view import Line, View, moved

LETTER = "Công văn"
MOST_TITLE_LINES = 8
_NO_SUBJECT = ("title_ends", "motto", "unit_head", "urgency", "stamp", "place_date", "opens", "opens_softly")
_QUOTES = " \"“”'‘’"
_TITLE = regex.compile(r"\s+[\"“(\p{L}][^;:\n]{8,200}[^;:,\s]\s*")


@dataclass(frozen=True)
class Titled:
    """Type and title, and where the title block begins (the end of the head where there is none)."""

    type: Sourced[str]
    title: Sourced[str]
    start: int


def titled(view: View, head: Head, symbol: str | None, rules: HeaderRules, *, numbered_at: int = 0) -> Titled:
    """What the document is and what it is about. A paper with a subject line and no type name is a letter.

    A type name before `numbered_at`, the place of the number, is taken only where there is none after it: it may be part
    of a body's name.
    """
    if found := _self_titled(head, rules):
        return _with_type(view, head, 0, found, rules, alone=True)
    types = [(i, found) for i, line in enumerate(head.lines) if (found := _type_in(line, rules))]
    if types:
        index, found = next((t for t in types if t[1].span.start > numbered_at), types[0])
        return _with_type(view, head, index, found, rules)
    subject = _subject_at(head, rules)
    kind = _type_of_symbol(view, head, symbol, rules, has_subject=subject is not None)
    if subject is None:
        of_party = kind.value == LETTER and (symbol or "").startswith("CV")
        below = list(_below_number(view, head, numbered_at, rules)) if of_party else []
        title = _untyped_title(view, head, rules)
        if title.value is None and below:
            title = _joined(view, below, rules, rule="header.subject.party")
            return Titled(kind, title, below[0].start)
        return Titled(kind, title, head.end)
    return Titled(
        kind,
        _joined(view, list(_subject_lines(head, subject, rules)), rules, rule="header.subject"),
        subject.start,
    )


@dataclass(frozen=True)
class _TypeFound:
    span: Span
    name: str
    rule: str
    sure: bool


def _type_in(line: Line, rules: HeaderRules) -> _TypeFound | None:
    match = rules.types.at_start(line.text)
    of_a_body = line.kind is BlockKind.ISSUER
    if match is None:
        return None if of_a_body else _misread_type(line, rules)
    written = line.text[match.span.start : match.span.end]
    alone = rules.types.whole(line.text) is not None
    about = rules.start("subject", line.text[match.span.end :].lstrip(_QUOTES)) is not None
    looks = not of_a_body and (written.isupper() or line.kind is BlockKind.TITLE)
    if not (alone or about or looks):
        return None
    start = line.span.start
    return _TypeFound(
        Span(start + match.span.start, start + match.span.end),
        match.rule.value or written,
        match.rule.id,
        sure=True,
    )


def _self_titled(head: Head, rules: HeaderRules) -> _TypeFound | None:
    """A paper without its letterhead: the first line is type and title in one, in small letters."""
    first = head.lines[0] if head.lines else None
    match = rules.types.at_start(first.text) if first is not None and first.kind is BlockKind.BODY else None
    if first is None or match is None:
        return None
    rest = first.text[match.span.end :]
    if not _TITLE.fullmatch(rest) or rules.opens(rest, "no_title", "number"):
        return None
    return _TypeFound(moved(match, first.span.start).span, match.rule.value or "", match.rule.id, sure=True)


def _misread_type(line: Line, rules: HeaderRules) -> _TypeFound | None:
    """A type name alone on its line whose marks were lost."""
    bare = strip_accents(line.text).upper().strip(" .:")
    for compiled in rules.types.compiled:
        if line.text.isupper() and any(strip_accents(f).upper() == bare for f in compiled.rule.forms):
            return _TypeFound(line.span, compiled.rule.value or line.text, compiled.rule.id, sure=False)
    return None


def _with_type(
    view: View, head: Head, index: int, found: _TypeFound, rules: HeaderRules, *, alone: bool = False
) -> Titled:
    """`alone`: the title ends with the line of its type."""
    line = head.lines[index]
    review = None if found.sure else "tên loại văn bản đọc không chắc"
    kind = view.sourced(
        found.span, found.name, rule=found.rule, trust=1.0 if found.sure else 0.8, review=review
    )
    rest = Span(found.span.end, line.span.end)
    spans = [rest] if view.slice(rest).strip(" .:-–") else []
    below = () if alone else _title_lines(head.lines[index + 1 :], rules)
    spans += [other.span for other in below]
    title = _joined(view, spans, rules, rule=found.rule, letterhead=head.lines[:index])
    return Titled(kind, title, line.span.start)


def _title_lines(lines: Sequence[Line], rules: HeaderRules) -> Iterator[Line]:
    mixed = any(x.kind is BlockKind.TITLE for x in lines)  # the letterhead's lines among those of the title
    above = ""
    for count, line in enumerate(lines):
        if count >= MOST_TITLE_LINES or rules.opens(line.text, "title_ends", "urgency"):
            return
        if line.kind is BlockKind.TABLE:
            return
        if line.kind is not BlockKind.TITLE and rules.opens(line.text, "enacting", "stamp"):
            return
        if mixed and line.kind in (BlockKind.ISSUER, BlockKind.MOTTO):
            continue
        if count and line.kind is not BlockKind.TITLE and rules.opens(line.text, "opens", "opens_softly"):
            return
        if above and line.text.isupper() and not above.isupper() and rules.opens(line.text, "heading"):
            return
        above = line.text
        yield line


def _before_issuer(title: str, letterhead: Sequence[Line], rules: HeaderRules) -> str:
    """A title in capitals down to the name of the issuing body, which stands again over the grounds of a decision."""
    issuer = " ".join(x.text for x in letterhead if x.kind is BlockKind.ISSUER and x.text.isupper())
    at = fold(title).rfind(f" {fold(issuer)}")
    above, rest = _before_office(title[:at], rules), title[at + 1 + len(issuer) :].lstrip(" ,")
    ends = not rest or rules.first("session", rest) is not None
    same = bool(issuer) and at > 0 and len(fold(title)) == len(title) and title.isupper()
    return above if same and ends and rules.first("goes_on", above) is None else title


def _before_office(text: str, rules: HeaderRules) -> str:
    """Words down to the office at their end: the *CHỦ TỊCH* of the issuing body."""
    words = text.split()
    sizes = (n for n in (1, 2, 3) if rules.whole("position", " ".join(words[-n:])))
    return " ".join(words[: -max(sizes, default=0) or None])


def _below_number(view: View, head: Head, numbered_at: int, rules: HeaderRules) -> Iterator[Span]:
    """The subject of a Party letter, which stands under its number without a *V/v*."""
    above: Span | None = None
    for line in head.lines:
        if line.span.start <= numbered_at:
            continue
        between = view.plan.need_text().value[above.end if above else numbered_at : line.span.start]
        most = 2 if above is None else 1  # the number's own line is blank by now
        labelled = ":" in line.text  # *Độ khẩn: Khẩn*
        if between.count("\n") > most or labelled or line.text.isupper():
            return
        if rules.opens(line.text, *_NO_SUBJECT):
            return
        if above is None and not line.text[:1].isupper():
            return
        yield line.span
        above = line.span


def _subject_at(head: Head, rules: HeaderRules) -> Span | None:
    found = rules.first("subject", head.text)
    return found.span if found else None


def _subject_lines(head: Head, subject: Span, rules: HeaderRules) -> Iterator[Span]:
    kind: BlockKind | None = None
    for line in head.lines:
        if line.span.end <= subject.start:
            continue
        if kind is None:
            kind = line.kind
            if subject.end < line.span.end:
                yield Span(subject.end, line.span.end)
            continue
        if line.kind is not kind or rules.opens(line.text, "title_ends", "motto", "unit_head", "urgency"):
            return
        yield line.span


def _untyped_title(view: View, head: Head, rules: HeaderRules) -> Sourced[str]:
    lines = [x for x in head.lines if x.kind is BlockKind.TITLE and not rules.first("opens_text", x.text)]
    spans = [line.span for line in _title_lines(lines, rules)]
    return _joined(view, spans, rules, rule="header.title")


def _joined(
    view: View, spans: Sequence[Span], rules: HeaderRules, *, rule: str, letterhead: Sequence[Line] = ()
) -> Sourced[str]:
    """The lines of a title as one, without its opening V/v, its closing mark and the enacting body under it."""
    text = " ".join(" ".join(view.slice(s).split()) for s in spans)
    if text.lstrip(" :").startswith(tuple(_QUOTES)) and rules.start(
        "subject", bare := text.strip(f":.{_QUOTES}")
    ):
        text = bare  # Thông báo “V/v ...”; quotes inside of a subject stay
    opening = rules.start("subject", text)
    text = text[opening.span.end :] if opening else text
    text = _before_issuer(text, letterhead, rules)
    enacting = rules.first("enacting_tail", text)
    text = text[: enacting.span.start] if enacting else text
    text = regex.sub(r"\s*[-–—_=]{3,}.*$", "", text).strip(" :.;,-–—_*")
    text = (
        text if text.count("”") <= text.count("“") else text.removesuffix("”")
    )  # what it closes stood before V/v
    if not text or rules.whole("position", text):
        return Sourced[str](review="không thấy trích yếu")
    return view.sourced(Span(spans[0].start, spans[-1].end), text, rule=rule)


def _type_of_symbol(
    view: View, head: Head, symbol: str | None, rules: HeaderRules, *, has_subject: bool
) -> Sourced[str]:
    told = rules.codes.type_of(f"/{symbol}") if symbol else None
    at = Span(head.end, head.end)
    found = rules.first("number", head.text)
    place = found.span if found else at
    if has_subject and told in (None, LETTER):
        return view.sourced(place, LETTER, rule="header.subject", trust=0.97)
    if symbol and told is None and _is_addressed(view, head, rules):
        review = "không thấy tên loại, trích yếu; có nơi kính gửi như công văn"
        return view.sourced(place, LETTER, rule="header.addressees", trust=0.8, review=review)
    if told:
        review = "tên loại suy ra từ ký hiệu"
        others = [LETTER] if has_subject and fold(told) != fold(LETTER) else []
        return view.sourced(
            place, told, rule="document_type.symbol", trust=0.8, review=review, candidates=others
        )
    return Sourced[str](review="không thấy tên loại văn bản")


def _is_addressed(view: View, head: Head, rules: HeaderRules) -> bool:
    """Whether *Kính gửi* stands right below the head; a telegram names who sends it."""
    below = view.text[head.end :].lstrip()
    return below[:1] in "Kk" and rules.start("addressees", below) is not None
