"""Two pages on one sheet: an opened book on the glass, two A4 on an A3. Found by the gutter between two blocks of lines.

A wide table, or a page with its letterhead in two columns, is no spread: something of it, a rule, a heading, the number
of the page, crosses the middle, or the gap there is narrow.
"""

from __future__ import annotations

from typing import NamedTuple

import cv2
import numpy as np

from vanthu.document.geometry import Box
from vanthu.reading.imaging.pieces import Pieces
from vanthu.reading.imaging.posture import line_runs, lines_lie, profile_of, refined, small_ink, tilted
from vanthu.reading.imaging.raster import Pixels, gray_of, reduced, turned
from vanthu.settings import ImageSettings

_ASPECT = (1.2, 1.8)  # long side to short: A3 is 1.41, two Letter 1.29
_GLANCE = 420  # pixels of the long side: enough to see that something stands in the middle
_LOOK = 1650  # and to judge two pages of about 100 dpi
_MIDDLE = (0.41, 0.59)  # of the long side: where a gutter may be
_AROUND = (0.2, 0.8)  # and how far its white may reach
_GLIMPSED = 0.02  # of the long side: the least that is seen of a gutter at a glance
_WHITE = 0.06  # two margins; gaps between the columns of a table are narrower
_FOLDED = 0.03  # enough where the fold itself is seen
_SPECKS = 0.006  # of the rows may have ink in the gutter
_FOLD_DARKER = 12  # gray levels than the paper left and right
_DARKER = 45
_EDGE = 0.03
_STROKE = 8  # pixels: staples and the fold itself are thinner and several times as tall
_TALL = 2.5
_HOLE, _SOLID = 12, 0.6  # pixels; share of its box that is black: no letter is so large and so full
_FULL_LINE = 0.5  # of the half's width
_FULL_LINES = 6  # make a page of text
_LINE = range(6, 50)  # rows of the small copy


class Gutter(NamedTuple):
    """Where two pages meet, as a share of the long side; `upended`: lines run along the columns of the sheet."""

    at: float
    upended: bool

    def parts(self, width: float, height: float) -> tuple[Box, Box]:
        """The two pages of a sheet of this size, in the order in which they are read if the sheet is not upside down.

        An upended sheet is taken for one that was turned by a quarter against the clock.
        """
        if self.upended:
            low = Box(0.0, height * (1 - self.at), width, height)
            return low, Box(0.0, 0.0, width, height * (1 - self.at))
        return Box(0.0, 0.0, width * self.at, height), Box(width * self.at, 0.0, width, height)


def gutter(pixels: Pixels, settings: ImageSettings) -> Gutter | None:
    """Where a sheet is to be cut; `None` for a single page. A page that has ink in its middle costs a glance."""
    height, width = pixels.shape[:2]
    if not _ASPECT[0] <= max(height, width) / min(height, width) <= _ASPECT[1]:
        return None
    upended = height > width
    if _gap(_ink(_level(pixels, _GLANCE, upended=upended)), _GLIMPSED) is None:
        return None
    at = _judged(_level(pixels, _LOOK, upended=upended), settings)
    return None if at is None else Gutter(at, upended)


def _level(pixels: Pixels, long_side: int, *, upended: bool) -> Pixels:
    """A small gray copy with the long side level."""
    return turned(gray_of(reduced(pixels, long_side)[0]), 90 if upended else 0)


def _judged(gray: Pixels, settings: ImageSettings) -> float | None:
    letters = small_ink(gray)
    upended, coarse = lines_lie(letters, settings.max_skew_degrees)
    if upended:
        return None
    skew = refined(letters, coarse)
    folded = _has_fold(_turned(gray, skew, cv2.BORDER_REPLICATE))
    gap = _gap(_turned(_ink(gray), skew), _FOLDED if folded else _WHITE)
    if gap is None:
        return None
    middle = round(gap * letters.shape[1])
    lines = [_full_lines(half, settings) for half in (letters[:, :middle], letters[:, middle:])]
    # the other page may be empty, or bear a signature only
    return gap if max(lines) >= _FULL_LINES else None


def _ink(gray: Pixels) -> Pixels:
    """Everything darker than the paper around it, rules too; not the edges, nor holes, nor what is thin and tall."""
    paper = cv2.blur(cv2.dilate(gray, np.ones((9, 9), np.uint8)), (21, 21))
    ink = (cv2.subtract(paper, gray) > _DARKER).astype(np.uint8)
    found = Pieces.of(ink)
    _, _, width, height, area = found.boxes.T
    upright_stroke = (area <= _STROKE * height) & (height >= _TALL * width) & (height > _STROKE)
    hole = (np.minimum(width, height) >= _HOLE) & (area >= _SOLID * width * height)
    kept = found.mask(~(upright_stroke | hole))
    edge = int(_EDGE * kept.shape[0])
    kept[:edge] = kept[-edge:] = 0
    return kept


def _turned(image: Pixels, skew: float, border: int = cv2.BORDER_CONSTANT) -> Pixels:
    height, width = image.shape
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), -skew, 1.0)
    made = cv2.warpAffine(image, matrix, (width, height), flags=cv2.INTER_NEAREST, borderMode=border)
    return np.asarray(made, dtype=np.uint8)


def _gap(ink: Pixels, least: float) -> float | None:
    """Where to cut [0..1] in the widest column of paper that crosses the middle of a sheet from top to bottom."""
    height, width = ink.shape
    start, end = (int(share * width) for share in _AROUND)
    clear = profile_of(np.ascontiguousarray(ink[:, start:end].T)) <= _SPECKS * height
    most, best = 0.0, 0.5
    for first, last in line_runs(clear.astype(np.float64)):
        left = max(_MIDDLE[0], (start + first) / width)
        right = min(_MIDDLE[1], (start + last) / width)
        if right - left > most:
            third = (right - left) / 3
            most, best = right - left, min(max(0.5, left + third), right - third)
    return best if most >= least else None


def _has_fold(gray: Pixels) -> bool:
    """Whether the paper is darker along the middle than left and right of it."""
    levels = np.median(gray, axis=0)
    width = levels.size
    low, high = (int(share * width) for share in _MIDDLE)
    beside = np.concatenate([levels[int(0.25 * width) : low], levels[high : int(0.75 * width)]])
    return bool(np.median(beside) - levels[low:high].min() >= _FOLD_DARKER)


def _full_lines(letters: Pixels, settings: ImageSettings) -> int:
    """How many lines of a half are as long as those of running text."""
    _, coarse = lines_lie(letters, settings.max_skew_degrees)
    straight = tilted(letters, refined(letters, coarse))
    runs = [(a, b) for a, b in line_runs(profile_of(straight)) if b - a in _LINE]
    return sum(_extent(straight[a:b]) >= _FULL_LINE * letters.shape[1] for a, b in runs)


def _extent(line: Pixels) -> int:
    columns = np.flatnonzero(line.any(axis=0))
    return int(columns[-1] - columns[0]) if columns.size else 0
