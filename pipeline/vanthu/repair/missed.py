"""Print that another engine saw where the first read nothing: lost without a trace if nobody is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import regex

from vanthu.document.page import Dispute, Flag, Mark
from vanthu.orthography import is_syllable
from vanthu.repair.measures import MendingFile

_WORD = regex.compile(r"\p{L}{2,}")
_LABEL = regex.compile(r"\d{1,2}[.,)]")  # of an item that lost its number
_MOST = 0.5  # share of the words that must be built like syllables: specks, seals and mirrored print are not
CODE = "word.missed"


def missed(disputes: Iterable[Dispute], marks: Sequence[Mark], file: MendingFile) -> Iterator[Flag]:
    """A flag for each place with readable print and no word; what stands in a stamp is no part of the text."""
    for dispute in disputes:
        if not dispute.words and _is_print(dispute.text) and not _is_stamped(dispute, marks):
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


def _is_stamped(dispute: Dispute, marks: Iterable[Mark]) -> bool:
    return dispute.box is not None and any(
        mark.page == dispute.page and mark.text and mark.box.contains(dispute.box.centre) for mark in marks
    )
