"""Tables in an image: long lines found by morphology, words as blots of ink, and the cells that both make."""

from __future__ import annotations

from typing import NamedTuple

import cv2
import numpy as np
import numpy.typing as npt

from vanthu.reading.imaging.broken import Mask, Stroke, joined
from vanthu.reading.imaging.paper import usual_tone
from vanthu.reading.imaging.pieces import Pieces, label_type
from vanthu.reading.imaging.raster import Pixels, reduced
from vanthu.reading.lattice.build import build
from vanthu.reading.lattice.drawings import drawings
from vanthu.reading.lattice.model import Frame, Lattice, Rule, Rules, Scale, outside
from vanthu.reading.lattice.unruled import unruled
from vanthu.reading.lattice.whitespace import usual_height

_DPI = 110.0
_LARGER = 1.15  # times that: worth a second, slower, step
_DARKER = 40
_NOISY = 10  # usual darkness of paper that is grainy
_ABOVE_NOISE = 2.5  # times that darkness, at least, is ink
_LONG_X, _LONG_Y = 40, 26  # pixels at _DPI: longer than any letter or underline of a word
_NEAR = 6  # two lines closer than this are one
_EM = (9.0, 26.0)  # heights of words that can be print
_GAP = 14  # a break of a line that is longer is meant
_THICK = 9  # what is thicker is no line: black edges, photographs
_EDGE = 0.012  # of the page: the edge of the paper or of the glass
_MIN_WIDTH = 0.3  # of the page: less is a stamp
_FAINT = 0.5  # of the usual darkness of a table's lines
_SATURATED = 250  # gray levels over a line's thickness; thick lines count no more than thin ones
_FINE = 4  # dots and dashes of a broken line are no thicker
_FEW_LETTERS = 2  # times the least length: more letters never run together
_ASIDE = 4  # pixels beside a line
_CLEAN = 0.6  # share of a line that has no ink there; of rules 0.97, of letters 0.3
_DASHES_APART = (9, 7)  # along level and upright lines
_BROKEN = 60  # a row of dashes that is longer is a line
_ROW, _CROSSING = 14, 18  # least length of one that goes on over a crossing, and how wide that is
_BLANK = 7  # words closer than this become one blot
_SPECK = 4  # a blot of ink that is smaller is none


class Cell(NamedTuple):
    """A cell with its box in pixels of the image that was looked at."""

    row: int
    column: int
    row_span: int
    column_span: int
    box: tuple[int, int, int, int]


class Ruling(NamedTuple):
    """A table: cells by row and column, and its outer box in pixels."""

    rows: int
    columns: int
    cells: tuple[Cell, ...]
    box: tuple[int, int, int, int]


def find_rulings(gray: Pixels, dpi: float) -> tuple[Ruling, ...]:
    """All tables of at least two rows and two columns, from top to bottom; those without any rules have more of both."""
    small, factor = _small(gray, dpi)
    depth = _depth(small)
    (level, low), (upright, narrow) = _rules(depth)
    across, down = _strokes(level, depth, axis=1), _strokes(upright, depth, axis=0)
    strokes = joined(across, down, low | level), joined(down, across, (narrow | upright).T)
    words = _words(depth, level | upright)
    scale = Scale(_NEAR, float(np.clip(usual_height(words), *_EM)), _GAP)
    ruled = [build(rules, words, scale) for rules in _tables(*strokes, width=small.shape[1])]
    found = _outer([made for made in ruled if made is not None])
    found += unruled(outside(words, [f.box for f in found]), scale)
    return tuple(_ruling(lattice, factor) for lattice in sorted(found, key=lambda f: f.box[1]))


def _small(gray: Pixels, dpi: float) -> tuple[Pixels, float]:
    """The page at about _DPI, and how many times smaller that is."""
    small, factor = reduced(gray, round(_DPI / dpi * max(gray.shape)))
    rest = dpi / factor / _DPI
    if rest < _LARGER:
        return small, factor
    size = round(small.shape[1] / rest), round(small.shape[0] / rest)
    return np.asarray(cv2.resize(small, size, interpolation=cv2.INTER_AREA), dtype=np.uint8), factor * rest


def _depth(small: Pixels) -> Pixels:
    """How much darker each pixel is than the paper around it; 0 for the grain of the paper."""
    depth = _darker(small)
    usual = usual_tone(depth)
    if usual > _NOISY:
        depth = _darker(np.asarray(cv2.GaussianBlur(small, (3, 3), 0), dtype=np.uint8))
        usual = usual_tone(depth)
    least = max(_DARKER, _ABOVE_NOISE * usual)
    return np.asarray(cv2.threshold(depth, least, 0, cv2.THRESH_TOZERO)[1], dtype=np.uint8)


