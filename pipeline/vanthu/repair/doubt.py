"""Which words are unsure: only these may be mended."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from enum import IntEnum

from vanthu.document.page import Dispute, Word
from vanthu.repair.letters import core, could_slip
from vanthu.repair.measures import Measures


class Trust(IntEnum):
    """How far a word's reading is believed."""

    SURE = 0  # never touched
    SLIPPERY = 1  # well read, but on a page where hooks are taken for acutes: only that may be undone
    UNSURE = 2
    DOUBTFUL = 3


def trust(words: Sequence[Word], disputes: Sequence[Dispute], measures: Measures) -> list[Trust]:
    """The trust in each word. What was not recognised but typed is sure."""
    disputed = {index for dispute in disputes for index in dispute.words}
    slipping = _slipping_pages(words, measures)
    return [
        _trust(word, index in disputed, word.page in slipping, measures) for index, word in enumerate(words)
    ]


def _trust(word: Word, disputed: bool, slipping: bool, measures: Measures) -> Trust:  # noqa: FBT001 - two facts of one word
    if word.confidence is None:
        return Trust.SURE
    if disputed or word.confidence < measures.doubtful:
        return Trust.DOUBTFUL
    if word.confidence < measures.unsure:
        return Trust.UNSURE
    letters = core(word.text)
    return Trust.SLIPPERY if slipping and letters and could_slip(letters.folded) else Trust.SURE


def _slipping_pages(words: Sequence[Word], measures: Measures) -> set[int]:
    """Pages with many words that were hard to read: there even well-read marks are blurred."""
    all_words: defaultdict[int, int] = defaultdict(int)
    hard: defaultdict[int, int] = defaultdict(int)
    for word in words:
        if word.confidence is not None and core(word.text):
            all_words[word.page] += 1
            hard[word.page] += word.confidence < measures.hard
    return {page for page, count in all_words.items() if hard[page] > measures.blurred_share * count}
