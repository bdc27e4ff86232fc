"""Marks that a person has to look at before the document goes on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from vanthu.document.page import Flag, Mark, MarkKind
from vanthu.repair.measures import MendingFile

SECRECY = "mark.secrecy"
HIDDEN = "mark.hides_print"


def of_marks(marks: Iterable[Mark], file: MendingFile) -> Iterator[Flag]:
    """A flag for each stamp that nobody could read and that may be a mark of secrecy, and for each mark over lost print."""
    for mark in marks:
        if mark.kind is MarkKind.POSSIBLE_SECRECY:
            yield _flag(mark, SECRECY, file)
        elif mark.hides_print:
            yield _flag(mark, HIDDEN, file)


def _flag(mark: Mark, code: str, file: MendingFile) -> Flag:
    return Flag(page=mark.page, box=mark.box, text=mark.text, code=code, reason=file.reasons[code])
