"""Ruled tables in an image: long lines found by morphology, and the cells between them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import cv2
import numpy as np
import numpy.typing as npt

from vanthu.reading.imaging.raster import Pixels, reduced

_DPI = 110.0
_DARKER = 40
_LONG_X, _LONG_Y = 40, 26  # pixels at _DPI: longer than any letter or underline of a word
_NEAR = 6  # two lines closer than this are one
_MIN_WIDTH = 0.3  # of the page: less is a stamp
_LONG_SHARE = 0.5  # of the table's width or height
_FAINT = 0.6  # of the usual darkness of a table's lines
_DRAWN = 0.6  # share of a cell's side that must be ruled to part it from its neighbour

Mask = npt.NDArray[np.bool_]


class Cell(NamedTuple):
    """A cell with its inner box in pixels of the image that was looked at."""

    row: int
    column: int
    row_span: int
    column_span: int
    box: tuple[int, int, int, int]


class Ruling(NamedTuple):
    """A ruled table: cells by row and column, and its outer box in pixels."""

    rows: int
    columns: int
    cells: tuple[Cell, ...]
    box: tuple[int, int, int, int]


def find_rulings(gray: Pixels, dpi: float) -> tuple[Ruling, ...]:
    """All tables of at least two rows and two columns, from top to bottom."""
    small, factor = reduced(gray, round(_DPI / dpi * max(gray.shape)))
    depth = _depth(small)
    level, upright = _rules(depth)
    if not upright.any() or not level.any():
        return ()
    found = []
    for part in _parts(level | upright):
        x0, y0, x1, y1 = part
        if x1 - x0 >= _MIN_WIDTH * small.shape[1]:
            area = np.s_[y0:y1, x0:x1]
            ruling = _ruling(*_firm(level[area], upright[area], depth[area]))
            if ruling is not None:
                found.append(_moved(ruling, x0, y0, factor))
    return tuple(sorted(found, key=lambda r: r.box[1]))


def _depth(small: Pixels) -> Pixels:
    """How much darker each pixel is than the paper around it."""
    paper = cv2.blur(cv2.dilate(small, np.ones((9, 9), np.uint8)), (21, 21))
    return np.asarray(cv2.subtract(paper, small), dtype=np.uint8)


def _rules(depth: Pixels) -> tuple[Mask, Mask]:
    """Masks of the long level lines and of the long upright ones."""
    ink = (depth > _DARKER).astype(np.uint8)
    # lines of faint or broken print, and of what is left of a skew, hold together when thickened across
    level = cv2.morphologyEx(
        cv2.dilate(ink, np.ones((3, 1), np.uint8)), cv2.MORPH_OPEN, np.ones((1, _LONG_X), np.uint8)
    )
    upright = cv2.morphologyEx(
        cv2.dilate(ink, np.ones((1, 3), np.uint8)), cv2.MORPH_OPEN, np.ones((_LONG_Y, 1), np.uint8)
    )
    return _thin(level, axis=0), _thin(upright, axis=1)


def _thin(opened: cv2.typing.MatLike, *, axis: int) -> Mask:
    """Without what is too thick for a line: black edges, photographs."""
    kernel = np.ones((9, 1) if axis == 0 else (1, 9), np.uint8)
    mask = np.asarray(opened, dtype=np.uint8)
    thick = cv2.morphologyEx(mask, cv2.MORPH_OPEN, kernel)
    return np.asarray((mask > 0) & (thick == 0))


def _parts(mask: Mask) -> list[tuple[int, int, int, int]]:
    joined = cv2.dilate(mask.astype(np.uint8), np.ones((5, 5), np.uint8))
    count, _, stats, _ = cv2.connectedComponentsWithStats(joined, connectivity=8)
    return [(int(x), int(y), int(x + w), int(y + h)) for x, y, w, h, _ in stats[1:count]]


def _ruling(level: Mask, upright: Mask) -> Ruling | None:
    """The table in one connected piece of lines; `None` where it is none."""
    xs = _with_ends(_places(upright, level, axis=0), np.flatnonzero(level.any(axis=0)))
    ys = _with_ends(_places(level, upright, axis=1), np.flatnonzero(upright.any(axis=1)))
    rows, columns = len(ys) - 1, len(xs) - 1
    if rows < 2 or columns < 2:
        return None
    labels = _merged(rows, columns, _doors(level, upright, xs, ys))
    cells = tuple(_cells(labels, xs, ys))
    if len(cells) < 4:
        return None
    return Ruling(rows, columns, cells, (xs[0], ys[0], xs[-1], ys[-1]))


def _firm(level: Mask, upright: Mask, depth: Pixels) -> tuple[Mask, Mask]:
    """Without lines much fainter than the other lines of the table: folds, streaks of the scanner."""
    both = [(labels, _depths(labels, depth)) for labels in map(_labelled, (level, upright))]
    usual = float(np.median(np.concatenate([depths[1:] for _, depths in both])))
    first, second = ((depths >= _FAINT * usual)[labels] & (labels > 0) for labels, depths in both)
    return first, second


def _labelled(mask: Mask) -> npt.NDArray[np.int32]:
    return np.asarray(cv2.connectedComponents(mask.astype(np.uint8), connectivity=8)[1], dtype=np.int32)


def _depths(labels: npt.NDArray[np.int32], depth: Pixels) -> npt.NDArray[np.float64]:
    """Darkness of each labelled piece along its middle; 0 for the paper, number 0."""
    numbers = range(1, int(labels.max()) + 1)
    return np.array([0.0, *(np.percentile(depth[labels == n], 75) for n in numbers)])


def _places(lines: Mask, across: Mask, *, axis: int) -> list[int]:
    """Middle coordinates of lines on `axis` (0: upright lines by x, 1: level ones by y).

    A line is long, or runs from one line across to another; what does neither is a stroke of a letter.
    """
    pieces = _pieces(lines, axis=axis)
    extent = lines.shape[0] if axis == 0 else lines.shape[1]
    kept = []
    for group in _clustered(pieces):
        long = sum(p.end - p.start for p in group) >= _LONG_SHARE * extent
        if long or any(_is_held(p, across, axis=axis) for p in group):
            kept.append(round(sum(p.middle for p in group) / len(group)))
    return kept


class _Piece(NamedTuple):
    middle: float
    start: int
    end: int


def _pieces(lines: Mask, *, axis: int) -> list[_Piece]:
    count, _, stats, centres = cv2.connectedComponentsWithStats(lines.astype(np.uint8), connectivity=8)
    least = _LONG_Y if axis == 0 else _LONG_X
    first, length = (1, 3) if axis == 0 else (0, 2)
    return sorted(
        _Piece(float(centres[i][axis]), int(stats[i, first]), int(stats[i, first] + stats[i, length]))
        for i in range(1, count)
        if stats[i, length] >= least
    )


def _is_held(piece: _Piece, across: Mask, *, axis: int) -> bool:
    """Whether lines across are met at both ends."""
    by_place = across if axis == 0 else across.T
    middle = round(piece.middle)
    strip = np.atleast_1d(by_place[:, max(0, middle - _NEAR) : middle + _NEAR + 1].any(axis=1))
    ends = (strip[max(0, e - _NEAR) : e + _NEAR + 1].any() for e in (piece.start, piece.end))
    return all(ends)


def _clustered(pieces: Iterable[_Piece]) -> list[list[_Piece]]:
    groups: list[list[_Piece]] = []
    for piece in pieces:
        if groups and piece.middle - groups[-1][-1].middle <= _NEAR:
            groups[-1].append(piece)
        else:
            groups.append([piece])
    return groups


def _with_ends(places: list[int], reach: npt.NDArray[np.intp]) -> list[int]:
    """Outer edges of a table that has no outer lines: where its other lines begin and end."""
    if not places or not len(reach):
        return places
    first, last = int(reach[0]), int(reach[-1])
    before = [first] if places[0] - first > 2 * _NEAR else []
    after = [last] if last - places[-1] > 2 * _NEAR else []
    return [*before, *places, *after]


def _doors(
    level: Mask, upright: Mask, xs: Sequence[int], ys: Sequence[int]
) -> list[tuple[int, int, int, int]]:
    """Pairs of neighbouring places (row, column, row, column) with no line between them."""
    pairs = []
    for row in range(len(ys) - 1):
        for column in range(len(xs) - 1):
            x0, x1, y0, y1 = xs[column], xs[column + 1], ys[row], ys[row + 1]
            if column + 2 < len(xs) and _drawn(upright[y0 + 3 : y1 - 2, x1 - 4 : x1 + 5], axis=1) < _DRAWN:
                pairs.append((row, column, row, column + 1))
            if row + 2 < len(ys) and _drawn(level[y1 - 4 : y1 + 5, x0 + 3 : x1 - 2], axis=0) < _DRAWN:
                pairs.append((row, column, row + 1, column))
    return pairs


def _drawn(strip: Mask, *, axis: int) -> float:
    return float(strip.any(axis=axis).mean()) if strip.size else 1.0


def _merged(rows: int, columns: int, doors: Iterable[tuple[int, int, int, int]]) -> npt.NDArray[np.intp]:
    """Numbers of cells: places joined by doors bear one number. What joins to no rectangle is widened to one."""
    labels = np.arange(rows * columns).reshape(rows, columns)
    for r0, c0, r1, c1 in doors:
        labels[labels == labels[r1, c1]] = labels[r0, c0]
    for label in np.unique(labels):
        where = np.argwhere(labels == label)
        if len(where):
            (r0, c0), (r1, c1) = where.min(axis=0), where.max(axis=0)
            labels[r0 : r1 + 1, c0 : c1 + 1] = label
    return labels


def _cells(labels: npt.NDArray[np.intp], xs: Sequence[int], ys: Sequence[int]) -> Iterable[Cell]:
    seen: set[int] = set()
    for row, column in np.ndindex(labels.shape):
        label = int(labels[row, column])
        if label in seen:
            continue
        seen.add(label)
        last_row, last_column = (int(v) for v in np.argwhere(labels == label).max(axis=0))
        box = (xs[column], ys[row], xs[last_column + 1], ys[last_row + 1])
        yield Cell(row, column, last_row - row + 1, last_column - column + 1, box)


def _moved(ruling: Ruling, dx: int, dy: int, factor: int) -> Ruling:
    def put(box: tuple[int, int, int, int]) -> tuple[int, int, int, int]:
        x0, y0, x1, y1 = box
        return (x0 + dx) * factor, (y0 + dy) * factor, (x1 + dx) * factor, (y1 + dy) * factor

    cells = tuple(c._replace(box=put(c.box)) for c in ruling.cells)
    return ruling._replace(cells=cells, box=put(ruling.box))
