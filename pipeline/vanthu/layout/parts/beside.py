"""Words of stamps and of handwriting, which stand among the print without being part of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from vanthu.document.layout import BlockKind
from vanthu.document.page import Mark, MarkKind, Word
from vanthu.layout.lines.textline import TextLine, make_line
from vanthu.layout.roles import Roles

_SAYS_NOTHING = frozenset({MarkKind.SEAL, MarkKind.SIGNATURE, MarkKind.HANDWRITING})


def without_marks(
    own: Iterable[int], words: Sequence[Word], marks: Sequence[Mark], roles: Roles
) -> tuple[list[int], list[TextLine]]:
    """A page's words without those of its marks, and the lines of the marks: stamps, or noise where they say nothing.

    A word that begins with a printed label (*Số:*) stays, although the pen wrote on behind it.
    """
    marks = [_without_labels(m, words, roles) if m.kind is MarkKind.HANDWRITING else m for m in marks]
    taken = {n for mark in marks for n in mark.words}
    rest = [n for n in own if n not in taken]
    return rest, [line for mark in marks for line in _lines(mark, words)]


def _without_labels(mark: Mark, words: Sequence[Word], roles: Roles) -> Mark:
    kept = tuple(n for n in mark.words if not roles.starts(words[n].text, "number_line"))
    return mark.model_copy(update={"words": kept})


def _lines(mark: Mark, words: Sequence[Word]) -> Iterator[TextLine]:
    kind = BlockKind.NOISE if mark.kind in _SAYS_NOTHING else BlockKind.STAMP
    for _, group in groupby(sorted(mark.words), key=lambda n: words[n].line):
        if line := make_line(words, list(group)):
            yield replace(line, aside=kind, speck=kind is BlockKind.NOISE)
