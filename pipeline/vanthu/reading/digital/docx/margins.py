"""What stands outside of the running text of a DOCX: headers, footers, boxes and drawn letters. Looked at for marks of secrecy only."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

from vanthu.orthography import nfc
from vanthu.reading.digital.docx.text import hanging
from vanthu.reading.secrecy import Guard

_PARTS = frozenset({RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER})
_BOX, _DRAWN = "w:txbxContent", "{urn:schemas-microsoft-com:vml}textpath"


def refuse_marked(document: Any, guard: Guard) -> None:
    """Raises `SecretError` where a header or footer, a box or drawn letters spell a mark."""
    for lines in _pieces(document):
        if lines:
            guard.check_stamp(lines)


def _pieces(document: Any) -> Iterator[list[str]]:
    """The lines of each thing that stands by itself."""
    body = document.element.body
    yield from _put_on(body)
    for relation in document.part.rels.values():
        if relation.reltype in _PARTS and not relation.is_external:
            element = relation.target_part.element
            yield _lines(element)
            yield from _put_on(element)


def _put_on(element: Any) -> Iterator[list[str]]:
    for box in hanging(element, _BOX):
        yield _lines(box)
    for letters in element.iter(_DRAWN):
        yield [nfc(letters.get("string") or "")]


def _lines(element: Any) -> list[str]:
    """The text of each paragraph, line breaks apart; hidden text too."""
    found = []
    for paragraph in element.iter(qn("w:p")):
        text = "".join(_letters(paragraph))
        found += [line for line in nfc(text).split("\n") if line.strip()]
    return found


def _letters(paragraph: Any) -> Iterator[str]:
    for child in paragraph.iter(qn("w:t"), qn("w:tab"), qn("w:br"), qn("w:cr")):
        # tabs part what stands left, in the middle and right in a header
        yield (child.text or "") if child.tag == qn("w:t") else "\n"
