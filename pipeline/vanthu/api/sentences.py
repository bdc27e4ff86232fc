"""Deadlines of a single sentence."""

from __future__ import annotations

from datetime import date
from functools import cache

from vanthu.document.content import Deadline
from vanthu.orthography import nfc
from vanthu.rulebook.load import load_rulebook
from vanthu.times.context import TimeContext
from vanthu.understanding.deadlines.explanation import explain as explain_deadlines
from vanthu.understanding.deadlines.reader import DeadlineReader


def deadlines(sentence: str, *, issued_on: date | None = None) -> tuple[Deadline, ...]:
    """The deadlines in a sentence of a document issued on a day; without it, a year that is not written stays unknown."""
    return _deadline_reader().in_text(nfc(sentence), TimeContext(issued_on=issued_on))


def explain(sentence: str, *, issued_on: date | None = None) -> tuple[str, ...]:
    """The same in Vietnamese lines: phrase, rule, what was supposed, days off, the first times of a rhythm."""
    return explain_deadlines(nfc(sentence), _deadline_reader(), TimeContext(issued_on=issued_on))


@cache
def _deadline_reader() -> DeadlineReader:
    return DeadlineReader.of(load_rulebook())
