"""Where another document begins in a file: on a page whose head is a letterhead of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

import regex

from vanthu.layout.lines.textline import TextLine, is_upper
from vanthu.layout.roles import Roles

_HEAD = 24  # lines that letterhead, type and title take at most
_ENOUGH = 5  # lines: fewer before a letterhead are a cover, or dirt on a blank sheet
_NAME = 60  # characters of a line that can be an issuer's
_YEAR = regex.compile(r"\b(?:19|20)\d\d\b")
_DIGITS = regex.compile(r"\d+")
_BLANKS = regex.compile(r"[\s.…_]+")


def document_starts(lines: Sequence[TextLine], roles: Roles) -> tuple[int, ...]:
    """Indices of the lines that documents begin with; the first is 0, also where there are no lines.

    A page opens a document of its own where motto, issuer, and a number or a day that are filled in stand at its top. A paper that
    says what it is attached to, an appendix, a form to be filled in, and a head repeated with the same number open none.
    """
    starts, number, last = [0], None, 0
    for at, page in _pages(lines):
        head = _Head.of(page, roles)
        own = head.number if head is not None else None
        if head is not None and at - last >= _ENOUGH and not (own and own == number):
            starts.append(at)
        if head is not None:
            last, number = starts[-1], own or number
    return tuple(starts)


def _pages(lines: Sequence[TextLine]) -> Iterator[tuple[int, list[TextLine]]]:
    at = 0
    for _, group in groupby(lines, key=lambda line: line.page):
        page = list(group)
        yield at, page
        at += len(page)


@dataclass(frozen=True)
class _Head:
    """A letterhead that is a document's own; `number` without blanks, `None` where no digit of it is known."""

    number: str | None

    @classmethod
    def of(cls, page: Sequence[TextLine], roles: Roles) -> _Head | None:
        lines = _top(page, roles)
        if any(roles.starts(line.text, "attached", "appendix") for line in lines):
            return None
        texts = [line.text for line in lines]
        motto = any(roles.has(t, "motto", "motto_line") for t in texts)
        named = any(_is_issuer(line, roles) for line in lines)
        numbered = [t for t in texts if roles.starts(t, "number", "number_line") and len(t) < _NAME]
        dated = any(roles.has(t, "place_date") and _YEAR.search(t) for t in texts)
        filled = next((t for t in numbered if _DIGITS.search(t)), None)
        if not (motto and named and numbered and (filled or dated)):
            return None
        return cls(_BLANKS.sub("", filled) if filled else None)


def _top(page: Sequence[TextLine], roles: Roles) -> list[TextLine]:
    """The first lines, down to the first of the body."""
    top: list[TextLine] = []
    for line in [x for x in page if not x.speck][:_HEAD]:
        if line.grid is not None or roles.starts(line.text, "basis", "numbering"):
            break
        top.append(line)
    return top


def _is_issuer(line: TextLine, roles: Roles) -> bool:
    if roles.has(line.text, "motto", "motto_line") or len(line.text) > _NAME:
        return False
    return is_upper(line.text) and roles.starts(line.text, "organ")
