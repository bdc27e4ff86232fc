"""All marks of a page that was read from its image."""

from __future__ import annotations

from vanthu.document.page import Mark
from vanthu.reading.marks import coloured
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
    `marking` stamps are only asked for secrecy.
    """
    if marking is None and not guard.watches:
        return ()
    inked = coloured.look(sheet, settings.engine) if sheet.inks.colour is not None else ()
    for item in inked:
        guard.check_stamp([line.text for line in item.lines])
    if marking is None:
        return ()
    return tuple(sorted(coloured.marks(sheet, inked, marking), key=lambda m: (m.box.y0, m.box.x0)))
