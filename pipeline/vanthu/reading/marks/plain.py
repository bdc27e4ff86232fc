"""Marks without colour, on gray and bilevel scans: looked for in the ink that no word read with confidence explains."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

import cv2
import numpy as np
import regex

from vanthu.document.geometry import Box
from vanthu.document.page import Mark, MarkKind, Word
from vanthu.orthography import is_syllable
from vanthu.reading.imaging.raster import POINTS, Pixels
from vanthu.reading.marks.looks import Reading, is_sized, read_shapes, tell
from vanthu.reading.marks.shapes import DPI, MM, Form, Shape
from vanthu.reading.marks.sheet import Sheet
from vanthu.reading.marks.unexplained import Unexplained, stands_out_of_print
from vanthu.reading.marks.wording import Marking, Spoken, Told
from vanthu.reading.result import PageRead
from vanthu.settings import EngineSettings

_DISBELIEVED = 0.1
_DOUBTED = 0.6  # confidence of a word that may be a piece of a mark
_SPOTS = range(1, 25)  # of letters in a stamp without a frame
_BARE = 22 * MM  # and of its two lines at most
_LONG = 1.2  # times as long as high
_MOST = 5  # cuttings that are read on one page
_PEN = 0.75 * MM  # half the width of the widest stroke of a pen
_SIGNATURE = (16 * MM, 7 * MM)
_WIDEST = 110 * MM  # no hand signs so wide: rules of a table that were not told as such
_CERTAIN = 0.9
_NEXT = 1.2  # heights of a word: no gap between words of one line is wider
_STROKE = 6 * MM  # height of a signature's tallest stroke, which no print has
_SIGNED = 0.35  # of the page's height: nobody signs above


class Found(NamedTuple):
    """A shape, what it says, and which of the page's words are its own; `scribble`: a pen's, which the engine took for words."""

    shape: Shape
    told: Told | None
    readings: tuple[Reading, ...]
    words: tuple[int, ...]
    scribble: bool = False


def look(
    sheet: Sheet, read: PageRead, masks: Unexplained, marking: Marking, engine: EngineSettings
) -> tuple[Found, ...]:
    """All shapes in unexplained ink. Stamps whose words say nothing are read again, in one start of the engine."""
    hidden = masks.hidden
    found = [_first(sheet, read, marking, shape) for shape in masks.shapes()]
    doubtful = [n for n, item in enumerate(found) if item.told is None and _may_be_stamp(item.shape, hidden)]
    doubtful = doubtful[:_MOST]
    if doubtful:
        texts = read_shapes(sheet.print, sheet.dots, [found[n].shape for n in doubtful], engine)
        for n, readings in zip(doubtful, texts, strict=True):
            found[n] = found[n]._replace(told=tell(readings, found[n].shape, marking), readings=readings)
    return tuple(found)


def marks(sheet: Sheet, masks: Unexplained, found: Iterable[Found]) -> Iterator[Mark]:
    """The marks that the shapes are."""
    pen = np.asarray(cv2.distanceTransform(masks.ink * (1 - masks.hidden), cv2.DIST_L2, 3))
    signed_below = _SIGNED * (sheet.page.height or 0.0) * DPI / POINTS
    for item in found:
        if not (item.told or item.readings or _is_pen(pen, item.shape)):
            continue
        kind = item.told.kind if item.told else kind_of(item, signed_below)
        if kind is not None:
            yield Mark(
                kind=kind,
                page=sheet.page.number,
                box=sheet.points(item.shape.box),
                text="\n".join(line.text for line in item.told.lines) if item.told else "",
                fields=item.told.fields if item.told else {},
                words=item.words,
            )


def _first(sheet: Sheet, read: PageRead, marking: Marking, shape: Shape) -> Found:
    """What the words say that were read inside a shape."""
    box = sheet.points(shape.box)
    inside = [n for n, w in enumerate(read.words) if w.box and box.contains(w.box.centre)]
    if shape.form is not Form.FRAME:
        doubted = tuple(n for n in inside if is_junk(read.words[n], marking))
        alone = len(doubted) == len(inside)  # a seal of which half is lost is none: print stands in it
        scribble = alone and is_scribble(shape, doubted, read.words)
        return Found(shape, None, (), doubted, scribble)
    own = tuple(_own(inside, read.words, box))
    return Found(shape, marking.tell(_spoken([read.words[n] for n in own])), (), own)


def is_scribble(shape: Shape, doubted: Sequence[int], words: Sequence[Word]) -> bool:
    """Whether junk in a shape is a pen's: its strokes are higher than print, or nobody believes in any of it and no line of print goes on there."""
    if shape.form is not Form.LOOSE or not doubted:
        return False
    nobody = all((words[n].confidence or 0.0) < _DISBELIEVED for n in doubted)
    return shape.tallest >= _STROKE or (nobody and not any(_is_within_print(n, words) for n in doubted))


