"""The fullest lines of a page, cut out and put under each other: a small picture that tells as much as the whole."""

from __future__ import annotations

import cv2
import numpy as np

from vanthu.reading.imaging.posture import line_runs, profile_of, small_ink
from vanthu.reading.imaging.raster import Pixels

_LINES = range(6, 61)  # rows of the small copy: footnotes to titles
_ROOM = 5  # rows of the small copy over and under a line
_MARGIN = 6  # pixels between lines


def fullest_lines(upright: Pixels, count: int = 4) -> Pixels | None:
    """Up to `count` lines of a gray page on which lines run along the rows; `None` where it has none."""
    ink = small_ink(upright)
    factor = upright.shape[0] / ink.shape[0]
    profile = profile_of(ink)
    runs = [run for run in line_runs(profile) if run[1] - run[0] in _LINES]
    fullest = sorted(runs, key=lambda run: profile[run[0] : run[1]].sum(), reverse=True)[:count]
    if not fullest:
        return None
    cuts = [_cut(upright, ink, run, factor) for run in sorted(fullest)]
    widest = max(cut.shape[1] for cut in cuts)
    paper = int(np.median(upright[::8, ::8]))
    return np.vstack([_padded(cut, widest, paper) for cut in cuts])


def _cut(upright: Pixels, ink: Pixels, run: tuple[int, int], factor: float) -> Pixels:
    start, end = run
    columns = np.flatnonzero(ink[start:end].any(axis=0))
    top, bottom = max(0, start - _ROOM), end + _ROOM
    left, right = max(0, columns[0] - _ROOM), columns[-1] + _ROOM
    return upright[int(top * factor) : int(bottom * factor), int(left * factor) : int(right * factor)]


def _padded(cut: Pixels, width: int, paper: int) -> Pixels:
    sides = (_MARGIN, _MARGIN, _MARGIN, _MARGIN + width - cut.shape[1])
    return np.asarray(cv2.copyMakeBorder(cut, *sides, cv2.BORDER_CONSTANT, value=paper), dtype=np.uint8)
