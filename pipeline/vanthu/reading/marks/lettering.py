"""Words of secrecy told by the look of their letters, where no engine reads them: worn stamps, stamps on print or over a seal.

Drawn words are laid over a piece of ink in all sizes and turns that stamps have, first coarsely, then closely where they fit
best. How well one fits is its correlation with the ink; print that lies over the stamp counts neither way.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import cv2
import numpy as np
import numpy.typing as npt

from vanthu.reading.imaging.raster import Pixels
from vanthu.reading.marks.shapes import MM, Form, Shape
from vanthu.resources import models_folder

Gray = npt.NDArray[np.float32]

_DRAWN = 40.0  # height of a plain capital in the drawn words
_HEIGHTS = tuple(
    2.9 * MM * 1.14**n for n in range(9)
)  # of a capital in a stamp: 2.9 to 8.3 mm; print is lower
_OF_PIECE = (0.25, 0.9)  # a capital's share of the height of a shape
_OFF = (-5.0, 0.0, 5.0)  # degrees that a word may be off from how its shape lies
_STEPS = (0.92, 0.96, 1.04, 1.08)
_CLOSER = (-2.5, 0.0, 2.5)
_NARROW = 0.82  # of a letter's width; stamps are also cut in narrow letters
_SEEN = 0.7  # share of a word, and of its strokes, that no print covers
_ROUGH = 0.5  # scale of the coarse look
_WORTH = 0.57  # close likeness from which on it is looked at in other ways
_PROMISING = 0.6  # coarse likeness
_TRIED = 2  # promising places of a piece that are looked at closely
_TRIED_OF_PAGE = 4
_REACH = 0.4  # of a capital's height: how far the close look goes from the place
_SOFT = 0.9  # pixels: letters are as soft as ink
_PIXELS_AROUND = 3
# least likeness; more letters are less likely to be met by chance
_ALIKE = {"mat": 0.7, "tuyet": 0.7, "toi_mat": 0.62, "tuyet_mat": 0.56}
_NARROW_TOO = 0.04  # more where narrow letters are tried too
_CLEARER = {"mat": 0.0, "tuyet": 0.05}  # than any other word there
_SIZED = (7 * MM, 2.6 * MM), (85 * MM, 50 * MM)  # of a shape: least and most width and height
_LETTER = 2 * MM  # least height of its tallest letter
_BESIDE = (6 * MM, 2.5 * MM)  # what lies so near may be its lost letters
_MOST = 6  # pieces of a page


class Piece(NamedTuple):
    """Ink of a mask (`DPI`) that may be a stamp: 0 to 1 as it is strong, `hidden` 1 under print; the turns and heights of letters to try."""

    ink: Gray
    hidden: Pixels
    turns: Iterable[float] = _OFF
    heights: tuple[float, ...] = _HEIGHTS


class Fit(NamedTuple):
    """How a drawn word lies over a piece: `likeness` up to 1, `at` its middle as a share of the turned piece's width and height."""

    likeness: float
    word: Path
    height: float
    width: float
    turn: float
    at: tuple[float, float] = (0.5, 0.5)

    @property
    def name(self) -> str:
        """The word, without its marks."""
        return self.word.name.split("-")[1]


@cache
def _drawn(group: str) -> tuple[Path, ...]:
    """The drawn words of a group, `secret` or `other`."""
    return tuple(sorted((models_folder() / "lettering" / group).glob("*.png")))


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
    part = np.s_[max(0, round(y0 - high)) : round(y1 + high), max(0, round(x0 - wide)) : round(x1 + wide)]
    least, most = (share * shape.size[1] for share in _OF_PIECE)
    fitting = tuple(h for h in _HEIGHTS if shape.form is Form.RING or least <= h <= most)
    return Piece(soften(dark[part], full), hidden[part], [shape.angle + off for off in _OFF], fitting)


def soften(dark: Pixels, full: int) -> Gray:
    """How strong ink is, 0 to 1: `dark` is how much darker than paper, `full` as dark as ink that is strong."""
    return np.asarray(np.minimum(dark.astype(np.float32) / full, 1.0), np.float32)