def _is_within_print(n: int, words: Sequence[Word]) -> bool:
    """Whether a word of the same line that was surely read stands next to it: print that was blurred is print."""
    box = words[n].box
    beside = (w.box for w in words if w.line == words[n].line and (w.confidence or 0.0) >= _CERTAIN)
    return box is not None and any(
        max(b.x0 - box.x1, box.x0 - b.x1) < _NEXT * b.height for b in beside if b is not None
    )


def is_junk(word: Word, marking: Marking) -> bool:
    """Whether a word over a seal or a signature is a piece of it: doubtful, and no syllable, date or symbol unless nobody believes in it."""
    trust = word.confidence or 0.0
    if trust >= _DOUBTED or marking.find("printed", word.text):
        return False
    return trust < _DISBELIEVED or not is_syllable(regex.sub(r"^[^\p{L}\d]+|[^\p{L}\d]+$", "", word.text))


def _own(inside: Sequence[int], words: Sequence[Word], box: Box) -> Iterator[int]:
    """The words of a frame, without those of print that only passes through it."""
    for line, group in groupby(inside, key=lambda n: words[n].line):
        members = list(group)
        beside = [w.box for w in words if w.line == line and w.box and not box.contains(w.box.centre)]
        touching = [b for b in beside if b.x0 < box.x1 + b.height and b.x1 > box.x0 - b.height]
        for n in members:
            if not touching or (words[n].confidence or 0.0) < _DOUBTED:
                yield n


def _spoken(words: Sequence[Word]) -> list[Spoken]:
    lines = []
    for _, group in groupby(words, key=lambda w: w.line):
        members = list(group)
        text = " ".join(w.text for w in members)
        lines.append(Spoken(text, min(w.confidence or 0.0 for w in members)))
    return lines


def _may_be_stamp(shape: Shape, hidden: Pixels) -> bool:
    width, height = shape.size
    if shape.form is Form.FRAME or not is_sized(shape):
        return is_sized(shape)
    lettered = shape.pieces in _SPOTS and height <= _BARE and stands_out_of_print(shape, hidden)
    return shape.form is Form.LOOSE and lettered and width > _LONG * height


def _is_pen(thickness: np.ndarray, shape: Shape) -> bool:
    """Whether ink is nowhere thicker than the stroke of a pen, as shadows, pictures and holes are."""
    x0, y0, x1, y1 = (max(0, round(v)) for v in shape.box)
    return shape.form is not Form.LOOSE or float(thickness[y0:y1, x0:x1].max(initial=0.0)) <= _PEN


def kind_of(item: Found, signed_below: float) -> MarkKind | None:
    """What a shape is that says nothing; `None` where that can't be told."""
    shape = item.shape
    if shape.form is Form.RING:
        return MarkKind.SEAL
    width, height = shape.box[2] - shape.box[0], shape.box[3] - shape.box[1]
    if width > _WIDEST:
        return None
    large = width >= _SIGNATURE[0] and height >= _SIGNATURE[1] and shape.tallest >= _STROKE
    signed = shape.form is Form.LOOSE and large and shape.box[1] > signed_below
    if signed:
        return MarkKind.SIGNATURE
    return MarkKind.HANDWRITING if item.scribble else None
