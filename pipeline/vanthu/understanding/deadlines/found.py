"""A deadline with its place in a sentence, and how near two of them stand."""

from __future__ import annotations

from typing import NamedTuple

from vanthu.document.content import Deadline
from vanthu.document.geometry import Span
from vanthu.rulebook import Rule

NEAR = 40  # characters between two halves of one phrase
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


def gap(one: Span, other: Span) -> int:
    """The characters between two places."""
    first, last = sorted((one, other))
    return max(0, last.start - first.end)
