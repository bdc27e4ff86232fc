"""One line of a wall calendar: who, what, until when, from which paper."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from vanthu.export.calendar.due_text import day_off_words, done_words, kind_name, limit_words, place_of, what
from vanthu.export.timing import phrase
from vanthu.export.wording import shorten
from vanthu.planning.agenda import Item, Matter
from vanthu.planning.occurrences import Role

_SIGNS = {Role.BEGIN: "▸", Role.END: "■", Role.REPEAT: "↻", Role.EVENT: "◆", Role.DUE: ""}
_BEFORE = "◂"
_DONE = "✓"


@dataclass(frozen=True)
class Line:
    """`colour` is that of the first leading unit, 0 for the units that share the grey one. `day` is `None` for what has none."""

    day: date | None
    clock: str
    sign: str
    kind: str
    units: str
    text: str
    limit: str
    place: str
    page: int | None
    off: str
    colour: int


def line(item: Item, colours: Mapping[str, int], length: int) -> Line:
    """A deadline on a day; its text has at most `length` letters."""
    matter, at = item.matter, item.at
    done = done_words(matter)
    return Line(
        day=at.day,
        clock=at.clock or "",
        sign=_DONE if done else _BEFORE if at.before else _SIGNS[at.role],
        kind=kind_name(matter),
        units=", ".join(matter.units),
        text=shorten(what(matter), length),
        limit=done or limit_words(item),
        place=place_of(matter),
        page=_page(matter),
        off="" if done else day_off_words(item.day_off),
        colour=_colour(matter, colours),
    )


def standing(matter: Matter, colours: Mapping[str, int], length: int) -> Line:
    """A deadline that goes on, or comes so often that no day is named."""
    return Line(
        day=None,
        clock="",
        sign="",
        kind=kind_name(matter),
        units=", ".join(matter.units),
        text=shorten(what(matter), length),
        limit=phrase(matter.deadline) if matter.deadline else "",
        place=place_of(matter),
        page=_page(matter),
        off="",
        colour=_colour(matter, colours),
    )


def _page(matter: Matter) -> int | None:
    proof = matter.deadline.evidence if matter.deadline else matter.row.evidence if matter.row else None
    return proof.page if proof and proof.page else matter.task.page if matter.task else None


def _colour(matter: Matter, colours: Mapping[str, int]) -> int:
    return colours.get(matter.units[0], 0) if matter.units else 0
