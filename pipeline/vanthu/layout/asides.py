"""What stands on a page beside the document's own text: page numbers, stamps, specks, footnotes."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from vanthu.document.layout import BlockKind
from vanthu.document.page import Word
from vanthu.layout.roles import Roles
from vanthu.layout.textline import Side, TextLine, cut

HEAD_LINES = 30  # stamps for incoming papers stand on the first page, above the body
_BESIDE = 3  # lines of a stamp stand at most so far from each other
_LONG = 5  # words: shorter lines tell little about the size of type
_SMALL = 0.87  # type of notes in proportion to the body's
Kinds = list[BlockKind | None]


def split_stamps(lines: Sequence[TextLine], words: Sequence[Word], roles: Roles) -> list[TextLine]:
    """The lines with the words of an arrival stamp cut off from the line that they ran into."""
    out: list[TextLine] = []
    for number, line in enumerate(lines):
        found = roles.find("stamp", line.text) if number < HEAD_LINES else ()
        for match in found[:1]:
            before, rest = cut(line, match.span.start, words)
            end = match.span.end - (len(before.text) + 1 if before else 0)
            stamp, after = cut(rest, end, words) if rest else (None, None)
            out += [piece for piece in (before, stamp, after) if piece]
        if not found:
            out.append(line)
    return out


def mark_asides(lines: Sequence[TextLine], words: Sequence[Word], roles: Roles) -> Kinds:
    """The kind of each line that is no part of the flow; `None` for the others."""
    kinds: Kinds = [_kind(n, lines, roles) for n in range(len(lines))]
    _spread_stamps(kinds, lines, roles)
    _mark_notes(kinds, lines, words, roles)
    return kinds


def _kind(number: int, lines: Sequence[TextLine], roles: Roles) -> BlockKind | None:
    line = lines[number]
    if line.grid is not None:
        return BlockKind.TABLE
    if line.speck or roles.starts(line.text, "noise"):
        return BlockKind.NOISE
    if _is_page_number(number, lines, roles):
        return BlockKind.PAGE_NUMBER
    arrived = number < HEAD_LINES and roles.starts(line.text, "stamp", "stamp_line")
    return BlockKind.STAMP if arrived or roles.starts(line.text, "signature") else None


def _is_page_number(number: int, lines: Sequence[TextLine], roles: Roles) -> bool:
    line = lines[number]
    if not roles.starts(line.text, "page_number"):
        return False
    apart = line.gap and (number + 1 == len(lines) or lines[number + 1].gap)
    return line.first or line.last or (apart and not line.scanned)


def _spread_stamps(kinds: Kinds, lines: Sequence[TextLine], roles: Roles) -> None:
    """Number and date of arrival are known by the stamp's other fields beside them."""
    changed = True
    while changed:
        changed = False
        for n, line in enumerate(lines):
            around = kinds[max(0, n - _BESIDE) : n + _BESIDE + 1]
            if kinds[n] is None and BlockKind.STAMP in around and roles.starts(line.text, "stamp_beside"):
                kinds[n], changed = BlockKind.STAMP, True


def _mark_notes(kinds: Kinds, lines: Sequence[TextLine], words: Sequence[Word], roles: Roles) -> None:
    noting = False
    body = _body_height(lines)
    for n, line in enumerate(lines):
        if kinds[n] is not None:
            noting = noting and kinds[n] is not BlockKind.TABLE
            continue
        if line.first or line.gap or (noting and line.scanned and not _is_small(line, body)):
            noting = noting and line.scanned and not line.first and _is_small(line, body)
        noting = noting or _opens_note(n, lines, words, roles, body)
        if noting:
            kinds[n] = BlockKind.FOOTNOTE


def _opens_note(
    n: int, lines: Sequence[TextLine], words: Sequence[Word], roles: Roles, body: float | None
) -> bool:
    line = lines[n]
    if line.scanned:
        marked = roles.starts(line.text, "footnote", "footnote_plain", "footnote_misread")
        return (marked or line.gap) and _is_foot(n, lines, body)
    if roles.starts(line.text, "footnote"):
        return True
    mark = roles.start("footnote_plain", line.text)
    return bool(mark and line.gap and _refers(line, line.text[: mark.span.end].strip(), words))


def _refers(line: TextLine, mark: str, words: Sequence[Word]) -> bool:
    """Whether a word further up on the page has the note's mark glued to it."""
    pattern = regex.compile(rf"\p{{Ll}}{{2,}}[”\")]?{mark}[,.;:”\")]*")
    upto = line.words[0]
    return any(w.page == line.page and pattern.fullmatch(w.text) for w in words[:upto])


def _body_height(lines: Sequence[TextLine]) -> float | None:
    heights = sorted(h for line in lines if len(line.words) > _LONG and (h := line.height) is not None)
    return heights[len(heights) // 2] if heights else None


def _is_small(line: TextLine, body: float | None) -> bool:
    return body is not None and line.height is not None and line.height < _SMALL * body


def _is_foot(n: int, lines: Sequence[TextLine], body: float | None) -> bool:
    """Whether from here down to the page's end there is small type only, and running text above."""
    if lines[n].side is not Side.WHOLE:
        return False
    own = [
        k
        for k, line in enumerate(lines)
        if line.page == lines[n].page and line.side is Side.WHOLE and len(line.words) > _LONG
    ]
    above = [k for k in own if k < n and not _is_small(lines[k], body)]
    below = [k for k in own if k >= n]
    return bool(above and below) and all(_is_small(lines[k], body) for k in below)