def says_secret(stamps: Iterable[Piece]) -> bool:
    """Whether a word of secrecy stands in one of a page's pieces; the most promising places are looked at closely."""
    rough = ((fit, piece) for piece in stamps for fit in sorted(_coarse(piece), key=_likeness)[-_TRIED:])
    promising = sorted(rough, key=lambda found: -found[0].likeness)[:_TRIED_OF_PAGE]
    return any(_is_sure(piece, *fits) for first, piece in promising for fits in _close_fits(piece, first))


def _likeness(fit: Fit) -> float:
    return fit.likeness


def _coarse(piece: Piece) -> Iterator[Fit]:
    """Promising places of the single words; one face is enough to tell them."""
    single = {_names(p)[0]: p for p in _drawn("secret") if len(_names(p)) == 1}
    rough = _half(piece.ink * (1 - piece.hidden))
    for turn in piece.turns:
        level = _turned(rough, turn)
        field = _Field(level, np.ones_like(level))
        for path in single.values():
            for height in piece.heights:
                fit = field.fit(Fit(0.0, path, height, 1.0, float(turn)), _ROUGH)
                if fit.likeness >= _PROMISING:
                    yield fit


def _close_fits(piece: Piece, first: Fit) -> Iterator[tuple[Fit, Fit]]:
    """The word of a promising place in each face, then in narrow letters, then with the word beside it; with each the word alone."""
    faces = [p for p in _drawn("secret") if _names(p) == (first.name,)]
    alone = _best_face(piece, first, faces)
    yield alone, alone
    if alone.likeness < _WORTH:
        return
    narrow = _best_face(piece, first._replace(width=_NARROW), faces)
    yield narrow, narrow
    face = alone.word.name.split("-", 2)[2]
    for path in _drawn("secret"):
        if len(_names(path)) > 1 and first.name in _names(path) and path.name.endswith(face):
            yield _closely(piece, alone._replace(word=path, at=_middle(piece, alone, path))), alone


def _best_face(piece: Piece, fit: Fit, faces: Iterable[Path]) -> Fit:
    return max((_closely(piece, fit._replace(word=path)) for path in faces), key=_likeness)


def _names(path: Path) -> tuple[str, ...]:
    return tuple(path.name.split("-")[1].split("_"))


def _middle(piece: Piece, fit: Fit, pair: Path) -> tuple[float, float]:
    """Where the middle of a pair of words lies whose first or last is known."""
    long, short = (_word(p, round(fit.height, 1), fit.width).shape[1] for p in (pair, fit.word))
    off = (long - short) / 2 / _turned(piece.ink, fit.turn).shape[1]
    return fit.at[0] + (off if _names(pair)[0] == fit.name else -off), fit.at[1]


def _is_sure(piece: Piece, fit: Fit, alone: Fit) -> bool:
    """Whether a word, or a pair of words one of which was found alone, fits well enough and no other word fits better."""
    if fit.likeness < _ALIKE[fit.name] + (_NARROW_TOO if fit.width < 1 else 0):
        return False
    return alone.likeness >= _rival(piece, alone) + _CLEARER[alone.name]


def _rival(piece: Piece, fit: Fit) -> float:
    """How well the best of the other words fits where a word of secrecy does."""
    others = (fit._replace(word=path) for path in _drawn("other"))
    return max((_closely(piece, other).likeness for other in others), default=0.0)


def _closely(piece: Piece, fit: Fit) -> Fit:
    """The best fit of a word about a place."""
    turned = [
        (fit._replace(turn=fit.turn + closer), _Field.of(piece, fit.turn + closer)) for closer in _CLOSER
    ]
    best, field = max(((f.fit_near(t), f) for t, f in turned), key=lambda found: found[0].likeness)
    sized = (field.fit_near(best._replace(height=fit.height * step)) for step in _STEPS)
    return max((best, *sized), key=_likeness)


