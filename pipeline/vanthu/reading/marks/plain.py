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
from vanthu.reading.imaging.pieces import Pieces
from vanthu.reading.imaging.raster import POINTS, Pixels
from vanthu.reading.marks.covered import dense, in_tables
from vanthu.reading.marks.frames import find_frames
from vanthu.reading.marks.lettering import Piece, pieces
from vanthu.reading.marks.looks import Reading, is_sized, read_shapes, tell
from vanthu.reading.marks.rows import with_rows
from vanthu.reading.marks.shapes import DPI, MM, Form, Shape, find_shapes
from vanthu.reading.marks.sheet import Sheet
from vanthu.reading.marks.wording import Marking, Spoken, Told
from vanthu.reading.result import PageRead
from vanthu.settings import EngineSettings

_DARKER = 45  # than the paper around it
_STRONG = 90  # as dark is a letter's own ink
_FAINT = 24  # as much darker are the thin lines of a frame
_TRUSTED = 0.8  # confidence of a word whose ink is explained
_BELIEVED = 0.3  # the same of a word among others that speaks of secrecy
_SPLINTER = 2  # letters
_PRINT = 17.5  # points: accents and all, no print of a letter is higher
_DISBELIEVED = 0.1
_DOUBTED = 0.6  # confidence of a word that may be a piece of a mark
_EDGE = 0.004  # of the page's height: what lies nearer to the edge begins there
_SHADOW = 45 * MM  # longer than any stamp
_RIM = 1  # pixels of the mask around a word that are its own
_SPOTS = range(1, 25)  # of letters in a stamp without a frame
_LETTER = 2.9 * MM  # height of its letters
_LARGE = 4.6 * MM  # no print is so high
_BARE = 22 * MM  # and of its two lines at most
_LONG = 1.2  # times as long as high
_TURNED = 4.0  # degrees: page mode loses lines turned more than this
_BESIDE = 4 * MM  # of a stamp without a frame: nothing is printed there
_PRINTED = 0.15  # share of such a place that print may take nevertheless
_MOST = 5  # cuttings that are read on one page
_PEN = 0.75 * MM  # half the width of the widest stroke of a pen
_SIGNATURE = (16 * MM, 7 * MM)
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


class Unexplained(NamedTuple):
    """Masks of a page's ink: how much darker than paper it is, 1 where ink is strong, where it may be faint, where print and tables hide, print alone."""

    depth: Pixels
    ink: Pixels
    faint: Pixels
    hidden: Pixels
    printed: Pixels

    def shapes(self) -> tuple[Shape, ...]:
        """The shapes in ink that no print explains; a frame covers what stands in it."""
        frames = find_frames(self.faint, self.hidden)
        others = find_shapes(dense(self.ink * (1 - self.hidden)), self.hidden)
        outside = (s for s in others if s.form is Form.RING or not any(f.holds(s) for f in frames))
        return (*frames, *outside)

    def silent(self, found: Iterable[Found]) -> list[Shape]:
        """The shapes that are no print and say nothing."""
        return [i.shape for i in found if i.told is None and _stands_out_of_print(i.shape, self.hidden)]

    def pieces(self, found: Iterable[Found]) -> Iterator[Piece]:
        """Where a word of secrecy may stand that the engine did not read; not in lines of print, whose doubtful words are many."""
        yield from pieces(self.depth, _STRONG, self.hidden, with_rows(self.silent(found)))
        yield from in_tables(self.depth, self.hidden & (1 - self.printed), self.printed)


def look(
    sheet: Sheet, read: PageRead, masks: Unexplained, marking: Marking, engine: EngineSettings
) -> tuple[Found, ...]:
    """All shapes in unexplained ink. Stamps whose words say nothing are read again, in one start of the engine."""
    hidden = masks.hidden
    found = [_first(sheet, read, marking, shape) for shape in masks.shapes()]
    doubtful = [n for n, item in enumerate(found) if item.told is None and _may_be_stamp(item.shape, hidden)]
    doubtful = doubtful[:_MOST]
    if doubtful:
        scale = sheet.scale * POINTS / DPI
        texts = read_shapes(sheet.print, scale, [found[n].shape for n in doubtful], engine)
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
        kind = item.told.kind if item.told else _kind(item, signed_below)
        if kind is not None:
            yield Mark(
                kind=kind,
                page=sheet.page.number,
                box=sheet.points(item.shape.box),
                text="\n".join(line.text for line in item.told.lines) if item.told else "",
                fields=item.told.fields if item.told else {},
                words=item.words,
            )


