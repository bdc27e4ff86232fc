"""Round seals: found by votes for the middle of a ring of ink, of any colour or none."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import cv2
import numpy as np
import numpy.typing as npt

from vanthu.reading.imaging.raster import Pixels

_VOTE_DPI = 40  # votes are counted on a copy of this resolution
_MM = _VOTE_DPI / 25.4
_STEP = 0.5  # mm
_RADII = np.arange(13.5, 21.6, _STEP)  # mm: seals of offices measure 36 mm, others 28 to 42
_FULL = 0.6  # share of a ring that is ink
_LEAST_SEEN = 0.36  # share of a ring on open paper: of a smaller one nothing is told
_HALVED = (
    0.19  # share of a ring that is ink on a copy of half the size: of all that were rings there 0.2 and more
)
_SECTORS = 36
_SECTORS_FULL = 0.7  # share of the sectors on paper that hold ink
_SECTORS_FULL_AMONG_PRINT = 0.85  # and where print stands around, whose letters may seem to make a ring
_OUTSIDE = 1.7  # mm beyond the ring, where a seal leaves the paper free
_SECTORS_OUTSIDE = 0.5  # at most so many hold ink there: print that the seal was put on
_OVERLAPPING = 0.9  # share that a ring needs which lies over another: two seals may touch
_LEAST_SECTORS = 13  # on paper: a seal over the edge may be cut in half
_MOST = 4  # on a page
_GATHER = 7.0  # mm: ink of one seal lies no farther apart
_LEAST = 18.0  # mm of a seal's piece on the page

Votes = npt.NDArray[np.float32]


class Ring(NamedTuple):
    """Middle and radius, in pixels of the mask that was looked at; `full` is the share of its sectors that hold ink."""

    x: float
    y: float
    radius: float
    full: float


def find_rings(mask: Pixels, dpi: int, hidden: Pixels | None = None) -> list[Ring]:
    """Rings on a mask (1: ink), largest first. Nothing is said of places that are `hidden` (1)."""
    factor = _VOTE_DPI / dpi
    ink = _small(mask, factor)
    open_paper = np.ones_like(ink) if hidden is None else 1 - _small(hidden, factor)
    least = _SECTORS_FULL if hidden is None else _SECTORS_FULL_AMONG_PRINT
    found: list[Ring] = []
    for x0, y0, x1, y1 in _gatherings(ink):
        part = np.s_[y0:y1, x0:x1]
        for ring in _candidates(ink[part] * open_paper[part], open_paper[part]):
            placed = ring._replace(x=ring.x + x0, y=ring.y + y0)
            full = _measured(ink, open_paper, placed)
            outside = _measured(ink, open_paper, placed._replace(radius=ring.radius + _OUTSIDE * _MM))
            clear = full >= least and outside <= _SECTORS_OUTSIDE and len(found) < _MOST
            if clear and all(_may_be_both(placed, full, other) for other in found):
                found.append(placed._replace(full=full))
    return [Ring(r.x / factor, r.y / factor, r.radius / factor, r.full) for r in found]


def _may_be_both(ring: Ring, full: float, other: Ring) -> bool:
    """Whether a ring can be another seal than one found before."""
    distance = np.hypot(ring.x - other.x, ring.y - other.y)
    return bool(distance > 1.7 * other.radius or (full >= _OVERLAPPING and distance > 1.05 * other.radius))


def _small(mask: Pixels, factor: float) -> Votes:
    small = cv2.resize(mask * np.uint8(255), None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)
    return (np.asarray(small) > 40).astype(np.float32)


def _gatherings(ink: Votes) -> Iterator[tuple[int, int, int, int]]:
    """Boxes around ink that may be a seal, with room for the part that lies over the page's edge."""
    reach = round(_GATHER * _MM)
    joined = cv2.dilate(ink.astype(np.uint8), np.ones((reach, reach), np.uint8))
    _, _, stats, _ = cv2.connectedComponentsWithStats(joined, connectivity=8)
    for x, y, width, height, _ in stats[1:].tolist():
        long, short = max(width, height), min(width, height)
        if long >= 26 * _MM and short >= _LEAST * _MM / 2:
            yield x, y, x + width, y + height


