"""All marks of a page that was read from its image."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from vanthu.document.geometry import Box
from vanthu.document.page import Mark, MarkKind, Reading
from vanthu.reading.imaging.raster import POINTS
from vanthu.reading.marks import coloured, fields, looks, margins, plain, signatures
from vanthu.reading.marks.covered import under_print
from vanthu.reading.marks.lettering import SURE, Piece, secrecy
from vanthu.reading.marks.rows import rows
from vanthu.reading.marks.shapes import DPI, Shape
from vanthu.reading.marks.sheet import Sheet
from vanthu.reading.marks.wording import Marking, outline
from vanthu.reading.result import PageRead
from vanthu.reading.secrecy import Guard
from vanthu.settings import EngineSettings, Settings

_PICTURES = 5  # on one page that are read
_NEAR = 2  # readings of one stamp that come near a mark of secrecy


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
    number, scale = read.page.number, sheet.scale * POINTS / DPI
    if sheet.inks.colour is not None:
        inked = coloured.look(sheet, settings.engine)
        _refuse_secret((item.readings for item in inked), guard, marking, number)
        _refuse_lettered(coloured.unread(sheet, inked, marking), guard, number)
        found += signatures.whole(coloured.marks(sheet, inked, read.words, marking))
    if read.page.reading is Reading.OCR:
        masks = plain.unexplained(sheet, read, marking)
        shapes = plain.look(sheet, read, masks, marking, settings.engine)
        _refuse_secret((shape.readings for shape in shapes), guard, marking, number)
        words = rows(masks.silent(shapes))
        _refuse_secret(looks.read_shapes(sheet.print, scale, words, settings.engine), guard, marking, number)
        _refuse_lettered(masks.pieces(shapes), guard, number)
        reread = partial(_reread, sheet, settings.engine)
        _refuse_lettered(under_print(sheet.pixels, masks.depth), guard, number, reread)
        told = plain.marks(sheet, masks, shapes)
        found += (m for m in told if sheet.inks.colour is None or m.text or m.kind is MarkKind.HANDWRITING)
        notes = margins.notes(read.page, read.words, read.grids)
        found += (note for note in notes if not sheet.is_solid(note.box))
    if read.words:
        pens = [m.box for m in found if m.kind is MarkKind.HANDWRITING]
        found += fields.handwriting(sheet, read.words, marking, pens)
    return tuple(_once(found))


def refuse_pictured(
    sheet: Sheet, boxes: Iterable[Box], *, settings: Settings, guard: Guard, marking: Marking | None
) -> None:
    """Raises `SecretError` where a picture put on a digital page, in black, is a mark of secrecy; coloured ink is looked for by itself."""
    stamps = [s for s in map(looks.at, boxes) if looks.is_sized(s) and not _is_coloured(sheet, s)]
    if stamps and guard.watches and sheet.page.rotation == 0:
        readings = looks.read_shapes(
            sheet.print, sheet.scale * POINTS / DPI, stamps[:_PICTURES], settings.engine
        )
        _refuse_secret(readings, guard, marking or Marking({}), sheet.page.number)


def _is_coloured(sheet: Sheet, shape: Shape) -> bool:
    x0, y0, x1, y1 = (max(0, round(v)) for v in shape.box)
    return any(mask[y0:y1, x0:x1].any() for mask in sheet.colours.values())


def _refuse_secret(
    stamps: Iterable[Sequence[looks.Reading]], guard: Guard, marking: Marking, page: int
) -> None:
    """Raises `SecretError` for a mark of secrecy.

    Worn letters of a stamp may be read a little wrong; readings that are farther off count where several come near.
    """
    said = [[_texts(lines) for lines in readings] for readings in stamps]
    for texts in (texts for readings in said for texts in readings):
        guard.check_stamp(texts, page)
    for readings in said if guard.watches else ():
        worn = _those(readings, lambda text: marking.find("secrecy", text))
        near = _those(readings, lambda text: marking.find("secrecy_near", outline(text)))
        if worn or len(near) >= _NEAR:
            guard.suspect(page, f"con dấu đọc được: {(worn or near)[0]}")


def _texts(lines: looks.Reading) -> list[str]:
    """The lines of a reading, and all together."""
    return [*(line.text for line in lines), " ".join(line.text for line in lines)]


def _those(readings: Sequence[Sequence[str]], is_like: Callable[[str], object]) -> list[str]:
    """Of each reading the first text that is like a mark of secrecy; none of readings without one."""
    found = (next(filter(is_like, texts), None) for texts in readings)
    return [text for text in found if text is not None]


def _refuse_lettered(
    pieces: Iterable[Piece],
    guard: Guard,
    page: int,
    read: Callable[[Piece], Sequence[looks.Reading]] = lambda _: (),
) -> None:
    """Raises `SecretError` where the letters of a mark of secrecy are seen in ink that could not be read.

    With `read` the engine is asked before anything is suspected: it may be sure of other letters.
    """
    for likely, piece in secrecy(pieces) if guard.watches else ():
        if likely >= SURE or not looks.is_read(read(piece)):
            guard.suspect(page, f"nét mực giống chữ của dấu mật, máy tin {likely:.0%}")


def _reread(sheet: Sheet, engine: EngineSettings, piece: Piece) -> Sequence[looks.Reading]:
    """What the engine reads where a piece was cut out."""
    if piece.shape is None:
        return ()
    return looks.read_shapes(sheet.print, sheet.scale * POINTS / DPI, [piece.shape], engine)[0]


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
