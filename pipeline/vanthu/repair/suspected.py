"""Stamps that nobody could read and that may be marks of secrecy: a person has to look before the document goes on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from vanthu.document.page import Flag, Mark, MarkKind
from vanthu.repair.measures import MendingFile

CODE = "mark.secrecy"


def possible_secrecy(marks: Iterable[Mark], file: MendingFile) -> Iterator[Flag]:
    """A flag for each such stamp."""
    for mark in marks:
        if mark.kind is MarkKind.POSSIBLE_SECRECY:
            yield Flag(page=mark.page, box=mark.box, text=mark.text, code=CODE, reason=file.reasons[CODE])
