"""Lists of bodies: addressees, recipients, and the archive at the end of the latter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from vanthu.document.evidence import Sourced
from vanthu.document.geometry import Span
from vanthu.document.layout import BlockKind
from vanthu.understanding.header.rules import HeaderRules
from vanthu.understanding.header.view import Line, View

_BULLET = regex.compile(r"^\s*[-–—+•*~·▪]+\s*")
_INNER_BULLET = regex.compile(r"[;.,]\s*(?=[-–—+•]\s*\p{L})")
_ANNOUNCED = regex.compile(r"\s\p{Ll}+:$")  # behind a name a colon is a misread semicolon
_HEAD_LINES = 60
_BETWEEN = regex.compile(r";\s*(?![^(]*\))(?=[^\p{Ll}\s])")


def addressees_of(view: View, rules: HeaderRules) -> tuple[Sourced[str], ...]:
    """The bodies after *Kính gửi*, one entry each."""
    lines = list(_addressed(view, rules))
    return tuple(
        view.sourced(s, _clean(view.slice(s)), rule="header.addressees") for s in _entries(view, lines)
    )


def _addressed(view: View, rules: HeaderRules) -> Iterator[Span]:
    lines = view.lines[:_HEAD_LINES]
    first = next(((i, m) for i, x in enumerate(lines) if (m := rules.start("addressees", x.text))), None)
    if first is None:
        return
    index, head = first
    line = lines[index]
    rest = Span(line.span.start + head.span.end, line.span.end)
    if view.slice(rest).strip(" :.;-…_"):
        yield rest
        if view.slice(rest).rstrip().endswith("."):
            return
    for below in lines[index + 1 :]:
        if not _goes_on(below, line.kind, rules):
            return
        yield below.span
        if below.text.endswith("."):
            return


def _goes_on(line: Line, kind: BlockKind, rules: HeaderRules) -> bool:
    if line.kind is BlockKind.ADDRESSEES:
        return True
    if kind is BlockKind.ADDRESSEES:
        return False
    return (
        bool(_BULLET.match(line.text)) and len(line.text) < 200 and not rules.opens(line.text, "recipients")
    )


def recipients_of(
    view: View, left: Sequence[Span], rules: HeaderRules
) -> tuple[tuple[Sourced[str], ...], Sourced[str]]:
    """The entries of *Nơi nhận* in order, and the archive's entry apart from them. `left` begins with the list's head."""
    lines = list(_received(view, left, rules))
    entries, archive = [], Sourced[str]()
    for span in _entries(view, lines):
        text = view.slice(span)
        kept = rules.first("archive", text)
        if kept and not text[: kept.span.start].strip(" -–—+•*~;.,"):
            inner = Span(span.start + kept.span.end, span.end)
            value = _clean(view.slice(inner))
            archive = view.sourced(inner, value or None, rule=kept.rule.id)
            continue
        if kept:
            inner = Span(span.start + kept.span.end, span.end)
            archive = view.sourced(inner, _clean(view.slice(inner)) or None, rule=kept.rule.id)
            span = Span(span.start, span.start + kept.span.start)  # noqa: PLW2901 - the entry before the archive
        if value := _clean(view.slice(span)):
            entries.append(view.sourced(span, value, rule="header.recipients"))
    return tuple(entries), archive


def _received(view: View, left: Sequence[Span], rules: HeaderRules) -> Iterator[Span]:
    """The lines of the list without its head, and without *Bản điện tử:*, *Bản giấy:*."""
    archived = False
    for index, span in enumerate(left):
        head = rules.first("recipients", view.slice(span)) if index == 0 else None
        rest = Span(span.start + head.span.end, span.end) if head else span
        copies = rules.start("copies", view.slice(rest))
        if archived and copies is None and not _goes_on_below(view.slice(rest)):
            return
        rest = Span(rest.start + copies.span.end, rest.end) if copies else rest
        text = view.slice(rest)
        if text.strip(" :.;"):
            archived = archived or rules.first("archive", text) is not None
            yield rest


def _goes_on_below(text: str) -> bool:
    """Whether a line below the archive's still belongs to the list."""
    return bool(_BULLET.match(text)) or text[:1].islower()


def _entries(view: View, lines: Sequence[Span]) -> Iterator[Span]:
    """Entries begin with a bullet, or after an entry that was closed; several may stand on one line."""
    current: Span | None = None
    for span in lines:
        for piece in _pieces(view, span):
            text = view.slice(piece)
            if current is not None and _continues(view.slice(current), text):
                current = Span(current.start, piece.end)
                continue
            if current is not None:
                yield current
            current = piece
    if current is not None:
        yield current


def _pieces(view: View, span: Span) -> Iterator[Span]:
    """The entries of a line: what a bullet opens is one, however many bodies share it."""
    text = view.slice(span)
    marks = (_INNER_BULLET,) if _BULLET.match(text) else (_INNER_BULLET, _BETWEEN)
    cuts = sorted({m.end() for p in marks for m in p.finditer(text)})
    for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True):
        if text[start:end].strip(" -–;.,:…_"):
            yield Span(span.start + start, span.start + end)


def _continues(entry: str, text: str) -> bool:
    """Whether a line goes on with an entry: no bullet, and the entry open or the line begun small."""
    bare, above = text.lstrip(), entry.rstrip()
    if _BULLET.match(text) or above.endswith((";", ".")):
        return False
    if above.endswith(":"):  # a list that a bullet's line announces stands on the next one, which has none
        return bool(_BULLET.match(entry)) and bool(_ANNOUNCED.search(above)) and "," in bare
    return above.endswith((",", "-", "–")) or above.count("(") > above.count(")") or not bare[:1].isupper()


def _clean(text: str) -> str:
    plain = " ".join(_BULLET.sub("", text).split())
    return regex.sub(r"[\s;.,:/*-]+$", "", plain) if not plain.endswith("...") else plain
