"""Heads whose columns ran together: one line that holds issuer, motto, number, date or the type's name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from vanthu.document.page import Word
from vanthu.layout.lines.textline import Side, TextLine, cut
from vanthu.layout.roles import Roles

_PARTS = ("motto", "number", "place_date", "type")


def split_heads(lines: Sequence[TextLine], words: Sequence[Word], roles: Roles) -> list[TextLine]:
    """The lines, with every one that holds two parts of a letterhead cut at their borders."""
    out: list[TextLine] = []
    for line in lines:
        out += _pieces(line, words, roles) if _is_crowded(line, roles) else [line]
    return out


def _is_crowded(line: TextLine, roles: Roles) -> bool:
    if line.side is not Side.WHOLE or line.grid is not None or line.aside is not None:
        return False
    if roles.has(line.text, "motto"):
        return True
    if roles.starts(line.text, "number"):
        return roles.has(line.text, "date_alone", "type")
    return roles.starts(line.text, "recipients") and roles.has(line.text, "authority", "position")


def _pieces(line: TextLine, words: Sequence[Word], roles: Roles) -> Iterable[TextLine]:
    rest: TextLine | None = line
    while rest:
        border = _next_border(rest, roles)
        if border is None:
            yield rest
            return
        piece, rest = cut(rest, border, words)
        if piece:
            yield piece


def _next_border(line: TextLine, roles: Roles) -> int | None:
    """Where the first part of this line ends, or where another begins; `None` where it is one part."""
    spans = sorted(m.span for part in _parts_for(line, roles) for m in roles.find(part, line.text))
    inner = [at for span in spans for at in span if 0 < at < len(line.text)]
    heads = [span for span in spans if span.start == 0]
    if heads and heads[0].end < len(line.text):
        return heads[0].end
    return min(inner, default=None)


def _parts_for(line: TextLine, roles: Roles) -> tuple[str, ...]:
    if roles.starts(line.text, "recipients"):
        return ("recipients", "authority", "position")
    head = next((part for part in _PARTS if roles.start(part, line.text)), None)
    if head == "type":  # the title behind the type's name stays with it
        return ()
    return (head,) if head else ("motto", "number") if roles.has(line.text, "motto", "number") else _PARTS
