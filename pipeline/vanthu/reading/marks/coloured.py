"""Marks in coloured ink: seals, stamps with what they say, ballpoint."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import cv2
import numpy as np

from vanthu.document.geometry import Box
from vanthu.document.page import Mark, MarkKind, Word
from vanthu.reading.imaging.raster import POINTS
from vanthu.reading.marks.lettering import Piece, may_hold, pieces
from vanthu.reading.marks.looks import Reading, is_read, read_shapes, tell
from vanthu.reading.marks.shapes import DPI, MM, Form, Shape, find_shapes
from vanthu.reading.marks.sheet import Sheet
from vanthu.reading.marks.wording import Marking
from vanthu.settings import EngineSettings

_STAMP = (9 * MM, 3 * MM)  # least width and height of a line of letters
_TALLEST = 22 * MM  # two lines of a stamp without a frame; a signature is larger
_LETTERS = 3  # spots
_SIGNATURE = (18 * MM, 7 * MM)  # least width and height
_SIGNED = 0.35  # of the page's height: nobody signs above
_PRINT = 120  # black print on the page without colour is darker
_MOSTLY = 2.0  # times as much of a word's ink is coloured than black: a stamp's, or print under one
_LEAST_PRINT = 3.0  # points: nothing that is printed has letters so low
_NO_PRINT = 0.04  # of a word's box is black: print has several times that, even under a stamp
_FAINT, _STRONG = 60, 160  # how dark faint and strong ink of a stamp are
_STROKE = 3.4 * MM  # least length of handwriting


class Inked(NamedTuple):
    """A shape of one colour and what was read in it; without readings where nobody tried."""

    colour: str
    shape: Shape
    readings: tuple[Reading, ...] = ()


def look(sheet: Sheet, engine: EngineSettings) -> tuple[Inked, ...]:
    """All shapes of coloured ink; stamps are read in one start of the engine. Raises `PageError` where it fails."""
    found = [Inked(name, s) for name, mask in sheet.colours.items() for s in find_shapes(mask)]
    stamps = [n for n, item in enumerate(found) if _is_stamp(item.shape)]
    if not stamps:
        return tuple(found)
    texts = read_shapes(sheet.coloured, sheet.dots, [found[n].shape for n in stamps], engine)
    for n, readings in zip(stamps, texts, strict=True):
        found[n] = found[n]._replace(readings=readings)
    return tuple(found)


def unread(sheet: Sheet, found: Sequence[Inked], marking: Marking) -> Iterator[Piece]:
    """Where a word of secrecy may stand that the engine did not read."""
    doubtful = (i for i in found if may_hold(i.shape) and not is_read(i.readings))
    silent = [i.shape for i in doubtful if tell(i.readings, i.shape, marking) is None]
    if not silent:  # the masks below take longer than all the rest
        return iter(())
    dark = sheet.strength
    print_ = (sheet.small_print < _PRINT).astype(np.uint8)
    around = np.asarray(cv2.dilate(print_, np.ones((3, 3), np.uint8)), np.uint8)
    hidden = around * (dark < _FAINT).astype(np.uint8)
    return pieces(dark, _STRONG, hidden, silent)


def _is_stamp(shape: Shape) -> bool:
    if shape.form is Form.FRAME:
        return True
    width, height = shape.size
    lettered = shape.form is Form.LOOSE and shape.pieces >= _LETTERS
    return lettered and width >= _STAMP[0] and _STAMP[1] <= height <= _TALLEST


def marks(sheet: Sheet, found: Sequence[Inked], words: Sequence[Word], marking: Marking) -> Iterator[Mark]:
    """The marks that the shapes are, with the page's words that were read in a stamp's ink."""
    height = sheet.page.height or 0.0
    for item in found:
        told = tell(item.readings, item.shape, marking)
        kind = told.kind if told else _kind(item.shape, _SIGNED * height * DPI / POINTS)
        if kind is not None:
            yield Mark(
                kind=kind,
                page=sheet.page.number,
                box=sheet.points(item.shape.box),
                colour=item.colour,
                text="\n".join(line.text for line in told.lines) if told else "",
                fields=told.fields if told else {},
                words=tuple(_own(sheet, item.shape, words)) if kind is not MarkKind.HANDWRITING else (),
                confidence=round(min(line.confidence for line in told.lines), 3) if told else None,
            )


def _own(sheet: Sheet, shape: Shape, words: Sequence[Word]) -> Iterator[int]:
    """The words in a shape that are its ink: what is left of it where it was taken off the print.

    A seal's own words run in a circle and are read as none; the words in it are print. Where other words in the shape are black, one
    without any black is the stamp's, however pale its ink came out.
    """
    if shape.form is Form.RING:
        return
    box = sheet.points(shape.box)
    inside = [
        (n, w, w.box, _ink(sheet, w.box)) for n, w in enumerate(words) if w.box and box.contains(w.box.centre)
    ]
    over_print = any(ink.is_print for *_, ink in inside)
    for n, word, place, ink in inside:
        is_colour = ink.coloured > _MOSTLY * ink.black or (over_print and not ink.black)
        if place.height < _LEAST_PRINT and any(c.isalnum() for c in word.text):
            yield n  # a stroke of the pen or of a frame that was taken for letters
        elif is_colour and not ink.is_print:
            yield n


class _Ink(NamedTuple):
    """How many pixels of a word's box are colour and black, and whether that much black is print."""

    coloured: int
    black: int
    is_print: bool


def _ink(sheet: Sheet, box: Box) -> _Ink:
    x0, y0, x1, y1 = (round(v * DPI / POINTS) for v in box)
    print_ = sheet.small_print[y0:y1, x0:x1]
    coloured = cv2.countNonZero((sheet.strength[y0:y1, x0:x1] > _FAINT).astype(np.uint8))
    black = cv2.countNonZero((print_ < _PRINT).astype(np.uint8))
    return _Ink(coloured, black, black >= _NO_PRINT * print_.size)


def _kind(shape: Shape, signed_below: float) -> MarkKind | None:
    """What a shape is that says nothing; `None` for a speck."""
    if shape.form is Form.RING:
        return MarkKind.SEAL
    if shape.form is Form.FRAME:
        return MarkKind.OTHER
    if not shape.pieces or max(shape.size) < _STROKE:
        return None
    width, height = shape.box[2] - shape.box[0], shape.box[3] - shape.box[1]
    large = width >= _SIGNATURE[0] and height >= _SIGNATURE[1]
    return MarkKind.SIGNATURE if large and shape.box[1] > signed_below else MarkKind.HANDWRITING
