"""A deadline with its place in a sentence, the sentence that it lies in, and how near two of them stand."""

from __future__ import annotations

from typing import NamedTuple

import regex

from vanthu.document.content import Deadline
from vanthu.document.geometry import Span
from vanthu.rulebook import Rule

NEAR = 40  # characters between two halves of one phrase
TOUCHING = 3  # of two that stand side by side
_FAR = 300  # no sentence is looked at further than this
_SENTENCE_END = regex.compile(r"[.!?](?=\s)|[;\n]")
BARE_DAY = "deadline.due.bare"  # the rule of a day that no word binds: on the day of issue it tells a meeting just held


class Found(NamedTuple):
    """A deadline with its place in the text at hand."""

    deadline: Deadline
    span: Span
    rule: Rule


def same_sentence(one: Span, other: Span, text: str) -> bool:
    """Whether no full stop, line end or semicolon stands between two places."""
    first, last = sorted((one, other))
    between = text[first.end : last.start]
    return not any(mark in between for mark in (". ", ".\n", ";"))


def sentence(text: str, span: Span) -> str:
    """The sentence or clause between full stops, semicolons and line ends that a span lies in; dots of dates end none."""
    start = max(
        (m.end() for m in _SENTENCE_END.finditer(text, max(0, span.start - _FAR), span.start)), default=None
    )
    end = _SENTENCE_END.search(text, span.end, span.end + _FAR)
    return text[
        max(0, span.start - _FAR) if start is None else start : end.start() if end else span.end + _FAR
    ]


def gap(one: Span, other: Span) -> int:
    """The characters between two places."""
    first, last = sorted((one, other))
    return max(0, last.start - first.end)
