"""The glyphs of a PDF page as they lie in the file, freed of what is not seen as text: doubled, outside of the paper, overprinted dots."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

import regex

if TYPE_CHECKING:  # who reads scans does not wait for the reader of layers
    from vanthu.reading.digital.pdf.drawn import Drawn

Glyph: TypeAlias = dict[str, Any]

_TINY = 2.0  # points: smaller print is no print
_DOUBLED = 0.15  # of the size: the same letter so near is a bold one
_FILLING = frozenset(" \u00a0._…-–—")  # what a blank to be filled in is drawn with
_OVER = 0.5  # of the narrower glyph: so much under another one is printed over
_BAND = 6.0  # points: rows of a page are looked for in bands of this height
_MARK = regex.compile(r"\p{M}")


class Glyphs(NamedTuple):
    """What is seen, in the order of the file, and the share of all glyphs whose place or size makes no sense."""

    seen: list[Glyph]
    insane: float


def glyphs_of(page: Drawn) -> Glyphs:
    """The glyphs of a page."""
    everything = [c for c in page.chars if c["text"]]
    inside = [c for c in everything if _is_on(c, page) and c["size"] >= _TINY]
    single = _without_doubles(inside)
    seen = _without_filling(single)
    written = [c for c in seen if not c["text"].isspace()]
    odd = len(everything) - len(inside) + sum(_crowded(written))
    return Glyphs(seen, odd / len(everything) if everything else 0.0)


def _is_on(glyph: Glyph, page: Drawn) -> bool:
    x, y = (glyph["x0"] + glyph["x1"]) / 2, (glyph["top"] + glyph["bottom"]) / 2
    return bool(0 <= x <= page.width and 0 <= y <= page.height)


def _without_doubles(glyphs: Iterable[Glyph]) -> list[Glyph]:
    """Letters printed twice to look bold, once."""
    kept: list[Glyph] = []
    near: dict[tuple[str, int], list[Glyph]] = defaultdict(list)
    for glyph in glyphs:
        band = round(glyph["top"] / _BAND)
        beside = (other for n in (band - 1, band, band + 1) for other in near[glyph["text"], n])
        if any(_is_same(glyph, other) for other in beside):
            continue
        near[glyph["text"], band].append(glyph)
        kept.append(glyph)
    return kept


def _is_same(one: Glyph, two: Glyph) -> bool:
    reach = _DOUBLED * one["size"]
    return bool(abs(one["x0"] - two["x0"]) < reach and abs(one["top"] - two["top"]) < reach)


def _without_filling(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Without the dots of a blank where number or day was printed over them."""
    printed: dict[tuple[int, int], list[Glyph]] = defaultdict(list)
    for glyph in glyphs:
        if glyph["text"].isalnum():
            for field in _fields(glyph, glyph["top"], glyph["bottom"]):
                printed[field].append(glyph)
    return [c for c in glyphs if c["text"] not in _FILLING or not _is_covered(c, printed)]


def _is_covered(dot: Glyph, printed: dict[tuple[int, int], list[Glyph]]) -> bool:
    middle = (dot["top"] + dot["bottom"]) / 2
    return any(_is_over(c, dot) for field in _fields(dot, middle, middle) for c in printed.get(field, ()))


def _fields(glyph: Glyph, top: float, bottom: float) -> Iterator[tuple[int, int]]:
    """The squares of the page that a glyph reaches into between two heights."""
    for down in range(int(top // _BAND), int(bottom // _BAND) + 1):
        for across in range(int(glyph["x0"] // _BAND), int(glyph["x1"] // _BAND) + 1):
            yield down, across


def _is_over(glyph: Glyph, dot: Glyph) -> bool:
    shared = min(glyph["x1"], dot["x1"]) - max(glyph["x0"], dot["x0"])
    return bool(shared > _OVER * min(glyph["x1"] - glyph["x0"], dot["x1"] - dot["x0"]) > 0)


def _crowded(glyphs: Sequence[Glyph]) -> Iterator[bool]:
    """For each glyph that stands on one line with the one before it, whether it stands on that one."""
    for one, two in pairwise(glyphs):
        if abs(one["top"] - two["top"]) < 1 and one["upright"] and not _MARK.match(two["text"]):
            yield _is_over(two, one)