def _candidates(ink: Votes, paper: Votes) -> list[Ring]:
    """The best middles for each radius; votes are shares of what of a ring lies on open paper."""
    if np.count_nonzero(ink) * _annulus(_RADII[0] * _MM).max() < _FULL * _LEAST_SEEN:
        return []
    margin = round(_RADII[-1] * _MM)
    padded, ground = (np.pad(side, margin) for side in (ink, paper))
    halved = _halved(padded)
    rings = []
    for n, radius in enumerate(_RADII * _MM):
        if n % 2 == 0:  # there two radii are as good as one
            left, top, right, _ = room = _room(halved, radius + _STEP * _MM / 2)
        if right == left:
            continue
        kernel = _annulus(radius)
        votes = _votes(padded, kernel, room)
        if votes.max() < _FULL * _LEAST_SEEN:
            continue  # most of them: that takes less time than to ask how much of the ring lies on open paper
        share = votes / np.maximum(_votes(ground, kernel, room), _LEAST_SEEN)
        for _ in range(_MOST):
            _, best, _, (x, y) = cv2.minMaxLoc(share)
            if best < _FULL:
                break
            rings.append(Ring(left + x - margin, top + y - margin, radius, best))
            cv2.circle(share, (x, y), round(radius), (0,), -1)
    return sorted(rings, key=lambda r: (r.full > 0.88, r.radius if r.full > 0.88 else r.full), reverse=True)


def _halved(ink: Votes) -> Votes:
    """A copy of half the size, inked where any of four pixels is."""
    rows, columns = (n // 2 * 2 for n in ink.shape)
    quarters = [ink[y:rows:2, x:columns:2] for y in (0, 1) for x in (0, 1)]
    return np.asarray(np.maximum.reduce(quarters), np.float32)


def _room(halved: Votes, radius: float) -> tuple[int, int, int, int]:
    """Where the middle of a ring may lie, told on a copy of half the size.

    Told quickly, and most pages hold only specks. A ring has more votes there than its own share, as what is inked grows with halving.
    """
    kernel = _annulus(radius / 2)
    votes = cv2.filter2D(halved, cv2.CV_32F, kernel, borderType=cv2.BORDER_CONSTANT)
    x, y, width, height = cv2.boundingRect((np.asarray(votes) >= _HALVED).astype(np.uint8))
    return 2 * x, 2 * y, 2 * (x + width), 2 * (y + height)


def _votes(ink: Votes, kernel: Votes, room: tuple[int, int, int, int]) -> Votes:
    """How much of a ring is ink, for each middle in a box."""
    x0, y0, x1, y1 = room
    side = len(kernel) // 2
    left, top = max(0, x0 - side), max(0, y0 - side)
    part = ink[top : y1 + side, left : x1 + side]
    votes = cv2.filter2D(part, cv2.CV_32F, kernel, borderType=cv2.BORDER_CONSTANT)
    return np.asarray(votes[y0 - top : y1 - top, x0 - left : x1 - left], np.float32)


@cache
def _annulus(radius: float) -> Votes:
    """A ring of one pixel, with sum 1."""
    side = int(radius) + 2
    y, x = np.mgrid[-side : side + 1, -side : side + 1]
    ring = (np.abs(np.hypot(x, y) - radius) < 0.6).astype(np.float32)
    return np.asarray(ring / ring.sum(), dtype=np.float32)


def _measured(ink: Votes, paper: Votes, ring: Ring) -> float:
    """Share of the sectors on open paper with ink at this radius; 0 where too few lie on it."""
    height, width = ink.shape
    angles = np.arange(_SECTORS * 6) * (2 * np.pi / (_SECTORS * 6))
    hit = np.zeros(len(angles), np.bool_)
    present = np.zeros(len(angles), np.bool_)
    for off in (-0.7, 0.0, 0.7):
        x = np.round(ring.x + (ring.radius + off) * np.cos(angles)).astype(int)
        y = np.round(ring.y + (ring.radius + off) * np.sin(angles)).astype(int)
        on = np.flatnonzero((x >= 0) & (x < width) & (y >= 0) & (y < height))
        on = on[paper[y[on], x[on]] > 0]
        present[on] = True
        hit[on] |= ink[y[on], x[on]] > 0
    seen = present.reshape(_SECTORS, -1).mean(axis=1) >= 0.5
    full = hit.reshape(_SECTORS, -1).sum(axis=1) >= 0.5 * present.reshape(_SECTORS, -1).sum(axis=1)
    return float(full[seen].mean()) if seen.sum() >= _LEAST_SECTORS else 0.0
