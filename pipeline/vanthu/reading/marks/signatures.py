"""A signature is one mark: strokes of the same pen beside it belong to it, and are no handwriting of their own."""

from __future__ import annotations

from collections.abc import Iterable

from vanthu.document.geometry import union
from vanthu.document.page import Mark, MarkKind
from vanthu.reading.imaging.raster import POINTS

_BESIDE = 6 / 25.4 * POINTS  # at most: between the letters of a name that was written quickly
_LEVEL = 0.5  # share of the height of strokes that lies beside the signature


def whole(marks: Iterable[Mark]) -> list[Mark]:
    """The marks of a page, each signature with all its strokes, those farther out by way of nearer ones."""
    rest = list(marks)
    signatures = [mark for mark in rest if mark.kind is MarkKind.SIGNATURE]
    strokes = [mark for mark in rest if mark.kind is MarkKind.HANDWRITING]
    for signature in signatures:
        grown = signature
        while own := next((stroke for stroke in strokes if _continues(stroke, grown)), None):
            strokes.remove(own)
            rest.remove(own)
            grown = grown.model_copy(update={"box": union((grown.box, own.box))})
        rest[rest.index(signature)] = grown
    return rest


def _continues(stroke: Mark, signature: Mark) -> bool:
    a, b = stroke.box, signature.box
    level = min(a.y1, b.y1) - max(a.y0, b.y0) > _LEVEL * a.height
    return stroke.colour == signature.colour and level and max(a.x0 - b.x1, b.x0 - a.x1) <= _BESIDE