def _darker(small: Pixels) -> Pixels:
    paper = cv2.blur(cv2.dilate(small, np.ones((9, 9), np.uint8)), (21, 21))
    return np.asarray(cv2.subtract(paper, small), dtype=np.uint8)


def _rules(depth: Pixels) -> tuple[tuple[Mask, Mask], tuple[Mask, Mask]]:
    """Masks of the long level lines and of the long upright ones, each with all ink that is thin enough for one."""
    ink = (depth > 0).astype(np.uint8)
    # lines of faint or broken print, and of what is left of a skew, hold together when thickened across
    level = cv2.morphologyEx(
        cv2.dilate(ink, np.ones((3, 1), np.uint8)), cv2.MORPH_OPEN, np.ones((1, _LONG_X), np.uint8)
    )
    upright = cv2.morphologyEx(
        cv2.dilate(ink, np.ones((1, 3), np.uint8)), cv2.MORPH_OPEN, np.ones((_LONG_Y, 1), np.uint8)
    )
    found = Pieces.of(ink)
    low, narrow = (found.mask(found.boxes[:, n] <= _FINE) for n in (cv2.CC_STAT_HEIGHT, cv2.CC_STAT_WIDTH))
    broken_level, crossing = _broken(low, _DASHES_APART[0]), 0
    if broken_level.any():
        # dashes that cross are neither low nor narrow: without more the rows of both end at each crossing
        crossing = _CROSSING
        broken_level = _broken(low, _DASHES_APART[0], crossing)
    broken_upright = _broken(np.ascontiguousarray(narrow.T), _DASHES_APART[1], crossing).T
    return (_thin(level, axis=0) | broken_level, low > 0), (
        _thin(upright, axis=1) | broken_upright,
        narrow > 0,
    )


def _broken(fine: Pixels, apart: int, crossing: int = 0) -> Mask:
    """Level lines of dots and dashes, from a mask (1) of the pieces of ink that are thin enough for that.

    Rows of them go on over a gap of `crossing` pixels.
    """
    mask = cv2.dilate(fine, np.ones((3, 1), np.uint8))
    closed = cv2.morphologyEx(mask, cv2.MORPH_CLOSE, np.ones((1, apart), np.uint8))
    if crossing:
        rows = cv2.morphologyEx(closed, cv2.MORPH_OPEN, np.ones((1, _ROW), np.uint8))
        closed = cv2.morphologyEx(rows, cv2.MORPH_CLOSE, np.ones((1, crossing), np.uint8))
    return np.asarray(cv2.morphologyEx(closed, cv2.MORPH_OPEN, np.ones((1, _BROKEN), np.uint8)) > 0)


def _thin(opened: cv2.typing.MatLike, *, axis: int) -> Mask:
    """Without what is too thick for a line."""
    kernel = np.ones((_THICK, 1) if axis == 0 else (1, _THICK), np.uint8)
    mask = np.asarray(opened, dtype=np.uint8)
    thick = cv2.morphologyEx(mask, cv2.MORPH_OPEN, kernel)
    return np.asarray((mask > 0) & (thick == 0))


def _strokes(lines: Mask, depth: Pixels, *, axis: int) -> list[Stroke]:
    """The lines of a mask, `axis` 1 for level ones; none at the very edge of the page."""
    if not lines.any():
        return []
    mask = lines.view(np.uint8)
    _, labels, stats, centres = cv2.connectedComponentsWithStats(mask, connectivity=8, ltype=label_type(mask))
    first, length, least = (0, 2, _LONG_X) if axis == 1 else (1, 3, _LONG_Y)
    extent = lines.shape[1 - axis]
    places = np.asarray(centres)[:, axis]
    kept = (stats[:, length] >= least) & (_EDGE * extent < places) & (places < (1 - _EDGE) * extent)
    kept[0] = False  # the paper
    found = []
    for n in np.flatnonzero(kept):
        x, y, width, height = (int(v) for v in stats[n, :4])
        own = np.s_[y : y + height, x : x + width]
        if stats[n, length] < _FEW_LETTERS * least and _is_print(depth, own, axis=axis):
            continue
        along = np.where(labels[own] == n, _mass(depth, own, axis=axis), 0).max(axis=1 - axis)
        start = float(stats[n, first])
        rule = Rule(float(places[n]), start, start + float(stats[n, length]))
        # where dots and dashes are, not between them
        found.append((rule, min(float(np.median(along[along > 0])), _SATURATED)))
    return found


