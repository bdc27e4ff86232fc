"""What stands on a page beside the running text: page numbers, stamps, specks, footnotes."""

from __future__ import annotations

from collections.abc import Sequence

from vanthu.document.layout import BlockKind
from vanthu.document.page import Word
from vanthu.layout.lines.textline import Side, TextLine, cut, is_upper
from vanthu.layout.parts.notes import note_lines
from vanthu.layout.roles import Roles

HEAD_LINES = 30  # stamps for incoming papers stand on the first page, above the body
_FAR = 12  # lines: numbers alone on their lines that stand closer are cells of a table
_BESIDE = 3  # lines of a stamp stand at most so far from each other
Kinds = list[BlockKind | None]


def split_stamps(lines: Sequence[TextLine], words: Sequence[Word], roles: Roles) -> list[TextLine]:
    """The lines with the words of an arrival stamp cut off from the line that they ran into."""
    out: list[TextLine] = []
    for number, line in enumerate(lines):
        found = roles.find("stamp", line.text) if number < HEAD_LINES and line.aside is None else ()
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
    _mark_receiver(kinds, lines, roles)
    free = [n for n, kind in enumerate(kinds) if kind is None]
    for at in note_lines([lines[n] for n in free], words, roles):
        kinds[free[at]] = BlockKind.FOOTNOTE
    return kinds


def _mark_receiver(kinds: Kinds, lines: Sequence[TextLine], roles: Roles) -> None:
    """The body that received the paper stands in its stamp: beside it, after number and date of the paper itself."""
    seen: set[str] = set()
    for n, line in enumerate(lines[:HEAD_LINES]):
        seen |= {part for part in ("number", "place_date") if roles.starts(line.text, part)}
        around = kinds[max(0, n - _BESIDE) : n + _BESIDE + 1]
        free = len(seen) == 2 and kinds[n] is None and line.side is Side.WHOLE
        if free and BlockKind.STAMP in around and is_upper(line.text) and roles.starts(line.text, "organ"):
            kinds[n] = BlockKind.STAMP


def _kind(number: int, lines: Sequence[TextLine], roles: Roles) -> BlockKind | None:
    line = lines[number]
    if line.grid is not None:
        return BlockKind.TABLE
    if line.aside is not None:
        return line.aside
    if line.speck or roles.starts(line.text, "noise"):
        return BlockKind.NOISE
    if _is_page_number(number, lines, roles):
        return BlockKind.PAGE_NUMBER
    arrived = number < HEAD_LINES and roles.starts(line.text, "stamp", "stamp_line")
    return BlockKind.STAMP if arrived or roles.starts(line.text, "signature") else None


def _is_page_number(number: int, lines: Sequence[TextLine], roles: Roles) -> bool:
    line = lines[number]
    if not roles.starts(line.text, "page_number") or _ends_a_sentence(number, lines, roles):
        return False
    if line.first or line.last or line.scanned:
        return line.first or line.last
    apart = line.gap and (number + 1 == len(lines) or lines[number + 1].gap)
    around = (*lines[max(0, number - _FAR) : number], *lines[number + 1 : number + _FAR])
    return apart or not any(roles.starts(other.text, "page_number") for other in around)


def _ends_a_sentence(number: int, lines: Sequence[TextLine], roles: Roles) -> bool:
    """Whether a figure that stands alone is what the line right above lacks: *xong trong tháng* / *11.*"""
    line = lines[number]
    apart = line.first or line.gap or line.centred
    return number > 0 and not apart and roles.ends(lines[number - 1].text, "dangling")


def _spread_stamps(kinds: Kinds, lines: Sequence[TextLine], roles: Roles) -> None:
    """Number and date of arrival are known by the stamp's other fields beside them."""
    changed = True
    while changed:
        changed = False
        for n, line in enumerate(lines):
            around = kinds[max(0, n - _BESIDE) : n + _BESIDE + 1]
            if kinds[n] is None and BlockKind.STAMP in around and roles.starts(line.text, "stamp_beside"):
                kinds[n], changed = BlockKind.STAMP, True
