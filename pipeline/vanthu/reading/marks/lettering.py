"""Words of secrecy told by the look of their letters, where no engine reads them: worn stamps, stamps on print or over a seal.

A small network (`models/lettering/words.onnx`, made by `bench/lettering.py`) is swept over a piece of ink in all sizes and turns that
stamps have, and says how likely one of the words stands at each place. It was shown drawn stamps in all states of wear and whatever
else lies on pages; print that lies over a stamp counts neither way. A word is seen from places, sizes and turns beside its own
too, what only looks like one from a single view: the mean of a view and its neighbours counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

import cv2
import numpy as np
import numpy.typing as npt

from vanthu.reading.imaging.pieces import Pieces
from vanthu.reading.imaging.raster import Pixels
from vanthu.reading.marks.shapes import MM, Cells, Form, Shape
from vanthu.resources import models_folder

Gray = npt.NDArray[np.float32]

HEIGHTS = tuple(
    2.9 * MM * 1.22**n for n in range(6)
)  # of a capital in a stamp: 2.9 to 7.8 mm; print is lower
TURNS = (-8.0, -4.0, 0.0, 4.0, 8.0)  # degrees that a word may be off from how its shape lies
CAPITAL = 12  # pixels: height of a plain capital as the network knows it
WINDOW = (56, 24)  # width and height that it sees
_STEP = 8  # pixels between its answers
CELL = 6  # pixels of a mask for which one answer is kept
_OF_PIECE = (0.25, 0.9)  # a capital's share of the height of a shape
_HOT = 0.45  # likelihood in one view near which all views are looked at
_ROOM = 2  # cells beside such a place
_SEEN = 1  # answers beside a box: the network sees a little more than its window
_SWEPT = 170_000  # pixels that the network sees at most at first in one look at a page, frames before all: broken print must not crowd them out
# likelihood from which on a word is told: other stamps mostly stay below 0.85, seals are full of letters. A share of it is enough for a person
# to be asked, and a smaller one for asking the engine once more; in a seal a person is asked only where elsewhere the work would stop
SUSPECTED, SURE = 0.85, 0.9
_DOUBTED, _ASKED = 0.87, 0.8
_SIZED = (7 * MM, 2.6 * MM), (85 * MM, 50 * MM)  # of a shape: least and most width and height
_LETTER = 2 * MM  # least height of its tallest letter
_BESIDE = (6 * MM, 2.5 * MM)  # what lies so near may be its lost letters
_BLOT = 3 * MM  # strokes are not so wide
_MOST = 8  # pieces of one kind of ink on a page
_ALIKE = 0.8  # of the likelihood of the best view: views that tell where a word lies
_LINE = (11.0, 2.4)  # width and height of the line of a mark, in capitals


class Piece(NamedTuple):
    """Ink of a mask (`DPI`) that may be a stamp: 0 to 1 as it is strong, `hidden` 1 under print; the turns and heights of letters to try."""

    ink: Gray
    hidden: Pixels
    turns: Sequence[float] = TURNS
    heights: tuple[float, ...] = HEIGHTS
    sure: float = SUSPECTED  # likelihood from which on a word is told
    shape: Shape | None = None  # that it is cut out for
    corner: tuple[int, int] = (0, 0)  # where its upper left corner lies on the mask

    @property
    def is_framed(self) -> bool:
        """Whether it lies in a frame, as most stamps do and no line of print does."""
        return self.shape is not None and self.shape.form is Form.FRAME

    @property
    def is_ring(self) -> bool:
        """Whether it is cut out for a seal, which is full of letters."""
        return self.shape is not None and self.shape.form is Form.RING

    @property
    def doubted(self) -> float:
        """Likelihood from which on a person is asked."""
        return SUSPECTED if self.is_ring else _DOUBTED * self.sure


class Sight(NamedTuple):
    """How likely a word of secrecy stands in a piece, and the place of its line, with room for the longest."""

    likely: float
    piece: Piece
    place: Shape


@cache
def network() -> cv2.dnn.Net:
    """What knows the words; read from its file once."""
    file = str(models_folder() / "lettering" / "words.onnx")
    return cv2.dnn.readNetFromONNX(file, engine=cv2.dnn.ENGINE_CLASSIC)  # a fifth quicker than the new one


def pieces(dark: Pixels, full: int, hidden: Pixels, shapes: Iterable[Shape]) -> Iterator[Piece]:
    """Those shapes of a mask that may hold a word, with the ink around them; the largest first.

    `dark` is how much darker than paper the mask is, `full` as dark as ink that is strong.
    """
    taken: list[Shape] = []
    for shape in sorted(filter(may_hold, shapes), key=lambda s: -s.size[0] * s.size[1]):
        if len(taken) < _MOST and not any(t.holds(shape) for t in taken):
            taken.append(shape)
            yield _piece(dark, full, hidden, shape)


def may_hold(shape: Shape) -> bool:
    """Whether a shape has room for a word of secrecy, and letters as large."""
    if shape.form is Form.RING:
        return True
    (least, low), (most, high) = _SIZED
    sized = least <= shape.size[0] <= most and low <= shape.size[1] <= high
    return sized and (shape.form is Form.FRAME or shape.tallest >= _LETTER)


def _piece(dark: Pixels, full: int, hidden: Pixels, shape: Shape) -> Piece:
    (x0, y0, x1, y1), (wide, high) = shape.box, _BESIDE
    left, top = max(0, round(x0 - wide)), max(0, round(y0 - high))
    part = np.s_[top : round(y1 + high), left : round(x1 + wide)]
    least, most = (share * shape.size[1] for share in _OF_PIECE)
    fitting = tuple(h for h in HEIGHTS if shape.form is Form.RING or least <= h <= most)
    turns = [shape.angle + off for off in TURNS]
    ink = soften(_written(dark[part], full), full)
    sure = SURE if shape.form is Form.RING else SUSPECTED
    return Piece(ink, hidden[part], turns, fitting, sure, shape, (left, top))


def _written(dark: Pixels, full: int) -> Pixels:
    """Ink without what no stroke of a letter is as wide as: holes of a punch, the star of a seal."""
    wide, around = (cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (side, side)) for side in (round(_BLOT), 5))
    blots = cv2.morphologyEx((dark > full / 2).astype(np.uint8), cv2.MORPH_OPEN, wide)
    return np.asarray(dark * (1 - np.asarray(cv2.dilate(blots, around))), np.uint8)


def soften(dark: Pixels, full: int) -> Gray:
    """How strong ink is, 0 to 1: `dark` is how much darker than paper, `full` as dark as ink that is strong."""
    return np.asarray(np.minimum(dark.astype(np.float32) / full, 1.0), np.float32)


def secrecy(stamps: Iterable[Piece]) -> Iterator[Sight]:
    """In which pieces of one look at a page a word of secrecy may stand; those too where it is less likely than sure."""
    room = _SWEPT
    for stamp in sorted(stamps, key=lambda p: (not p.is_framed, p.ink.size)):
        piece = _within(stamp, room)
        if piece is None:
            continue
        room -= _work(piece)
        likely = _agreed(swept(piece))
        best = float(likely.max(initial=0.0))
        if best >= _ASKED * piece.sure:
            yield Sight(best, piece, _line_in(piece, likely))


def _line_in(piece: Piece, likely: Gray) -> Shape:
    """The line about the place where a word is seen best, on the mask: the word may be the first of its stamp or the last."""
    _, _, row, column = np.unravel_index(likely.argmax(), likely.shape)
    views = np.argwhere(likely[:, :, row, column] >= _ALIKE * likely.max())
    capital, turn = (
        float(np.mean([of[n] for n in side]))
        for of, side in zip((piece.heights, piece.turns), views.T, strict=True)
    )
    x, y = (corner + CELL * int(cell) for corner, cell in zip(piece.corner, (column, row), strict=True))
    wide, high = (side * capital for side in _LINE)
    box = (x - wide / 2, y - high / 2, x + wide / 2, y + high / 2)
    return Shape(Form.LOOSE, box, (x, y), (wide, high), turn, 1)


def _within(piece: Piece, room: int) -> Piece | None:
    """A piece with those letters to be looked for that there is room for, the largest at least; `None` where there is none."""
    cuts = (piece._replace(heights=piece.heights[n:]) for n in range(len(piece.heights)))
    return next((cut for cut in cuts if _work(cut) <= room), None)


def _work(piece: Piece) -> int:
    """How many pixels the network sees of a piece at first."""
    of_letters = sum((CAPITAL / piece.heights[h]) ** 2 for h, _ in _first(piece))
    return round(piece.ink.size * of_letters)


def _first(piece: Piece) -> set[tuple[int, int]]:
    """The heights and turns that are looked at first: every second."""
    heights, turns = (range(count)[1::2] or [0] for count in (len(piece.heights), len(piece.turns)))
    return {(h, t) for h in heights for t in turns}


def swept(piece: Piece) -> Gray:
    """How likely a word of secrecy stands in a piece, by height, turn, row and column [cells of `CELL` pixels].

    Every second height and turn is looked at first, all over; then those heights in the other turns, near places where there is
    something; then the other heights, where that can still come to be enough. What was not looked at is 0.
    """
    rows, columns = (side // CELL + 1 for side in piece.ink.shape)
    seen = np.zeros((len(piece.heights), len(piece.turns), rows, columns), np.float32)
    first = _first(piece)
    for h, t in first:
        seen[h, t] = _answers(piece, h, t, (0, 0, columns, rows))
    levels, turns = ({view[n] for view in first} for n in (0, 1))
    for h in levels:
        _look(piece, seen, h, set(range(len(piece.turns))) - turns, seen[h].max(0) >= _HOT)
    # what its neighbours in height say counts as much as its own, and is 1 at most
    close = _with_neighbours(seen, 1).max(1) >= 2 * _ASKED * piece.sure - 1
    for h in set(range(len(piece.heights))) - levels:
        _look(piece, seen, h, range(len(piece.turns)), close[max(0, h - 1) : h + 2].any(0))
    return seen


def _look(piece: Piece, seen: Gray, h: int, turns: Iterable[int], places: npt.NDArray[np.bool_]) -> None:
    """Look at letters of a height, in some turns, near places [rows, columns]."""
    boxes = list(_around(places.astype(np.uint8)))
    for t in turns if boxes else ():
        for x0, y0, x1, y1 in boxes:
            seen[h, t, y0:y1, x0:x1] = _answers(piece, h, t, (x0, y0, x1, y1))


def _around(hot: Pixels) -> Iterator[Cells]:
    """Boxes [cells] about places (1), with some room beside them; one for places that are close."""
    boxes = Pieces.of(cv2.dilate(hot, np.ones((2 * _ROOM + 1,) * 2, np.uint8))).boxes
    yield from ((x, y, x + wide, y + high) for x, y, wide, high, _ in boxes[1:].tolist())


def _answers(piece: Piece, h: int, t: int, box: Cells) -> Gray:
    """What the network says in a box [cells] of a piece, for letters of one height and turn."""
    lying, size = turning(piece.ink.shape, piece.heights[h], piece.turns[t])
    corner = np.array([[CELL, 0, CELL * box[0]], [0, CELL, CELL * box[1]], [0, 0, 1]], np.float64)
    # from cells of the box to what the network sees, then to its answers
    back = np.vstack([lying, [0, 0, 1]]) @ corner
    back = (back[:2] - np.array([[0, 0, side / 2] for side in WINDOW])) / _STEP
    wide, high = box[2] - box[0], box[3] - box[1]
    ends = back @ np.array([[0, wide, 0, wide], [0, 0, high, high], [1, 1, 1, 1]])
    most = (np.array(size) - WINDOW) // _STEP
    low, top = (np.clip(end, 0, most).astype(int) for end in (ends.min(1) - _SEEN, ends.max(1) + _SEEN + 1))
    lying[:, 2] -= _STEP * low
    knows = network()
    knows.setInput(view(piece, piece.heights[h], lying, tuple((_STEP * (top - low) + WINDOW).tolist()))[None])
    likely = 1 - np.asarray(knows.forward(), np.float32)[0, 0]  # the others are words
    back[:, 2] -= low
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    return np.asarray(cv2.warpAffine(likely, back, (wide, high), flags=flags), np.float32)


def view(piece: Piece, height: float, lying: npt.NDArray[np.float64], size: tuple[int, int]) -> Gray:
    """What the network sees [2, rows, columns]: ink, and what hides it, where a piece comes to lie; large letters as soft as small ones."""
    ink, larger = piece.ink * (1 - piece.hidden), height / CAPITAL
    if larger > 1.25:
        ink = np.asarray(cv2.GaussianBlur(ink, (0, 0), 0.35 * larger), np.float32)
    parts = ink, piece.hidden.astype(np.float32)
    return np.asarray([cv2.warpAffine(part, lying, size) for part in parts], np.float32)


def turning(
    shape: tuple[int, ...], height: float, turn: float
) -> tuple[npt.NDArray[np.float64], tuple[int, int]]:
    """How places of a piece come to lie when it is turned level and its letters are made as high as the network knows them, with
    room for a window about its corners; and its width and height then.
    """
    rows, columns = shape[:2]
    cosine, sine, scale = abs(np.cos(np.deg2rad(turn))), abs(np.sin(np.deg2rad(turn))), CAPITAL / height
    sides = (columns * cosine + rows * sine, columns * sine + rows * cosine)
    wide, high = (
        int(np.ceil((side * scale + more) / _STEP)) * _STEP for side, more in zip(sides, WINDOW, strict=True)
    )
    matrix = np.asarray(cv2.getRotationMatrix2D((columns / 2, rows / 2), turn, scale), np.float64)
    matrix[:, 2] += np.array([(wide - columns) / 2, (high - rows) / 2])
    return matrix, (wide, high)


def _agreed(likely: Gray) -> Gray:
    """Each answer with its neighbours' in height and turn, its own counting double."""
    return _with_neighbours(_with_neighbours(likely, 0), 1)


def _with_neighbours(likely: Gray, axis: int) -> Gray:
    """Each answer with its two neighbours' along an axis, its own counting double."""
    wide = np.pad(likely, [(1, 1) if n == axis else (0, 0) for n in range(4)], mode="edge")
    low, own, top = (np.take(wide, range(n, n + likely.shape[axis]), axis) for n in range(3))
    return np.asarray((low + 2 * own + top) / 4, np.float32)