def _is_print(depth: Pixels, own: tuple[slice, slice], *, axis: int) -> bool:
    """Whether a short line is a row of letters that run together: their strokes go on beside it, a rule ends there."""
    rows, columns = own
    thick = (rows, columns)[1 - axis]
    wide = slice(max(0, thick.start - _ASIDE), thick.stop + _ASIDE)
    ink = depth[wide, columns] if axis == 1 else depth[rows, wide]
    run = np.count_nonzero(ink, axis=1 - axis)
    return float((run <= thick.stop - thick.start + 1).mean()) < _CLEAN


def _mass(depth: Pixels, own: tuple[slice, slice], *, axis: int) -> npt.NDArray[np.uint16]:
    """How dark a line is over its thickness, around each pixel of a part of the page."""
    rows, columns = (slice(max(0, part.start - 1), part.stop + 1) for part in own)
    across = (1, 3) if axis == 1 else (3, 1)
    mass = cv2.boxFilter(
        depth[rows, columns],
        cv2.CV_16U,
        across,
        normalize=False,
        borderType=cv2.BORDER_CONSTANT | cv2.BORDER_ISOLATED,
    )
    top, left = own[0].start - rows.start, own[1].start - columns.start
    height, width = (part.stop - part.start for part in own)
    return np.asarray(mass[top : top + height, left : left + width], dtype=np.uint16)


def _tables(level: list[Stroke], upright: list[Stroke], *, width: int) -> list[Rules]:
    """Groups of lines wide enough for a table, without those far fainter than the others: folds, streaks of the scanner."""
    scale = Scale(_NEAR, _EM[0], _GAP)
    kept = []
    for rules in drawings((s[0] for s in level), (s[0] for s in upright), scale):
        firm = _firm(rules, level, upright)
        kept += [g for g in drawings(*firm, scale) if _width(g) >= _MIN_WIDTH * width and len(g.level) >= 1]
    return kept


def _firm(rules: Rules, level: list[Stroke], upright: list[Stroke]) -> tuple[list[Rule], list[Rule]]:
    own = [
        [s for s in strokes if _is_part(s[0], wholes)]
        for strokes, wholes in ((level, rules.level), (upright, rules.upright))
    ]
    usual = float(np.median([dark for strokes in own for _, dark in strokes]))
    first, second = ([rule for rule, dark in strokes if dark >= _FAINT * usual] for strokes in own)
    return first, second


def _is_part(rule: Rule, wholes: tuple[Rule, ...]) -> bool:
    return any(
        abs(rule.place - w.place) <= _NEAR and w.start <= rule.start and rule.end <= w.end for w in wholes
    )


def _width(rules: Rules) -> float:
    ends = [*((r.start, r.end) for r in rules.level), *((r.place, r.place) for r in rules.upright)]
    return max(e for _, e in ends) - min(s for s, _ in ends)


def _words(depth: Pixels, lines: Mask) -> list[Frame]:
    """Boxes of blots of ink that may be words, lines left out."""
    ink = (depth > 0).astype(np.uint8)
    ink[cv2.dilate(lines.astype(np.uint8), np.ones((3, 3), np.uint8)) > 0] = 0
    joined = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones((3, _BLANK), np.uint8))
    _, boxes = Pieces.of(joined)
    return [
        (float(x), float(y), float(x + w), float(y + h))
        for x, y, w, h, _ in boxes[1:].tolist()
        if max(w, h) >= _SPECK and h < 4 * _EM[1]
    ]


def _outer(found: list[Lattice]) -> list[Lattice]:
    """Without tables that lie in another one."""
    return [a for a in found if not any(a is not b and _holds(b.box, a.box) for b in found)]


def _holds(outer: Frame, inner: Frame) -> bool:
    x, y = (inner[0] + inner[2]) / 2, (inner[1] + inner[3]) / 2
    larger = outer[2] - outer[0] >= inner[2] - inner[0] and outer[3] - outer[1] > inner[3] - inner[1]
    return larger and outer[0] < x < outer[2] and outer[1] < y < outer[3]


def _ruling(lattice: Lattice, factor: float) -> Ruling:
    def pixels(frame: Frame) -> tuple[int, int, int, int]:
        x0, y0, x1, y1 = (round(v * factor) for v in frame)
        return x0, y0, x1, y1

    cells = tuple(Cell(*spot, pixels(lattice.frame(spot))) for spot in lattice.spots)
    return Ruling(len(lattice.ys) - 1, len(lattice.xs) - 1, cells, pixels(lattice.box))
