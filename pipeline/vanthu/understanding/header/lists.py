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
_BETWEEN = regex.compile(r";\s*(?![^(]*\))(?=\S)")


def addressees_of(view: View, rules: HeaderRules) -> tuple[Sourced[str], ...]:
    """The bodies after *Kính gửi*, one entry each."""
    lines = list(_addressed(view, rules))
    return tuple(
        view.sourced(s, _clean(view.slice(s)), rule="header.addressees") for s in _entries(view, lines)
    )


def _addressed(view: View, rules: HeaderRules) -> Iterator[Span]:
    begun = False
    for index, line in enumerate(view.lines):
        found = rules.start("addressees", line.text)
        if found and not begun:
            begun, kind = True, line.kind
            rest = Span(line.span.start + found.span.end, line.span.end)
            if view.slice(rest).strip(" :.;-"):
                yield rest
                if view.slice(rest).rstrip().endswith("."):
                    return
        elif begun:
            if not _goes_on(line, kind, rules):
                return
            yield line.span
            if line.text.endswith((".", "./.")):
                return
        elif index > 60:
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
    view: View, foot: Sequence[Line], rules: HeaderRules
) -> tuple[tuple[Sourced[str], ...], Sourced[str]]:
    """The entries of *Nơi nhận* in order, and the archive's entry apart from them."""
    lines = list(_received(view, foot, rules))
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


def _received(view: View, foot: Sequence[Line], rules: HeaderRules) -> Iterator[Span]:
    begun = False
    archived = False
    for line in foot:
        found = rules.first("recipients", line.text)
        if found and not begun:
            begun = True
            rest = Span(line.span.start + found.span.end, line.span.end)
            kept = _beside_signer(view, rest, line.kind, rules)
            if view.slice(kept).strip(" :.;"):
                yield kept
        elif begun and line.kind is not BlockKind.SIGNER:
            kept = _beside_signer(view, line.span, line.kind, rules)
            text = view.slice(kept).strip()
            if not text or (archived and not _BULLET.match(text) and line.kind is not BlockKind.RECIPIENTS):
                if not text:
                    continue
                return
            archived = archived or rules.first("archive", text) is not None
            yield kept


def _beside_signer(view: View, span: Span, kind: BlockKind, rules: HeaderRules) -> Span:
    """A line's part before the signer's, where both columns got onto it."""
    text = view.slice(span)
    cuts = [m.span.start for part in ("authority", "position") for m in rules.find(part, text)]
    if kind is not BlockKind.RECIPIENTS and (name := rules.first("person", text)) and "(" not in text:
        cuts.append(name.span.start)
    end = span.start + min(cuts, default=len(text))
    return Span(span.start, end)


def _entries(view: View, lines: Sequence[Span]) -> Iterator[Span]:
    """Entries begin with a bullet, or after an entry that was closed; several may stand on one line."""
    current: Span | None = None
    for span in lines:
        for piece in _pieces(view, span):
            text = view.slice(piece)
            fresh = _BULLET.match(text) is not None
            if current is not None and not fresh and not _closed(view.slice(current)):
                current = Span(current.start, piece.end)
                continue
            if current is not None:
                yield current
            current = piece
    if current is not None:
        yield current


def _pieces(view: View, span: Span) -> Iterator[Span]:
    text = view.slice(span)
    cuts = sorted({m.end() for p in (_INNER_BULLET, _BETWEEN) for m in p.finditer(text)})
    for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True):
        if text[start:end].strip(" -–;.,:"):
            yield Span(span.start + start, span.start + end)


def _closed(text: str) -> bool:
    return text.rstrip().endswith((";", ".", ":"))


def _clean(text: str) -> str:
    plain = " ".join(_BULLET.sub("", text).split())
    return regex.sub(r"[\s;.,:/*-]+$", "", plain) if not plain.endswith("...") else plain
