"""The words of a PDF page's text layer, from its glyphs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pdfplumber.utils.text import extract_words

from vanthu.document.geometry import Box
from vanthu.document.page import Word
from vanthu.orthography import nfc, raised
from vanthu.reading.digital.pdf.glyphs import Glyph

NAME = "text-layer"
_FAR = 3.0  # heights of a letter: a wider gap parts two columns, not two words
_SMALL = 0.75  # of the largest letter of its word
_LIFTED = 0.1
_NEXT = 0.6  # heights of a letter: the gap to a word that belongs to a raised mark before it


def words_of(glyphs: list[Glyph], number: int) -> tuple[Word, ...]:
    """Words of a page's glyphs, row by row; a wide gap begins a new line, as an engine would see it."""
    found = extract_words(
        glyphs, x_tolerance_ratio=0.2, y_tolerance=2, use_text_flow=False, return_chars=True
    )
    words: list[Word] = []
    line = -1
    for row in _rows([w for w in found if w["upright"]]):
        last = None
        for item, follower in zip(row, [*row[1:], row[-1]], strict=True):
            height = item["bottom"] - item["top"]
            if last is None or item["x0"] - last > _FAR * height:
                line += 1
            last = item["x1"]
            box = Box(*(round(float(item[k]), 2) for k in ("x0", "top", "x1", "bottom")))
            words += [
                Word(part, number, box, None, line, NAME) for part in nfc(_spelled(item, follower)).split()
            ]
    return tuple(words)


def _spelled(item: Mapping[str, Any], follower: Mapping[str, Any]) -> str:
    """A word's text; digits small and raised, which call or open a footnote, are written as such (*hiện¹*)."""
    near = follower["x0"] - item["x1"] < _NEXT * (follower["bottom"] - follower["top"])
    chars = [*item["chars"], *(follower["chars"] if near else ())]
    size, base = max(c["size"] for c in chars), max(c["bottom"] for c in chars)
    if all(c["size"] > _SMALL * size for c in item["chars"]):
        return str(item["text"])
    return "".join(
        raised(c["text"]) if c["size"] <= _SMALL * size and base - c["bottom"] > _LIFTED * size else c["text"]
        for c in item["chars"]
    )


def _rows(found: Iterable[Mapping[str, Any]]) -> list[list[Mapping[str, Any]]]:
    """Words on one base line, from the top; tall words make the rows, raised marks join theirs."""
    rows: list[list[Mapping[str, Any]]] = []
    for item in sorted(found, key=lambda w: w["top"] - w["bottom"]):
        middle = (item["top"] + item["bottom"]) / 2
        row = next((r for r in rows if _shares_line(r[0], middle)), None)
        if row is None:
            rows.append([item])
        else:
            row.append(item)
    rows.sort(key=lambda r: (r[0]["top"] + r[0]["bottom"]) / 2)
    return [sorted(row, key=lambda w: w["x0"]) for row in rows]


def _shares_line(tallest: Mapping[str, Any], middle: float) -> bool:
    slack = 0.15 * (tallest["bottom"] - tallest["top"])
    return bool(tallest["top"] + slack < middle < tallest["bottom"] - slack)
