"""Headings that bear no number and no capitals: files whose numbering was lost keep them as bare lines over whole sentences."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

import regex

from vanthu.document.layout import Paragraph
from vanthu.understanding.outline.numbering import readings
from vanthu.understanding.outline.roles import HEADING_WORDS

_TITLE = regex.compile(r"\s*\p{Lu}.*[\p{L}\p{N})\"”]\s*", regex.DOTALL)
_SENTENCE = regex.compile(r".*[.;:]\s*", regex.DOTALL)
_FEWEST = 2  # one bare line is a slip of who wrote it, two are his way to write headings


def bare_titles(text: str, paragraphs: Sequence[Paragraph]) -> frozenset[int]:
    """Where the bare lines begin that head the sentences below them.

    None where a document leaves as many other lines without a stop: its marks tell nothing.
    """
    bare = [
        (line, below)
        for line, below in zip_longest(paragraphs, paragraphs[1:])
        if _is_unmarked(text, line) and _TITLE.fullmatch(_own(text, line))
    ]
    titles = [line.span.start for line, below in bare if below and _heads(text, line, below)]
    others = len(bare) - len(titles)
    return frozenset(titles) if len(titles) >= _FEWEST and len(titles) > others else frozenset()


def _own(text: str, paragraph: Paragraph) -> str:
    return text[paragraph.span.start : paragraph.span.end]


def _is_unmarked(text: str, paragraph: Paragraph) -> bool:
    own = _own(text, paragraph)
    return paragraph.table is None and not own.isupper() and not readings(own)


def _heads(text: str, line: Paragraph, below: Paragraph) -> bool:
    """Whether a line is short, and a longer whole sentence stands below it."""
    words, under = len(_own(text, line).split()), _own(text, below)
    is_sentence = below.table is None and _SENTENCE.fullmatch(under) is not None
    return words <= HEADING_WORDS and is_sentence and len(under.split()) > words
