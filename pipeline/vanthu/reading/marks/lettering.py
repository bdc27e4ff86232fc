"""Words of secrecy told by the look of their letters, where no engine reads them: worn stamps, stamps on print or over a seal.

Drawn words are laid over a piece of ink in all sizes and turns that stamps have, coarsely. Where they fit best, a small network
(`models/lettering/words.onnx`, made by `bench/lettering.py`) says whether it is one of the words. It was shown drawn stamps in all
states of wear and whatever else lies on pages; print that lies over a stamp counts neither way.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
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
HEIGHTS = tuple(
    2.9 * MM * 1.14**n for n in range(9)
)  # of a capital in a stamp: 2.9 to 8.3 mm; print is lower
_OF_PIECE = (0.25, 0.9)  # a capital's share of the height of a shape
_OFF = (-5.0, 0.0, 5.0)  # degrees that a word may be off from how its shape lies
_ROUGH = 0.5  # scale of the coarse look
_PROMISING = 0.45  # coarse likeness
_TRIED, _TRIED_IN_FRAME = 6, 12  # promising places of a piece that are looked at closely
_TRIED_OF_PAGE = 36  # and of a page, those in frames first: broken print elsewhere must not crowd them out
_SOFT = 0.9  # pixels: drawn letters are as soft as ink
_PIXELS_AROUND = 3
_CAPITAL = 12  # pixels: height of a plain capital as the network knows it
_WINDOW = (56, 24)  # width and height that it sees
# places and sizes about a promising one that are looked at, in pixels of the window and as a share
_ABOUT = tuple((across, down, size) for across in (-2, 2) for down in (-1, 2) for size in (0.93, 1.07))
# mean likelihood of these from which on a word is told: loose ink is mostly print that was not read (0.32 on clean pages), few other
# things lie in frames (0.17), the letters of rows are large (0.46), and seals are full of letters
_SUSPECTED, _FRAMED, _LARGE, SURE = 0.45, 0.4, 0.6, 0.9
_LEAST_SURE = {Form.LOOSE: _SUSPECTED, Form.FRAME: _FRAMED, Form.ROW: _LARGE, Form.RING: SURE}
_SIZED = (7 * MM, 2.6 * MM), (85 * MM, 50 * MM)  # of a shape: least and most width and height
_LETTER = 2 * MM  # least height of its tallest letter
_BESIDE = (6 * MM, 2.5 * MM)  # what lies so near may be its lost letters
_BLOT = 3 * MM  # strokes are not so wide
_MOST = 6  # pieces of a page


class Piece(NamedTuple):
    """Ink of a mask (`DPI`) that may be a stamp: 0 to 1 as it is strong, `hidden` 1 under print; the turns and heights of letters to try."""

    ink: Gray
    hidden: Pixels
    turns: Iterable[float] = _OFF
    heights: tuple[float, ...] = HEIGHTS
    sure: float = _SUSPECTED  # likelihood from which on a word is told
    shape: Shape | None = None  # that it is cut out for

    @property
    def is_framed(self) -> bool:
        """Whether it lies in a frame, as most stamps do and no line of print does."""
        return self.shape is not None and self.shape.form is Form.FRAME


class Fit(NamedTuple):
    """How a drawn word lies over a piece: `likeness` up to 1, `at` its middle as a share of the turned piece's width and height."""

    likeness: float
    word: Path
    height: float
    turn: float
    at: tuple[float, float] = (0.5, 0.5)


@cache
def _drawn() -> tuple[Path, ...]:
    """The drawn words; one face is enough to find where they may stand."""
    return tuple(sorted((models_folder() / "lettering").glob("*.png")))


@cache
def _network() -> cv2.dnn.Net:
    return cv2.dnn.readNetFromONNX(str(models_folder() / "lettering" / "words.onnx"))


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
    fitting = tuple(h for h in HEIGHTS if shape.form is Form.RING or least <= h <= most)
    turns = [shape.angle + off for off in _OFF]
    return Piece(
        soften(_written(dark[part], full), full), hidden[part], turns, fitting, _LEAST_SURE[shape.form], shape
    )


def _written(dark: Pixels, full: int) -> Pixels:
    """Ink without what no stroke of a letter is as wide as: holes of a punch, the star of a seal."""
    wide, around = (cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (side, side)) for side in (round(_BLOT), 5))
    blots = cv2.morphologyEx((dark > full / 2).astype(np.uint8), cv2.MORPH_OPEN, wide)
    return np.asarray(dark * (1 - np.asarray(cv2.dilate(blots, around))), np.uint8)


def soften(dark: Pixels, full: int) -> Gray:
    """How strong ink is, 0 to 1: `dark` is how much darker than paper, `full` as dark as ink that is strong."""
    return np.asarray(np.minimum(dark.astype(np.float32) / full, 1.0), np.float32)


def secrecy(stamps: Iterable[Piece]) -> Iterator[tuple[float, Piece]]:
    """In which of a page's pieces a word of secrecy may stand, and how likely it is; the most promising places are looked at closely."""
    rough = ((fit, piece) for piece in stamps for fit in _best(piece))
    best = sorted(rough, key=lambda found: (not found[1].is_framed, -found[0].likeness))[:_TRIED_OF_PAGE]
    told = ((likelihood(piece, fit), piece) for fit, piece in best)
    return ((likely, piece) for likely, piece in told if likely >= piece.sure)


def _best(piece: Piece) -> list[Fit]:
    return sorted(promising(piece), key=_likeness)[-(_TRIED_IN_FRAME if piece.is_framed else _TRIED) :]


def _likeness(fit: Fit) -> float:
    return fit.likeness


