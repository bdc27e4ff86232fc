"""Items that a line break tore before a name with a capital: *- Tuyên truyền trên mạng xã hội* and, below it, *Zalo, Facebook của các thôn.*"""

from __future__ import annotations

from collections.abc import Sequence

import regex

from vanthu.document.geometry import Span
from vanthu.document.layout import BlockKind, Paragraph
from vanthu.understanding.outline.numbering import Marker, readings
from vanthu.understanding.outline.parting import Parting

_CLOSED = regex.compile(r'[.;:!?…][\s*_)"”]*\Z')
_ABOUT = regex.compile(r"\s*đối với\s", regex.IGNORECASE)  # heads what stands below it, however long
_LABEL = regex.compile(r"\s*\p{Lu}[^.;:\d]{3,60}:")  # *Đơn vị chủ trì: Phòng Y tế.*
_FEWEST = 6  # items of a document that show its way to end them
_MOST = 0.8
_LONGEST_HEADING = 40  # characters; what is shorter was hardly broken by a margin


def rejoined(text: str, paragraphs: Sequence[Paragraph], parting: Parting) -> tuple[Paragraph, ...]:
    """The paragraphs, with what an item without a stop goes on in taken into it; as they are where many items end without one."""
    if not _ends_items(text, paragraphs):
        return tuple(paragraphs)
    whole: list[Paragraph] = []
    for paragraph in paragraphs:
        if whole and _goes_on(text, whole[-1], paragraph, parting):
            span = Span(whole[-1].span.start, paragraph.span.end)
            whole[-1] = whole[-1].model_copy(update={"span": span})
        else:
            whole.append(paragraph)
    return tuple(whole)


def _ends_items(text: str, paragraphs: Sequence[Paragraph]) -> bool:
    """Whether nearly all items with a bullet end with a stop."""
    items = [_own(text, p) for p in paragraphs if _bullet(text, p)]
    closed = sum(_CLOSED.search(own) is not None for own in items)
    return len(items) >= _FEWEST and closed >= _MOST * len(items)


def _goes_on(text: str, above: Paragraph, below: Paragraph, parting: Parting) -> bool:
    bullet = _bullet(text, above)
    own, rest = _own(text, above), _own(text, below)
    if bullet is None or above.appendix != below.appendix or not _is_text(below) or readings(rest):
        return False
    is_open = len(own) > _LONGEST_HEADING and not _CLOSED.search(own) and not _ABOUT.match(own, bullet.end)
    breaks_off = is_open and parting.tells_work(own[bullet.end :])
    if not breaks_off or _LABEL.match(rest) or parting.stands_alone(rest):
        return False  # the stop was forgotten
    return _CLOSED.search(rest) is not None and not own.isupper() and not rest.isupper()


def _bullet(text: str, paragraph: Paragraph) -> Marker | None:
    marker = next(iter(readings(_own(text, paragraph))), None) if _is_text(paragraph) else None
    return marker if marker and marker.is_bullet else None


def _is_text(paragraph: Paragraph) -> bool:
    return paragraph.table is None and paragraph.kind is BlockKind.BODY


def _own(text: str, paragraph: Paragraph) -> str:
    return text[paragraph.span.start : paragraph.span.end]
