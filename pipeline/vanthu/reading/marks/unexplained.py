"""Ink of a scan that no word read with confidence explains, and the shapes in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

import numpy as np

from vanthu.document.page import Word
from vanthu.reading.imaging.pieces import Pieces
from vanthu.reading.imaging.raster import Pixels
from vanthu.reading.marks.covered import in_tables, pieces_of
from vanthu.reading.marks.frames import find_frames
from vanthu.reading.marks.lettering import Piece
from vanthu.reading.marks.shapes import MM, Form, Shape, find_shapes
from vanthu.reading.marks.sheet import Sheet
from vanthu.reading.marks.wording import Marking
from vanthu.reading.result import PageRead

_DARKER = 45  # than the paper around it
_FAINT = 24  # as much darker are the thin lines of a frame
_TRUSTED = 0.8  # confidence of a word whose ink is explained
_BELIEVED = 0.3  # the same of a word among others that speaks of secrecy
_BESIDE_IT = 0.6  # and of its neighbours
_SPLINTER = 2  # letters
_PRINT = 17.5  # points: accents and all, no print of a letter is higher
_EDGE = 0.004  # of the page's height: what lies nearer to the edge begins there
_SHADOW = 45 * MM  # longer than any stamp
_LETTER = 2.9 * MM  # height of the letters of a stamp
_LARGE = 4.6 * MM  # no print is so high
_TWO_LINES = 6 * MM  # and no line of it, worn and smeared
TURNED = 4.0  # degrees: page mode loses lines turned more than this
_BESIDE = 4 * MM  # of a stamp without a frame: nothing is printed there
_PRINTED = 0.15  # share of such a place that print may take nevertheless


class Unexplained(NamedTuple):
    """Masks of a page's ink: how much darker than paper it is, 1 where ink is strong, where it may be faint, where print and tables hide, print alone."""

    depth: Pixels
    ink: Pixels
    faint: Pixels
    hidden: Pixels
    printed: Pixels
    is_bilevel: bool = False

    def shapes(self) -> tuple[Shape, ...]:
        """The shapes in ink that no print explains; a frame covers what stands in it."""
        frames = find_frames(self.faint, self.hidden)
        others = find_shapes(self.ink * (1 - self.hidden), self.hidden, is_bilevel=self.is_bilevel)
        outside = (s for s in others if s.form is Form.RING or not any(f.holds(s) for f in frames))
        return (*frames, *outside)

    def silent(self, shapes: Iterable[Shape]) -> list[Shape]:
        """Those of some shapes that are no print; of them a word of secrecy may be made that the engine did not read.

        What is as high as a line of print among its lines is print, whose doubtful words are many.
        """
        return [s for s in shapes if s.size[1] >= _TWO_LINES or stands_out_of_print(s, self.hidden)]

    def pieces(self, shapes: Sequence[Shape]) -> Iterator[Piece]:
        """Where a word of secrecy may stand, in some shapes and on tables."""
        yield from pieces_of(self.depth, self.hidden, shapes)
        yield from in_tables(self.depth, self.hidden & (1 - self.printed), self.printed)


def unexplained(sheet: Sheet, read: PageRead, marking: Marking) -> Unexplained:
    """The masks of a page that was read; hidden is what trusted words and tables cover."""
    depth = sheet.depth * (1 - _shadows(sheet.depth))
    ink, faint = ((depth > least).astype(np.uint8) for least in (_DARKER, _FAINT))
    printed = sheet.over(w.box for w in _explained(read.words, marking))
    hidden = printed | sheet.over(g.box for g in read.grids)
    return Unexplained(depth, ink, faint, hidden, printed, sheet.is_bilevel)


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
    """Whether a word of a line is a splinter, larger than print, or apart from the others that anybody believes in."""
    box = line[n].box
    if box is None or sum(c.isalpha() for c in line[n].text) <= _SPLINTER or box.height > _PRINT:
        return True
    near = (
        w for w in (*line[max(0, n - 1) : n], *line[n + 1 : n + 2]) if (w.confidence or 0.0) >= _BESIDE_IT
    )
    beside = [w.box for w in near if w.box]
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


def stands_out_of_print(shape: Shape, hidden: Pixels) -> bool:
    """Whether a shape is no word of a line of print: it is framed, turned, higher than print, or has nothing beside it."""
    if shape.form is not Form.LOOSE or shape.tallest >= _LARGE:
        return True
    turned = abs(shape.angle) >= TURNED and shape.tallest >= 0.6 * _LETTER
    return turned or (shape.tallest >= _LETTER and _is_alone(shape, hidden))


def _is_alone(shape: Shape, hidden: Pixels) -> bool:
    """Whether no print stands to the left or the right of a shape on its line."""
    x0, y0, x1, y1 = (max(0, round(v)) for v in shape.box)
    reach = round(_BESIDE)
    sides = hidden[y0:y1, max(0, x0 - reach) : x0], hidden[y0:y1, x1 : x1 + reach]
    return all(not side.size or float(side.mean()) < _PRINTED for side in sides)