def promising(piece: Piece) -> Iterator[Fit]:
    """Places where a drawn word fits somehow."""
    rough = _half(piece.ink * (1 - piece.hidden))
    for turn in piece.turns:
        field = _Field(_turned(rough, turn))
        for path in _drawn():
            for height in piece.heights:
                fit = field.fit(Fit(0.0, path, height, float(turn)))
                if fit.likeness >= _PROMISING:
                    yield fit


def likelihood(piece: Piece, fit: Fit) -> float:
    """How likely a word of secrecy stands at a place, 0 to 1, as the network says."""
    network = _network()
    network.setInput(windows(piece, fit, _ABOUT))
    nothing = np.asarray(network.forward()).reshape(len(_ABOUT), -1)[:, 0]  # the others are words
    return float(1 - nothing.mean())


def windows(piece: Piece, fit: Fit, about: Sequence[tuple[float, float, float]]) -> Gray:
    """What the network sees of a place [n, 2, rows, columns]: ink, and what hides it; `about`: how far off, and how much larger."""
    parts = piece.ink * (1 - piece.hidden), piece.hidden.astype(np.float32)
    ink, hidden = (_turned(part, fit.turn) for part in parts)
    both = _as_soft(ink, fit), hidden
    return np.asarray([[_window(part, fit, one) for part in both] for one in about], np.float32)


def _as_soft(ink: Gray, fit: Fit) -> Gray:
    """Large letters as soft as they are once they are made small."""
    larger = fit.height / _CAPITAL
    return np.asarray(cv2.GaussianBlur(ink, (0, 0), 0.35 * larger), np.float32) if larger > 1.25 else ink


def _window(values: Gray, fit: Fit, about: tuple[float, float, float]) -> Gray:
    """What the network sees of a turned piece about a place."""
    across, down, size = about
    height, width = values.shape
    unit = fit.height / _CAPITAL
    x, y = fit.at[0] * width + across * unit, fit.at[1] * height + down * unit
    scale = 1 / (unit * size)
    matrix = np.array([[scale, 0, _WINDOW[0] / 2 - scale * x], [0, scale, _WINDOW[1] / 2 - scale * y]])
    return np.asarray(cv2.warpAffine(values, matrix, _WINDOW), np.float32)


class _Field:
    """A levelled piece at the coarse scale, and the sums that every word needs."""

    def __init__(self, ink: Gray) -> None:
        self.ink, self.square = ink, ink * ink

    def fit(self, fit: Fit) -> Fit:
        """A word where it fits best."""
        word = _word(fit.word, round(fit.height * _ROUGH, 1))
        rows, columns = self.ink.shape
        if word.shape[0] > rows or word.shape[1] > columns:
            return fit
        _, best, _, (x, y) = cv2.minMaxLoc(self._likeness(word))
        return fit._replace(likeness=best, at=(x / columns, y / rows))

    def _likeness(self, word: Gray) -> Gray:
        """The correlation of a word with the ink, wherever it is laid."""
        size = (word.shape[1], word.shape[0])
        total, squares = (_box(v, size) for v in (self.ink, self.square))
        spread = float((word * word).sum()) - float(word.sum()) ** 2 / word.size
        own = squares - total**2 / word.size
        both = np.asarray(cv2.filter2D(self.ink, cv2.CV_32F, word, borderType=cv2.BORDER_CONSTANT))
        like = (both - total * float(word.sum()) / word.size) / np.sqrt(np.maximum(spread * own, 1e-2))
        return np.asarray(like, np.float32)


def _box(values: Gray, size: tuple[int, int]) -> Gray:
    return np.asarray(cv2.boxFilter(values, -1, size, normalize=False, borderType=cv2.BORDER_CONSTANT))


@cache
def _word(path: Path, height: float) -> Gray:
    """A drawn word, its capitals so high [pixels]."""
    flat = cv2.imdecode(np.frombuffer(path.read_bytes(), np.uint8), cv2.IMREAD_GRAYSCALE)
    factor = height / _DRAWN
    small = cv2.resize(
        np.asarray(flat, np.float32) / 255, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA
    )
    room = cv2.copyMakeBorder(small, 2, 2, 2, 2, cv2.BORDER_CONSTANT, value=(0,))
    return np.asarray(cv2.GaussianBlur(room, (0, 0), _SOFT), np.float32)


def _half(values: npt.NDArray[np.generic]) -> Gray:
    whole = np.asarray(values, np.float32)
    return np.asarray(cv2.resize(whole, None, fx=_ROUGH, fy=_ROUGH, interpolation=cv2.INTER_AREA))


def _turned(values: Gray, turn: float) -> Gray:
    """A piece turned level around its middle, with room for its corners."""
    matrix, size = turning(values.shape, turn)
    return np.asarray(cv2.warpAffine(values, matrix, size), np.float32)


def turning(shape: tuple[int, ...], turn: float) -> tuple[npt.NDArray[np.float64], tuple[int, int]]:
    """How places of a piece come to lie when it is turned level, and its width and height then."""
    height, width = shape[:2]
    cosine, sine = abs(np.cos(np.deg2rad(turn))), abs(np.sin(np.deg2rad(turn)))
    wide = round(width * cosine + height * sine) + 2 * _PIXELS_AROUND
    high = round(width * sine + height * cosine) + 2 * _PIXELS_AROUND
    matrix = np.asarray(cv2.getRotationMatrix2D((width / 2, height / 2), turn, 1.0), np.float64)
    matrix[:, 2] += np.array([(wide - width) / 2, (high - height) / 2])
    return matrix, (wide, high)
