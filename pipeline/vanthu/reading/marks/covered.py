"""Stamps that print or the rules of a table lie over: pieces of ink in which letters of a word of secrecy are looked for, and nothing else.

Other marks are told by what an engine reads in them, which there is nonsense.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import cv2
import numpy as np

from vanthu.reading.imaging.raster import Pixels
from vanthu.reading.marks.lettering import Piece, pieces
from vanthu.reading.marks.rows import with_rows
from vanthu.reading.marks.shapes import MM, Shape, find_shapes

_INK = 45  # darker than the paper around it
_PALE = 30  # the same of a stamp's faint ink
_STRONG = 90  # as dark is a letter's own ink
_PRINT = 80  # percentile of the depth of all ink: print, of which there is most
_AS_PRINT = 0.78  # of that depth: what is darker is no red or blue ink on a gray scan
_RULE = 12 * MM  # no stroke of a letter is so long
_HALFTONES = 0.05  # share of what is not white that is not black either: less on a scan in black and white, however little stands on it
_BLACK, _WHITE = 32, 223


def under_print(pixels: Pixels, depth: Pixels) -> Iterator[Piece]:
    """Ink that is paler than print, which hides it where they cross: a stamp in colour on a gray scan.

    `pixels` are the page as it was scanned, `depth` how much darker than paper it is at the masks' resolution. Nothing is found on
    scans in black and white, where all ink is the same.
    """
    inked = depth[depth > _INK]
    if not inked.size or not has_halftones(pixels):
        return iter(())
    dark = (depth > _AS_PRINT * float(np.percentile(inked, _PRINT))).astype(np.uint8)
    print_ = np.asarray(cv2.dilate(dark, np.ones((3, 3), np.uint8)), np.uint8)
    return _pieces((depth > _PALE).astype(np.uint8), depth, print_)


def in_tables(depth: Pixels, tables: Pixels, printed: Pixels) -> Iterator[Piece]:
    """Ink within tables (1) that is neither a rule nor a word that was surely read (`printed`)."""
    if not tables.any():
        return iter(())
    ink = (depth > _INK).astype(np.uint8) * tables
    rules = np.bitwise_or.reduce([
        cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones(size, np.uint8))
        for size in ((1, round(_RULE)), (round(_RULE), 1))
    ])  # fmt: skip
    known = printed | np.asarray(cv2.dilate(rules, np.ones((3, 3), np.uint8)), np.uint8)
    return _pieces(ink, depth, known)


def _pieces(ink: Pixels, depth: Pixels, hidden: Pixels) -> Iterator[Piece]:
    return pieces_of(depth, hidden, _shapes(ink, hidden))


def _shapes(ink: Pixels, hidden: Pixels) -> list[Shape]:
    return find_shapes(ink * (1 - hidden), hidden)


def in_places(depth: Pixels, places: Pixels, hidden: Pixels) -> list[Shape]:
    """The shapes of ink in some places (1) of a page, where nothing hides it."""
    return _shapes((depth > _INK).astype(np.uint8) * places, hidden)


def pieces_of(depth: Pixels, hidden: Pixels, shapes: Sequence[Shape]) -> Iterator[Piece]:
    """Where a word of secrecy may stand, in some shapes and the words that they make."""
    yield from pieces(depth, _STRONG, hidden, with_rows(shapes))


def has_halftones(pixels: Pixels) -> bool:
    """Whether an image is more than black and white."""
    some = pixels[::4, ::4]
    shades = some[some < _WHITE]
    return bool((shades > _BLACK).sum() > _HALFTONES * shades.size)
