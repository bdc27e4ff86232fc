"""Footnotes of a DOCX: their marks in the text, and their own text for the foot of the page that calls them."""

from __future__ import annotations

from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import qn

from vanthu.orthography import raised


class Footnotes:
    """The notes of one document, numbered in the order they are called."""

    def __init__(self, document: Any) -> None:
        self._notes = {note.get(qn("w:id")): note for note in _elements(document)}
        self._called: list[Any] = []
        self._count = 0

    def call(self, reference: Any) -> str:
        """The raised number to print for a reference in the text; empty where it leads nowhere."""
        note = self._notes.get(reference.get(qn("w:id")))
        if note is None:
            return ""
        self._called.append(note)
        self._count += 1
        return raised(str(self._count))

    def take(self) -> list[tuple[str, list[Any]]]:
        """Mark and paragraphs of the notes called since the last time."""
        first = self._count - len(self._called) + 1
        taken = [(raised(str(first + i)), list(note.iter(qn("w:p")))) for i, note in enumerate(self._called)]
        self._called.clear()
        return taken


def _elements(document: Any) -> list[Any]:
    for relation in document.part.rels.values():
        if relation.reltype.endswith("/footnotes"):
            return list(parse_xml(relation.target_part.blob).iter(qn("w:footnote")))
    return []
