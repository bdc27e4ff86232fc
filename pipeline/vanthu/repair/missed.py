"""Print that another engine saw where the first read nothing: lost without a trace if nobody is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import regex

from vanthu.document.page import Dispute, Flag, Mark, Word
from vanthu.orthography import is_syllable
from vanthu.repair.measures import MendingFile

_WORD = regex.compile(r"\p{L}{2,}")
_LABEL = regex.compile(r"\d{1,2}[.,)]")  # of an item that lost its number
_MOST = 0.5  # share of the words that must be built like syllables: specks, seals and mirrored print are not
_FILLED = 0.5  # share of a place's width that words must fill to have been read there
CODE = "word.missed"


def missed(
    disputes: Iterable[Dispute], words: Sequence[Word], marks: Sequence[Mark], file: MendingFile
) -> Iterator[Flag]:
    """A flag for each place with readable print and no word, or few; what stands in a stamp is no part of the text."""
    for dispute in disputes:
        lost = not dispute.words and _is_print(dispute.text) and not _is_stamped(dispute, marks)
        if lost and not _is_read(dispute, words):
            yield Flag(
                page=dispute.page,
                box=dispute.box,
                text="",
                code=CODE,
                reason=file.reasons[CODE],
                candidates=(dispute.text,),
            )


def _is_print(text: str) -> bool:
    words = _WORD.findall(text)
    return bool(words and sum(map(is_syllable, words)) > _MOST * len(words)) or bool(_LABEL.fullmatch(text))


def _is_read(dispute: Dispute, words: Iterable[Word]) -> bool:
    """Whether words that were found later, by another look at the page, fill most of the place."""
    place = dispute.box
    if place is None:
        return False
    own = (w.box for w in words if w.page == dispute.page and w.box is not None)
    return sum(box.width for box in own if place.contains(box.centre)) > _FILLED * place.width


def _is_stamped(dispute: Dispute, marks: Iterable[Mark]) -> bool:
    return dispute.box is not None and any(
        mark.page == dispute.page and mark.text and mark.box.contains(dispute.box.centre) for mark in marks
    )
