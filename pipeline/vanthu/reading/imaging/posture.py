"""How a page lies: blank or not, which way is up, how skewed. Judged on a small copy, by its ink alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import cv2
import numpy as np
import numpy.typing as npt

from vanthu.reading.imaging.pieces import Pieces
from vanthu.reading.imaging.raster import Pixels, reduced, turned
from vanthu.settings import ImageSettings

_LONG_SIDE = 1150  # about 100 dpi for A4
_EDGE = 0.03  # of the page: scanner shadows, holes
_DARKER = 45  # than the paper around it
_COARSE = 1.0  # degrees; halved again and again from there
_FINEST = 0.1
_CORE = 0.4  # of a line's fullest row of pixels: the band of the small letters
_STRIPS = 8  # of the page's width
_LINE_HEIGHT = range(8, 41)  # rows of the small copy
# How much more ink over the small letters than under them, as a share of both. Upright text has +0.2 to +0.6, digits
# alone and capitals anything about 0; what falls below one of these is not judged by ink.
_LEAST_ENDS = 5  # pixels
_SURE_LINES = 24  # in all strips together
_SURE_LEAN = 0.2
_SURE_TURN = 0.27  # for turning a page around that was laid on the glass the usual way: few are not
_SURE_STEADY = 1.0  # mean of the lines against its own error


class Posture(NamedTuple):
    """What must be done to make a page upright; `rotation` and `skew` as in `Page`. `marks` counts letter-sized spots.

    `sure` is false where ink alone can't tell which way is up: then the page may as well be upside down.
    """

    rotation: int
    skew: float
    marks: int
    sure: bool = True


def posture(gray: Pixels, settings: ImageSettings) -> Posture:
    """Measure a page as it lies in the file."""
    ink, marks = _letter_ink(gray)
    if marks < settings.blank_marks:
        return Posture(0, 0.0, marks)
    rotation, coarse = lines_lie(ink, settings.max_skew_degrees)
    ink = turned(ink, rotation)
    skew = round(refined(ink, coarse), 1)
    sure, lean = _lean(tilted(ink, skew))
    needed = _SURE_LEAN if rotation == 0 and lean > 0 else _SURE_TURN
    sure = sure and abs(lean) >= needed
    if sure and lean < 0:
        rotation += 180
    return Posture(rotation, skew if abs(skew) >= settings.skew_degrees else 0.0, marks, sure)


def small_ink(gray: Pixels) -> Pixels:
    """Ink as 1, paper as 0, on a copy reduced by a whole factor; edges, pictures and long rules left out."""
    return _letter_ink(gray)[0]


def _letter_ink(gray: Pixels) -> tuple[Pixels, int]:
    """That ink, and how many spots of it are as large as a letter."""
    small, _ = reduced(gray, _LONG_SIDE)
    paper = cv2.blur(cv2.dilate(small, np.ones((9, 9), np.uint8)), (21, 21))
    ink = (cv2.subtract(paper, small) > _DARKER).astype(np.uint8)
    edge_y, edge_x = (int(n * _EDGE) for n in ink.shape)
    ink[:edge_y] = ink[-edge_y:] = 0
    ink[:, :edge_x] = ink[:, -edge_x:] = 0
    found = Pieces.of(ink)
    _, _, width, height, area = found.boxes.T
    longer, shorter = np.maximum(width, height), np.minimum(width, height)
    keep = (area >= 3) & (longer < 120) & (shorter < 40)
    marks = int(np.count_nonzero((keep & (longer >= 5) & (area >= 10))[1:]))
    return found.mask(keep), marks


def profile_of(ink: npt.NDArray[np.uint8]) -> npt.NDArray[np.float64]:
    """How much ink each row has."""
    # several times quicker than numpy's sum over bytes
    sums = cv2.reduce(ink, 1, cv2.REDUCE_SUM, dtype=cv2.CV_32S)
    return np.asarray(sums, dtype=np.float64).ravel()


def _sharpness(ink: npt.NDArray[np.uint8]) -> float:
    """How strongly ink gathers in rows: high where lines of text run along the rows."""
    steps = np.diff(profile_of(ink))
    return float(np.square(steps).sum() / ink.shape[1])


def tilted(ink: Pixels, degrees: float) -> Pixels:
    """Rows pushed up and down as a clockwise turn of a few degrees would (a shear, which is quicker)."""
    height, width = ink.shape
    slope = np.tan(np.radians(degrees))
    matrix = np.array([[1.0, 0.0, 0.0], [slope, 1.0, -slope * width / 2]])
    return np.asarray(cv2.warpAffine(ink, matrix, (width, height), flags=cv2.INTER_NEAREST), dtype=np.uint8)


def lines_lie(ink: Pixels, most: float) -> tuple[int, float]:
    """Whether lines run along the rows (0) or the columns (90), and about how many degrees they are off."""
    rough = cv2.resize(ink * np.uint8(255), None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    angles = np.arange(-most, most + 0.01, _COARSE)
    small = np.asarray(rough, dtype=np.uint8)
    level, level_score = _best_angle(small, angles)
    upended, upended_score = _best_angle(turned(small, 90), angles)
    return (90, upended) if upended_score > level_score else (0, level)


def refined(ink: Pixels, angle: float) -> float:
    """A better angle near a coarse one, by steps that are halved while they matter."""
    best, step = _sharpness(tilted(ink, angle)), _COARSE / 2
    while step >= _FINEST / 2:
        for candidate in (angle - step, angle + step):
            score = _sharpness(tilted(ink, candidate))
            if score > best:
                angle, best = candidate, score
        step /= 2
    return angle


def _best_angle(ink: Pixels, angles: npt.NDArray[np.float64]) -> tuple[float, float]:
    """The angle at which lines are sharpest, and how sharp."""
    scores = [_sharpness(tilted(ink, float(a))) for a in angles]
    best = int(np.argmax(scores))
    return float(angles[best]), scores[best]


def _lean(ink: Pixels) -> tuple[bool, float]:
    """Whether there are lines enough to judge, and how much more ink lies over the small letters than under them [-1..1].

    Vietnamese has tone marks, hats and capitals above. Looked at in strips, since lines in the cells of a table beside
    each other stand at different heights.
    """
    lines = [ends for strip in np.array_split(ink, _STRIPS, axis=1) for ends in _line_ends(profile_of(strip))]
    if len(lines) < _SURE_LINES:
        return False, 0.0
    above, below = np.array(lines).T
    each = (above - below) / (above + below)
    steady = abs(each.mean()) * np.sqrt(len(lines)) / max(0.02, each.std())
    return bool(steady >= _SURE_STEADY), float((above - below).sum() / (above + below).sum())


def _line_ends(profile: npt.NDArray[np.float64]) -> Iterator[tuple[float, float]]:
    """The ink over and under the band of small letters, for each line of a strip."""
    for start, end in line_runs(profile):
        if end - start not in _LINE_HEIGHT:
            continue
        line = profile[start:end]
        core = np.flatnonzero(line >= _CORE * line.max())
        above, below = float(line[: core[0]].sum()), float(line[core[-1] + 1 :].sum())
        if above + below >= _LEAST_ENDS:
            yield above, below


def line_runs(profile: npt.NDArray[np.float64]) -> list[tuple[int, int]]:
    """The rows [half-open ranges] in which ink gathers, of its profile; between them the paper shows."""
    inked = profile[profile > 0]
    return _runs(profile > 0.1 * np.percentile(inked, 90)) if inked.size else []


def _runs(mask: npt.NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Half-open ranges of neighbouring true values."""
    edges = np.flatnonzero(np.diff(np.concatenate([[0], mask.astype(np.int8), [0]])))
    return [(int(a), int(b)) for a, b in zip(edges[::2], edges[1::2], strict=True)]
