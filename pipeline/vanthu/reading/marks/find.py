"""All marks of a page that was read from its image."""

from __future__ import annotations

from collections.abc import Iterable

from vanthu.document.page import Mark, MarkKind, Reading
from vanthu.reading.marks import coloured, fields, plain
from vanthu.reading.marks.sheet import Sheet
from vanthu.reading.marks.wording import Marking
from vanthu.reading.result import PageRead
from vanthu.reading.secrecy import Guard
from vanthu.settings import Settings


def find_marks(
    sheet: Sheet, read: PageRead, *, settings: Settings, guard: Guard, marking: Marking | None
) -> tuple[Mark, ...]:
    """The marks, top to bottom; they point into the page's own words.

    Raises `SecretError` where a stamp is a mark of secrecy, `PageError` where the engine fails on one. Without
    `marking` and rules of secrecy nothing is looked for.
    """
    if marking is None and not guard.watches:
        return ()
    marking = marking or Marking({})
    found: list[Mark] = []
    if sheet.inks.colour is not None:
        inked = coloured.look(sheet, settings.engine)
        for item in inked:
            guard.check_stamp([line.text for line in item.lines])
        found += coloured.marks(sheet, inked, marking)
    elif read.page.reading is Reading.OCR:
        shapes = plain.look(sheet, read, marking, settings.engine)
        for shape in shapes:
            guard.check_stamp([line.text for line in shape.said])
        found += plain.marks(sheet, shapes)
    if read.words:
        found += fields.handwriting(sheet, read.words, marking)
    return tuple(_once(found))


def _once(marks: Iterable[Mark]) -> list[Mark]:
    """In the order of the page; a word belongs to one mark, and handwriting inside a stamp is the stamp's."""
    kept: list[Mark] = []
    taken: set[int] = set()
    for mark in sorted(marks, key=lambda m: m.kind is MarkKind.HANDWRITING):
        inside = mark.kind is MarkKind.HANDWRITING and any(
            m.kind not in (MarkKind.HANDWRITING, MarkKind.SEAL) and m.box.contains(mark.box.centre)
            for m in kept
        )
        if not inside:
            kept.append(mark.model_copy(update={"words": tuple(n for n in mark.words if n not in taken)}))
            taken.update(mark.words)
    return sorted(kept, key=lambda m: (m.box.y0, m.box.x0))
