"""What stands on a page beside the running text: page numbers, stamps, specks, footnotes."""

from __future__ import annotations

from collections.abc import Sequence

from vanthu.document.layout import BlockKind
from vanthu.document.page import Word
from vanthu.layout.notes import note_lines
from vanthu.layout.roles import Roles
from vanthu.layout.textline import TextLine, cut

HEAD_LINES = 30  # stamps for incoming papers stand on the first page, above the body
_BESIDE = 3  # lines of a stamp stand at most so far from each other
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
    free = [n for n, kind in enumerate(kinds) if kind is None]
    for at in note_lines([lines[n] for n in free], words, roles):
        kinds[free[at]] = BlockKind.FOOTNOTE
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
