"""The text of a paragraph element, with its line and page breaks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docx.oxml.ns import qn

from vanthu.reading.digital.footnotes import Footnotes

PAGE_BREAK = "\f"

# deleted text, field codes, drawings and text boxes are not the running text
_SKIPPED = frozenset(
    qn(t) for t in ("w:del", "w:moveFrom", "w:instrText", "w:drawing", "w:pict", "w:object", "w:pPr", "w:rPr")
) | {"{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"}
_CHARACTERS = {
    qn("w:tab"): " ",
    qn("w:cr"): "\n",
    qn("w:noBreakHyphen"): "-",
    qn("w:softHyphen"): "",
    qn("w:lastRenderedPageBreak"): PAGE_BREAK,
}


def pieces_of(paragraph: Any, notes: Footnotes) -> list[str]:
    """Lines of a paragraph; a `PAGE_BREAK` stands between the lines of two pages. Footnotes called are told to `notes`."""
    text = "".join(_walk(paragraph, notes))
    pieces: list[str] = []
    for index, part in enumerate(text.split(PAGE_BREAK)):
        pieces += [PAGE_BREAK] * (index > 0)
        pieces += [line for line in part.split("\n") if line.strip()]
    return pieces


def _walk(element: Any, notes: Footnotes) -> Iterator[str]:
    for child in element:
        if child.tag in _SKIPPED:
            continue
        if child.tag == qn("w:t"):
            yield child.text or ""
        elif child.tag == qn("w:br"):
            yield PAGE_BREAK if child.get(qn("w:type")) == "page" else "\n"
        elif child.tag == qn("w:footnoteReference"):
            yield notes.call(child)
        elif child.tag in _CHARACTERS:
            yield _CHARACTERS[child.tag]
        else:
            yield from _walk(child, notes)
