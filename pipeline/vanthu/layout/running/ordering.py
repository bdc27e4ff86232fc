"""Repairs that only the neighbours tell: a numeral that lost a stroke, an item that lost its bullet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from statistics import median
from types import MappingProxyType

from vanthu.document.geometry import Span
from vanthu.document.layout import BlockKind, Paragraph
from vanthu.document.text import Edit
from vanthu.layout.running.cleaning import Repairs

_VALUES: Mapping[str, int] = MappingProxyType({"I": 1, "V": 5, "X": 10, "L": 50, "C": 100})
_STEP = (4.5, 13.0)  # points from a bullet to the text behind it
_SAME = 3.5  # points that the first lines of one list may differ


def order_edits(
    paragraphs: Sequence[Paragraph],
    raw: str,
    edits: Sequence[Edit],
    measured: Iterable[bool],
    repairs: Repairs,
) -> list[Edit]:
    """The edits that the order of sections and items asks for. `paragraphs` still have spans of the raw text;
    `measured` tells of each whether it was recognised (others are never touched).
    """
    body = [
        p
        for p, m in zip(paragraphs, measured, strict=True)
        if m
        and p.kind is BlockKind.BODY
        and not any(p.span.covers(e.span) for e in edits if e.span.start == p.span.start)
    ]
    return [*_numerals(body, raw, repairs), *_bullets(body, raw, repairs)]


def _numerals(body: Sequence[Paragraph], raw: str, repairs: Repairs) -> Iterator[Edit]:
    """Sections count on: a numeral that equals the one before, or lags behind, lost its last stroke."""
    due, appendix = 1, -1
    for paragraph in body:
        for match in repairs.matches("numeral", raw[paragraph.span.start : paragraph.span.end]):
            numeral = match.groups["numeral"]
            if paragraph.appendix != appendix:
                due, appendix = 1, paragraph.appendix
            if roman(numeral) == due - 1 and numeral + "I" == _written(due):
                start = paragraph.span.start + match.group_spans["numeral"].start
                yield Edit(
                    rule=match.rule.id,
                    span=Span(start, start + len(numeral)),
                    original=numeral,
                    replacement=numeral + "I",
                )
                due += 1
            else:
                due = roman(numeral) + 1


def roman(numeral: str) -> int:
    """The value of a Roman numeral of the letters I, V, X, L, C."""
    values = [_VALUES[letter] for letter in numeral]
    return sum(-a if a < b else a for a, b in pairwise([*values, 0]))


def _written(value: int) -> str:
    tens, ones = divmod(value, 10)
    return "X" * tens + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[ones]


def _bullets(body: Sequence[Paragraph], raw: str, repairs: Repairs) -> Iterator[Edit]:
    """A paragraph that begins where the text of the items around it does is an item."""
    listed = [p.indent for p in body if p.indent is not None and raw.startswith("- ", p.span.start)]
    if len(listed) < 3:
        return
    usual = median(listed)
    for before, paragraph, after in zip([None, *body], body, [*body[1:], None], strict=False):
        beside = any(p and _is_item(p, raw, usual) for p in (before, after))
        if not beside or paragraph.indent is None or not _STEP[0] < paragraph.indent - usual < _STEP[1]:
            continue
        for match in repairs.matches("item", raw[paragraph.span.start : paragraph.span.end]):
            span = Span(paragraph.span.start + match.span.start, paragraph.span.start + match.span.end)
            word = raw[span.start : span.end]
            with_bullet = match.rule.attributes.get("with", "") + word
            yield Edit(rule=match.rule.id, span=span, original=word, replacement=with_bullet)


def _is_item(paragraph: Paragraph, raw: str, usual: float) -> bool:
    near = paragraph.indent is not None and abs(paragraph.indent - usual) < _SAME
    return near and raw.startswith("- ", paragraph.span.start)
