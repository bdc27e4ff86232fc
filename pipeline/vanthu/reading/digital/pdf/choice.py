"""Layer and recognition of one page put together: which of the two is kept, or both, each where it is surer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from statistics import fmean
from typing import TypeVar

import regex

from vanthu.document.geometry import Box, union
from vanthu.document.page import Dispute, Grid, GridCell, Mark, MarkKind, Page, Reading, Word
from vanthu.orthography import is_bare_syllable, is_syllable, strip_accents
from vanthu.reading.digital.pdf.layer import Layer
from vanthu.reading.digital.pdf.proof import LOST_ACCENTS, share_of_marks
from vanthu.reading.marks.wording import Marking
from vanthu.reading.result import PageRead
from vanthu.settings import TextLayerSettings

_SENSE = 0.6  # mean confidence of words that are words
_ALIKE = 0.5  # share of the layer's words that recognition found too, marks apart: more is the same text
_STRAIGHT = (
    0.5  # degrees: a page more skewed was turned, and the layer's places are no more those of its picture
)
_LETTERS = regex.compile(r"\p{L}+")
_Pointing = TypeVar("_Pointing", GridCell, Mark)


def recognised_or_kept(
    read: PageRead, layer: Layer, size: tuple[float, float], settings: TextLayerSettings
) -> PageRead:
    """What to take of a page that was not scanned and whose layer is in doubt: the words recognised, if they make more sense."""
    if layer.doubt is None or not _is_written(layer, settings) or _makes_sense(read, layer, settings):
        return read
    page = read.page.model_copy(
        update={
            "width": round(size[0], 2),
            "height": round(size[1], 2),
            "rotation": 0,
            "skew": 0.0,
            "dpi": None,
            "grade": None,
            "image_sha256": None,
            "ink": (),
            "reading": Reading.TEXT_LAYER,
            "reason": f"{layer.doubt}, nhưng nhận dạng hình không cho chữ tốt hơn; giữ lớp chữ{layer.note}",
        }
    )
    return PageRead(page, layer.words, problems=read.problems)


def _is_written(layer: Layer, settings: TextLayerSettings) -> bool:
    """Whether the layer, marks apart, holds words at all."""
    words = _plain(layer.words)
    return sum(map(is_bare_syllable, words)) >= settings.min_syllables * len(words) > 0


def _makes_sense(read: PageRead, layer: Layer, settings: TextLayerSettings) -> bool:
    """Whether what was recognised is a text at all, and not the picture of the layer's own letters."""
    known = [w.confidence for w in read.words if w.confidence is not None and len(w.text) > 1]
    recognised = _plain(read.words)
    if not recognised or not known or fmean(known) < _SENSE:
        return False
    spelled = sum(map(is_syllable, recognised)) >= settings.min_syllables * len(recognised)
    if spelled and share_of_marks(recognised) >= settings.min_accents:
        return True
    return layer.doubt != LOST_ACCENTS and _alike(_plain(layer.words), recognised) < _ALIKE


def _plain(words: Iterable[Word]) -> list[str]:
    return [part.lower() for word in words for part in _LETTERS.findall(word.text) if len(part) > 1]


def _alike(written: Sequence[str], recognised: Sequence[str]) -> float:
    bare = {strip_accents(w) for w in recognised}
    return sum(strip_accents(w) in bare for w in written) / len(written) if written else 0.0


def both(read: PageRead, layer: Layer) -> PageRead:
    """The words recognised, with the layer's in the place of those that lie under them; the former alone on a page that was turned."""
    if read.page.rotation or abs(read.page.skew) >= _STRAIGHT or read.page.reading is not Reading.OCR:
        return read
    sure = [w for w in layer.words if w.box is not None]
    kept = [n for n, word in enumerate(read.words) if not _is_under(word, sure)]
    places = {old: new for new, old in enumerate(kept)}
    first_line = 1 + max((w.line for w in read.words), default=-1)
    words = (*(read.words[n] for n in kept), *(w._replace(line=first_line + w.line) for w in sure))
    page = read.page.model_copy(update={"reason": _both_reason(layer)})
    return read._replace(
        page=page,
        words=words,
        grids=tuple(_grid(grid, places, words, len(kept)) for grid in read.grids),
        marks=tuple(_moved(mark, places) for mark in read.marks),
        disputes=tuple(moved for d in read.disputes if (moved := _dispute(d, places))),
    )


def _both_reason(layer: Layer) -> str:
    return f"lớp chữ chỉ phủ một phần trang: giữ chữ của lớp chữ, phần còn lại nhận dạng từ hình{layer.note}"


def _is_under(word: Word, sure: Sequence[Word]) -> bool:
    return word.box is not None and any(w.box is not None and w.box.contains(word.box.centre) for w in sure)


def _moved(item: _Pointing, places: Mapping[int, int]) -> _Pointing:
    return item.model_copy(update={"words": tuple(places[n] for n in item.words if n in places)})


def _dispute(dispute: Dispute, places: Mapping[int, int]) -> Dispute | None:
    """A dispute about words that are still there."""
    if any(n not in places for n in dispute.words):
        return None
    return dispute.model_copy(update={"words": tuple(places[n] for n in dispute.words)})


def _grid(grid: Grid, places: Mapping[int, int], words: Sequence[Word], start: int) -> Grid:
    """A grid with the layer's words (those from `start`) in its cells."""
    cells = []
    for cell in grid.cells:
        moved = _moved(cell, places)
        own = [n for n in range(start, len(words)) if _is_in(words[n], cell.box)]
        cells.append(moved.model_copy(update={"words": (*moved.words, *own)}))
    return grid.model_copy(update={"cells": tuple(cells)})


def _is_in(word: Word, box: Box | None) -> bool:
    return box is not None and word.box is not None and box.contains(word.box.centre)


def without_signature(layer: Layer, number: int, marking: Marking | None) -> tuple[Layer, Mark | None]:
    """The layer without the words that a digital signature printed, and these as a mark."""
    lines: dict[int, list[Word]] = {}
    for word in layer.words:
        lines.setdefault(word.line, []).append(word)
    own = _signature_lines({n: " ".join(w.text for w in ws) for n, ws in lines.items()}, marking)
    said = [w for n in own for w in lines[n]]
    box = union(w.box for w in said)
    if box is None:
        return layer, None
    text = "\n".join(" ".join(w.text for w in lines[n]) for n in own)
    mark = Mark(kind=MarkKind.DIGITAL_SIGNATURE, page=number, box=box, text=text)
    return layer._replace(words=tuple(w for w in layer.words if w.line not in own)), mark


def _signature_lines(lines: Mapping[int, str], marking: Marking | None) -> list[int]:
    """The lines that only a signature prints, and those near them that it may print."""
    if marking is None:
        return []
    surely = {n for n, text in lines.items() if marking.find("digital_signature", text)}
    beside = {n for n, text in lines.items() if surely and marking.find("signature_beside", text)}
    return sorted(surely | beside)


def layer_page(number: int, size: tuple[float, float], note: str) -> Page:
    """A page whose text layer is believed."""
    width, height = (round(n, 2) for n in size)
    return Page(
        number=number,
        width=width,
        height=height,
        reading=Reading.TEXT_LAYER,
        reason=f"lớp chữ đáng tin{note}",
    )
