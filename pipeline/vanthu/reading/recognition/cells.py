"""The cells of ruled tables, read as images of their own: on a page with rules the engine's page mode loses words."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, pairwise
from statistics import median

import cv2
import numpy as np

from vanthu.reading.imaging.pieces import Pieces
from vanthu.reading.imaging.raster import Pixels
from vanthu.reading.imaging.ruling import Cell
from vanthu.reading.recognition import ocr
from vanthu.settings import EngineSettings

Tokens = tuple[ocr.Token, ...]

_EDGE = 0.025  # inches from a cell's border where remains of its rule may lie
_RULED = 0.5  # share of a row or column of pixels that is dark: it is a rule
_MARGIN = 12  # pixels of white around a crop
_DARKER = 45  # than the cell's paper
_GRAIN = 15  # the noise of paper, made white with it
_WHITE = (255, 255, 255)
_SENSELESS = 0.35  # a cell in which no word was surer than this holds stains
_LEVEL = 0.5  # of a word's height: middles that lie closer are on one line
_LETTER = 0.025  # inches: height of the lowest letter


def read_cells(
    gray: Pixels, cells: Sequence[Cell], *, dpi: int, engine: EngineSettings
) -> tuple[Tokens, ...]:
    """The tokens of each cell, in pixels of the page; empty for cells without ink. One start of the engine for all."""
    crops = [_crop(gray, cell, dpi) for cell in cells]
    inked = [i for i, crop in enumerate(crops) if _has_letters(crop, dpi)]
    texts = ocr.read_pieces([crops[i] for i in inked], dpi=dpi, mode=engine.cell_mode, engine=engine)
    found = dict(zip(inked, texts, strict=True))
    return tuple(_moved(found.get(i, ()), cell) for i, cell in enumerate(cells))


def _crop(gray: Pixels, cell: Cell, dpi: int) -> Pixels:
    """A cell without its rules, its paper made white, on a white margin."""
    x0, y0, x1, y1 = cell.box
    inside = gray[y0:y1, x0:x1].copy()
    edge = max(2, round(_EDGE * dpi))
    paper = paper_of(inside)
    _wipe_rules(inside, edge, paper)
    _wipe_rules(inside.T, edge, paper)
    # gray paper on a white margin would look like a picture to the engine
    white = cv2.convertScaleAbs(inside, alpha=255 / max(paper - _GRAIN, 1))
    return np.asarray(
        cv2.copyMakeBorder(white, *(_MARGIN,) * 4, cv2.BORDER_CONSTANT, value=_WHITE), dtype=np.uint8
    )


def paper_of(gray: Pixels) -> int:
    """The usual gray of the paper, which is most of any image of text; 255 for an empty one."""
    return int(np.median(gray)) if gray.size else 255


def _wipe_rules(inside: Pixels, edge: int, paper: int) -> None:
    """Cover, in place, the outer rows up to the innermost one that is a rule."""
    ruled = (inside < paper - _DARKER).mean(axis=1) > _RULED
    head, tail = np.flatnonzero(ruled[:edge]), np.flatnonzero(ruled[-edge:][::-1])
    inside[: int(head[-1]) + 2 if len(head) else 2] = paper
    inside[len(inside) - (int(tail[-1]) + 2 if len(tail) else 2) :] = paper


def _has_letters(crop: Pixels, dpi: int) -> bool:
    inside = crop[_MARGIN:-_MARGIN, _MARGIN:-_MARGIN]
    if not inside.size:
        return False
    dark = (inside < 255 - 2 * _DARKER).astype(np.uint8)
    _, _, width, height, area = Pieces.of(dark).boxes[1:].T
    smallest = _LETTER * dpi
    return bool(((np.maximum(width, height) >= smallest) & (area >= smallest)).any())


def _moved(tokens: Tokens, cell: Cell) -> Tokens:
    if max((t.confidence for t in tokens), default=0.0) < _SENSELESS:
        return ()
    dx, dy = cell.box[0] - _MARGIN, cell.box[1] - _MARGIN
    placed = (t._replace(x0=t.x0 + dx, y0=t.y0 + dy, x1=t.x1 + dx, y1=t.y1 + dy) for t in tokens)
    return in_rows(tuple(placed))


def in_rows(tokens: Tokens) -> Tokens:
    """The words of a cell from its top line to its last: where print shines through, the engine gives its lines in no order."""
    lines = [list(group) for _, group in groupby(tokens, key=lambda t: t.line)]
    high = median(t.y1 - t.y0 for t in tokens) if tokens else 0.0
    middles = [median(map(_middle, line)) for line in lines]
    if all(after > before - _LEVEL * high for before, after in pairwise(middles)):
        return tokens
    rows: list[list[ocr.Token]] = []
    for token in sorted(tokens, key=_middle):
        if rows and _middle(token) - median(map(_middle, rows[-1])) < _LEVEL * high:
            rows[-1].append(token)
        else:
            rows.append([token])
    return tuple(t._replace(line=n) for n, row in enumerate(rows) for t in sorted(row, key=lambda t: t.x0))


def _middle(token: ocr.Token) -> float:
    return (token.y0 + token.y1) / 2