class _Field:
    """A levelled piece, and the sums that every word needs."""

    def __init__(self, ink: Gray, seen: Gray) -> None:
        self.ink, self.seen = ink * seen, seen
        self.square = self.ink * self.ink
        self.covered = bool(seen.min() < 1)

    @classmethod
    def of(cls, piece: Piece, turn: float) -> _Field:
        """A piece made level."""
        return cls(_turned(piece.ink, turn), _turned((1 - piece.hidden).astype(np.float32), turn))

    def fit(self, fit: Fit, scale: float) -> Fit:
        """A word where it fits best."""
        word = _word(fit.word, round(fit.height * scale, 1), fit.width)
        rows, columns = self.ink.shape
        if word.shape[0] > rows or word.shape[1] > columns:
            return fit._replace(likeness=0.0)
        _, best, _, (x, y) = cv2.minMaxLoc(self._likeness(word))
        return fit._replace(likeness=best, at=(x / columns, y / rows))

    def fit_near(self, fit: Fit) -> Fit:
        """A word where it fits best about its place."""
        word = _word(fit.word, round(fit.height, 1), fit.width)
        rows, columns = self.ink.shape
        across, down = (word.shape[n] / 2 + _REACH * fit.height for n in (1, 0))
        x, y = fit.at[0] * columns, fit.at[1] * rows
        left, top = max(0, round(x - across)), max(0, round(y - down))
        part = np.s_[top : round(y + down) + 1, left : round(x + across) + 1]
        near = _Field(self.ink[part], self.seen[part])
        found = near.fit(fit, 1.0)
        x, y = found.at[0] * near.ink.shape[1] + left, found.at[1] * near.ink.shape[0] + top
        return found._replace(at=(x / columns, y / rows))

    def _likeness(self, word: Gray) -> Gray:
        size = (word.shape[1], word.shape[0])
        count, total, squares = (_box(v, size) for v in (self.seen, self.ink, self.square))
        both = _over(self.ink, word)
        strokes, weight = float(word.sum()), float((word * word).sum())
        if self.covered:
            open_strokes, open_weight = _over(self.seen, word), _over(self.seen, word * word)
        else:
            open_strokes, open_weight = np.full_like(both, strokes), np.full_like(both, weight)
        count = np.maximum(count, 1)
        spread = open_weight - open_strokes**2 / count
        own = squares - total**2 / count
        like = (both - total * open_strokes / count) / np.sqrt(np.maximum(spread * own, 1e-2))
        enough = (count >= _SEEN * word.size) & (spread >= _SEEN * (weight - strokes**2 / word.size))
        return np.asarray(like * enough, np.float32)


def _box(values: Gray, size: tuple[int, int]) -> Gray:
    return np.asarray(cv2.boxFilter(values, -1, size, normalize=False, borderType=cv2.BORDER_CONSTANT))


def _over(values: Gray, word: Gray) -> Gray:
    return np.asarray(cv2.filter2D(values, cv2.CV_32F, word, borderType=cv2.BORDER_CONSTANT))


@cache
def _word(path: Path, height: float, width: float) -> Gray:
    """A drawn word, its capitals so high [pixels]."""
    flat = cv2.imdecode(np.frombuffer(path.read_bytes(), np.uint8), cv2.IMREAD_GRAYSCALE)
    factor = height / _DRAWN
    small = cv2.resize(
        np.asarray(flat, np.float32) / 255, None, fx=factor * width, fy=factor, interpolation=cv2.INTER_AREA
    )
    room = cv2.copyMakeBorder(small, 2, 2, 2, 2, cv2.BORDER_CONSTANT, value=(0,))
    return np.asarray(cv2.GaussianBlur(room, (0, 0), _SOFT), np.float32)


def _half(values: npt.NDArray[np.generic]) -> Gray:
    whole = np.asarray(values, np.float32)
    return np.asarray(cv2.resize(whole, None, fx=_ROUGH, fy=_ROUGH, interpolation=cv2.INTER_AREA))


def _turned(values: Gray, turn: float) -> Gray:
    """A piece turned level around its middle, with room for its corners."""
    height, width = values.shape
    cosine, sine = abs(np.cos(np.deg2rad(turn))), abs(np.sin(np.deg2rad(turn)))
    wide = round(width * cosine + height * sine) + 2 * _PIXELS_AROUND
    high = round(width * sine + height * cosine) + 2 * _PIXELS_AROUND
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), turn, 1.0)
    matrix[:, 2] += np.array([(wide - width) / 2, (high - height) / 2])
    return np.asarray(cv2.warpAffine(values, matrix, (wide, high)), np.float32)
