"""What a pen wrote into the side margins, where nothing is printed: a note, a number, a tick that the engine took for words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from vanthu.document.geometry import Box, union
from vanthu.document.page import Grid, Mark, MarkKind, Page, Word

_MARGIN = 54.0  # points from the page's left or right edge, 19 mm: print begins and ends farther in
_WORDS = 4  # of a line of print
_LINES = 5  # a page with fewer lines of print has no edge of its column that can be trusted
_EVEN = 6.0  # points: edges of lines that are one edge
_TOGETHER = 3  # lines whose edges are one
_APART = 4.0  # points between the column and a note
_SPECK = 3.0  # points: a pen writes nothing so small
_GAP = 1.5  # heights: what stands nearer to the next word belongs to it, as a number before an item
_CERTAIN = 0.95  # what is read as surely as this may be printed


def notes(page: Page, words: Sequence[Word], grids: Iterable[Grid]) -> Iterator[Mark]:
    """One mark for each line of doubtful words beside the column of print; they point at the words."""
    column = _column(words)
    if column is None or page.width is None:
        return
    edges = [column, *((g.box.x0, g.box.x1) for g in grids if g.box)]
    left = min(_MARGIN, *(x0 - _APART for x0, _ in edges))
    right = max(page.width - _MARGIN, *(x1 + _APART for _, x1 in edges))
    column_words = [w.box for w in words if w.box and not _is_beside(w.box, left, right)]
    for _, line in groupby(range(len(words)), key=lambda n: words[n].line):
        beside = [n for n in line if _is_beside(words[n].box, left, right) and not _is_speck(words[n])]
        box = union(words[n].box for n in beside)
        if box is None or any(_touches(box, other) for other in column_words):
            continue
        if all((words[n].confidence or 0.0) < _CERTAIN for n in beside):
            yield Mark(kind=MarkKind.HANDWRITING, page=page.number, box=box, words=tuple(beside))


def _column(words: Sequence[Word]) -> tuple[float, float] | None:
    """Where lines of print begin and end on a page [points]; `None` where too few are there."""
    lines = [[w.box for w in line if w.box] for _, line in groupby(words, key=lambda w: w.line)]
    long = [boxes for boxes in lines if len(boxes) >= _WORDS]
    if len(long) < _LINES:
        return None
    left = _shared(sorted(min(b.x0 for b in boxes) for boxes in long))
    right = _shared(sorted(-max(b.x1 for b in boxes) for boxes in long))
    return (left, -right) if left is not None and right is not None else None


def _shared(edges: Sequence[float]) -> float | None:
    """The outermost edge that several lines have."""
    for first, last in zip(edges, edges[_TOGETHER - 1 :], strict=False):
        if last - first <= _EVEN:
            return first
    return None


def _is_beside(box: Box | None, left: float, right: float) -> bool:
    return box is not None and (box.x1 < left or box.x0 > right)


def _is_speck(word: Word) -> bool:
    return word.box is not None and max(word.box.width, word.box.height) < _SPECK


def _touches(note: Box, other: Box) -> bool:
    """Whether a word of the column goes on where a note ends, on the same line: an engine may have cut the line in two."""
    apart = max(other.x0 - note.x1, note.x0 - other.x1)
    level = min(note.y1, other.y1) - max(note.y0, other.y0)
    return apart < _GAP * note.height and 2 * level > min(note.height, other.height)
