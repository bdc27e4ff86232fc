"""A page read one way up: lines outside of ruled tables, and the cells of each table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from vanthu.reading.imaging.posture import Posture
from vanthu.reading.imaging.raster import Pixels, straightened, turned
from vanthu.reading.imaging.ruling import Ruling, find_rulings
from vanthu.reading.recognition import ocr
from vanthu.reading.recognition.cells import Tokens, paper_of, read_cells
from vanthu.reading.recognition.turning import sense, way_up
from vanthu.settings import EngineSettings, ImageSettings

_OVER = 4  # pixels around a table that are whited out with it

Table = tuple[Ruling, tuple[Tokens, ...]]


class Attempt(NamedTuple):
    """What the first engine read; `image` is upright, `text` the same without its tables."""

    rotation: int
    image: Pixels
    text: Pixels
    tokens: Tokens
    tables: tuple[Table, ...]

    def all_tokens(self) -> Tokens:
        """Those of the page and of all cells; lines of cells have numbers of their own, table by table, cell by cell."""
        everything = list(self.tokens)
        for _, cells in self.tables:
            for cell in cells:
                everything += _numbered(cell, _next_line(everything))
        return tuple(everything)

    def with_tokens(self, tokens: Sequence[ocr.Token]) -> Attempt:
        """The same page with other tokens, each in the cell that its middle lies in, or outside of tables.

        What lies on the outer rules of a table is a piece of them.
        """
        rest, tables = tuple(tokens), []
        for ruling, cells in self.tables:
            filled = []
            for cell in ruling.cells:
                filled.append(tuple(t for t in rest if _lies_in(t, cell.box)))
                rest = tuple(t for t in rest if not _lies_in(t, cell.box))
            tables.append((ruling, tuple(filled) if filled else cells))
            rest = tuple(t for t in rest if not _lies_in(t, _with_rules(ruling.box)))
        return self._replace(tokens=rest, tables=tuple(tables))

    def sense(self) -> float:
        """Mean confidence by length, 0..1; single letters are noise as often as words and do not count."""
        return sense(self.all_tokens())


def best_attempt(
    gray: Pixels,
    dpi: int,
    pose: Posture,
    *,
    engine: EngineSettings,
    image: ImageSettings,
    upright: Callable[[Pixels], object],
) -> Attempt:
    """The page as it was judged to lie; where the words then make no sense, upside down if a few lines read better so.

    `upright` gets the image before it is read, and the other one where the page is turned again.
    """
    settled = way_up(gray, dpi, pose, engine)
    first = _attempt(gray, dpi, settled, engine, upright)
    if not pose.sure or first.sense() >= image.turn_confidence:
        return first
    other = way_up(gray, dpi, pose._replace(sure=False), engine)
    return first if other.rotation == pose.rotation else _attempt(gray, dpi, other, engine, upright)


def _attempt(
    gray: Pixels, dpi: int, pose: Posture, engine: EngineSettings, upright: Callable[[Pixels], object]
) -> Attempt:
    image = straightened(turned(gray, pose.rotation), pose.skew)
    upright(image)
    rulings = find_rulings(image, dpi)
    tables = tuple((r, read_cells(image, r.cells, dpi=dpi, engine=engine)) for r in rulings)
    text = _without(image, rulings)
    tokens = ocr.read_image(text, dpi=dpi, mode=engine.page_mode, engine=engine)
    return Attempt(pose.rotation, image, text, tokens, tables)


def _without(image: Pixels, rulings: tuple[Ruling, ...]) -> Pixels:
    """The page with its tables covered by paper."""
    if not rulings:
        return image
    covered = image.copy()
    paper = paper_of(image[::8, ::8])
    for x0, y0, x1, y1 in (r.box for r in rulings):
        covered[max(0, y0 - _OVER) : y1 + _OVER, max(0, x0 - _OVER) : x1 + _OVER] = paper
    return covered


def _numbered(tokens: Tokens, first: int) -> Tokens:
    return tuple(t._replace(line=t.line + first) for t in tokens)


def _next_line(tokens: Sequence[ocr.Token]) -> int:
    return 1 + max((t.line for t in tokens), default=-1)


def _with_rules(box: tuple[int, int, int, int]) -> tuple[int, int, int, int]:
    return box[0] - 2 * _OVER, box[1] - 2 * _OVER, box[2] + 2 * _OVER, box[3] + 2 * _OVER


def _lies_in(token: ocr.Token, box: tuple[int, int, int, int]) -> bool:
    x, y = (token.x0 + token.x1) / 2, (token.y0 + token.y1) / 2
    return box[0] <= x < box[2] and box[1] <= y < box[3]
