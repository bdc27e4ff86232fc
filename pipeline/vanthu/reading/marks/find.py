"""All marks of a page that was read from its image."""

from __future__ import annotations

from collections.abc import Iterable

from vanthu.document.page import Mark, MarkKind, Reading
from vanthu.reading.marks import coloured, fields, handwritten, margins, plain, signatures
from vanthu.reading.marks.covered import under_print
from vanthu.reading.marks.rows import rows
from vanthu.reading.marks.sheet import Sheet
from vanthu.reading.marks.unexplained import stands_out_of_print, unexplained
from vanthu.reading.marks.watch import Watch
from vanthu.reading.marks.wording import Marking
from vanthu.reading.recognition.signing import Signing
from vanthu.reading.result import PageRead
from vanthu.reading.secrecy import Guard
from vanthu.settings import Settings

# marks that may be another's, and what claims none of them: a pen writes beside a seal, what says nothing may hide a mark of secrecy
_WITHIN = {
    MarkKind.HANDWRITING: {MarkKind.SEAL, MarkKind.POSSIBLE_SECRECY},
    MarkKind.POSSIBLE_SECRECY: {MarkKind.OTHER, MarkKind.SEAL, MarkKind.SIGNATURE},
}


def find_marks(
    sheet: Sheet,
    read: PageRead,
    *,
    settings: Settings,
    guard: Guard,
    marking: Marking | None,
    signing: Signing | None = None,
) -> tuple[Mark, ...]:
    """The marks, top to bottom; they point into the page's own words. With `signing` signers' corners are known.

    Raises `SecretError` where a stamp is a mark of secrecy, `PageError` where the engine fails on one. Without
    `marking` and rules of secrecy nothing is looked for.
    """
    if marking is None and not guard.watches:
        return ()
    marking = marking or Marking({})
    found: list[Mark] = []
    signers = signatures.closing_rooms(sheet, read.words, signing) if signing else ()
    watch = Watch(sheet, guard, marking, settings.engine, signers)
    if sheet.inks.colour is not None:
        inked = coloured.look(sheet, settings.engine)
        found += watch.over_readings((item.shape, item.readings) for item in inked)
        found += watch.over_letters(coloured.unread(sheet, inked, marking))
        found += signatures.whole(coloured.marks(sheet, inked, read.words, marking))
    if read.page.reading is Reading.OCR:
        masks = unexplained(sheet, read, marking)
        shapes = plain.look(sheet, read, masks, marking, settings.engine)
        found += watch.over_readings((item.shape, item.readings) for item in shapes)
        silent = masks.silent(item.shape for item in shapes if item.told is None)
        found += watch.over_shapes(rows(s for s in silent if stands_out_of_print(s, masks.hidden)))
        found += watch.over_letters(masks.pieces(silent), rereads=True)
        found += watch.over_letters(under_print(sheet.pixels, sheet.uncoloured(masks.depth)), rereads=True)
        found += watch.over_frames((item.shape, item.readings) for item in shapes if item.told is None)
        told = plain.marks(sheet, masks, shapes)
        found += (m for m in told if sheet.inks.colour is None or m.text or m.kind is MarkKind.HANDWRITING)
        notes = margins.notes(read.page, read.words, read.grids)
        found += (note for note in notes if not sheet.is_solid(note.box))
        found = signatures.with_uncoloured(found, sheet, read.words, signing, marking)
    if read.words:
        pens = [m.box for m in found if m.kind is MarkKind.HANDWRITING and m.colour]
        found += fields.handwriting(sheet, read.words, marking, pens)
    marks = handwritten.read_fields(_once(found), sheet, read.words, marking)
    return tuple(sorted(marks, key=lambda m: (m.box.y0, m.box.x0)))


def _once(marks: Iterable[Mark]) -> list[Mark]:
    """The marks that are no part of others; a word belongs to one."""
    kept: list[Mark] = []
    taken: set[int] = set()
    for mark in sorted(marks, key=lambda m: m.kind in _WITHIN):
        if not _is_told(mark, kept):
            kept.append(mark.model_copy(update={"words": tuple(n for n in mark.words if n not in taken)}))
            taken.update(mark.words)
    return kept


def _is_told(mark: Mark, kept: Iterable[Mark]) -> bool:
    """Whether a mark is another's: handwriting inside a stamp, letters of a stamp that was read."""
    around = {m.kind for m in kept if m.box.contains(mark.box.centre)} - {MarkKind.HANDWRITING}
    return mark.kind in _WITHIN and bool(around - _WITHIN[mark.kind])
