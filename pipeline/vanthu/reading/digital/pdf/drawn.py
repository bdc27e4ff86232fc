"""Everything that a PDF page draws, in points from the top left corner of the page as it is seen."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from pdfminer.layout import LTChar, LTContainer
from pdfplumber.container import Container
from pdfplumber.page import Page

_ACROSS = ("x0", "x1")
_DOWN = ("top", "bottom", "doctop")


class Drawn(Container):
    """The objects of a page, as a pdfplumber page gives them but for two things.

    Glyphs have only what reading needs, which takes a third of the time; and a page cropped by its file begins at the corner of what
    is left, as it does where it is drawn.
    """

    def __init__(self, page: Page) -> None:
        self._page = page
        left, top, right, bottom = page.cropbox
        self._left, self._top = left, top
        self.width, self.height = right - left, bottom - top
        self._drawn: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for item in _leaves(page.layout):
            made = self._glyph(item) if isinstance(item, LTChar) else self._moved(page.process_object(item))
            self._drawn[made["object_type"]].append(made)

    @property
    def objects(self) -> dict[str, list[dict[str, Any]]]:
        """Lists of objects by kind (char, line, rect, curve, image)."""
        return self._drawn

    def _glyph(self, char: LTChar) -> dict[str, Any]:
        left, top = self._page.mediabox[:2]
        right = left - self._left
        below = self._page.height + top - self._top
        name = char.fontname
        return {
            "object_type": "char",
            "text": char.get_text(),
            "fontname": name if isinstance(name, str) else repr(name),
            "size": char.size,
            "upright": char.upright,
            "x0": char.x0 + right,
            "x1": char.x1 + right,
            "top": below - char.y1,
            "bottom": below - char.y0,
            "doctop": below - char.y1,
        }

    def _moved(self, item: dict[str, Any]) -> dict[str, Any]:
        if self._left or self._top:
            item |= {key: item[key] - self._left for key in _ACROSS if key in item}
            item |= {key: item[key] - self._top for key in _DOWN if key in item}
            if "pts" in item:
                item["pts"] = [(x - self._left, y - self._top) for x, y in item["pts"]]
        return item


def _leaves(items: Iterable[Any]) -> Iterator[Any]:
    """Objects, those inside of forms too."""
    for item in items:
        if isinstance(item, LTContainer):
            yield from _leaves(item)
        else:
            yield item
