"""A second look at the signer's corner, where a seal and a signature lie over the print.

On gray scans the print is darker than seal and pen. With everything lighter than the print faded away, the corner is read
again; the new reading is taken where it says more.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import cv2
import numpy as np

from vanthu.orthography import strip_accents
from vanthu.reading import ocr
from vanthu.reading.ocr import Token
from vanthu.reading.raster import Pixels
from vanthu.settings import EngineSettings

_ABOVE = 0.35  # inches over the head of the receivers' list that the block may begin at
_BELOW = 2.6  # and under it
_DARK, _LIGHT = (
    0.3,
    0.6,
)  # shares of the paper's tone: darker is print, lighter is paper; between them it fades
_GAP = 0.25  # inches; a wider gap on a line parts the columns
_WIDEST = 0.62  # share of the page's width that the receivers' column never goes beyond
_SURE = 0.55  # mean confidence of a line that is kept
_MODE = 6  # one block of text


class _Corner(NamedTuple):
    x0: int
    y0: int
    x1: int
    y1: int

    def holds(self, token: Token) -> bool:
        return self.x0 <= (token.x0 + token.x1) / 2 and self.y0 <= (token.y0 + token.y1) / 2 < self.y1


def second_look(
    image: Pixels, tokens: tuple[Token, ...], *, dpi: int, engine: EngineSettings
) -> tuple[Token, ...]:
    """The page's tokens, lines of the signer's corner read anew where that is the better reading."""
    corner = _corner(image, tokens, dpi)
    if corner is None:
        return tokens
    first_line = 1 + max(t.line for t in tokens)
    replaced: set[Token] = set()
    gained: list[Token] = []
    for new in _by_line(_read(image, corner, dpi=dpi, engine=engine, line=first_line)):
        old = [t for t in tokens if corner.holds(t) and _beside(t, new)]
        if _worth(new) > max(_worth(old), 0.0):
            replaced.update(old)
            gained += new
    return (*(t for t in tokens if t not in replaced), *gained)


def _by_line(tokens: Sequence[Token]) -> list[list[Token]]:
    lines: dict[int, list[Token]] = {}
    for token in tokens:
        lines.setdefault(token.line, []).append(token)
    return list(lines.values())


def _beside(token: Token, line: Sequence[Token]) -> bool:
    """Whether a word stands at the height of a line."""
    middle = (token.y0 + token.y1) / 2
    return min(t.y0 for t in line) <= middle <= max(t.y1 for t in line)


def _corner(image: Pixels, tokens: Sequence[Token], dpi: int) -> _Corner | None:
    height, width = image.shape[:2]
    heads = [a for a, b in pairwise(tokens) if _is(a, "noi") and _is(b, "nhan") and a.x0 < width // 2]
    if not heads:
        return None
    top = max(0, round(heads[-1].y0 - _ABOVE * dpi))
    bottom = min(height, round(heads[-1].y0 + _BELOW * dpi))
    runs = [(line, _left_end(line, dpi)) for line in _lines(tokens, top, bottom) if line[0].x0 < 0.35 * width]
    body = [
        max(t.y1 for t in line) for line, end in runs if end > _WIDEST * width and line[0].y0 < heads[-1].y0
    ]
    edge = max([end for _, end in runs if end <= _WIDEST * width], default=0)
    return _Corner(max(edge + dpi // 20, round(0.4 * width)), max([top, *body]), width, bottom)


def _is(token: Token, word: str) -> bool:
    return strip_accents(token.text).lower().strip(":.,;-*_ ") == word


def _lines(tokens: Sequence[Token], top: int, bottom: int) -> list[list[Token]]:
    inside = [t for t in tokens if top <= t.y0 < bottom]
    return [sorted(line, key=lambda t: t.x0) for line in _by_line(inside)]


def _left_end(line: Sequence[Token], dpi: int) -> int:
    """Where the receivers' column ends on a line."""
    end = line[0].x1
    for token in line[1:]:
        if token.x0 - end > _GAP * dpi:
            break
        end = token.x1
    return end


def _read(image: Pixels, corner: _Corner, *, dpi: int, engine: EngineSettings, line: int) -> list[Token]:
    piece = image[corner.y0 : corner.y1, corner.x0 : corner.x1]
    found = ocr.read_image(_faded(piece), dpi=2 * dpi, mode=_MODE, engine=engine)
    placed = [
        Token(
            t.text,
            corner.x0 + t.x0 // 2,
            corner.y0 + t.y0 // 2,
            corner.x0 + t.x1 // 2,
            corner.y0 + t.y1 // 2,
            t.confidence,
            line + t.line,
        )
        for t in found
        if _is_word(t.text)
    ]
    return [t for part in _by_line(placed) if _is_line(part) for t in part]


def _is_word(text: str) -> bool:
    """Whether it is letters for the most part; what seal and pen leave is marks."""
    return sum(c.isalpha() for c in text) > len(text) / 2


def _is_line(tokens: Sequence[Token]) -> bool:
    return _trust(tokens) >= _SURE and sum(len(t.text) for t in tokens) > 2


def _faded(piece: Pixels) -> Pixels:
    """Twice the size, everything lighter than print gone over to white."""
    paper = float(np.median(piece)) or 1.0
    tone = (piece.astype(np.float32) / paper - _DARK) / (_LIGHT - _DARK)
    plain = (np.clip(tone, 0, 1) * 255).astype(np.uint8)
    return np.asarray(cv2.resize(plain, None, fx=2, fy=2, interpolation=cv2.INTER_CUBIC), dtype=np.uint8)


def _trust(tokens: Sequence[Token]) -> float:
    letters = sum(len(t.text) for t in tokens)
    return sum(t.confidence * len(t.text) for t in tokens) / letters if letters else 0.0


def _worth(tokens: Sequence[Token]) -> float:
    """Letters of words read well, less those read badly."""
    return sum((t.confidence - 0.5) * sum(c.isalpha() for c in t.text) for t in tokens)