def unexplained(sheet: Sheet, read: PageRead, marking: Marking) -> Unexplained:
    """The masks of a page that was read; hidden is what trusted words and tables cover."""
    small = sheet.small_print
    paper = cv2.blur(cv2.dilate(small, np.ones((9, 9), np.uint8)), (21, 21))
    depth = np.asarray(cv2.subtract(paper, small), np.uint8)
    depth *= 1 - _shadows(depth)
    ink, faint = ((depth > least).astype(np.uint8) for least in (_DARKER, _FAINT))
    printed = _covered(ink.shape, (w.box for w in _explained(read.words, marking)))
    hidden = printed | _covered(ink.shape, (g.box for g in read.grids))
    return Unexplained(depth, ink, faint, hidden, printed)


def _covered(shape: tuple[int, ...], boxes: Iterable[Box | None]) -> Pixels:
    """A mask (1) of boxes on the page."""
    mask = np.zeros(shape, np.uint8)
    for box in filter(None, boxes):
        x0, y0, x1, y1 = (round(v * DPI / POINTS) for v in box)
        mask[max(0, y0 - _RIM) : y1 + _RIM, max(0, x0 - _RIM) : x1 + _RIM] = 1
    return mask


def _explained(words: Sequence[Word], marking: Marking) -> Iterator[Word]:
    """Trusted words of print. A lone sign may be a piece of a frame; letters of a mark of secrecy are looked at again, whoever believes in them."""
    fragments = {text for text in {w.text for w in words} if marking.find("secrecy_piece", text)}
    for _, group in groupby(words, key=lambda w: w.line):
        line = list(group)
        for n, word in enumerate(line):
            trust = word.confidence or 0.0
            if word.text in fragments:
                explained = trust >= _BELIEVED and not _stands_out(line, n)
            else:
                explained = trust >= _TRUSTED and _is_lettered(word)
            if explained:
                yield word


def _stands_out(line: Sequence[Word], n: int) -> bool:
    """Whether a word of a line is a splinter, larger than print, or apart from the others."""
    box = line[n].box
    if box is None or sum(c.isalpha() for c in line[n].text) <= _SPLINTER or box.height > _PRINT:
        return True
    beside = [w.box for w in (*line[max(0, n - 1) : n], *line[n + 1 : n + 2]) if w.box]
    return not any(max(b.x0 - box.x1, box.x0 - b.x1) < box.height for b in beside)


def _shadows(depth: Pixels) -> Pixels:
    """Where (1) the lid shines dark around the sheet: large ink that begins at the edge."""
    height, width = depth.shape
    edge = max(2, round(_EDGE * height))
    found = Pieces.of((depth > _FAINT).astype(np.uint8))
    x, y, wide, high, _ = found.boxes.T
    outer = (x < edge) | (y < edge) | (x + wide > width - edge) | (y + high > height - edge)
    return found.mask(outer & (np.maximum(wide, high) > _SHADOW))


def _is_lettered(word: Word) -> bool:
    return any(c.isalnum() for c in word.text)


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
    lettered = shape.pieces in _SPOTS and height <= _BARE and _stands_out_of_print(shape, hidden)
    return shape.form is Form.LOOSE and lettered and width > _LONG * height


def _stands_out_of_print(shape: Shape, hidden: Pixels) -> bool:
    """Whether a shape is no word of a line of print: it is framed, turned, higher than print, or has nothing beside it."""
    if shape.form is not Form.LOOSE or shape.tallest >= _LARGE:
        return True
    turned = abs(shape.angle) >= _TURNED and shape.tallest >= 0.6 * _LETTER
    return turned or (shape.tallest >= _LETTER and _is_alone(shape, hidden))


def _is_alone(shape: Shape, hidden: Pixels) -> bool:
    """Whether no print stands to the left or the right of a shape on its line."""
    x0, y0, x1, y1 = (max(0, round(v)) for v in shape.box)
    reach = round(_BESIDE)
    sides = hidden[y0:y1, max(0, x0 - reach) : x0], hidden[y0:y1, x1 : x1 + reach]
    return all(not side.size or float(side.mean()) < _PRINTED for side in sides)


def _is_pen(thickness: np.ndarray, shape: Shape) -> bool:
    """Whether ink is nowhere thicker than the stroke of a pen, as shadows, pictures and holes are."""
    x0, y0, x1, y1 = (max(0, round(v)) for v in shape.box)
    return shape.form is not Form.LOOSE or float(thickness[y0:y1, x0:x1].max(initial=0.0)) <= _PEN


def _kind(item: Found, signed_below: float) -> MarkKind | None:
    """What a shape is that says nothing; `None` where that can't be told."""
    shape = item.shape
    if shape.form is Form.RING:
        return MarkKind.SEAL
    width, height = shape.box[2] - shape.box[0], shape.box[3] - shape.box[1]
    large = width >= _SIGNATURE[0] and height >= _SIGNATURE[1] and shape.tallest >= _STROKE
    signed = shape.form is Form.LOOSE and large and shape.box[1] > signed_below
    if signed:
        return MarkKind.SIGNATURE
    return MarkKind.HANDWRITING if item.scribble else None
