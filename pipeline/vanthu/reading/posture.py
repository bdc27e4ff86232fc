"""How a page lies: blank or not, which way is up, how skewed. Judged on a small copy, by its ink alone."""

from __future__ import annotations

from typing import NamedTuple

import cv2
import numpy as np
import numpy.typing as npt

from vanthu.reading.raster import Pixels, turned
from vanthu.settings import ImageSettings

_LONG_SIDE = 1150  # about 100 dpi for A4
_EDGE = 0.03  # of the page: scanner shadows, holes
_DARKER = 45  # than the paper around it
_COARSE, _FINE = 0.5, 0.1  # degrees
_CORE = 0.4  # of a line's fullest row of pixels: the band of the small letters
_MIN_LINES = 3


class Posture(NamedTuple):
    """What must be done to make a page upright; `rotation` and `skew` as in `Page`. `marks` counts letter-sized spots."""

    rotation: int
    skew: float
    marks: int


def posture(gray: Pixels, settings: ImageSettings) -> Posture:
    """Measure a page as it lies in the file."""
    ink = small_ink(gray)
    marks = _letters(ink)
    if marks < settings.blank_marks:
        return Posture(0, 0.0, marks)
    rotation, coarse = _lie(ink, settings.max_skew_degrees)
    ink = turned(ink, rotation)
    skew = round(_best_angle(ink, np.arange(coarse - _COARSE, coarse + _COARSE + 0.01, _FINE))[0], 2)
    if _is_upside_down(_tilted(ink, skew)):
        rotation += 180
    return Posture(rotation, skew if abs(skew) >= settings.skew_degrees else 0.0, marks)


def small_ink(gray: Pixels) -> Pixels:
    """Ink as 1, paper as 0, on a reduced copy; edges, pictures and long rules left out."""
    ratio = _LONG_SIDE / max(gray.shape)
    small = cv2.resize(gray, None, fx=ratio, fy=ratio, interpolation=cv2.INTER_AREA) if ratio < 1 else gray
    paper = cv2.blur(cv2.dilate(small, np.ones((9, 9), np.uint8)), (21, 21))
    ink = (paper.astype(np.int16) - small > _DARKER).astype(np.uint8)
    edge_y, edge_x = (int(n * _EDGE) for n in ink.shape)
    ink[:edge_y] = ink[-edge_y:] = 0
    ink[:, :edge_x] = ink[:, -edge_x:] = 0
    return np.asarray(_letter_sized(ink), dtype=np.uint8)


def _letter_sized(ink: Pixels) -> Pixels:
    """Only spots of the size of letters and words; specks, rules, seals and photographs go."""
    _, labels, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    width, height, area = stats[:, 2], stats[:, 3], stats[:, 4]
    long_side, short_side = np.maximum(width, height), np.minimum(width, height)
    keep = (area >= 3) & (long_side < 120) & (short_side < 40)
    keep[0] = False
    return np.asarray(keep[labels], dtype=np.uint8)


def _letters(ink: Pixels) -> int:
    count, _, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    tall = (stats[1:count, 3] >= 5) | (stats[1:count, 2] >= 5)
    return int(np.count_nonzero(tall & (stats[1:count, 4] >= 10)))


def _profile(ink: npt.NDArray[np.uint8]) -> npt.NDArray[np.float64]:
    return np.asarray(ink.sum(axis=1), dtype=np.float64)


def _sharpness(ink: npt.NDArray[np.uint8]) -> float:
    """How strongly ink gathers in rows: high where lines of text run along the rows."""
    steps = np.diff(_profile(ink))
    return float(np.square(steps).sum() / ink.shape[1])


def _tilted(ink: Pixels, degrees: float) -> Pixels:
    """Rows pushed up and down as a clockwise turn of a few degrees would (a shear, which is quicker)."""
    height, width = ink.shape
    slope = np.tan(np.radians(degrees))
    matrix = np.array([[1.0, 0.0, 0.0], [slope, 1.0, -slope * width / 2]])
    return np.asarray(cv2.warpAffine(ink, matrix, (width, height), flags=cv2.INTER_NEAREST), dtype=np.uint8)


def _lie(ink: Pixels, most: float) -> tuple[int, float]:
    """Whether lines run along the rows (0) or the columns (90), and about how many degrees they are off."""
    rough = cv2.resize(ink * np.uint8(255), None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    angles = np.arange(-most, most + 0.01, _COARSE)
    small = np.asarray(rough, dtype=np.uint8)
    level, level_score = _best_angle(small, angles)
    upended, upended_score = _best_angle(turned(small, 90), angles)
    return (90, upended) if upended_score > level_score else (0, level)


def _best_angle(ink: Pixels, angles: npt.NDArray[np.float64]) -> tuple[float, float]:
    """The angle at which lines are sharpest, and how sharp."""
    scores = [_sharpness(_tilted(ink, float(a))) for a in angles]
    best = int(np.argmax(scores))
    return float(angles[best]), scores[best]


def _is_upside_down(ink: Pixels) -> bool:
    """Vietnamese has far more ink over its small letters (tone marks, hats, capitals) than under them."""
    profile = _profile(ink)
    above = below = 0.0
    lines = 0
    for start, end in _runs(profile > 0.1 * np.percentile(profile, 95)):
        line = profile[start:end]
        core = np.flatnonzero(line >= _CORE * line.max())
        if 8 <= end - start <= 40:
            lines += 1
            above += float(line[: core[0]].sum())
            below += float(line[core[-1] + 1 :].sum())
    return lines >= _MIN_LINES and below > above


def _runs(mask: npt.NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Half-open ranges of neighbouring true values."""
    edges = np.flatnonzero(np.diff(np.concatenate([[0], mask.astype(np.int8), [0]])))
    return [(int(a), int(b)) for a, b in zip(edges[::2], edges[1::2], strict=True)]
