"""The text of a paragraph element, with its line and page breaks; what is in boxes and pictures that hang on it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docx.oxml.ns import qn

from vanthu.orthography import nfc
from vanthu.reading.digital.docx.fonts import Fonts
from vanthu.reading.digital.docx.footnotes import Footnotes
from vanthu.reading.digital.docx.values import sign
from vanthu.reading.digital.letters import legacy

PAGE_BREAK = "\f"

_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
# deleted text, field codes, drawings and text boxes are not the running text
_SKIPPED = frozenset(
    qn(t) for t in ("w:del", "w:moveFrom", "w:instrText", "w:drawing", "w:pict", "w:object", "w:pPr", "w:rPr")
) | {"{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"}
_GONE = frozenset({qn("w:del"), qn("w:moveFrom"), _FALLBACK})
_CHARACTERS = {
    qn("w:tab"): " ",
    qn("w:cr"): "\n",
    qn("w:noBreakHyphen"): "-",
    qn("w:softHyphen"): "",
    qn("w:lastRenderedPageBreak"): PAGE_BREAK,
}
_OFF = {"0", "false", "off"}


def pieces_of(paragraph: Any, notes: Footnotes, fonts: Fonts) -> list[str]:
    """Lines of a paragraph; a `PAGE_BREAK` stands between the lines of two pages. Footnotes called are told to `notes`."""
    text = "".join(_walk(paragraph, notes, fonts))
    pieces: list[str] = []
    for index, part in enumerate(text.split(PAGE_BREAK)):
        pieces += [PAGE_BREAK] * (index > 0)
        pieces += [line for line in part.split("\n") if line.strip()]
    return pieces


def _walk(element: Any, notes: Footnotes, fonts: Fonts) -> Iterator[str]:
    for child in element:
        if child.tag in _SKIPPED or _is_hidden(child):
            continue
        if child.tag == qn("w:t"):
            yield _text(child, fonts)
        elif child.tag == qn("w:sym"):
            yield sign(child.get(qn("w:char")))
        elif child.tag == qn("w:br"):
            yield PAGE_BREAK if child.get(qn("w:type")) == "page" else "\n"
        elif child.tag == qn("w:footnoteReference"):
            yield notes.call(child)
        elif child.tag in _CHARACTERS:
            yield _CHARACTERS[child.tag]
        else:
            yield from _walk(child, notes, fonts)


def _text(element: Any, fonts: Fonts) -> str:
    """The letters of a run, in Unicode where its font is one of an old code table."""
    text = element.text or ""
    font = fonts.of(element)
    encoding = legacy.by_font(font) if font else None
    if encoding is None or legacy.is_unicode(text):
        return text
    fonts.met.add(encoding.name)
    return nfc("".join("".join(legacy.unicode_units(part, font, encoding)) for part in _with_blanks(text)))


def _with_blanks(text: str) -> list[str]:
    return [piece for part in text.split(" ") for piece in (" ", part)][1:]


def _is_hidden(run: Any) -> bool:
    if run.tag != qn("w:r"):
        return False
    flag = run.find(f"{qn('w:rPr')}/{qn('w:vanish')}")
    return flag is not None and flag.get(qn("w:val")) not in _OFF


def hanging(paragraph: Any, name: str) -> Iterator[Any]:
    """Elements of a name in what hangs on a paragraph (boxes, pictures), each once: Word stores most of them twice."""
    for child in paragraph:
        if child.tag in _GONE:
            continue
        if child.tag == qn(name):
            yield child
        else:
            yield from hanging(child, name)


def paragraphs_in(element: Any) -> Iterator[Any]:
    """All paragraphs in a cell or note, those of tables and boxes in it too, each once."""
    for child in element:
        if child.tag in _GONE:
            continue
        if child.tag == qn("w:p"):
            yield child
        yield from paragraphs_in(child)
