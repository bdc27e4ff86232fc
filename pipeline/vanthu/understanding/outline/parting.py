"""One paragraph that holds several items: a heading with the text behind it on one line, *a) ...; b) ...* one behind the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

import regex

from vanthu.document.geometry import Span
from vanthu.document.layout import Paragraph
from vanthu.understanding.outline.numbering import Style, readings

_LETTER = regex.compile(
    r'(?:(?<=[:;.,][\s*_]+)|\A\s*)(?:(?P<letter>[a-zđ])(?P<close>[)/]|[-–](?=\s))|(?P<close>\()(?P<letter>\d)\))\s*(?=["“\p{L}])'
)  # *a)*, *a/*, *a-*, *(1)*
_ORDERS = ("abcdđeghiklm", "123456789")
_FIRSTS = tuple(order[0] for order in _ORDERS)
_FEWEST = 2
_HEADED = (
    Style.PART,
    Style.UPPER,
    Style.ROMAN,
)  # an item lower down is one with the words before its colon
_HEADING_END = regex.compile(r":|\.(?=[\s*_]+\P{Ll})")

Tells = Callable[[str], bool]


@dataclass(frozen=True)
class Parting:
    """What a paragraph is parted by: whether words tell work, whether they head a section whose text may stand behind them, whether
    orders follow them, whether they are a sentence of their own, which a unit, an order or what is to be done opens.
    """

    tells_work: Tells
    heads_text: Tells
    opens_work: Tells
    stands_alone: Tells

    def behind_heading(
        self, text: str, paragraph: Paragraph, after: Paragraph | None
    ) -> tuple[Paragraph, ...]:
        """*VI. THÔNG TIN: Ban Quản lý chợ gửi biểu ...*, with no items below: the heading, then the text; *II. KHO BÃI. 1. Tổ kho quét dọn ...*: the
        heading, then its first item. The paragraph alone where it is one of them.
        """
        own = _own(text, paragraph)
        marker = next((m for m in readings(own) if m.style in _HEADED), None)
        end = _HEADING_END.search(own, marker.end) if marker else None
        if marker is None or end is None:
            return (paragraph,)
        heading, behind = own[marker.end : end.start()], own[end.end() :].lstrip(" *_\n")
        over_items = any(m.style > Style.ROMAN for m in readings(_own(text, after))[:1]) if after else False
        over_text = not over_items and self._is_over_work(heading, end[0], behind)
        is_parted = over_text or (heading.isupper() and _is_first_item(behind))
        if not is_parted or readings(heading + end[0]):
            return (paragraph,)  # *II. Đợt 2: Thả cá giống*: a number of its own and no heading
        return _cut(paragraph, (len(own) - len(behind),))

    def _is_over_work(self, heading: str, sign: str, behind: str) -> bool:
        """Whether words before a sign head a text with work; those in small letters before a full stop are a sentence."""
        words = heading.strip(" *_")
        is_heading = (sign == ":" or heading.isupper()) and self.heads_text(words)
        names_unit = (
            sign == "." and heading.isupper() and self.opens_work(words)
        )  # *IV. UBND CÁC XÃ. Rà soát ...*
        return (is_heading or names_unit) and self.tells_work(behind)

    def lettered(self, text: str, paragraph: Paragraph) -> tuple[Paragraph, ...]:
        """Who must act, then an item a letter; the paragraph alone where they are no orders (papers, points of a law; cases and rights
        may read like work, so that the words in front decide).
        """
        own = _own(text, paragraph)
        found = _series(own)
        ends = [*(m.start() for m in found[1:]), len(own)]
        items = [own[m.end() : end] for m, end in zip(found, ends, strict=False)]
        if len(found) < _FEWEST or not all(map(self.tells_work, items)):
            return (paragraph,)
        front = own[: found[0].start()]
        marker = next(iter(readings(front)), None)
        opened = not front.strip() or self.opens_work(front[marker.end if marker else 0 :])
        return _cut(paragraph, [m.start() for m in found]) if opened else (paragraph,)


def _own(text: str, paragraph: Paragraph) -> str:
    return text[paragraph.span.start : paragraph.span.end]


def _is_first_item(text: str) -> bool:
    marker = next(iter(readings(text)), None)
    return marker is not None and marker.style is Style.DECIMAL and marker.numbers == (1,)


def _series(own: str) -> Sequence[regex.Match[str]]:
    """The longer of two series outside of brackets and quotes: one that the paragraph's own letter begins, one behind it."""
    found = [m for m in _LETTER.finditer(own) if not _is_inside(own, m.start())]
    inner = next((i for i, m in enumerate(found) if m["letter"] in _FIRSTS and m.start()), len(found))
    series = [_counted(found), _counted(found[inner:])]
    return max(series, key=len)


def _counted(found: Sequence[regex.Match[str]]) -> Sequence[regex.Match[str]]:
    """The letters that go on from the first one, closed as it is."""
    same = [m for m in found if m["close"] == found[0]["close"]]
    first = same[0]["letter"] if same else ""
    order = next((o[o.find(first) :] for o in _ORDERS if first and first in o), "")
    return [
        m for m, _ in takewhile(lambda pair: pair[0]["letter"] == pair[1], zip(same, order, strict=False))
    ]


def _is_inside(own: str, at: int) -> bool:
    before = _LETTER.sub("", own[:at])
    return (
        before.count("(") > before.count(")")
        or before.count("“") > before.count("”")
        or before.count('"') % 2 == 1
    )


def _cut(paragraph: Paragraph, places: Sequence[int]) -> tuple[Paragraph, ...]:
    """The paragraph cut before each place that is not its beginning."""
    start, end = paragraph.span
    borders = dict.fromkeys([start, *(start + p for p in places), end])
    return tuple(paragraph.model_copy(update={"span": Span(a, b)}) for a, b in pairwise(borders))
